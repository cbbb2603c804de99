import { describe, expect, it } from 'vitest';
import type { CountTable } from '../../../src/release/cells/count-table.ts';
import { protect } from '../../../src/release/cells/protect.ts';
import { estimateCell, shareCell } from '../../../src/release/cells/shares.ts';
import { ResultTable } from '../../../src/release/result.ts';

const rule = { least: 10, base: 5 };

/** A table of two dimensions, protected and drawn: `s` is small, `x` secondary. */
function drawn(
  counts: readonly (readonly number[])[],
  further: Partial<CountTable>,
  cells = rule,
): readonly string[] {
  const values = (prefix: string, of: readonly unknown[]) =>
    of.map((_, index) => `${prefix}${String(index)}`);
  const table = protect(
    {
      id: 'outcomes',
      unit: 'families',
      dimensions: [
        { id: 'region', values: values('r', counts) },
        { id: 'outcome', values: values('o', counts[0] ?? []) },
      ],
      counts: counts.flat(),
      ...further,
    },
    cells,
  );
  expect(ResultTable.parse(table)).toEqual(table);
  const [rows = [], columns = []] = table.dimensions.map((dimension) => dimension.values);
  return rows.map((row) =>
    columns
      .map((column) => table.rows.find(({ at }) => at.join() === `${row},${column}`)?.cell)
      .map((cell) =>
        cell?.hidden ? { small: 's', secondary: 'x', none: '-' }[cell.hidden] : String(cell?.value),
      )
      .join(' '),
  );
}

describe('given counts, protect', () => {
  it('hides what is below ten, rounds the rest to fives, and hides zero like other small counts', () => {
    expect(drawn([[0, 1, 9, 10, 12, 13, 17, 18]], {})).toEqual(['s s s 10 10 15 15 20']);
  });

  it('leaves it at that where rounding hides a small cell among its totals', () => {
    const counts = [
      [20, 15, 30],
      [3, 40, 60],
      [50, 60, 80],
    ];
    expect(drawn(counts, { totals: ['region', 'outcome'] })).toEqual([
      '20 15 30 65',
      's 40 60 105',
      '50 60 80 190',
      '75 115 170 360',
    ]);
  });

  // Counts by county and education as in the worked example of Statistical Policy Working Paper 22 (FCSM, 2005),
  // with its threshold of 5; six are small.
  it('hides further cells of the table of Working Paper 22, told without rounding', () => {
    const counts = [
      [15, 1, 3, 1],
      [20, 10, 10, 15],
      [3, 10, 10, 2],
      [12, 14, 7, 2],
    ];
    const cells = { least: 5, base: 1 };
    expect(drawn(counts, { totals: ['region', 'outcome'] }, cells)).toEqual([
      '15 s s s 20',
      '20 x x 15 55',
      's x 10 s 25',
      'x 14 x s 35',
      '50 35 30 20 135',
    ]);
  });

  it('hides the row or its total where everybody falls into one cell', () => {
    expect(drawn([[25, 0, 0, 0]], { totals: ['outcome'] })).toEqual(['x s s s 25']);
  });

  it('hides the one large cell of a row of which everybody knows the sum', () => {
    const counts = [
      [0, 0, 0, 200],
      [30, 40, 20, 110],
    ];
    expect(drawn(counts, { known: ['outcome'] })).toEqual(['s s s x', '30 40 20 110']);
  });

  it('calls all hidden cells of a row secondary where the words would tell them apart', () => {
    expect(drawn([[4, 10]], { known: ['outcome'] })).toEqual(['x x']);
  });

  it('hides a large count with few families behind it, and a neighbour, so that it stays open to twice itself', () => {
    const events: Partial<CountTable> = { unit: 'events', totals: ['outcome'], contributors: [3, 20, 40] };
    expect(drawn([[80, 90, 300]], events)).toEqual(['s x 300 470']);
  });

  it('never shows as 0 what is not 0, whatever the base', () => {
    expect(drawn([[10, 12, 13, 37]], {}, { least: 10, base: 25 })).toEqual(['s s 25 25']);
  });
});

describe('given a table that cannot be, protect', () => {
  const table: CountTable = {
    id: 'odd',
    unit: 'families',
    dimensions: [{ id: 'a', values: ['x', 'y'] }],
    counts: [1, 2],
  };
  const odd: readonly [string, Partial<CountTable>, string][] = [
    ['too few counts', { counts: [1] }, 'table odd, counts: 2 numbers, one per cell'],
    ['half a family', { counts: [1, 1.5] }, 'table odd, counts: whole numbers from 0 on'],
    ['fewer than none', { counts: [1, -1] }, 'table odd, counts: whole numbers from 0 on'],
    ['a total of nothing', { totals: ['b'] }, 'table odd, totals: b is no dimension'],
    [
      'a value twice',
      { dimensions: [{ id: 'a', values: ['x', 'x'] }] },
      'table odd, dimension a: each value once',
    ],
    ['no dimension', { dimensions: [], counts: [] }, 'table odd, dimensions: from 1 to 3'],
  ];
  it.each(odd)('names the field: %s', (_, change, message) => {
    expect(() => protect({ ...table, ...change }, rule)).toThrow(new RangeError(message));
  });

  it('names the parameter', () => {
    expect(() => protect(table, { least: 1, base: 5 })).toThrow('cells.least: a whole number from 2 on');
    expect(() => protect(table, { least: 10, base: 0 })).toThrow('cells.base: a whole number from 1 on');
  });
});

describe('a share', () => {
  it.each([
    [30, 100, { value: 0.3 }],
    [34, 112, { value: 0.32 }],
    [9, 100, { value: null, hidden: 'small' }],
    [91, 100, { value: null, hidden: 'small' }],
    [100, 100, { value: null, hidden: 'small' }],
    [0, 100, { value: null, hidden: 'small' }],
    [0, 0, { value: null, hidden: 'none' }],
  ])('of %i in %i is told from the rounded counts, or not', (part, whole, cell) => {
    expect(shareCell(part, whole, rule)).toEqual(cell);
  });
});

describe('an estimate', () => {
  it('of fewer than ten families is hidden, and of none there is no number', () => {
    expect(estimateCell({ value: 12, contributors: 9 }, rule)).toEqual({ value: null, hidden: 'small' });
    expect(estimateCell({ value: null, contributors: 40 }, rule)).toEqual({ value: null, hidden: 'none' });
  });

  it('is told in steps as large as the share of one family, with its bounds rounded outward', () => {
    expect(estimateCell({ value: 34.2, low: 31.1, high: 36.9, contributors: 10 }, rule)).toEqual({
      value: 35,
      low: 30,
      high: 40,
    });
    expect(estimateCell({ value: 34.237, low: 33.99, high: 34.51, contributors: 1000 }, rule)).toEqual({
      value: 34.25,
      low: 33.95,
      high: 34.55,
    });
    expect(estimateCell({ value: -0.00001, contributors: 50 }, rule)).toEqual({ value: 0 });
  });
});
