import fc from 'fast-check';
import { expect, it } from 'vitest';
import { choose } from '../../../src/release/privacy/choose.ts';
import type { Levels } from '../../../src/release/privacy/choose.ts';

const maxima = { age: 2, region: 1 };
const every = [0, 1, 2].flatMap((age) => [0, 1].map((region) => ({ age, region })));
const textOf = ({ age = 0, region = 0 }: Levels) => `age=${age} region=${region}`;

it('the choice is the least of all allowed nodes, whether nodes may be skipped or not', () => {
  const share = fc.integer({ min: 0, max: 4 }).map((quarters) => quarters / 4);
  const nodes = fc.array(fc.record({ drop: share, cost: share }), { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(nodes, share, (figures, most) => {
      // A node suppresses no more than the least of those below it.
      const suppressed = (levels: Levels) =>
        Math.min(
          ...every.map((node, index) =>
            node.age <= (levels['age'] ?? 0) && node.region <= (levels['region'] ?? 0)
              ? (figures[index]?.drop ?? 0)
              : 1,
          ),
        );
      const cost = (levels: Levels) =>
        figures[every.findIndex((each) => textOf(each) === textOf(levels))]?.cost ?? 0;
      const evaluate = (levels: Levels) => ({ suppressed: suppressed(levels), cost: cost(levels) });
      const [best = null] = every
        .map((levels) => ({ levels, ...evaluate(levels) }))
        .filter((node) => node.suppressed <= most)
        .sort(
          (one, other) =>
            one.cost - other.cost ||
            one.suppressed - other.suppressed ||
            (textOf(one.levels) < textOf(other.levels) ? -1 : 1),
        );
      expect(choose({ maxima, evaluate, most })).toEqual(best);
      expect(choose({ maxima, evaluate, most, isMonotone: true })).toEqual(best);
      const atLeast = (levels: Levels) => cost(levels) - 0.1;
      expect(choose({ maxima, evaluate, most, atLeast })).toEqual(best);
      expect(choose({ maxima, evaluate, most, atLeast, isMonotone: true })).toEqual(best);
    }),
    { numRuns: 500 },
  );
});

it('with a monotone lattice the refused top answers for all', () => {
  const asked: string[] = [];
  const evaluate = (levels: Levels) => {
    asked.push(textOf(levels));
    return { suppressed: 0.5, cost: 0 };
  };
  expect(choose({ maxima, evaluate, most: 0.4, isMonotone: true })).toBeNull();
  expect(asked).toEqual(['age=2 region=1']);
});

it('without that promise a node may be allowed although the top is not', () => {
  const evaluate = (levels: Levels) => ({
    suppressed: levels['age'] === 0 ? 0 : 1,
    cost: levels['region'] ?? 0,
  });
  expect(choose({ maxima, evaluate, most: 0.1 })).toEqual({
    levels: { age: 0, region: 0 },
    suppressed: 0,
    cost: 0,
  });
});

it('a node that must cost more than the best one is not evaluated', () => {
  const asked: string[] = [];
  const cost = ({ age = 0, region = 0 }: Levels) => age + region;
  const evaluate = (levels: Levels) => {
    asked.push(textOf(levels));
    return { suppressed: 0, cost: cost(levels) };
  };
  expect(choose({ maxima, evaluate, most: 0, atLeast: cost })?.levels).toEqual({ age: 0, region: 0 });
  expect(asked).toEqual(['age=0 region=0']);
});

it('a share that is no number is not allowed', () => {
  expect(choose({ maxima, evaluate: () => ({ suppressed: Number.NaN, cost: 0 }), most: 1 })).toBeNull();
});
