import { describe, expect, it } from 'vitest';
import { timesDrawn } from '../../../src/release/lab/draws.ts';
import { median } from '../../../src/release/lab/median.ts';
import { sums } from '../../../src/release/lab/sums.ts';

const drawing = { draws: 4000, seed: 1 };
const family = (number: number) => `f${String(number)}`;

/** Families with 0 to 4 alarms in one month each: 500 families, mean 2, variance 2. */
const alarmsOf = (number: number) => number % 5;
function added(order: (a: number, b: number) => number, seed = 1) {
  const total = sums(2, { ...drawing, seed });
  for (const number of Array.from({ length: 500 }, (_, each) => each).sort(order))
    total.add(
      family(number),
      new Map([
        [0, alarmsOf(number)],
        [1, 1],
      ]),
    );
  return total;
}

describe('the interval of a rate', () => {
  it('given 500 families with a month each, is near that of the normal approximation', () => {
    const { value, low = NaN, high = NaN } = added((a, b) => a - b).ratio(0, 1);
    const half = 1.96 * Math.sqrt(2 / 500);
    expect(value).toBe(2);
    // 4000 draws: the ends of the interval are themselves uncertain by about 4% of half its width.
    expect(Math.abs(low - (2 - half)) / half).toBeLessThan(0.1);
    expect(Math.abs(high - (2 + half)) / half).toBeLessThan(0.1);
  });

  it('given the families in another order or in two parts, is the same to the last digit', () => {
    const whole = added((a, b) => a - b);
    const backwards = added((a, b) => b - a);
    expect(backwards.ratio(0, 1)).toEqual(whole.ratio(0, 1));
    const parts = [sums(2, drawing), sums(2, drawing)] as const;
    for (let number = 0; number < 500; number++)
      (number < 100 ? parts[0] : parts[1]).add(
        family(number),
        new Map([
          [0, alarmsOf(number)],
          [1, 1],
        ]),
      );
    parts[0].merge(parts[1].kept);
    expect(parts[0].ratio(0, 1)).toEqual(whole.ratio(0, 1));
  });

  it('given another seed, is another one around the same value', () => {
    const [one, other] = [added((a, b) => a - b).ratio(0, 1), added((a, b) => a - b, 2).ratio(0, 1)];
    expect(other.value).toBe(one.value);
    expect(other.low).not.toBe(one.low);
  });

  it('given nothing to divide by, has no value', () => {
    expect(sums(2, drawing).ratio(0, 1)).toEqual({ value: null });
  });

  it('given a policy against itself, differs by exactly nothing in every draw', () => {
    expect(added((a, b) => a - b).difference([0, 1], [0, 1])).toEqual({ value: 0, low: 0, high: 0 });
  });
});

describe('how often a family is drawn', () => {
  it('is Poisson with mean 1: in a hundred thousand draws as many times as expected', () => {
    const counts = [0, 0, 0, 0];
    for (const times of timesDrawn('fbever', { draws: 100_000, seed: 7 }))
      counts[Math.min(times, 3)] = (counts[Math.min(times, 3)] ?? 0) + 1;
    const expected = [1, 1, 0.5].map((part) => part * Math.exp(-1) * 100_000);
    expected.forEach((number, times) => {
      expect(Math.abs((counts[times] ?? 0) - number)).toBeLessThan(4 * Math.sqrt(number));
    });
  });

  it('follows from seed and family alone; more draws leave the first ones as they are', () => {
    const few = timesDrawn('fbever', { draws: 100, seed: 7 });
    expect([...timesDrawn('fbever', { draws: 300, seed: 7 })].slice(0, 100)).toEqual([...few]);
    expect(timesDrawn('fdas', { draws: 100, seed: 7 })).not.toEqual(few);
    expect(timesDrawn('fbever', { draws: 100, seed: 8 })).not.toEqual(few);
  });
});

describe('the median', () => {
  it('given 13 families, has the interval that follows from the exact bootstrap of Efron (1982), 10.3', () => {
    const histogram = new Map(Array.from({ length: 13 }, (_, number) => [number + 1, 1]));
    expect(median(histogram)).toEqual({ value: 7, low: 4, high: 10 });
  });

  it('given an even number, is the lower of the two in the middle', () => {
    expect(
      median(
        new Map([
          [3, 2],
          [8, 2],
        ]),
      )?.value,
    ).toBe(3);
  });

  it('given the same of all families, is that without any doubt', () => {
    expect(median(new Map([[5, 100_000]]))).toEqual({ value: 5, low: 5, high: 5 });
  });

  it('given 100 families, has the interval of binomial tables: 2.7% and 98.3% at the 40th and 60th, 1.7% and 97.3% just before', () => {
    const histogram = new Map(Array.from({ length: 100 }, (_, number) => [number, 1]));
    expect(median(histogram)).toEqual({ value: 49, low: 39, high: 59 });
  });

  it('given no family, there is none', () => {
    expect(median(new Map())).toBeNull();
  });
});
