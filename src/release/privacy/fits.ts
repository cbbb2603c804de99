import { firstAbove, placeOf, pointOf, weekOf } from './history.ts';
import { fitsInOrder } from './order.ts';
import type { History, Known, KnownTo } from './history.ts';

/** The known events of one kind, as points, earliest first. */
export interface Points {
  readonly kind: number;
  readonly at: readonly number[];
}

/**
 * Whether a released history could be the one of which somebody knows these events: some shift exists for which the
 * known events are told by different events of the same kind. Shifts are weeks by which a release moved a family back.
 */
export function fits(known: readonly Known[], history: History, shifts: readonly number[]): boolean {
  const { knownTo } = history;
  if (knownTo === 'order') return fitsInOrder(known, history);
  const points = pointsOf(known, knownTo).sort((one, other) => told(one, history) - told(other, history));
  return shifts.some((weeks) => fitsMoved(points, history, weeks * weekOf(knownTo)));
}

export function pointsOf(known: readonly Known[], knownTo: KnownTo): Points[] {
  const byKind = new Map<number, number[]>();
  for (const event of known) {
    const own = byKind.get(event.kind) ?? [];
    own.push(pointOf(event, knownTo));
    byKind.set(event.kind, own);
  }
  return [...byKind].map(([kind, at]) => ({ kind, at: at.sort((one, other) => one - other) }));
}

/** Whether it fits when the family was moved back by `moved`, in the unit of the history. */
export function fitsMoved(points: readonly Points[], history: History, moved: number): boolean {
  return points.every(({ kind, at }) => {
    const place = placeOf(kind, history);
    if (place < 0) return false;
    const low = history.starts[place] as number;
    const high = history.starts[place + 1] as number;
    if (high - low < at.length) return false;
    if (at.length > 1) return matches(at, moved, history, { low, high });
    const point = (at[0] as number) - moved;
    const last = firstAbove(history.from, point, low, high) - 1;
    return last >= low && (history.latest[last] as number) > point;
  });
}

/** How many events of that kind a history tells. */
function told({ kind }: Points, history: History): number {
  const place = placeOf(kind, history);
  return place < 0 ? 0 : (history.starts[place + 1] as number) - (history.starts[place] as number);
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * Points and intervals in pairs: going through the points in order and giving each the interval that ends first finds
 * a full assignment if there is one (Glover, Maximum matching in a convex bipartite graph, 1967).
 */
function matches(at: readonly number[], moved: number, history: History, { low, high }: Range): boolean {
  const { from, until, latest } = history;
  const used: number[] = [];
  return at.every((known) => {
    const point = known - moved;
    let best = -1;
    for (let place = firstAbove(from, point, low, high) - 1; place >= low; place -= 1) {
      if ((latest[place] as number) <= point) break;
      const end = until[place] as number;
      const isBetter = best < 0 || end < (until[best] as number);
      if (end > point && isBetter && !used.includes(place)) best = place;
    }
    if (best >= 0) used.push(best);
    return best >= 0;
  });
}
