import { z } from 'zod';
import { LogUnavailable } from '../../log/unavailable.ts';
import type { Database } from '../../log/sqlite/database.ts';
import { columnsOf } from '../office.ts';
import { sharedTables } from './tables.ts';
import type { SharedTable } from './tables.ts';

const change = z.object({
  table: z.string(),
  row: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
type Row = z.infer<typeof change>['row'];

/**
 * Lays a row that a node wrote beside what is here; false if this version does not understand it.
 * @throws LogUnavailable if it is ours and nothing is known of it here.
 */
export function merging(db: Database, own: string): (text: string, node: string) => boolean {
  const ways = new Map(
    sharedTables
      .filter(({ name }) => columnsOf(db, name).length > 0)
      .map((table) => [table.name, table.elsewhere ? wayBeside(db, table, own) : wayInto(db, table)]),
  );
  return (text, node) => {
    const read = change.safeParse(JSON.parse(text));
    const way = read.success ? ways.get(read.data.table) : undefined;
    if (!read.success || !way) return false;
    try {
      way(read.data.row, node);
      return true;
    } catch (error) {
      if (isRefusal(error)) return false;
      throw error;
    }
  };
}

type Way = (row: Row, node: string) => void;

function wayBeside(db: Database, { name, key, elsewhere = name }: SharedTable, own: string): Way {
  const same = db.prepare(`SELECT 1 FROM ${name} WHERE n = ? AND hash = ?`);
  const keep = wayInto(db, { name: elsewhere, lane: 'kept', key: ['node', ...key] });
  return (row, node) => {
    if (node !== own) keep({ ...row, node }, node);
    else if (same.get(row['n'] ?? 0, row['hash'] ?? '') === undefined)
      throw new LogUnavailable(
        'damaged',
        `The access log of this node misses row ${String(row['n'])}, which others have: office.db was put back from an older copy, or is used twice.`,
        'Stop, put office.db aside and start again: the node is told everything by the others.',
      );
  };
}

function wayInto(db: Database, { name, key, merge = {} }: SharedTable): Way {
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
