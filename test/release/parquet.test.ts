import { createHash } from 'node:crypto';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { parquetTable } from '../../src/release/parquet.ts';
import type { Row, Table } from '../../src/release/table.ts';
import { tables } from '../../src/release/tables/all.ts';
import { otter, terms } from './otter.ts';

function written(table: Table, rows: Iterable<Row>, groupSize?: number): Buffer {
  const pieces: Uint8Array[] = [];
  const parquet = parquetTable(table, { write: (bytes) => void pieces.push(bytes) }, groupSize);
  for (const row of rows) parquet.add(row);
  parquet.end();
  return Buffer.concat(pieces);
}

const bytesOf = (file: Buffer): ArrayBuffer => new Uint8Array(file).buffer;
const read = (file: Buffer) => parquetReadObjects({ file: bytesOf(file) });

/** What a reader of Parquet gets for a row of ours. */
function expected({ columns }: Table, row: Row): Record<string, unknown> {
  const value = (index: number) => {
    const cell = row[index] ?? null;
    if (cell === null) return null;
    if (columns[index]?.type === 'integer') return BigInt(cell);
    return columns[index]?.type === 'instant' ? new Date(Number(cell)) : cell;
  };
  return Object.fromEntries(columns.map(({ name }, index) => [name, value(index)]));
}

describe('given the family otter', () => {
  it.each(tables.map((table) => [table.name, table] as const))(
    'then %s are read back as they were',
    async (_, table) => {
      const rows = [...table.rows(otter, terms)];
      expect(await read(written(table, rows))).toEqual(rows.map((row) => expected(table, row)));
    },
  );

  it('then rows in groups of three give the same rows and, twice, the same bytes', async () => {
    const table = tables.find(({ name }) => name === 'event_parts') as Table;
    const rows = [...table.rows(otter, terms)];
    const [one, two] = [written(table, rows, 3), written(table, rows, 3)];
    expect(parquetMetadata(bytesOf(one)).row_groups.length).toBe(Math.ceil(rows.length / 3));
    expect(await read(one)).toEqual(rows.map((row) => expected(table, row)));
    const hash = (file: Buffer) => createHash('sha256').update(file).digest('hex');
    expect(hash(one)).toBe(hash(two));
  });

  it('then a table without rows is a file with its columns', async () => {
    const [table] = tables as readonly [Table];
    const file = written(table, []);
    expect(await read(file)).toEqual([]);
    expect(
      parquetMetadata(bytesOf(file))
        .schema.slice(1)
        .map(({ name }) => name),
    ).toEqual(table.columns.map(({ name }) => name));
  });

  it('then an instant is a timestamp in UTC, and what can be empty is optional', () => {
    const [table] = tables as readonly [Table];
    const schema = parquetMetadata(bytesOf(written(table, []))).schema;
    const of = (name: string) => schema.find((element) => element.name === name);
    expect(of('observed_until')).toMatchObject({
      type: 'INT64',
      converted_type: 'TIMESTAMP_MILLIS',
      repetition_type: 'REQUIRED',
    });
    expect(of('profile_at_end')).toMatchObject({ converted_type: 'UTF8', repetition_type: 'OPTIONAL' });
  });
});
