import { isRoutineEvent, timesOf } from '../domain/envelope.ts';
import type { PlanEvent, Recorded } from '../domain/event.ts';
import { upcast } from '../domain/former-shapes.ts';
import type { EventId, FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { readEvent } from '../domain/reading.ts';
import type { Json } from '../domain/json.ts';
import type { Stored, Submission } from './log.ts';

/** An event as it is stored: the head in columns, the whole as text. */
export interface Entry {
  readonly id: EventId;
  readonly type: string;
  readonly family: FamilyId;
  readonly from: Instant;
  readonly to: Instant;
  readonly reportedAt: Instant;
  readonly recordedAt: Instant;
  readonly supersedes: EventId | null;
  /** 1 for a check-in that asks for nothing. */
  readonly routine: 0 | 1;
  readonly body: string;
}

/** The way in: only what the one parser accepts is stored. Commands are checked earlier, so a refusal here is a bug. */
export function encode(submission: Submission, recordedAt: string): Entry {
  return entryOf(checked(submission, recordedAt));
}

/** @throws TypeError if it is no event. */
export function checked(submission: Submission, recordedAt: string): PlanEvent {
  const reading = readEvent({ ...submission, recordedAt });
  if (reading.kind === 'accepted') return reading.event;
  const why =
    reading.kind === 'ignored'
      ? 'unknown type or version'
      : `${reading.rejection.path} ${reading.rejection.reason}`;
  throw new TypeError(`event ${submission.id} cannot be stored: ${why}`);
}

/** The columns and the text of an event that has been checked. */
export function entryOf(event: PlanEvent): Entry {
  return { ...headOf(event), body: JSON.stringify(event) };
}

function headOf(event: PlanEvent): Omit<Entry, 'body'> {
  const { id, type, family } = event;
  return {
    ...timesOf(event),
    id,
    type,
    family,
    supersedes: event.supersedes ?? null,
    routine: isRoutineEvent(event) ? 1 : 0,
  };
}

/** The way out: the head is at hand, the rest is parsed when somebody asks for it. */
export function decode(entry: Entry): Recorded {
  return new StoredRecord(entry) as unknown as Recorded;
}

/** The same for an engine that hands out parsed data: the event is put together when somebody asks for it. */
export function decodeLater(
  head: Omit<Entry, 'body' | 'routine'>,
  data: Json,
  event: () => PlanEvent,
): Recorded {
  const routine = isRoutineEvent({ type: head.type, data } as unknown as PlanEvent) ? 1 : 0;
  return new StoredRecord({ ...head, routine, body: event }) as unknown as Recorded;
}

/** Tells one stored record from every other: its place, and the text of the whole event. */
export function contentOf({ position, version, record }: Stored): string {
  const body = record instanceof StoredRecord ? record.text : JSON.stringify(record.event);
  return `${position} ${version} ${record.recordedAt} ${body}\n`;
}

/** A record as it can be stored again: its head, and its text as it was written. */
export function storedEntryOf(record: Recorded): Entry {
  const { id, type, family, from, to, reportedAt, recordedAt, supersedes, routine } = record;
  const body = record instanceof StoredRecord ? record.text : JSON.stringify(record.event);
  const head = { id, type, family, from, to, reportedAt, recordedAt };
  return { ...head, supersedes: supersedes ?? null, routine: routine ? 1 : 0, body };
}

/** Has the content been stored before? Fields in another order are the same content; the log's own recordedAt is not content. */
export function sameContent(submission: Submission, body: string): boolean {
  return sameEvent(submission, JSON.parse(body) as Json);
}

/** The same, for a stored event that has been parsed. */
export function sameEvent(submission: Submission, stored: Json): boolean {
  const offered = JSON.parse(JSON.stringify(submission)) as Json;
  return equalJson(
    submission.recordedAt === undefined ? { ...offered, recordedAt: stored['recordedAt'] } : offered,
    stored,
  );
}

/** A class, because a million of these are made in a replay. `event` and `data` are getters: a spread copy loses them. */
export class StoredRecord {
  readonly id: EventId;
  readonly type: string;
  readonly family: FamilyId;
  readonly from: Instant;
  readonly to: Instant;
  readonly reportedAt: Instant;
  readonly recordedAt: Instant;
  readonly supersedes: EventId | undefined;
  readonly routine: boolean;
  /** The text, or how to make the event, until it is asked for; the event after that. */
  private content: string | (() => PlanEvent) | PlanEvent;

  constructor(entry: Omit<Entry, 'body'> & { readonly body: string | (() => PlanEvent) }) {
    this.id = entry.id;
    this.type = entry.type;
    this.family = entry.family;
    this.from = entry.from;
    this.to = entry.to;
    this.reportedAt = entry.reportedAt;
    this.recordedAt = entry.recordedAt;
    this.supersedes = entry.supersedes ?? undefined;
    this.routine = entry.routine === 1;
    this.content = entry.body;
  }

  get event(): PlanEvent {
    if (typeof this.content === 'string') this.content = parse(this.content);
    else if (typeof this.content === 'function') this.content = lifted({ ...this.content() });
    return this.content;
  }

  get text(): string {
    if (typeof this.content === 'string') return this.content;
    return JSON.stringify(typeof this.content === 'function' ? this.content() : this.content);
  }

  get data(): PlanEvent['data'] {
    return this.event.data;
  }
}

/** Stored text was checked on the way in; older shapes are lifted here and never rewritten on disk. */
const parse = (body: string): PlanEvent => lifted(JSON.parse(body) as Json);

function lifted(stored: Json): PlanEvent {
  const event = upcast(stored);
  if (event === null)
    throw new TypeError(
      `a stored ${String(stored['type'])} of version ${String(stored['version'])} is not known here`,
    );
  return event as unknown as PlanEvent;
}

function equalJson(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && equalJson((one as Json)[name], (other as Json)[name]))
  );
}
