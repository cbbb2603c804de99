import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protect } from '../../../src/release/cells/protect.ts';
import type { CountTable } from '../../../src/release/cells/count-table.ts';
import type { ResultTable } from '../../../src/release/result.ts';
import { attack } from './attacker.ts';

/** What an attacker who knows everything but the counts can find out from random tables. */

const names = (prefix: string, size: number) =>
  Array.from({ length: size }, (_, index) => `${prefix}${String(index)}`);

/** Mostly small counts and counts just above the border, where most can go wrong. */
const count = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 16 }) },
  { weight: 1, arbitrary: fc.integer({ min: 17, max: 400 }) },
);
const rule = fc.constantFrom(
  { least: 10, base: 5 },
  { least: 10, base: 1 },
  { least: 2, base: 1 },
  { least: 3, base: 3 },
  { least: 5, base: 10 },
  { least: 3, base: 10 },
);

function tables(sizes: readonly fc.Arbitrary<number>[], totals: readonly string[]): fc.Arbitrary<CountTable> {
  return fc.tuple(...sizes).chain((chosen) => {
    const cells = chosen.reduce((product, size) => product * size, 1);
    const dimensions = chosen.map((size, axis) => ({ id: `d${String(axis)}`, values: names('v', size) }));
    return fc
      .array(count, { minLength: cells, maxLength: cells })
      .map((counts) => ({ id: 'random', unit: 'families' as const, dimensions, counts, totals }));
  });
}

const upTo = (max: number) => fc.integer({ min: 1, max });
const shapes: Record<string, fc.Arbitrary<CountTable>> = {
  'of one dimension with its total': tables([upTo(6)], ['d0']),
  'of two dimensions with one total': tables([upTo(3), upTo(5)], ['d1']),
  'of two dimensions with both totals': tables([upTo(4), upTo(4)], ['d0', 'd1']),
  'of three dimensions with two totals': tables([upTo(3), upTo(2), upTo(3)], ['d0', 'd2']),
};

function expectProtected(shown: ResultTable, { least, base }: { least: number; base: number }): void {
  // Slices that no total joins stand alone, and so do the words in them.
  for (const part of apart(shown)) {
    const range = attack(part, { least, base });
    const last = Math.max(least, Math.ceil(base / 2)) - 1;
    for (const { at, cell } of part.rows) {
      const { low, high } = range(at.join('|'));
      const says = `${at.join('|')} from ${String(low)} to ${String(high)}`;
      if (cell.hidden === 'small') expect(low === 0 && high === last, says).toBe(true);
      // A total of nothing but small counts is called secondary as well, and is as open as a small count.
      const isOpen = high - low >= base || (low === 0 && high >= last);
      if (cell.hidden === 'secondary') expect(isOpen, says).toBe(true);
    }
  }
}

function apart(shown: ResultTable): readonly ResultTable[] {
  const fixed = shown.dimensions.flatMap(({ values }, axis) => (values.includes('total') ? [] : [axis]));
  const groups = Map.groupBy(shown.rows, ({ at }) => fixed.map((axis) => at[axis]).join('|'));
  return [...groups.values()].map((rows) => ({ ...shown, rows }));
}

describe('given a random table, an attacker who knows the rule', () => {
  it.each(Object.entries(shapes))('narrows no hidden figure %s', (_, table) => {
    fc.assert(
      fc.property(table, rule, (counts, cells) => {
        expectProtected(protect(counts, cells), cells);
      }),
      { numRuns: 150, seed: 20261125 },
    );
  });

  it('narrows no small count below what the sums alone tell, when he knows the sum of each row', () => {
    const table = tables([upTo(3), fc.integer({ min: 2, max: 4 })], []);
    fc.assert(
      fc.property(table, rule, (counts, cells) => {
        const shown = protect({ ...counts, known: ['d1'] }, cells);
        const [rows = [], columns = []] = counts.dimensions.map(({ values }) => values);
        const of = (row: number) => counts.counts.slice(row * columns.length, (row + 1) * columns.length);
        const sumOf = (row: number) => of(row).reduce((sum, value) => sum + value, 0);
        const last = Math.max(cells.least, Math.ceil(cells.base / 2)) - 1;
        rows.forEach((value, row) => {
          // Each row stands alone, and so do its words.
          const alone = { ...shown, rows: shown.rows.filter(({ at }) => at[0] === value) };
          const range = attack(alone, { ...cells, sums: { [`${value}|*`]: sumOf(row) } });
          columns.forEach((column, index) => {
            const truth = of(row)[index] ?? 0;
            if (truth > last) return;
            const { low, high } = range(`${value}|${column}`);
            expect(low).toBe(0);
            expect(high).toBeGreaterThanOrEqual(Math.min(last, sumOf(row)));
          });
        });
      }),
      { numRuns: 150, seed: 20261126 },
    );
  });

  it('never sees a number of which the true count is not one of those told so', () => {
    fc.assert(
      fc.property(tables([upTo(4), upTo(4)], ['d0', 'd1']), rule, (counts, cells) => {
        const shown = protect(counts, cells);
        const [, columns] = counts.dimensions;
        shown.rows
          .filter(({ at }) => !at.includes('total'))
          .forEach(({ cell }, index) => {
            const truth = counts.counts[index] ?? 0;
            if (truth < cells.least) expect(cell.value).toBeNull();
            if (cell.value !== null) expect(Math.abs(cell.value - truth)).toBeLessThanOrEqual(cells.base / 2);
          });
        expect(columns).toBeDefined();
      }),
      { numRuns: 150, seed: 20261127 },
    );
  });
});

describe('the attacker himself', () => {
  const rows = (cells: Record<string, number | null>): ResultTable => ({
    id: 'bare',
    unit: 'families',
    dimensions: [{ id: 'd0', values: Object.keys(cells) }],
    rows: Object.entries(cells).map(([at, value]) => ({
      at: [at],
      cell: value === null ? { value, hidden: 'small' as const } : { value },
    })),
  });

  it('given a table in which only the small cell is hidden, finds it', () => {
    const range = attack(rows({ a: 50, b: null, total: 53 }), { least: 10, base: 1 });
    expect(range('b')).toEqual({ low: 3, high: 3 });
  });

  it('given everybody in one cell, finds that hardly anybody is elsewhere', () => {
    const range = attack(rows({ a: 25, b: null, c: null, total: 25 }), { least: 10, base: 5 });
    expect(range('b')).toEqual({ low: 0, high: 4 });
  });
});
