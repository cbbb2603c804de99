import { stringify } from 'csv-stringify/sync';
import { formatInstant } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Column, Row, Table } from './table.ts';

/**
 * Rows as CSV (RFC 4180): comma, CRLF, quotes only where they are needed, UTF-8 without a mark. Nothing is an empty
 * field, a boolean is `true` or `false`, an instant is UTC text with milliseconds, a number has a point.
 */

/** The line of names. */
export function csvHeader({ columns }: Table): string {
  return lines([columns.map(({ name }) => name)]);
}

/** The lines of some rows; nothing for none. */
export function csvRows(table: Table, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  return lines(
    rows.map((row) => table.columns.map((column, index) => field(table, column, row[index] ?? null))),
  );
}

const lines = (rows: readonly (readonly string[])[]): string =>
  stringify(rows as string[][], { record_delimiter: 'windows' });

function field(table: Table, column: Column, value: Row[number]): string {
  if (value === null) return '';
  if (column.type === 'instant') return formatInstant(value as Instant);
  if (typeof value === 'string') return harmless(table, column, value);
  return String(value);
}

/**
 * A spreadsheet reads a text that begins so as a formula (OWASP, CSV injection). No code or pseudonym of a release
 * does, so such a value is a fault of the input: refused, because a mark before it would be another value.
 */
function harmless(table: Table, { name }: Column, value: string): string {
  if (/^[=+\-@\t\r\n]/.test(value))
    throw new Error(
      `table ${table.name}, column ${name}: a value begins with "${value[0] ?? ''}", which a spreadsheet reads as a formula`,
    );
  if (value === '') throw new Error(`table ${table.name}, column ${name}: an empty text is no value`);
  return value;
}
