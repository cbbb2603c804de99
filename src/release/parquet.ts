import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Column, Row, Table } from './table.ts';

/** Where bytes go; the file is written from front to back and never read. */
export interface Sink {
  write(bytes: Uint8Array): void;
}

/** Takes rows one after the other, and keeps at most one row group of them. */
export interface ParquetTable {
  add(row: Row): void;
  /** Writes the last rows and the foot, without which the file cannot be read. */
  end(): void;
}

/** Memory is that of one row group; a file of ten million rows then has two hundred. */
const rowGroupSize = 50_000;

/**
 * A table as Parquet (parquet.apache.org): text as UTF-8 strings, whole numbers as INT64, instants as timestamps in
 * milliseconds UTC, days as dates; nullable columns as optional. The same rows give the same bytes.
 */
export function parquetTable(table: Table, sink: Sink, groupSize = rowGroupSize): ParquetTable {
  const bytes = new ByteWriter();
  const schema = [{ name: 'root', num_children: table.columns.length }, ...table.columns.map(element)];
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: 'waakvlam' });
  let group: unknown[][] = table.columns.map(() => []);

  /** Bytes that have been written out leave the buffer, so that it does not grow with the file. */
  function drain(): void {
    sink.write(bytes.getBytes().slice());
    bytes.index = 0;
  }

  function writeGroup(): void {
    const columnData = table.columns.map(({ name }, index) => ({
      name,
      data: group[index] ?? [],
      offsetIndex: false,
    }));
    void writer.write({ columnData, rowGroupSize: groupSize });
    drain();
    group = table.columns.map(() => []);
  }

  return {
    add(row) {
      table.columns.forEach((column, index) => group[index]?.push(value(column, row[index] ?? null)));
      if ((group[0]?.length ?? 0) >= groupSize) writeGroup();
    },
    end() {
      if ((group[0]?.length ?? 0) > 0) writeGroup();
      void writer.finish();
      drain();
    },
  };
}

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number];

function element({ name, type, isNullable }: Column): Element {
  const shared = { name, repetition_type: isNullable ? 'OPTIONAL' : 'REQUIRED' } as const;
  switch (type) {
    case 'text':
      return { ...shared, type: 'BYTE_ARRAY', converted_type: 'UTF8' };
    case 'integer':
      return { ...shared, type: 'INT64' };
    case 'number':
      return { ...shared, type: 'DOUBLE' };
    case 'boolean':
      return { ...shared, type: 'BOOLEAN' };
    case 'instant':
      return { ...shared, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' };
    case 'day':
      return { ...shared, type: 'INT32', converted_type: 'DATE' };
  }
}

function value({ type }: Column, cell: Row[number]): unknown {
  if (cell === null) return null;
  switch (type) {
    case 'integer':
      return BigInt(Number(cell));
    case 'instant':
    case 'day':
      return new Date(cell as string | number);
    case 'text':
    case 'number':
    case 'boolean':
      return cell;
  }
}
