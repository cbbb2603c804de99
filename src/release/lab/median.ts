/** How many families have each whole number. */
export type Histogram = ReadonlyMap<number, number>;

export interface Median {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The smallest number that at least half of the families do not exceed, with the percentile interval of 95% of the
 * bootstrap over families. With one number per family that bootstrap needs no draws: drawing n families again, the
 * median is at most x exactly when at least half of the n are, and that number is binomial (B. Efron, The Jackknife,
 * the Bootstrap and Other Resampling Plans, SIAM 1982, 10.3; J. S. Maritz and R. G. Jarrett, JASA 73, 1978). Null
 * without families.
 */
export function median(histogram: Histogram): Median | null {
  const sorted = [...histogram].filter(([, families]) => families > 0).sort(([a], [b]) => a - b);
  const families = sorted.reduce((sum, [, own]) => sum + own, 0);
  const half = Math.ceil(families / 2);
  const [last] = sorted.at(-1) ?? [];
  if (last === undefined) return null;
  const smallest = (isReached: (upTo: number) => boolean): number => {
    let upTo = 0;
    return sorted.find(([, own]) => isReached((upTo += own)))?.[0] ?? last;
  };
  const chances = factorials(families);
  const chance = (upTo: number) => atLeast(half, families, upTo / families, chances);
  return {
    value: smallest((upTo) => upTo >= half),
    low: smallest((upTo) => chance(upTo) >= 0.025),
    high: smallest((upTo) => chance(upTo) >= 0.975),
  };
}

/** The chance of at least `least` among `n`, each with chance `p`. */
function atLeast(least: number, n: number, p: number, logs: Float64Array): number {
  if (p >= 1) return 1;
  const log = (k: number) =>
    (logs[n] ?? 0) - (logs[k] ?? 0) - (logs[n - k] ?? 0) + k * Math.log(p) + (n - k) * Math.log(1 - p);
  let sum = 0;
  for (let k = least; k <= n; k++) {
    const chance = Math.exp(log(k));
    sum += chance;
    // Past the top of the hill every further one is smaller still.
    if (k > n * p && chance < 1e-18) break;
  }
  return sum;
}

/** Natural logarithms of 0! to n!. */
function factorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k++) logs[k] = (logs[k - 1] ?? 0) + Math.log(k);
  return logs;
}
