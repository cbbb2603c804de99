/**
 * A seeded generator of whole numbers: sfc32, started by splitmix32. Only 32-bit integer arithmetic, so that the same
 * seed gives the same numbers on every machine.
 */
export interface Dice {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  /** True in `perMille` of a thousand throws. */
  chance(perMille: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the values, each as often as its weight says. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T;
}

/** A stream of its own for each number, so that family k does not depend on how many families there are. */
export function dice(seed: number, stream: number): Dice {
  const next = sfc32(scatter(seed), stream);
  const below = (limit: number) => Math.floor((next() * limit) / 0x1_0000_0000);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return {
    below,
    between: (low, high) => low + below(high - low + 1),
    chance: (perMille) => below(1000) < perMille,
    pick,
    weighted(choices) {
      let rest = below(choices.reduce((sum, [, weight]) => sum + weight, 0));
      const found = choices.find(([, weight]) => (rest -= weight) < 0);
      return (found ?? pick(choices))[0];
    },
  };
}

function sfc32(seed: number, stream: number): () => number {
  let state = seed ^ Math.imul(stream + 1, 0x9e3779b1);
  const word = () => scatter((state = (state + 0x9e3779b9) | 0));
  let a = word();
  let b = word();
  let c = word();
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  return next;
}

/** splitmix32: neighbouring seeds give unrelated words. */
function scatter(value: number): number {
  let word = (value + 0x9e3779b9) | 0;
  word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
  word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
  return word ^ (word >>> 15);
}
