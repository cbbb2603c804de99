import { fitsMoved, pointsOf } from './fits.ts';
import { firstAbove, weekOf } from './history.ts';
import { fitsInOrder } from './order.ts';
import { rarestKind } from './reference.ts';
import type { Points } from './fits.ts';
import type { History, Known } from './history.ts';
import type { Reference } from './reference.ts';

export interface Counting {
  readonly reference: Reference;
  /** Weeks by which a family may have been moved back, at least one; [0] before a release. */
  readonly shifts: readonly number[];
}

/** How many families of the reference fit what is known; stops at `upTo`. */
export type Count = (known: readonly Known[], upTo: number) => number;

export function countFitting(known: readonly Known[], counting: Counting, upTo: number): number {
  return counterOf(counting)(known, upTo);
}

/**
 * Counts for many choices of the same events: which families tell an event at a shift is looked up once, as one bit a
 * family, so that a choice is a few hundred words of `and`. Only a kind that is known twice needs a closer look.
 */
export function counterOf({ reference, shifts }: Counting): Count {
  const { families, knownTo, kinds } = reference;
  const week = weekOf(knownTo);
  const rows = rowsOf({ reference, shifts });
  const intervals = ({ kind }: Points) => kinds.get(kind)?.intervals ?? 0;
  return (known, upTo) => {
    const rarest = rarestKind(known, reference);
    if (rarest === null) return Math.min(upTo, families.length);
    const holders = kinds.get(rarest)?.families;
    if (!holders) return 0;
    if (knownTo === 'order') return countInOrder(known, reference, holders, upTo);
    const points = pointsOf(known, knownTo).sort((one, other) => intervals(one) - intervals(other));
    const events = points.flatMap(({ kind, at }) => [...new Set(at)].map((point) => rows(kind, point)));
    const twice = points.filter(({ at }) => at.length > 1);
    const found = new Uint32Array(wordsOf(reference));
    let count = 0;
    for (let shift = 0; shift < shifts.length && count < upTo; shift += 1) {
      const row = together(events, shift);
      if (!row) continue;
      const moved = (shifts[shift] as number) * week;
      const isFit = (family: number) =>
        twice.length === 0 || fitsMoved(twice, families[family] as History, moved);
      count += add(row, found, isFit, upTo - count);
    }
    return count;
  };
}

/** The families that tell one event at a shift. */
type Row = (shift: number) => Uint32Array;

/** What may be kept of one family's events: 64 MB. */
const mostWords = 2 ** 24;

const wordsOf = ({ families }: Reference) => (families.length + 31) >>> 5;

function rowsOf({ reference, shifts }: Counting): (kind: number, point: number) => Row {
  const words = wordsOf(reference);
  const week = weekOf(reference.knownTo);
  const kept = new Map<number, Map<number, Row>>();
  let size = 0;
  return (kind, point) => {
    const known = kept.get(kind)?.get(point);
    if (known) return known;
    if (size > mostWords) {
      kept.clear();
      size = 0;
    }
    size += words * shifts.length;
    const all = new Uint32Array(words * shifts.length);
    const isDone = new Uint8Array(shifts.length);
    const row: Row = (shift) => {
      const own = all.subarray(shift * words, (shift + 1) * words);
      if (isDone[shift] === 0)
        markTellers(own, { kind, at: point - (shifts[shift] as number) * week }, reference);
      isDone[shift] = 1;
      return own;
    };
    kept.set(kind, (kept.get(kind) ?? new Map<number, Row>()).set(point, row));
    return row;
  };
}

/** Sets the bit of each family that tells an event of this kind at that point. */
function markTellers(row: Uint32Array, { kind, at }: Known, { kinds }: Reference): void {
  for (const { longest, from, until, family } of kinds.get(kind)?.classes ?? []) {
    const end = firstAbove(from, at, 0, from.length);
    for (let place = firstAbove(from, at - longest, 0, end); place < end; place += 1) {
      if ((until[place] as number) <= at) continue;
      const own = family[place] as number;
      row[own >>> 5] = (row[own >>> 5] as number) | (1 << (own & 31));
    }
  }
}

/** The families that tell all events at a shift; null if there are none. Rarest first, so that most end soon. */
function together(events: readonly Row[], shift: number): Uint32Array | null {
  let row: Uint32Array | null = null;
  for (const event of events) {
    const own: Uint32Array = event(shift);
    let any = 0;
    row ??= own.slice();
    for (let word = 0; word < row.length; word += 1)
      any |= row[word] = (row[word] as number) & (own[word] as number);
    if (any === 0) return null;
  }
  return row;
}

/** Adds the families of a row that fit to those found, at most so many; tells how many were new. */
function add(row: Uint32Array, found: Uint32Array, isFit: (family: number) => boolean, most: number): number {
  let added = 0;
  for (let word = 0; word < row.length; word += 1)
    for (let rest = (row[word] as number) & ~(found[word] as number); rest !== 0; rest &= rest - 1) {
      const bit = 31 - Math.clz32(rest & -rest);
      if (!isFit(word * 32 + bit)) continue;
      found[word] = (found[word] as number) | (1 << bit);
      added += 1;
      if (added >= most) return added;
    }
  return added;
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
