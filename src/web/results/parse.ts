import { Result } from '../../release/result.ts';
import type { ResultTable } from '../../release/result.ts';

/** Why a file is not shown. Never anything of what stands in it. */
export type Refusal =
  | 'not-a-file'
  | 'too-large'
  | 'unreadable'
  | 'not-json'
  | 'other-version'
  | 'not-a-result'
  | 'does-not-fit'
  | 'not-protected';

/** More cells than this make a page that nobody reads, and that costs the server too much to make. */
const mostCells = 20_000;

/** The text of a file as a result of which every table can be drawn, or why not. */
export function parseResult(text: string): Result | Refusal {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return 'not-json';
  }
  const read = Result.safeParse(json);
  if (!read.success) return isOfLater(json) ? 'other-version' : 'not-a-result';
  const { tables, cells } = read.data;
  if (new Set(tables.map(({ id }) => id)).size < tables.length) return 'does-not-fit';
  if (!tables.every(fits)) return 'does-not-fit';
  if (tables.reduce((sum, table) => sum + cellsOf(table), 0) > mostCells) return 'too-large';
  if (tables.some((table) => showsFew(table, cells))) return 'not-protected';
  return { ...read.data, tables: tables.map((table) => ({ ...table, rows: table.rows.map(withoutHidden) })) };
}

/** What is hidden is gone from here on: no page can show it by a slip. */
const withoutHidden = ({ at, cell }: ResultTable['rows'][number]): ResultTable['rows'][number] => ({
  at,
  cell:
    cell.value === null || cell.hidden !== undefined ? { value: null, hidden: cell.hidden ?? 'none' } : cell,
});

const isOfLater = (json: unknown): boolean =>
  typeof json === 'object' &&
  json !== null &&
  'format' in json &&
  json.format === 'waakvlam-result' &&
  'version' in json &&
  json.version !== 1;

const cellsOf = ({ dimensions }: ResultTable): number =>
  dimensions.reduce((product, { values }) => product * values.length, 1);

/** Every row stands once, at values that its dimensions know. */
function fits({ dimensions, rows }: ResultTable): boolean {
  const known = dimensions.map(({ values }) => new Set(values));
  if (known.some(({ size }, index) => size < (dimensions[index]?.values.length ?? 0))) return false;
  if (new Set(dimensions.map(({ id }) => id)).size < dimensions.length) return false;
  const isAt = ({ at }: ResultTable['rows'][number]) =>
    at.length === known.length && known.every((values, index) => values.has(at[index] ?? ''));
  return rows.every(isAt) && new Set(rows.map(({ at }) => JSON.stringify(at))).size === rows.length;
}

/**
 * Whoever made the file should have hidden it: then nothing of the file can be trusted to be protected. Rounding brings
 * a number that may be shown down by less than its base.
 */
const showsFew = ({ unit, rows }: ResultTable, { least, base }: Result['cells']): boolean =>
  (unit === 'families' || unit === 'persons') &&
  rows.some(({ cell }) => cell.value !== null && cell.value <= least - Math.max(base, 1));
