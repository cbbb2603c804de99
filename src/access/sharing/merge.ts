import { z } from 'zod';
import type { Database } from '../../log/sqlite/database.ts';
import { columnsOf } from '../office.ts';
import { sharedTables } from './tables.ts';
import type { SharedTable } from './tables.ts';

const change = z.object({
  table: z.string(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
type Row = z.infer<typeof change>['row'];

/** Lays a row that another node wrote beside what is here; false if this version does not understand it. */
export function merging(db: Database): (text: string, node: string) => boolean {
  const ways = new Map(
    sharedTables
      .filter(({ name }) => columnsOf(db, name).length > 0)
      .map((table) => [table.name, wayInto(db, table)]),
  );
  return (text) => {
    const read = change.safeParse(JSON.parse(text));
    const way = read.success ? ways.get(read.data.table) : undefined;
    if (!read.success || !way) return false;
    try {
      way(read.data.row);
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  };
}

function wayInto(db: Database, { name, key, merge = {} }: SharedTable): (row: Row) => void {
  const known = columnsOf(db, name);
  const ways = new Map<string, ReturnType<Database['prepare']>>();
  /** A node of another version may know fewer columns, or more. */
  const wayOf = (columns: readonly string[]) => {
    const merged = Object.keys(merge).filter((column) => columns.includes(column));
    const [rules, mine] = [merged.map((column) => merge[column]), merged.map((column) => `mine.${column}`)];
    const update =
      merged.length === 0
        ? 'NOTHING'
        : `UPDATE SET ${merged.map((column, index) => `${column} = ${rules[index] ?? ''}`).join(', ')}
           WHERE (${rules.join(', ')}) IS NOT (${mine.join(', ')})`;
    return db.prepare(
      `INSERT INTO ${name} AS mine (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
       ON CONFLICT (${key.join(', ')}) DO ${update}`,
    );
  };
  return (row) => {
    const columns = known.filter((column) => column.name in row);
    const names = columns.map((column) => column.name);
    const way = ways.get(names.join()) ?? wayOf(names);
    ways.set(names.join(), way);
    way.run(
      ...columns.map((column) => {
        const cell = row[column.name] ?? null;
        return column.isBlob && typeof cell === 'string' ? Buffer.from(cell, 'hex') : cell;
      }),
    );
  };
}

/** A rule of the table does not take it: https://sqlite.org/rescode.html#constraint */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 19;
