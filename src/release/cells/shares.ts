import type { Cell } from '../result.ts';
import { checkRule, leastTold, rounded } from './rounding.ts';
import type { CellRule } from './rounding.ts';

/** The part of a whole, both counts of families; hidden where the part, the rest or the whole is small. */
export function shareCell(part: number, whole: number, rule: CellRule): Cell {
  checkRule(rule);
  if (!Number.isSafeInteger(part) || !Number.isSafeInteger(whole) || part < 0 || part > whole)
    throw new RangeError('a share: whole numbers, the part from 0 to the whole');
  if (whole === 0) return { value: null, hidden: 'none' };
  const least = leastTold(rule);
  if (part < least || whole - part < least) return { value: null, hidden: 'small' };
  // From the numbers that are told, so it tells no more than they do; a share is never above 1.
  return { value: Math.min(1, Math.round((100 * rounded(part, rule)) / rounded(whole, rule)) / 100) };
}

export interface Estimate {
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
  /** The families it was worked out from. */
  readonly contributors: number;
}

/**
 * A mean, a median, a rate or another number that was worked out from families. Hidden when fewer than `least` of them
 * stand behind it. It is told in steps of 1, 2 or 5 times a power of ten, at least as large as the share of one family
 * in it (the value divided by the families), so that the same number without one family of middling size mostly looks
 * the same. Bounds are rounded outward.
 */
export function estimateCell({ value, low, high, contributors }: Estimate, rule: CellRule): Cell {
  checkRule(rule);
  if (contributors < rule.least) return { value: null, hidden: 'small' };
  if (value === null || !Number.isFinite(value)) return { value: null, hidden: 'none' };
  const step = stepFrom(Math.abs(value) / contributors);
  const bounded = (bound: number | undefined, round: (steps: number) => number) =>
    bound === undefined || !Number.isFinite(bound) ? undefined : steps(bound, step, round);
  const [down, up] = [bounded(low, Math.floor), bounded(high, Math.ceil)];
  return {
    value: steps(value, step, Math.round),
    ...(down === undefined ? {} : { low: down }),
    ...(up === undefined ? {} : { high: up }),
  };
}

/** The smallest of 1, 2 and 5 times a power of ten that is at least this large, and no finer than a thousandth. */
function stepFrom(size: number): number {
  const most = Math.max(size, 0.001);
  const ten = 10 ** Math.floor(Math.log10(most));
  return ([1, 2, 5, 10].find((factor) => factor * ten >= most * (1 - 1e-9)) ?? 10) * ten;
}

/** A whole number of steps, written without the dust of binary fractions. */
const steps = (value: number, step: number, round: (steps: number) => number): number =>
  Number((round(Number((value / step).toPrecision(12))) * step).toPrecision(12)) + 0;
