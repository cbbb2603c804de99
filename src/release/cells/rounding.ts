/** How numbers of families are told: none below `least`, the others as a multiple of `base`. */
export interface CellRule {
  readonly least: number;
  readonly base: number;
}

/**
 * The smallest count that is told. A base more than twice as large would round small counts to 0, which reads as
 * "nobody": those are not told either.
 */
export const leastTold = ({ least, base }: CellRule): number => Math.max(least, Math.ceil(base / 2));

/** Ordinary rounding to a multiple of the base, halves up: the same count always gives the same number. */
export function rounded(count: number, { base }: CellRule): number {
  return Math.floor((count + Math.floor(base / 2)) / base) * base;
}

/** The counts that are told as this number: what everybody who knows the rule may conclude. */
export function countsToldAs(value: number, rule: CellRule): { readonly low: number; readonly high: number } {
  const down = Math.floor(rule.base / 2);
  return { low: Math.max(value - down, leastTold(rule)), high: value + rule.base - 1 - down };
}

/** Throws a RangeError that names the parameter. */
export function checkRule({ least, base }: CellRule): void {
  if (!Number.isSafeInteger(least) || least < 2)
    throw new RangeError('cells.least: a whole number from 2 on');
  if (!Number.isSafeInteger(base) || base < 1) throw new RangeError('cells.base: a whole number from 1 on');
}
