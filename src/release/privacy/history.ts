import type { ReleaseParameters } from '../parameters.ts';

/** What somebody outside knows of one event of a family: minutes on the true Amsterdam wall clock. */
export interface Known {
  readonly kind: number;
  readonly at: number;
}

/** What a release tells of one event: it happened in [from, until), minutes on the moved wall clock. */
export interface Told {
  readonly kind: number;
  readonly from: number;
  readonly until: number;
}

export type KnownTo = ReleaseParameters['sequence']['knownTo'];

/**
 * The released events of one family, laid out to be searched: by kind, then by their first moment. Of somebody who
 * knows days, both sides count in whole days: a known day overlaps an interval exactly if it is one of the days which
 * that interval touches. So a known event is always one point, and weeks are whole numbers of the unit.
 */
export interface History {
  readonly knownTo: KnownTo;
  /** Each kind once, ascending; its events stand from `starts[i]` to before `starts[i + 1]`. */
  readonly kinds: Int32Array;
  readonly starts: Int32Array;
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** The latest `until` of this kind so far: before a place whose value is not past a point, nothing covers the point. */
  readonly latest: Int32Array;
}

export const minutesOfDay = 1440;

/** A week in the unit in which that knowledge counts. */
export const weekOf = (knownTo: KnownTo) => (knownTo === 'day' ? 7 : 7 * minutesOfDay);

/** @throws RangeError if a time is no whole minute that fits in 32 bits, or an interval is empty. */
export function historyOf(told: readonly Told[], knownTo: KnownTo): History {
  const sorted = told
    .map((event) => inUnits(event, knownTo))
    .sort((one, other) => one.kind - other.kind || one.from - other.from || one.until - other.until);
  const kinds: number[] = [];
  const starts: number[] = [];
  const latest = new Int32Array(sorted.length);
  for (const [place, { kind, until }] of sorted.entries()) {
    const isFirst = kinds.at(-1) !== kind;
    if (isFirst) {
      kinds.push(kind);
      starts.push(place);
    }
    latest[place] = isFirst ? until : Math.max(until, latest[place - 1] as number);
  }
  return {
    knownTo,
    kinds: Int32Array.from(kinds),
    starts: Int32Array.from([...starts, sorted.length]),
    from: Int32Array.from(sorted, ({ from }) => from),
    until: Int32Array.from(sorted, ({ until }) => until),
    latest,
  };
}

/** A known event as a point in the unit of that knowledge. */
export function pointOf({ at }: Known, knownTo: KnownTo): number {
  whole('at', at);
  return knownTo === 'day' ? Math.floor(at / minutesOfDay) : at;
}

function inUnits(told: Told, knownTo: KnownTo): Told {
  whole('kind', told.kind);
  whole('from', told.from);
  whole('until', told.until);
  if (told.until <= told.from) throw new RangeError('until: an event needs some time to have happened in');
  if (knownTo !== 'day') return told;
  return {
    kind: told.kind,
    from: Math.floor(told.from / minutesOfDay),
    until: Math.ceil(told.until / minutesOfDay),
  };
}

function whole(field: string, value: number): void {
  if ((value | 0) !== value) throw new RangeError(`${field}: must be a whole number of at most 31 bits`);
}

/** Which place a kind has among the kinds of a history; -1 if it has no such event. */
export function placeOf(kind: number, { kinds }: History): number {
  const place = firstAbove(kinds, kind, 0, kinds.length) - 1;
  return kinds[place] === kind ? place : -1;
}

/** The first place from `low` on whose value is above the limit; `high` if there is none. Values ascend. */
export function firstAbove(values: Int32Array, limit: number, low: number, high: number): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((values[middle] as number) > limit) to = middle;
    else from = middle + 1;
  }
  return from;
}
