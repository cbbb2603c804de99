import { firstAbove, placeOf } from './history.ts';
import type { History, Known } from './history.ts';

/**
 * Whether a history tells events of these kinds in this order, whatever the dates: different events for which moments
 * within their intervals exist that follow each other as the known ones do. What is known of the same minute, and what
 * is told of overlapping intervals, may be in any order.
 */
export function fitsInOrder(known: readonly Known[], history: History): boolean {
  const sorted = [...known].sort((one, other) => one.at - other.at);
  const used = new Set<number>();
  return fitsRest(sorted, 0, { history, used, passed: -Infinity, reached: -Infinity });
}

interface Walk {
  readonly history: History;
  readonly used: Set<number>;
  /** The latest beginning among the events before this minute: an event that ended by then comes too early. */
  readonly passed: number;
  /** The same with those of this minute so far. */
  readonly reached: number;
}

function fitsRest(known: readonly Known[], next: number, walk: Walk): boolean {
  const event = known[next];
  if (!event) return true;
  const isLater = next === 0 || event.at > (known[next - 1] as Known).at;
  const passed = isLater ? walk.reached : walk.passed;
  return choices(event.kind, { ...walk, passed }).some((place) => {
    walk.used.add(place);
    const reached = Math.max(walk.reached, walk.history.from[place] as number);
    const isFound = fitsRest(known, next + 1, { ...walk, passed, reached });
    walk.used.delete(place);
    return isFound;
  });
}

/**
 * The events that are worth trying: one that begins later and ends later than another one can be exchanged for it, so
 * with intervals of one length there is never more than one.
 */
function choices(kind: number, { history, used, passed, reached }: Walk): number[] {
  const { from, until, latest, starts } = history;
  const group = placeOf(kind, history);
  if (group < 0) return [];
  const high = starts[group + 1] as number;
  const found: number[] = [];
  let soonest = Infinity;
  for (let place = firstAbove(latest, passed, starts[group] as number, high); place < high; place += 1) {
    const begin = from[place] as number;
    if (begin >= soonest) break;
    const end = until[place] as number;
    if (end <= passed || end >= soonest || used.has(place)) continue;
    soonest = end;
    if (begin <= reached) found.pop();
    found.push(place);
  }
  return found;
}
