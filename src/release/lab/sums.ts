import { timesDrawn } from './draws.ts';
import type { Drawing } from './draws.ts';

/**
 * Sums over families, as they are and in every draw of the bootstrap, so that memory depends on the number of figures
 * and draws and not on the number of families. Only whole numbers are added: any order gives the same bytes.
 */
export interface Sums {
  /** The figures of one family, each family once; those that are left out are 0. */
  add(family: string, figures: ReadonlyMap<number, number>): void;
  /** Over all families. */
  total(figure: number): number;
  /** A ratio of two sums with a percentile interval of 95%; value null if the lower sum is 0. */
  ratio(top: number, bottom: number): Ratio;
  /** The ratio under one policy less that under another one, drawn from the same families. */
  difference(one: readonly [number, number], other: readonly [number, number]): Ratio;
  /** What another thread added up: nothing else may be taken over. */
  readonly kept: Float64Array;
  merge(kept: Float64Array): void;
}

export interface Ratio {
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
}

export function sums(figures: number, drawing: Drawing): Sums {
  const { draws } = drawing;
  const width = draws + 1;
  /** Of each figure first the sum as it is, then the sum in each draw. */
  const kept = new Float64Array(figures * width);
  const at = (figure: number, draw: number) => kept[figure * width + draw] ?? 0;
  const quotient = (top: number, bottom: number, draw: number) =>
    at(bottom, draw) === 0 ? NaN : at(top, draw) / at(bottom, draw);
  const spread = (of: (draw: number) => number): Ratio => {
    const value = of(0);
    if (Number.isNaN(value)) return { value: null };
    const drawn = Float64Array.from({ length: draws }, (_, draw) => of(draw + 1))
      .filter((each) => !Number.isNaN(each))
      .sort();
    const [low, high] = [percentile(drawn, 0.025), percentile(drawn, 0.975)];
    return low === undefined || high === undefined ? { value } : { value, low, high };
  };
  return {
    kept,
    add(family, own) {
      const times = timesDrawn(family, drawing);
      for (const [figure, number] of own) {
        if (number === 0) continue;
        const start = figure * width;
        kept[start] = (kept[start] ?? 0) + number;
        for (let draw = 0; draw < draws; draw++) {
          const place = start + draw + 1;
          kept[place] = (kept[place] ?? 0) + number * (times[draw] ?? 0);
        }
      }
    },
    total: (figure) => at(figure, 0),
    ratio: (top, bottom) => spread((draw) => quotient(top, bottom, draw)),
    difference: (one, other) =>
      spread((draw) => quotient(one[0], one[1], draw) - quotient(other[0], other[1], draw)),
    merge(others) {
      others.forEach((number, place) => {
        kept[place] = (kept[place] ?? 0) + number;
      });
    },
  };
}

/** The (draws + 1) p-th smallest (Davison and Hinkley 1997, 5.2.1 and 5.3.1), between two of them in proportion. */
function percentile(sorted: Float64Array, p: number): number | undefined {
  const place = Math.min(Math.max((sorted.length + 1) * p, 1), sorted.length);
  const below = Math.floor(place);
  const [low, high] = [sorted[below - 1], sorted[Math.min(below, sorted.length - 1)]];
  if (low === undefined || high === undefined) return undefined;
  return low + (high - low) * (place - below);
}
