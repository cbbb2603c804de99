import { encode, sameContent } from '../codec.ts';
import type { Entry } from '../codec.ts';
import type { EventId, FamilyId } from '../../domain/ids.ts';
import { formatInstant, parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { AppendResult, ExpectedVersion, Position, Receipt, Submission, Version } from '../log.ts';
import { chainStart, idKey, link } from './chain.ts';
import type { Kept } from './rows.ts';

/** One call of append. */
export interface Command {
  readonly family: FamilyId;
  readonly expected: ExpectedVersion;
  readonly events: readonly Submission[];
}

/** Where the store stands before a group of commands. */
export interface Standing {
  readonly position: Position;
  readonly chain: string;
  /** The last of a family's stream. */
  stream(family: FamilyId): Stream;
  kept(key: Uint8Array): Kept | null;
}

export interface Stream {
  readonly version: Version;
  readonly recordedAt: Instant;
}

/** A row that is ready to be written. */
export interface NewRow extends Kept {
  readonly entry: Entry;
  readonly key: Uint8Array;
  readonly chain: string;
}

/** The rows of a group of commands, in order, and where the streams stand after them. Nothing is on disk yet. */
export interface Group {
  readonly rows: readonly NewRow[];
  readonly streams: ReadonlyMap<FamilyId, Stream>;
  judge(command: Command): AppendResult;
}

/**
 * Looking up every id costs a third of an append, and nearly every id is new. So a group is first judged `trusting`: if
 * an id is stored after all, the insert is refused, nothing is written, and the group is judged again, `careful`.
 */
export type Care = 'trusting' | 'careful';

/**
 * Judges the commands of one commit one after another, each on top of the ones before it. A command that is refused, or
 * that throws because it is a bug, leaves no trace, so it cannot spoil its neighbours.
 */
export function groupOn(standing: Standing, now: Instant, care: Care): Group {
  const rows: NewRow[] = [];
  const streams = new Map<FamilyId, Stream>();
  const byId = new Map<EventId, NewRow>();

  const streamOf = (family: FamilyId) => streams.get(family) ?? standing.stream(family);

  function judge({ family, expected, events }: Command): AppendResult {
    if (events.length === 0) throw new TypeError('a command without events cannot be appended');
    const keys = events.map((event) => idKey(event.id));
    const kept = (how: Care) =>
      events.map(
        ({ id }, index) => byId.get(id) ?? (how === 'careful' ? standing.kept(keys[index] as Buffer) : null),
      );
    const repeated = repetition(family, events, kept(care));
    if (repeated !== null) return repeated;
    const stream = streamOf(family);
    const timed = timeline(events, stream.recordedAt, now);
    const refusal = conflict(expected, stream.version) ?? (Array.isArray(timed) ? null : timed);
    if (refusal !== null) return repetition(family, events, kept('careful')) ?? refusal;
    const times = timed as readonly string[];
    const entries = events.map((event, index) => entryIn(family, event, times[index] as string));
    write(family, stream, entries, keys);
    return {
      kind: 'appended',
      receipt: receiptOf(family, rows.slice(-entries.length)),
      repeated: false,
    };
  }

  function write(family: FamilyId, stream: Stream, entries: readonly Entry[], keys: readonly Buffer[]): void {
    entries.forEach((entry, index) => {
      const before = rows.at(-1) ?? standing;
      const position = before.position + 1;
      const version = stream.version + 1 + index;
      const previous = before.chain === '' ? chainStart : before.chain;
      const chain = link(previous, position, version, entry);
      const row = {
        position,
        version,
        id: entry.id,
        body: entry.body,
        entry,
        key: keys[index] as Buffer,
        chain,
      };
      rows.push(row);
      byId.set(entry.id, row);
      streams.set(family, { version, recordedAt: entry.recordedAt });
    });
  }

  return { rows, streams, judge };
}

/** Nothing if all ids are new; the first receipt if all are stored with this content; else the id that stands in the way. */
function repetition(
  family: FamilyId,
  events: readonly Submission[],
  kept: readonly (Kept | null)[],
): AppendResult | null {
  const twice = events.find((event, index) => events.findIndex(({ id }) => id === event.id) < index);
  if (twice !== undefined) return { kind: 'id-taken', id: twice.id };
  const found = kept.filter((row) => row !== null);
  if (found.length === 0) return null;
  const other = events.find((event, index) => kept[index] && !sameContent(event, kept[index].body));
  if (other !== undefined) return { kind: 'id-taken', id: other.id };
  if (found.length < events.length) return { kind: 'id-taken', id: (found[0] as Kept).id };
  return { kind: 'appended', receipt: receiptOf(family, found), repeated: true };
}

function conflict(expected: ExpectedVersion, actual: Version): AppendResult | null {
  return expected === 'any' || expected === actual ? null : { kind: 'conflict', expected, actual };
}

/** The recordedAt of each event as text, or the refusal of one that would turn back the clock of its family. */
function timeline(events: readonly Submission[], last: Instant, now: Instant): string[] | AppendResult {
  const times: string[] = [];
  let reached = last;
  for (const { id, recordedAt } of events) {
    const given = recordedAt === undefined ? null : parseInstant(recordedAt);
    if (given !== null && given < reached)
      return { kind: 'recorded-too-early', id, last: formatInstant(reached) };
    reached = given ?? (Math.max(now, reached) as Instant);
    times.push(recordedAt ?? formatInstant(reached));
  }
  return times;
}

function entryIn(family: FamilyId, event: Submission, recordedAt: string): Entry {
  if (event.family !== family)
    throw new TypeError(`event ${event.id} is of family ${event.family}, not ${family}`);
  return encode(event, recordedAt);
}

function receiptOf(family: FamilyId, rows: readonly Kept[]): Receipt {
  const { position, version } = rows.at(-1) as Kept;
  return { family, position, version, ids: rows.map(({ id }) => id) };
}
