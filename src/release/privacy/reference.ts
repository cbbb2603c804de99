import { fitsMoved, pointsOf } from './fits.ts';
import { firstAbove, historyOf, weekOf } from './history.ts';
import { fitsInOrder } from './order.ts';
import type { Points } from './fits.ts';
import type { History, Known, KnownTo, Told } from './history.ts';

/**
 * The released families among which look-alikes are counted. It may be a part of the release: counting in a part
 * finds fewer look-alikes than there are, so a family that passes here passes in the whole.
 */
export interface Reference {
  readonly knownTo: KnownTo;
  readonly families: readonly History[];
  /** By kind, with the events of all families. */
  readonly kinds: ReadonlyMap<number, KindIndex>;
}

interface KindIndex {
  /** How many families have an event of this kind. */
  readonly families: readonly number[];
  readonly events: number;
  /** Events of about the same length (at most twice the shortest) together, by their first moment. */
  readonly classes: readonly LengthClass[];
}

interface LengthClass {
  readonly longest: number;
  readonly from: Int32Array;
  readonly until: Int32Array;
  readonly family: Int32Array;
}

/**
 * Reads at most `limit` families (some thousands fit in memory: about 40 bytes an event). Give them in an order that
 * has nothing to do with what they hold, such as that of their pseudonyms.
 * @throws RangeError as historyOf does.
 */
export function referenceOf(
  histories: Iterable<readonly Told[]>,
  limit: number,
  knownTo: KnownTo,
): Reference {
  const families: History[] = [];
  for (const told of histories) {
    if (families.length >= limit) break;
    families.push(historyOf(told, knownTo));
  }
  return { knownTo, families, kinds: indexOf(families) };
}

export interface Counting {
  readonly reference: Reference;
  /** Weeks by which a family may have been moved back; [0] before a release. */
  readonly shifts: readonly number[];
}

/** How many families of the reference fit what is known; stops at `upTo`. */
export function countFitting(known: readonly Known[], { reference, shifts }: Counting, upTo: number): number {
  const rarest = rarestKind(known, reference);
  if (rarest === null) return Math.min(upTo, reference.families.length);
  const holders = reference.kinds.get(rarest)?.families;
  if (!holders) return 0;
  if (reference.knownTo === 'order') return countInOrder(known, reference, holders, upTo);
  return countMoved(pointsOf(known, reference.knownTo), { reference, shifts }, upTo);
}

/** The known kind that fewest families have, the lowest of equals; null if nothing is known. */
export function rarestKind(known: readonly Known[], { kinds }: Reference): number | null {
  let rarest: number | null = null;
  let least = Infinity;
  for (const { kind } of known) {
    const count = kinds.get(kind)?.families.length ?? 0;
    if (count > least || (count === least && rarest !== null && kind >= rarest)) continue;
    rarest = kind;
    least = count;
  }
  return rarest;
}

function countInOrder(
  known: readonly Known[],
  { families }: Reference,
  holders: readonly number[],
  upTo: number,
): number {
  let found = 0;
  for (const family of holders) {
    if (found >= upTo) break;
    if (fitsInOrder(known, families[family] as History)) found += 1;
  }
  return found;
}

/** Looks, for each shift, only at the families that tell the rarest known event at the right time. */
function countMoved(all: readonly Points[], { reference, shifts }: Counting, upTo: number): number {
  const points = all.toSorted((one, other) => events(one, reference) - events(other, reference));
  const anchor = points[0] as Points;
  const index = reference.kinds.get(anchor.kind) as KindIndex;
  const isFound = new Uint8Array(reference.families.length);
  const triedAt = new Int32Array(reference.families.length);
  let found = 0;
  for (const [number, weeks] of shifts.entries()) {
    const moved = weeks * weekOf(reference.knownTo);
    const point = (anchor.at[0] as number) - moved;
    for (const { longest, from, until, family } of index.classes) {
      const end = firstAbove(from, point, 0, from.length);
      for (let place = firstAbove(from, point - longest, 0, end); place < end; place += 1) {
        const own = family[place] as number;
        if ((until[place] as number) <= point || isFound[own] === 1 || triedAt[own] === number + 1) continue;
        triedAt[own] = number + 1;
        if (!fitsMoved(points, reference.families[own] as History, moved)) continue;
        isFound[own] = 1;
        found += 1;
        if (found >= upTo) return found;
      }
    }
  }
  return found;
}

const events = ({ kind }: Points, { kinds }: Reference) => kinds.get(kind)?.events ?? 0;

function indexOf(histories: readonly History[]): Map<number, KindIndex> {
  const holders = new Map<number, number[]>();
  for (const [family, { kinds }] of histories.entries())
    for (const kind of kinds) {
      const own = holders.get(kind) ?? [];
      own.push(family);
      holders.set(kind, own);
    }
  return new Map([...holders].map(([kind, families]) => [kind, kindIndex(kind, families, histories)]));
}

function kindIndex(kind: number, families: readonly number[], histories: readonly History[]): KindIndex {
  const byLength = new Map<number, [from: number, until: number, family: number][]>();
  let count = 0;
  for (const family of families) {
    const { kinds, starts, from, until } = histories[family] as History;
    const place = kinds.indexOf(kind);
    for (let each = starts[place] as number; each < (starts[place + 1] as number); each += 1) {
      const entry: [number, number, number] = [from[each] as number, until[each] as number, family];
      const length = 31 - Math.clz32(entry[1] - entry[0]);
      const own = byLength.get(length) ?? [];
      own.push(entry);
      byLength.set(length, own);
      count += 1;
    }
  }
  return { families, events: count, classes: [...byLength.values()].map(lengthClass) };
}

function lengthClass(entries: [from: number, until: number, family: number][]): LengthClass {
  entries.sort((one, other) => one[0] - other[0] || one[2] - other[2]);
  return {
    longest: entries.reduce((most, [from, until]) => Math.max(most, until - from), 0),
    from: Int32Array.from(entries, ([from]) => from),
    until: Int32Array.from(entries, ([, until]) => until),
    family: Int32Array.from(entries, ([, , family]) => family),
  };
}
