import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { historyOf } from '../../projections/family-history.ts';
import { csvHeader, csvRows } from '../../src/release/csv.ts';
import { knownOf } from '../../src/release/known-family.ts';
import type { Table, Terms } from '../../src/release/table.ts';
import { tables } from '../../src/release/tables/all.ts';
import { ends, invented } from './invented.ts';
import { otter, terms } from './otter.ts';

const lines = (text: string): readonly string[] => text.split(/\r?\n/);

describe('given the family otter', () => {
  it.each(tables.map((table) => [table.name, table] as const))(
    'then its %s are exactly these',
    (name, table) => {
      const expected = readFileSync(join(import.meta.dirname, 'otter', `${name}.csv`), 'utf8');
      expect(lines(csvHeader(table) + csvRows(table, [...table.rows(otter, terms)]))).toEqual(
        lines(expected),
      );
    },
  );

  it('then what began at the end of observation or later has no row, and what holds then is open', () => {
    const before: Terms = { ...terms, until: Date.parse('2025-01-24T13:00:00Z') as Terms['until'] };
    const rows = [...named('coverage').rows(otter, before)];
    expect(rows.map((row) => row.slice(7))).toEqual([
      ['accepted', Date.parse('2025-01-14T09:00:00Z'), Date.parse('2025-01-15T13:00:00Z')],
      ['active', Date.parse('2025-01-15T13:00:00Z'), null],
    ]);
  });
});

const named = (name: string): Table => tables.find((table) => table.name === name) as Table;

describe('given an invented region', () => {
  it('then the statuses of everybody follow each other without a gap from the first fact to the end', () => {
    const column = (row: readonly unknown[], name: string) =>
      row[named('statuses').columns.findIndex((each) => each.name === name)];
    for (const each of invented) {
      const rows = [...named('statuses').rows(each, ends)];
      const persons = [...named('persons').rows(each, ends)].map((row) => row[1]);
      const [first] = [...named('families').rows(each, ends)].map((row) => row[1]);
      for (const person of persons) {
        const own = rows.filter((row) => row[1] === person);
        expect(own.map((row) => column(row, 'from'))).toEqual([
          first,
          ...own.slice(0, -1).map((row) => column(row, 'until')),
        ]);
        expect(column(own.at(-1) ?? [], 'until')).toBeNull();
      }
      expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(persons));
    }
  });

  it('then the statuses are those of the histories that the pages show', () => {
    for (const each of invented) {
      const known = knownOf(each, ends);
      const shown = historyOf(known).persons.flatMap(({ person, status }) =>
        status
          .filter(({ from }) => from < ends.until)
          .map(({ is, from, until }) => [person, is, from, until >= ends.until ? null : until]),
      );
      const told = merged([...named('statuses').rows(each, ends)].filter((row) => row[2] !== 'not_computed'));
      expect(told).toEqual(shown);
    }
  });

  it('then every value fits its column, and every listed value is one of the list', () => {
    for (const table of tables)
      for (const each of invented)
        for (const row of table.rows(each, ends)) {
          expect(row.length).toBe(table.columns.length);
          row.forEach((value, index) => {
            const { name, type, isNullable, values } = table.columns[index] ?? { name: '', type: 'text' };
            const wanted =
              { text: 'string', day: 'string', boolean: 'boolean', instant: 'number' }[type as string] ??
              'number';
            const fits = value === null ? isNullable === true : typeof value === wanted && value !== '';
            if (
              !fits ||
              (value !== null &&
                values &&
                !String(value)
                  .split(' ')
                  .every((code) => values.includes(code)))
            )
              expect.fail(`${table.name}.${name}: ${String(value)}`);
          });
        }
  });
});

/** Rows of statuses without the difference that evidence and decisions make. */
function merged(rows: readonly (readonly unknown[])[]): unknown[][] {
  const found: unknown[][] = [];
  for (const [, person, status, , , from, until] of rows) {
    const last = found.at(-1);
    if (last && last[0] === person && last[1] === status && last[3] === from) last[3] = until;
    else found.push([person, status, from, until]);
  }
  return found;
}

describe('given rows for CSV', () => {
  const table: Table = {
    name: 'beasts',
    meaning: 'One row per beast.',
    columns: [
      { name: 'name', type: 'text', isNullable: true, meaning: 'Its name.' },
      { name: 'is_wild', type: 'boolean', isNullable: true, meaning: 'It is wild.' },
      { name: 'seen_at', type: 'instant', isNullable: true, meaning: 'When it was seen.' },
      { name: 'weight', type: 'number', isNullable: true, meaning: 'In kilograms.' },
    ],
    *rows() {
      yield [];
    },
  };

  it('then nothing is empty, a boolean a word, an instant UTC text, and lines end with CRLF', () => {
    const rows = [
      ['das, "oud"', true, Date.parse('2025-03-30T00:30:00Z'), -1.5],
      [null, null, null, null],
    ];
    expect(csvHeader(table) + csvRows(table, rows)).toBe(
      'name,is_wild,seen_at,weight\r\n"das, ""oud""",true,2025-03-30T00:30:00.000Z,-1.5\r\n,,,\r\n',
    );
  });

  it.each(['=1+1', '+1', '-x', '@SUM(A1)', '\t=1'])(
    'then the text %j, which a spreadsheet would run, is refused',
    (text) => {
      expect(() => csvRows(table, [[text, null, null, null]])).toThrow(
        'table beasts, column name: a value begins with',
      );
    },
  );
});
