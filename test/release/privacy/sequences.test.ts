import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fits } from '../../../src/release/privacy/fits.ts';
import { historyOf } from '../../../src/release/privacy/history.ts';
import type { Known, KnownTo, Told } from '../../../src/release/privacy/history.ts';
import { countFitting } from '../../../src/release/privacy/counting.ts';
import { referenceOf } from '../../../src/release/privacy/reference.ts';
import { sequenceRisk } from '../../../src/release/privacy/sequences.ts';
import { dice } from '../../../src/release/random.ts';
import { plainSubsets, plainlyCounted, plainlyFits } from './oracle.ts';

const kind = fc.integer({ min: 0, max: 2 });
const day = 1440;
const week = 7 * day;

/** Few enough minutes that events meet; near the edges of days, where one minute decides. */
const minute = fc
  .tuple(fc.integer({ min: 0, max: 16 }), fc.constantFrom(0, 1, 700, 1438, 1439))
  .map(([days, minutes]) => days * day + minutes);
const known = fc.record({ kind, at: minute });
const told = fc
  .record({ kind, from: minute, length: fc.constantFrom(1, 2, 60, day, 2 * day, week, 2 * week) })
  .map(({ kind, from, length }) => ({ kind, from, until: from + length }));

/** Of order only a few minutes are needed, so that the oracle can try each of them. */
const shortKnown = fc.record({ kind, at: fc.integer({ min: 0, max: 4 }) });
const shortTold = fc
  .record({ kind, from: fc.integer({ min: 0, max: 5 }), length: fc.integer({ min: 1, max: 4 }) })
  .map(({ kind, from, length }) => ({ kind, from, until: from + length }));

const shifts = fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 });

const worldOf = (knownTo: KnownTo, one: fc.Arbitrary<Known>, other: fc.Arbitrary<Told>) =>
  fc.record({
    knownTo: fc.constant(knownTo),
    known: fc.array(one, { maxLength: 4 }),
    families: fc.array(fc.array(other, { maxLength: 6 }), { minLength: 1, maxLength: 5 }),
    shifts,
  });
const world = fc.oneof(
  worldOf('exact', known, told),
  worldOf('day', known, told),
  worldOf('order', shortKnown, shortTold),
);

const many = { numRuns: 1500 };

it('a history fits exactly if one assignment at one shift does', () => {
  fc.assert(
    fc.property(world, ({ knownTo, known, families: [family = []], shifts }) => {
      expect(fits(known, historyOf(family, knownTo), shifts)).toBe(
        plainlyFits(known, family, shifts, knownTo),
      );
    }),
    many,
  );
});

it('the index finds as many families as looking at each of them, up to where it may stop', () => {
  fc.assert(
    fc.property(world, fc.integer({ min: 1, max: 5 }), ({ knownTo, known, families, shifts }, upTo) => {
      const counting = { reference: referenceOf(families, 100, knownTo), shifts };
      const all = plainlyCounted(known, families, shifts, knownTo);
      expect(countFitting(known, counting, upTo)).toBe(Math.min(upTo, all));
      expect(countFitting(known, counting, Infinity)).toBe(all);
    }),
    many,
  );
});

it('a part of the families never counts more than all of them', () => {
  fc.assert(
    fc.property(world, ({ knownTo, known, families, shifts }) => {
      const part = { reference: referenceOf(families, 2, knownTo), shifts };
      expect(countFitting(known, part, Infinity)).toBe(
        plainlyCounted(known, families.slice(0, 2), shifts, knownTo),
      );
    }),
  );
});

it('telling times less exactly, moving by more weeks or knowing less never leaves fewer look-alikes', () => {
  fc.assert(
    fc.property(
      world,
      fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { minLength: 30, maxLength: 30 }),
      fc.integer({ min: 0, max: 4 }),
      ({ knownTo, known, families, shifts }, wider, more) => {
        const unit = knownTo === 'order' ? 1 : 500;
        const count = (
          what: readonly Known[],
          whom: readonly (readonly Told[])[],
          moved: readonly number[],
        ) => countFitting(what, { reference: referenceOf(whom, 100, knownTo), shifts: moved }, Infinity);
        const before = count(known, families, shifts);
        let each = 0;
        const coarser = families.map((family) =>
          family.map(({ kind, from, until }) => {
            const [earlier, later] = wider[each++ % 30] ?? [0, 0];
            return { kind, from: from - earlier * unit, until: until + later * unit };
          }),
        );
        expect(count(known, coarser, shifts)).toBeGreaterThanOrEqual(before);
        expect(count(known, families, [...shifts, more])).toBeGreaterThanOrEqual(before);
        expect(count(known.slice(1), families, shifts)).toBeGreaterThanOrEqual(before);
      },
    ),
    many,
  );
});

/** A family as it was, and as it left: moved, and told less exactly. */
const family = fc.record({
  truth: fc.array(known, { maxLength: 6 }),
  moved: fc.integer({ min: 0, max: 2 }),
  grain: fc.constantFrom(1, day, week),
});
const tellOf = ({ truth, moved, grain }: { truth: readonly Known[]; moved: number; grain: number }) =>
  truth.map(({ kind, at }) => {
    const from = Math.floor((at - moved * week) / grain) * grain;
    return { kind, from, until: from + grain };
  });

const attacks = fc.record({
  families: fc.array(family, { minLength: 1, maxLength: 6 }),
  knownTo: fc.constantFrom<KnownTo>('exact', 'day'),
  n: fc.integer({ min: 0, max: 4 }),
  k: fc.integer({ min: 1, max: 3 }),
});

it('the worst of all choices, and the first events, are those that trying everything finds', () => {
  fc.assert(
    fc.property(attacks, ({ families, knownTo, n, k }) => {
      const released = families.map(tellOf);
      const { truth } = families[0] ?? { truth: [] };
      const shifts = [0, 1, 2];
      const risk = sequenceRisk({
        truth,
        told: released[0] ?? [],
        reference: referenceOf(released, 100, knownTo),
        n,
        shifts,
        draws: 1,
        k,
        random: dice(1, 1),
      });
      const size = Math.min(n, truth.length);
      const count = (places: readonly number[]) =>
        Math.min(
          k,
          plainlyCounted(
            places.map((place) => truth[place] as Known),
            released,
            shifts,
            knownTo,
          ),
        );
      const counts = plainSubsets(truth.length, size).map(count);
      const inTime = truth.map((_, place) => place).sort((one, other) => at(truth, one) - at(truth, other));
      expect(risk.first).toBe(count(inTime.slice(0, size)));
      expect(risk.any).toEqual({
        least: Math.min(...counts),
        tried: counts.length,
        below: counts.filter((each) => each < k).length,
        isComplete: true,
      });
      const driven = [...risk.drivers.values()].reduce((sum, each) => sum + each, 0);
      expect(driven).toBe(size === 0 ? 0 : risk.any.below);
    }),
    { numRuns: 500 },
  );
});

const at = (truth: readonly Known[], place: number) => (truth[place] as Known).at;
