import type { EventType, Recorded, RecordOf } from '../src/domain/event.ts';
import type { EventId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { Parameters } from '../src/domain/parameters.ts';
import { isAboutResearch } from '../src/domain/rights.ts';
import { Moment } from './moment.ts';

/**
 * What was known of one family at an instant of knowledge (P1), under the terms of a policy. All rules are
 * questions about this; nothing in it changes after it was made, so answers may be kept.
 */
export interface Known {
  readonly terms: Parameters;
  /** The known events of a type in P2 order: by to, recordedAt, id. */
  readonly byType: Map<EventType, readonly Recorded[]>;
  /** Known or not: everything recorded by then. */
  readonly recorded: readonly Recorded[];
  /** P1: the id that a reference to a superseded event is read as. */
  readonly current: (id: EventId) => EventId;
  readonly histories: (Map<string, readonly Recorded[]> | undefined)[];
  readonly answers: (Map<string, Kept[]> | undefined)[];
}

/** Cuts by recording time, takes out what was by then retracted or superseded, and orders (P1, P2). A duplicate counts once. */
export function knownAt(recorded: Iterable<Recorded>, instant: Instant, terms: Parameters): Known {
  const records: Recorded[] = [];
  for (const record of recorded) if (record.recordedAt <= instant) records.push(record);
  const retracted = new Set<string>();
  for (const record of records) if (record.type === 'EventRetracted') retracted.add(record.data.target);
  const supersededBy = new Map<string, Recorded>();
  for (const record of records) {
    if (record.supersedes === undefined || retracted.has(record.id)) continue;
    const other = supersededBy.get(record.supersedes);
    if (!other || recordedLater(record, other)) supersededBy.set(record.supersedes, record);
  }
  const lists = new Map<EventType, Recorded[]>();
  for (const record of records) {
    if (retracted.has(record.id) || supersededBy.has(record.id)) continue;
    const list = lists.get(record.type);
    if (list) list.push(record);
    else lists.set(record.type, [record]);
  }
  for (const [type, list] of lists)
    if (!isOrdered(list)) lists.set(type, withoutRepetition(list.sort(oldestFirst)));
  return {
    terms,
    byType: lists,
    recorded: records,
    current: (id) => follow(id, supersededBy),
    histories: [],
    answers: [],
  };
}

/** The earliest `from` of what is known of how the family is; null if that is nothing. */
export function earliestFrom(known: Known): Instant | null {
  let earliest: Instant | null = null;
  for (const [type, list] of known.byType) {
    if (isAboutResearch(type)) continue;
    for (const { from } of list) if (earliest === null || from < earliest) earliest = from;
  }
  return earliest;
}

/** The same knowledge under the terms of another policy: what was gathered is shared, what was answered is not. */
export function underTerms(known: Known, terms: Parameters): Known {
  return { ...known, terms, answers: [] };
}

/** Nearly every list is, and then no event stands in it twice. */
function isOrdered(list: readonly Recorded[]): boolean {
  return list.every((record, index) => index === 0 || oldestFirst(list[index - 1] as Recorded, record) < 0);
}

/** In order, a duplicate stands beside its original. */
function withoutRepetition(list: readonly Recorded[]): Recorded[] {
  return list.filter((record, index) => record.id !== list[index - 1]?.id);
}

function recordedLater(a: Recorded, b: Recorded): boolean {
  return a.recordedAt > b.recordedAt || (a.recordedAt === b.recordedAt && a.id > b.id);
}

function follow(id: EventId, supersededBy: ReadonlyMap<string, Recorded>): EventId {
  const passed = new Set<string>();
  let current = id;
  for (let next = supersededBy.get(id); next && !passed.has(next.id); next = supersededBy.get(next.id)) {
    passed.add(next.id);
    current = next.id;
  }
  return current;
}

/** P2: by to, recordedAt, id. */
export function oldestFirst(a: Recorded, b: Recorded): number {
  return a.to - b.to || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** By from, then P2. */
export function earliestFirst(a: Recorded, b: Recorded): number {
  return a.from - b.from || oldestFirst(a, b);
}

const none: readonly never[] = [];

/** The known events of some types in P2 order, holding or not. */
export function all<T extends EventType>(known: Known, type: T): readonly RecordOf<T>[] {
  return (known.byType.get(type) ?? none) as readonly RecordOf<T>[];
}

/** Those that hold at the moment (P2: to <= V). */
export function holding<T extends EventType>(known: Known, now: Moment, type: T): readonly RecordOf<T>[] {
  return upTo(now, all(known, type));
}

/** Of a list in P2 order, those that hold. */
export function upTo<R extends Recorded>(now: Moment, list: readonly R[]): readonly R[] {
  const count = countHolding(now, list);
  return count === list.length ? list : list.slice(0, count);
}

/** P2 "latest" of a list in P2 order: the last one that holds. */
export function latest<R extends Recorded>(now: Moment, list: readonly R[]): R | undefined {
  return list[countHolding(now, list) - 1];
}

function countHolding(now: Moment, list: readonly Recorded[]): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as Recorded).to <= now.at) low = middle + 1;
    else high = middle;
  }
  const last = list[low - 1];
  const next = list[low];
  if (last) now.reached(last.to);
  if (next) now.reached(next.to);
  return low;
}

/** Something about which events of some types tell one after the other: an agreement, a person, a party. */
export interface History<R extends Recorded> {
  /** The events about one thing, in P2 order. */
  of(known: Known, key: string): readonly R[];
  /** Everything that events tell about, in code-point order. */
  keys(known: Known): readonly string[];
}

let histories = 0;

/** Defines a history once; per family it is gathered at the first question. */
export function history<T extends EventType>(
  types: readonly T[],
  keysOf: (record: RecordOf<T>, known: Known) => readonly string[],
  order: (a: Recorded, b: Recorded) => number = oldestFirst,
): History<RecordOf<T>> {
  const index = histories++;
  const gathered = (known: Known) => (known.histories[index] ??= gather(known));
  const gather = (known: Known) => {
    const lists = new Map<string, RecordOf<T>[]>();
    for (const type of types)
      for (const record of all(known, type))
        for (const key of new Set(keysOf(record, known))) {
          const list = lists.get(key);
          if (list) list.push(record);
          else lists.set(key, [record]);
        }
    if (types.length > 1 || order !== oldestFirst)
      for (const list of lists.values()) (list as Recorded[]).sort(order);
    return new Map([...lists].sort(([a], [b]) => (a < b ? -1 : 1))) as unknown as Map<
      string,
      readonly Recorded[]
    >;
  };
  return {
    of: (known, key) => (gathered(known).get(key) ?? none) as readonly RecordOf<T>[],
    keys: (known) => [...gathered(known).keys()],
  };
}

/** An answer and between which instants it holds. */
interface Kept {
  readonly answer: unknown;
  readonly holdsFrom: Instant;
  readonly holdsUntil: Instant;
}

let questions = 0;

/** A question whose answers are kept, each for as long as it holds; asking again then costs next to nothing. */
export function question<A, Keys extends readonly string[]>(
  answer: (known: Known, now: Moment, ...keys: Keys) => A,
): (known: Known, now: Moment, ...keys: Keys) => A {
  const index = questions++;
  return (known, now, ...keys) => {
    const byKey = (known.answers[index] ??= new Map<string, Kept[]>());
    const key = keys.length === 1 ? (keys[0] as string) : keys.join(' ');
    let kept = byKey.get(key);
    if (!kept) byKey.set(key, (kept = []));
    const place = lastFrom(kept, now.at);
    const earlier = kept[place];
    if (earlier && now.at < earlier.holdsUntil) {
      now.narrow(earlier.holdsFrom, earlier.holdsUntil);
      return earlier.answer as A;
    }
    const moment = new Moment(now.at);
    const given = answer(known, moment, ...keys);
    kept.splice(lastFrom(kept, moment.holdsFrom) + 1, 0, {
      answer: given,
      holdsFrom: moment.holdsFrom,
      holdsUntil: moment.holdsUntil,
    });
    now.narrow(moment.holdsFrom, moment.holdsUntil);
    return given;
  };
}

/** The place of the last answer that holds from an instant or before; -1 if there is none. */
function lastFrom(kept: readonly Kept[], instant: Instant): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((kept[middle] as Kept).holdsFrom <= instant) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
