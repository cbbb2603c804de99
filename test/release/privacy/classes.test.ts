import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drivers, measureClasses } from '../../../src/release/privacy/classes.ts';
import { discernibility, entropyLoss } from '../../../src/release/privacy/cost.ts';

const row = fc.record({
  age: fc.nat({ max: 3 }),
  region: fc.nat({ max: 2 }),
  sensitive: fc.constantFrom('a', 'b', 'c'),
});
const rows = fc.array(row, { maxLength: 30 });
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;
const groupsOf = (all: readonly Row[], key: (row: Row) => string) =>
  all.map((row) => ({ key: key(row), sensitive: row.sensitive, count: 1 }));
const whole = ({ age, region }: Row) => `${age}/${region}`;

it('each record is below k exactly if fewer than k records look like it', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 6 }), (all, limit) => {
      const alike = (row: Row) => all.filter((other) => whole(other) === whole(row));
      const values = (row: Row) => new Set(alike(row).map(({ sensitive }) => sensitive)).size;
      const risk = measureClasses(groupsOf(all, whole));
      expect(risk.belowK(limit)).toBe(all.filter((row) => alike(row).length < limit).length);
      expect(risk.belowL(limit)).toBe(all.filter((row) => values(row) < limit).length);
      expect(risk.k).toBe(all.length === 0 ? 0 : Math.min(...all.map((row) => alike(row).length)));
      expect(risk.l).toBe(all.length === 0 ? 0 : Math.min(...all.map(values)));
      expect(risk.entropyL).toBeLessThanOrEqual(risk.l + 1e-9);
      expect(risk.averageRisk).toBeCloseTo(
        all.length === 0 ? 0 : all.reduce((sum, row) => sum + 1 / alike(row).length, 0) / all.length,
        12,
      );
      expect(discernibility(risk.sizes, 2)).toBe(
        all.reduce((sum, row) => sum + alike(row).length, 0) + 2 * (all.length + 2),
      );
    }),
  );
});

it('coarser classes never put more records below k or l', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 6 }), (all, limit) => {
      const fine = measureClasses(groupsOf(all, whole));
      const coarse = measureClasses(groupsOf(all, ({ age, region }) => `${age >> 1}/${region}`));
      expect(coarse.belowK(limit)).toBeLessThanOrEqual(fine.belowK(limit));
      expect(coarse.belowL(limit)).toBeLessThanOrEqual(fine.belowL(limit));
      expect(coarse.k).toBeGreaterThanOrEqual(fine.k);
    }),
  );
});

it('counts say the same as records, in whatever parts they come', () => {
  const { belowK, belowL, sizes, ...figures } = measureClasses([
    { key: 'x', sensitive: 'a', count: 2 },
    { key: 'y', sensitive: 'a', count: 1 },
    { key: 'x', sensitive: 'b', count: 2 },
    { key: 'x', sensitive: 'a', count: 1 },
    { key: 'z', sensitive: 'a', count: 0 },
  ]);
  expect(figures).toEqual({
    records: 6,
    classes: 2,
    k: 1,
    l: 1,
    entropyL: 1,
    unique: 1,
    highestRisk: 1,
    averageRisk: 1 / 3,
    averageClassSize: 3,
  });
  expect([belowK(5), belowK(6), belowL(2)]).toEqual([1, 6, 1]);
  expect([...sizes]).toEqual([
    [1, 1],
    [5, 1],
  ]);
});

it('a count below nothing is refused', () => {
  expect(() => measureClasses([{ key: 'x', sensitive: 'a', count: -1 }])).toThrow('count:');
  expect(() => entropyLoss([{ from: 'x', to: 'a', count: Number.NaN }])).toThrow('count:');
});

it('no records risk nothing, and are not k-anonymous either', () => {
  const { k, l, records, highestRisk, averageRisk } = measureClasses([]);
  expect({ k, l, records, highestRisk, averageRisk }).toEqual({
    k: 0,
    l: 0,
    records: 0,
    highestRisk: 0,
    averageRisk: 0,
  });
});

it('the field without which most records are no longer below k drives the risk most', () => {
  const all: Row[] = [
    { age: 0, region: 0, sensitive: 'a' },
    { age: 1, region: 0, sensitive: 'a' },
    { age: 2, region: 0, sensitive: 'a' },
    { age: 2, region: 1, sensitive: 'a' },
  ];
  const without: Record<string, (row: Row) => string> = {
    age: ({ region }) => String(region),
    region: ({ age }) => String(age),
  };
  const risk = (field: string) => measureClasses(groupsOf(all, without[field] ?? whole));
  expect(drivers(['region', 'age'], risk, risk('none'), 2)).toEqual([
    { field: 'age', share: 0.75 },
    { field: 'region', share: 0.5 },
  ]);
});

it('entropy loss: nothing is lost by other names, all by one name for all, half by half of the bits', () => {
  const four = ['a', 'b', 'c', 'd'];
  const loss = (to: (from: string) => string) =>
    entropyLoss(four.map((from) => ({ from, to: to(from), count: 5 })));
  expect(loss((from) => from.toUpperCase())).toBe(0);
  expect(loss(() => '*')).toBe(1);
  expect(loss((from) => (from < 'c' ? 'ab' : 'cd'))).toBeCloseTo(0.5, 12);
  expect(entropyLoss([{ from: 'a', to: '*', count: 9 }])).toBe(0);
});

it('entropy loss: coarser values never lose less', () => {
  fc.assert(
    fc.property(rows, (all) => {
      const loss = (to: (row: Row) => string) =>
        entropyLoss(all.map((row) => ({ from: String(row.age), to: to(row), count: 1 })));
      const half = loss(({ age }) => String(age >> 1));
      expect(half).toBeGreaterThanOrEqual(0);
      expect(loss(() => '*')).toBeGreaterThanOrEqual(half - 1e-12);
    }),
  );
});
