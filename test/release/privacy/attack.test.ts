import { expect, it } from 'vitest';
import { fits } from '../../../src/release/privacy/fits.ts';
import { historyOf } from '../../../src/release/privacy/history.ts';
import type { Known, KnownTo } from '../../../src/release/privacy/history.ts';
import { referenceOf } from '../../../src/release/privacy/reference.ts';
import { sequenceRisk } from '../../../src/release/privacy/sequences.ts';
import { diceFrom } from '../../../src/release/random.ts';

/** Three families that differ in days alone, and one with an event that no other has. 1 January 2024 is a Monday. */
const day = 1440;
const monday = (Date.UTC(2024, 0, 1) / 60_000) | 0;
const [report, visit, rare] = [1, 2, 3];
const on = (kind: number, days: number): Known => ({ kind, at: monday + days * day + 600 });
const berg = [on(report, 70), on(visit, 75), on(visit, 82)];
const dijk = [on(report, 77), on(visit, 82), on(visit, 89)];
const meer = [on(report, 84), on(visit, 89), on(visit, 96)];
const veen = [on(report, 70), on(visit, 75), on(rare, 82)];

const told = (truth: readonly Known[], weeks: number, grain = day) =>
  truth.map(({ kind, at }) => {
    const from = Math.floor((at - weeks * 7 * day - monday) / grain) * grain + monday;
    return { kind, from, until: from + grain };
  });

const attack = (
  truth: readonly Known[],
  released: ReturnType<typeof told>[],
  shifts: readonly number[],
  knownTo: KnownTo = 'day',
) => ({
  truth,
  told: released[0] ?? [],
  reference: referenceOf(released, 100, knownTo),
  n: 2,
  shifts,
  draws: 10,
  k: 3,
  random: diceFrom('00000001'.repeat(3)),
});

it('before a release two days of its log are enough to find a family', () => {
  const released = [berg, dijk, meer].map((truth) => told(truth, 0));
  expect(sequenceRisk(attack(berg, released, [0]))).toEqual({
    first: 1,
    any: { least: 1, tried: 3, below: 3, isComplete: true },
    drivers: new Map([
      [report, 2],
      [visit, 1],
    ]),
  });
});

it('moved by none to two weeks each, the three look the same', () => {
  const released = [told(berg, 0), told(dijk, 1), told(meer, 2)];
  expect(sequenceRisk(attack(berg, released, [0, 1, 2]))).toEqual({
    first: 3,
    any: { least: 3, tried: 3, below: 0, isComplete: true },
    drivers: new Map(),
  });
});

it('of a family with an event that no other has, that event is left out; if that is too much, the family', () => {
  const released = [told(veen, 0), told(berg, 0), told(dijk, 1)];
  const { any, drivers } = sequenceRisk({ ...attack(veen, released, [0, 1, 2]), k: 2 });
  expect([any.least, any.below, [...drivers]]).toEqual([1, 2, [[rare, 2]]]);
});

it('who knows the order alone finds only those with the same kinds in that order', () => {
  const back = [on(visit, 1), on(visit, 2), on(report, 9)];
  const released = [berg, dijk, back].map((truth) => told(truth, 0));
  const risk = sequenceRisk(attack(berg, released, [0], 'order'));
  expect([risk.first, risk.any]).toEqual([2, { least: 2, tried: 3, below: 2, isComplete: true }]);
});

it('of many events random choices are tried, the same for the same seed', () => {
  const long = Array.from({ length: 100 }, (_, index) => on(visit, index));
  const released = [told(long, 0), told(long, 1), told(long.slice(0, 60), 0)];
  const tried = () => sequenceRisk({ ...attack(long, released, [0, 1]), n: 5, draws: 40 });
  const { any } = tried();
  expect([any.tried, any.isComplete]).toEqual([40, false]);
  expect(any.below).toBeGreaterThan(0);
  expect(any.below).toBeLessThan(40 + 1);
  expect(tried()).toEqual(tried());
});

it('a truth that the release does not tell is refused: on another clock everything would seem safe', () => {
  const anHourLater = told(berg, 0, 1).map((event) => ({
    ...event,
    from: event.from + 60,
    until: event.until + 60,
  }));
  expect(() => sequenceRisk(attack(berg, [anHourLater], [0, 1], 'exact'))).toThrow(
    'told: must tell the truth',
  );
  expect(() => sequenceRisk(attack(berg, [told(dijk.slice(1), 0)], [0]))).toThrow('told: must hold the same');
});

it('a time that is no whole minute, or no time at all, is refused', () => {
  const of = (from: number, until: number) => () => referenceOf([[{ kind: 1, from, until }]], 1, 'day');
  expect(of(0.5, 2)).toThrow('from:');
  expect(of(0, Number.NaN)).toThrow('until:');
  expect(of(5, 5)).toThrow('until: an event needs some time');
});

it('a seed of too few digits, or of others, is refused', () => {
  expect(() => diceFrom('abc')).toThrow('seed:');
  expect(() => diceFrom('x'.repeat(24))).toThrow('seed:');
  const throws = (seed: string) => {
    const own = diceFrom(seed);
    return Array.from({ length: 8 }, () => own.below(1000));
  };
  expect(throws('0123456789abcdef01234567')).toEqual(throws('0123456789abcdef01234567'));
  expect(throws('0123456789abcdef01234567')).not.toEqual(throws('0123456789abcdef01234568'));
});

it('a long interval counts although a short one within it is over', () => {
  const [long, short, next] = [
    { kind: visit, from: 0, until: 100 },
    { kind: visit, from: 10, until: 11 },
    { kind: visit, from: 55, until: 70 },
  ];
  const twice = [
    { kind: visit, at: 50 },
    { kind: visit, at: 60 },
  ];
  expect(fits(twice, historyOf([long, short, next], 'exact'), [0])).toBe(true);
  expect(fits(twice, historyOf([long, short], 'exact'), [0])).toBe(false);
});

it('by order alone, what was over before the earlier event cannot be the later one', () => {
  const history = historyOf(
    [
      { kind: report, from: 50, until: 51 },
      { kind: visit, from: 0, until: 60 },
      { kind: visit, from: 10, until: 12 },
    ],
    'order',
  );
  const after = (visits: number) =>
    Array.from({ length: visits + 1 }, (_, index) => ({ kind: index === 0 ? report : visit, at: index }));
  expect(fits(after(1), history, [0])).toBe(true);
  expect(fits(after(2), history, [0])).toBe(false);
});
