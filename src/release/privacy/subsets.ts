import type { Dice } from '../random.ts';

/** Up to this many subsets are all tried. */
const mostTried = 2000;

/** Places in a list, ascending. */
export type Places = readonly number[];

/** All choices of n out of so many places, in the order of their text; null if there are too many to try. */
export function allSubsets(size: number, n: number): Places[] | null {
  if (ways(size, n) > mostTried) return null;
  const subsets: Places[] = [];
  const extend = (chosen: Places, next: number) => {
    if (chosen.length === n) return void subsets.push(chosen);
    for (let place = next; place <= size - (n - chosen.length); place += 1)
      extend([...chosen, place], place + 1);
  };
  extend([], 0);
  return subsets;
}

/** One of the subsets, each as likely as the others (Floyd's method, Bentley 1987). */
export function drawSubset(size: number, n: number, random: Pick<Dice, 'below'>): Places {
  const chosen = new Set<number>();
  for (let last = size - n; last < size; last += 1) {
    const place = random.below(last + 1);
    chosen.add(chosen.has(place) ? last : place);
  }
  return [...chosen].sort((one, other) => one - other);
}

/** How many ways there are; as soon as they are too many, any number above the limit. */
function ways(size: number, n: number): number {
  let count = 1;
  for (let each = 1; each <= Math.min(n, size - n); each += 1) {
    count = (count * (size - each + 1)) / each;
    if (count > mostTried) return Infinity;
  }
  return count;
}
