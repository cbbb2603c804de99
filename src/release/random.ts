/**
 * A seeded generator of whole numbers: sfc32, started by splitmix32. Only 32-bit integer arithmetic, so that the same
 * seed gives the same numbers on every machine. Not for secrets.
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
  let state = scatter(seed) ^ Math.imul(stream + 1, 0x9e3779b1);
  const word = () => scatter((state = (state + 0x9e3779b9) | 0));
  return diceOf(sfc32(word(), word(), word()));
}

/**
 * A stream for each text of hexadecimal digits, such as a digest.
 * @throws RangeError if the text has fewer than 24 digits, or others.
 */
export function diceFrom(hex: string): Dice {
  if (!/^[0-9a-f]{24,}$/.test(hex)) throw new RangeError('seed: must be at least 24 hexadecimal digits');
  const word = (place: number) => parseInt(hex.slice(place * 8, place * 8 + 8), 16) | 0;
  return diceOf(sfc32(word(0), word(1), word(2)));
}

function diceOf(next: () => number): Dice {
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

function sfc32(one: number, two: number, three: number): () => number {
  let [a, b, c] = [one, two, three];
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
