import { startOf } from '../domain/calendar.ts';
import { decide } from '../domain/decide.ts';
import type { EventId, FamilyId } from '../domain/ids.ts';
import { timesOf } from '../domain/envelope.ts';
import { isEventType } from '../domain/event.ts';
import type { PlanEvent } from '../domain/event.ts';
import { recordOf } from '../domain/family-record.ts';
import { formatInstant } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import { readEvent } from '../domain/reading.ts';
import type { RejectionReason } from '../domain/reading.ts';
import { object, refuse } from '../domain/refusal.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { EventLog, ExpectedVersion, Receipt, Submission, Version } from '../log/log.ts';
import { takingTurns } from './turns.ts';

/** One command: facts about one family that are recorded together or not at all. */
export interface Command {
  readonly family: FamilyId;
  /** Events as in events.md, without `recordedAt`: the log sets it. */
  readonly events: readonly unknown[];
  /** The version that the writer has seen, or 'any' for facts that stand whatever else was written meanwhile. */
  readonly expected: ExpectedVersion;
  /** An id that nothing may have yet: the one after the last of a submission whose ids follow from its key. */
  readonly beyond?: EventId;
}

export type Outcome =
  | { readonly kind: 'recorded'; readonly receipt: Receipt; readonly repeated: boolean }
  /** Everything was so already: nothing had to be written. */
  | { readonly kind: 'nothing-new'; readonly version: Version }
  | { readonly kind: 'conflict'; readonly expected: Version; readonly actual: Version }
  | { readonly kind: 'id-taken'; readonly id: EventId }
  | {
      readonly kind: 'malformed';
      readonly event: number;
      readonly path: string;
      readonly reason: RejectionReason;
    }
  | Refusal;

export interface HandlerOptions {
  readonly log: Pick<EventLog, 'append' | 'readFamily'>;
  readonly now: () => Instant;
  /** Makes names and free text unreadable without their key, before they reach the log. */
  readonly seal: (event: Submission) => Promise<Submission>;
}

export type Handle = (command: Command) => Promise<Outcome>;

/** How often a command without an expected version is decided anew when somebody else wrote in between. */
const attempts = 32;

export function handler({ log, now, seal }: HandlerOptions): Handle {
  const inTurn = takingTurns();
  return async (command) => {
    const checked = check(command, now());
    if ('kind' in checked) return checked;
    return inTurn(command.family, () => attemptAll(command, checked.events));
  };

  async function attemptAll(command: Command, events: readonly PlanEvent[]): Promise<Outcome> {
    for (let attempt = 1; ; attempt++) {
      const outcome = await attemptOnce(command, events);
      const mayRetry = command.expected === 'any' && attempt < attempts;
      if (outcome.kind !== 'conflict' || !mayRetry) return outcome;
    }
  }

  async function attemptOnce(command: Command, events: readonly PlanEvent[]): Promise<Outcome> {
    const { family } = command;
    const stored: PlanEvent[] = [];
    let version: Version = 0;
    for await (const { record, version: at } of log.readFamily(family)) {
      stored.push(record.event);
      version = at;
    }
    const ids = new Set(stored.map(({ id }) => id));
    const [before, fresh] = [events.filter(({ id }) => ids.has(id)), events.filter(({ id }) => !ids.has(id))];
    if (command.beyond !== undefined && ids.has(command.beyond))
      return { kind: 'id-taken', id: command.beyond };
    if (before.length > 0) {
      // A command that was written before gets its first receipt again; what it left out then was so already.
      const rest = decide(recordOf(stored), fresh);
      if (!('kind' in rest) && rest.length === 0) return submit(family, version, before);
      return { kind: 'id-taken', id: (before[0] as PlanEvent).id };
    }
    if (command.expected !== 'any' && command.expected !== version)
      return { kind: 'conflict', expected: command.expected, actual: version };
    const decided = decide(recordOf(stored), events);
    if ('kind' in decided) return decided;
    if (decided.length === 0) return { kind: 'nothing-new', version };
    return submit(family, version, decided);
  }

  async function submit(family: FamilyId, expected: Version, events: readonly PlanEvent[]): Promise<Outcome> {
    const sealed = await Promise.all(events.map((event) => seal(withoutRecordedAt(event))));
    const result = await log.append(family, expected, sealed);
    switch (result.kind) {
      case 'appended':
        return { kind: 'recorded', receipt: result.receipt, repeated: result.repeated };
      case 'conflict':
      case 'id-taken':
        return result;
      case 'recorded-too-early':
        throw new Error('the log refused a time that it sets itself');
    }
  }
}

type Checked = { readonly events: readonly PlanEvent[] } | Outcome;

/** Shape and times of every event, as if it were recorded now. */
function check({ family, events }: Command, now: Instant): Checked {
  const read: PlanEvent[] = [];
  for (const [index, value] of events.entries()) {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return { kind: 'malformed', event: index, path: '', reason: 'json' };
    if ('recordedAt' in value)
      return { kind: 'malformed', event: index, path: 'recordedAt', reason: 'invalid' };
    const reading = readEvent({ ...value, recordedAt: formatInstant(now) });
    if (reading.kind === 'ignored')
      return { kind: 'malformed', event: index, path: unknownPart(value), reason: 'invalid' };
    if (reading.kind === 'rejected') {
      const { path, reason } = reading.rejection;
      if (reason === 'order' && path !== 'occurred') return refuse(object('in-the-future', path), index);
      if (reason === 'order' && !beginsBefore(value, now))
        return refuse(object('in-the-future', path), index);
      return { kind: 'malformed', event: index, path, reason };
    }
    if (reading.event.family !== family) return refuse(object('other-family', 'family'), index);
    if (read.some(({ id }) => id === reading.event.id)) return refuse(object('id-twice', 'id'), index);
    read.push(reading.event);
  }
  return { events: read };
}

/** What a file may hold for later, a command may not: a type or a version that nobody knows yet. */
function unknownPart(value: object): 'type' | 'version' {
  const { type } = value as { readonly type?: unknown };
  return typeof type === 'string' && isEventType(type) ? 'version' : 'type';
}

/** An occurrence that ends before it begins is a slip of the pen; one that begins later than now is a plan. */
function beginsBefore(value: object, now: Instant): boolean {
  const event = { ...(value as PlanEvent), recordedAt: formatInstant(now) };
  const { from, to } = timesOf(event);
  const end = typeof event.occurred === 'object' ? startOf(event.occurred.to) : to;
  return from <= now && end <= now;
}

function withoutRecordedAt(event: PlanEvent): Submission {
  const { recordedAt: _, ...submission } = event;
  return submission;
}
