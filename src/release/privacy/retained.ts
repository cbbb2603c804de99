import { counterOf } from './counting.ts';
import { checkTold, inTime, knownAt } from './sequences.ts';
import { allSubsets, drawSubset } from './subsets.ts';
import type { Count } from './counting.ts';
import type { Attack } from './sequences.ts';
import type { Known } from './history.ts';
import type { Places } from './subsets.ts';

export interface Retaining extends Attack {
  /** The largest share of the events of the family that may be left out. */
  readonly most: number;
}

/**
 * Which events must be left out of the release of a family so that the first n of the others, and every tried choice
 * of n of them, fit at least k families; null if more than `most` would have to go. First go the events that by
 * themselves fit fewer than k; then, greedily, out of each choice that fails the event that fewest families could have
 * had at that time, and the choices that stay possible and new ones are tried again, until none fails.
 * @returns places in `truth`, ascending
 * @throws RangeError as sequenceRisk does.
 */
export function retained(attack: Retaining): number[] | null {
  checkTold(attack);
  const { truth, most, k } = attack;
  const count = counterOf(attack);
  const leftOut = new Set(attack.n === 0 ? [] : singlingOut(truth, count, k));
  if (leftOut.size > most * truth.length) return null;
  const rareness = rarenessOf(truth, count);
  let earlier: Places[] = [];
  for (;;) {
    const stays = (place: number) => !leftOut.has(place);
    earlier = earlier.filter((places) => places.every(stays));
    const { choices, drawn } = choicesOf(attack, stays);
    const before = leftOut.size;
    for (const places of [...earlier, ...choices]) {
      if (!places.every(stays) || count(knownAt(truth, places), k) >= k) continue;
      const worst = worstOf(places, rareness);
      if (worst === null) return null;
      leftOut.add(worst);
      if (leftOut.size > most * truth.length) return null;
    }
    if (leftOut.size === before) return [...leftOut].sort((one, other) => one - other);
    earlier = [...earlier, ...drawn];
  }
}

/** Events that fewer than k families could have had at that time: every choice with one of them fails. */
const singlingOut = (truth: readonly Known[], count: Count, k: number) =>
  truth.flatMap((known, place) => (count([known], k) < k ? [place] : []));

/** Every choice among the events that stay, or random ones; and the first n. */
function choicesOf({ truth, n, draws, random }: Attack, stays: (place: number) => boolean) {
  const order = inTime(truth).filter(stays);
  const size = Math.min(n, order.length);
  const all = allSubsets(order.length, size);
  const drawn = all ? [] : Array.from({ length: draws }, () => drawSubset(order.length, size, random));
  const places = (choice: Places) => choice.map((each) => order[each] as number);
  return { choices: [order.slice(0, size), ...(all ?? drawn).map(places)], drawn: drawn.map(places) };
}

/** How many families could have had an event at that time; looked up once for each event. */
function rarenessOf(truth: readonly Known[], count: Count): (place: number) => number {
  const known = new Map<number, number>();
  return (place) => {
    const families = known.get(place) ?? count([truth[place] as Known], Infinity);
    known.set(place, families);
    return families;
  };
}

function worstOf(places: Places, rareness: (place: number) => number): number | null {
  let worst: number | null = null;
  for (const place of places) if (worst === null || rareness(place) < rareness(worst)) worst = place;
  return worst;
}
