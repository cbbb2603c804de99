import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisOf } from '../../../src/web/results/axis.ts';
import { gridOf } from '../../../src/web/results/grid.ts';
import { limitsThatDiffer } from '../../../src/web/results/limits.ts';
import { shownNumber, shownTick } from '../../../src/web/results/numbers.ts';
import { panelsOf, plotKind } from '../../../src/web/results/panels.ts';
import { parseResult } from '../../../src/web/results/parse.ts';
import { wrapped } from '../../../src/web/results/wrap.ts';
import { cohort, lab, tableOf } from './examples.ts';

/** What a drawing of a result rests on. */

describe('an axis', () => {
  it('has a place within its edges for every number, in their order, and for zero', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ noNaN: true }), { maxLength: 8 }), (values) => {
        const axis = axisOf(values, [2, 90]);
        const sorted = [...values, 0].sort((one, other) => one - other).map(axis.place);
        expect(sorted.every((place) => place >= 2 && place <= 90)).toBe(true);
        expect([...sorted].sort((one, other) => one - other)).toEqual(sorted);
        expect(axis.ticks.length).toBeLessThan(12);
      }),
      { examples: [[[-5e-324, 5e-324]]] },
    );
  });

  it('has no marks where there is no number, and a length where all are zero', () => {
    expect(axisOf([], [0, 100]).ticks).toEqual([]);
    expect(axisOf([0, 0], [0, 100]).place(0)).toBe(0);
  });
});

it('writes numbers as the reader does', () => {
  expect(shownNumber(1234.56, 'days', 'nl')).toBe('1.234,6');
  expect(shownNumber(1234.56, 'days', 'en')).toBe('1,234.6');
  expect(shownNumber(0.1234, 'share', 'en')).toBe('12.3%');
  expect(shownNumber(0.01234, 'per_family_month', 'nl')).toBe('0,012');
  expect(shownNumber(-0, 'number', 'nl')).toBe('0');
  expect(shownNumber(-1e300, 'number', 'nl')).toBe('-1E300');
  expect(shownTick(1_250_000, 'families', 'en')).toBe('1.25m');
});

it('breaks names over lines, and shows where it cut', () => {
  expect(wrapped('een twee drie', 8, 3)).toEqual(['een twee', 'drie']);
  expect(wrapped('abcdefghij', 4, 3)).toEqual(['abcd', 'efgh', 'ij']);
  expect(wrapped('abcdefghijklm', 4, 2)).toEqual(['abcd', 'efg…']);
  expect(wrapped('', 4, 2)).toEqual(['']);
});

describe('a table', () => {
  const grids = new Map([...cohort.tables, ...lab.tables].map((table) => [table.id, gridOf(table)]));
  const grid = (id: string) => grids.get(id) as ReturnType<typeof gridOf>;

  it('is drawn by what is in it', () => {
    expect(plotKind(grid('violence_stopped'))).toBe('bars');
    expect(plotKind(grid('family_status'))).toBe('stacks');
    expect(plotKind(grid('errors'))).toBe('whiskers');
    expect(panelsOf(grid('differences')).map(({ value }) => value)).toEqual(['strenger', 'ruimer']);
  });

  it('is no part of a whole if a number is below zero or a status is none', () => {
    const status = ['unsafe', 'direct'];
    const drawn = (values: readonly string[], given: readonly number[]) =>
      plotKind(gridOf(tableOf('x', 'persons', { moment: ['T0'], status: values }, given)));
    expect(drawn(status, [20, -20])).toBe('bars');
    expect(drawn([...status, 'other'], [20, 30, 40])).toBe('bars');
    expect(drawn([...status, 'total'], [20, 30, 50])).toBe('stacks');
  });

  it('has no number where the file has no row', () => {
    const table = tableOf('x', 'events', { a: ['b', 'c'] }, [10, 20]);
    const [first] = table.rows;
    expect(gridOf({ ...table, rows: first ? [first] : [] }).cell(['c'])).toEqual({
      value: null,
      hidden: 'none',
    });
  });
});

describe('a file', () => {
  const text = (tables: unknown) => JSON.stringify({ ...cohort, tables });
  const table = (cell: object, more: object = {}) => ({
    id: 'x',
    unit: 'families',
    dimensions: [{ id: 'a', values: ['b'] }],
    rows: [{ at: ['b'], cell }],
    ...more,
  });

  it('loses what is hidden when it is read, also if its value stands there', () => {
    const read = parseResult(text([table({ value: 40, low: 30, high: 50, hidden: 'secondary' })]));
    expect(typeof read === 'string' ? read : read.tables[0]?.rows[0]?.cell).toEqual({
      value: null,
      hidden: 'secondary',
    });
  });

  it.each([
    ['a count that is too small', table({ value: 5 }), 'not-protected'],
    ['a small count that says that it is hidden', table({ value: 3, hidden: 'small' }), 'not-protected'],
    [
      'a place that no dimension has',
      table({ value: 20 }, { dimensions: [{ id: 'a', values: ['c'] }] }),
      'does-not-fit',
    ],
    [
      'a value twice',
      table({ value: 20 }, { dimensions: [{ id: 'a', values: ['b', 'b'] }] }),
      'does-not-fit',
    ],
    [
      'a place with too few values',
      table(
        { value: 20 },
        {
          dimensions: [
            { id: 'a', values: ['b'] },
            { id: 'c', values: ['d'] },
          ],
        },
      ),
      'does-not-fit',
    ],
    ['a field that is not known', table({ value: 20, family: 'fam-1' }), 'not-a-result'],
    ['a name with a path in it', table({ value: 20 }, { id: '../x' }), 'not-a-result'],
  ])('is refused with %s', (_name, given, why) => {
    expect(parseResult(text([given]))).toBe(why);
  });

  it('is refused if it describes more cells than a page can have, without making them', () => {
    const values = Array.from({ length: 2000 }, (_, index) => String(index));
    const dimensions = ['a', 'b', 'c'].map((id) => ({ id, values }));
    expect(parseResult(text([table({ value: 20 }, { dimensions, rows: [] })]))).toBe('too-large');
  });

  it('may have been rounded down to just below what is told', () => {
    expect(
      typeof parseResult(
        JSON.stringify({ ...cohort, cells: { least: 11, base: 5 }, tables: [table({ value: 10 })] }),
      ),
    ).toBe('object');
  });
});

it('names the limits that differ: between policies, or of one from the default', () => {
  expect(limitsThatDiffer(lab).map(({ name, values }) => [name, ...values])).toEqual([
    ['directQuietDays', 14, 56],
    ['sightDays', 14, 7],
  ]);
  expect(limitsThatDiffer(cohort)).toEqual([]);
  const own = { name: 'own', parameters: { sightDays: 3, constructor: 4 } };
  expect(limitsThatDiffer({ policies: [own] })).toEqual([
    { name: 'sightDays', values: [3], standard: 14 },
    { name: 'constructor', values: [4], standard: undefined },
  ]);
});
