import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { EventId } from '../../domain/ids.ts';
import type { FamilyId } from '../../domain/ids.ts';
import { isObject } from '../../domain/json.ts';
import type { Views } from '../../read/views.ts';
import type { Command, Outcome } from '../../write/handle.ts';
import type { Answer } from '../answer.ts';
import { newerThan } from '../conflict.ts';
import { to } from '../paths.ts';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { refusalText } from '../words/refusals.ts';

const mostEvents = 1000;
const deepest = 20;

/**
 * One command: its events are recorded together or not at all. `If-Match` holds the version that the writer has seen;
 * with an `Idempotency-Key` events may leave out their id, and the same key again records nothing new.
 */
export const recordEvents =
  ({ views, handle }: Pick<Web, 'views' | 'handle'>): Ask<FamilyVisit> =>
  async (request, _response, { family }) => {
    const query = readQuery(request, []);
    if (isProblem(query)) return query;
    const key = keyOf(request);
    if (isProblem(key)) return key;
    const expected = expectedVersion(request);
    if (isProblem(expected)) return expected;
    const sent = eventsIn(request);
    if (isProblem(sent)) return sent;
    const derived = derivedIds(family, key, sent.events.length + 1);
    const beyond = derived.at(-1);
    const command = {
      family,
      expected,
      // The same key with fewer events is not the same submission either.
      ...(beyond !== undefined && { beyond }),
      events: sent.events.map((event, index) => withId(event, derived[index])),
    };
    return answerTo(await handle(command), { command, derived, sent, views });
  };

function keyOf(request: Request): string | undefined | Problem {
  const key = request.get('idempotency-key');
  if (key === undefined || /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  return problem('bad-header', {
    path: 'Idempotency-Key',
    detail: 'It must be 1 to 200 visible ASCII characters.',
  });
}

function expectedVersion(request: Request): Command['expected'] | Problem {
  const match = request.get('if-match');
  if (match === undefined || match === '*') return 'any';
  const version = /^(?:"(\d{1,15})"|(\d{1,15}))$/.exec(match)?.slice(1).find(Boolean);
  if (version !== undefined) return Number(version);
  return problem('bad-header', {
    path: 'If-Match',
    detail: 'It must be one version of the family, such as "12".',
  });
}

interface Sent {
  readonly events: readonly unknown[];
  /** Where the events stand in the body: paths of a single event have no prefix. */
  readonly isList: boolean;
}

function eventsIn(request: Request): Sent | Problem {
  if (!request.is('application/json')) return problem('wrong-media-type', { path: 'Content-Type' });
  const body: unknown = request.body;
  if (isDeeperThan(body, deepest)) return problem('too-deep');
  if (!isObject(body) || Object.keys(body).length === 0) return problem('no-events');
  const isList = Object.hasOwn(body, 'events') && !Object.hasOwn(body, 'type');
  if (!isList) return { events: [body], isList };
  const { events } = body as { events: unknown };
  if (!Array.isArray(events) || events.length === 0) return problem('no-events', { path: 'events' });
  return events.length > mostEvents ? problem('too-large', { path: 'events' }) : { events, isList };
}

/** Looked at level by level: a body can be nested deeper than a call stack. */
function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels && level.length > 0; depth += 1)
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? (Object.values(each) as unknown[]) : [],
    );
  return level.length > 0;
}

/** Ids that follow from the key alone, so that a second delivery is recognised by the log itself, also after a restart. */
function derivedIds(family: FamilyId, key: string | undefined, count: number): readonly EventId[] {
  if (key === undefined) return [];
  return Array.from({ length: count }, (_, index) => {
    const digest = createHash('sha256').update(`${family}\n${key}\n${index}`).digest('base64url');
    return EventId.parse(`key-${digest}`);
  });
}

function withId(event: unknown, id: string | undefined): unknown {
  return id === undefined || !isObject(event) || Object.hasOwn(event, 'id') ? event : { id, ...event };
}

interface About {
  readonly command: Command;
  readonly derived: readonly EventId[];
  readonly sent: Sent;
  readonly views: Views;
}

function answerTo(outcome: Outcome, { command: { family, expected }, derived, sent, views }: About): Answer {
  const pathOf = (event: number, path: string) =>
    [...(sent.isList ? ['events', event] : []), ...(path === '' ? [] : [path])].join('.');
  switch (outcome.kind) {
    case 'recorded': {
      const { receipt, repeated } = outcome;
      const headers = {
        ETag: `"${receipt.version}"`,
        Location: to('apiStatus', { family, after: receipt.position }),
      };
      return { kind: 'json', status: repeated ? 200 : 201, headers, body: { ...receipt, repeated } };
    }
    case 'nothing-new':
      return {
        kind: 'json',
        headers: { ETag: `"${outcome.version}"` },
        body: { family, position: null, version: outcome.version, ids: [], repeated: true },
      };
    case 'conflict': {
      if (expected === 'any') return problem('busy', { headers: { 'Retry-After': '1' } });
      const { newer, missing } = newerThan(views, family, outcome);
      return problem('conflict', {
        path: 'If-Match',
        headers: { ETag: `"${outcome.actual}"`, ...(missing > 0 && { 'Retry-After': '1' }) },
        ...(missing > 0 && { detail: `${missing} of the newer events cannot be shown here yet.` }),
        extra: {
          expected: outcome.expected,
          actual: outcome.actual,
          newer: newer.map(({ version, record: { id, type } }) => ({ version, id, type })),
          ...(missing > 0 && { missing }),
        },
      });
    }
    case 'id-taken':
      return derived.includes(outcome.id)
        ? problem('key-reused', { path: 'Idempotency-Key' })
        : problem('id-taken', { path: 'id', extra: { id: outcome.id } });
    case 'malformed': {
      const { event, path, reason } = outcome;
      const detail = `${pathOf(event, path) || 'The event'}: ${malformedWords[reason]}`;
      return problem('malformed', { path: pathOf(event, path), detail, extra: { event, fault: reason } });
    }
    case 'refused': {
      const { event, path, reason } = outcome;
      return problem('refused', {
        path: pathOf(event, path),
        extra: { event, refusal: reason },
        next: refusalText(reason),
      });
    }
  }
}

const malformedWords = {
  json: 'it must be a JSON object.',
  missing: 'it is required.',
  invalid: 'the value does not fit the contract of events.',
  order: 'from <= to <= reportedAt <= recordedAt does not hold.',
  duplicate: 'another event has this id.',
  mismatch: 'it names an event that it cannot be about.',
} as const;
