/**
 * A count as it may leave the house. A handful in a small region could be recognised by who sees the figures elsewhere,
 * so 1 to 4 are told as 4; whether there is any, and how many there are once they are many, stays exact.
 */
export const bandOf = (count: number): number => (count === 0 ? 0 : Math.max(count, 4));
