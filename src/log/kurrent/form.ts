import type { EventData, RecordedEvent } from '@kurrent/kurrentdb-client';
import { timesOf } from '../../domain/envelope.ts';
import { envelope } from '../../domain/event.ts';
import type { PlanEvent } from '../../domain/event.ts';
import type { EventId, FamilyId } from '../../domain/ids.ts';
import { formatInstant, parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { isObject } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import { decodeLater } from '../codec.ts';
import type { Stored, Submission, Version } from '../log.ts';
import { LogUnavailable } from '../unavailable.ts';
import { uuidOf } from './streams.ts';

/**
 * How an event looks on the server: our type, our `data` as JSON, the rest of the envelope as metadata. Correlation and
 * causation stand under the server's own names, so that its tools find them; fields that we do not know go into `more`.
 */

/** What the log adds to the metadata of each event. */
export interface Mark {
  /** Hash over this event and the mark of the one before it in the family. */
  readonly chain: string;
  /** When the event before the command was recorded: nothing of the command was recorded earlier. Empty at the start. */
  readonly floor: string;
  /** First and last version of the command that it came with. */
  readonly first: Version;
  readonly last: Version;
  /** from, to and reportedAt worked out, if they do not depend on when it was recorded: a replay need not parse them. */
  readonly times?: readonly [Instant, Instant, Instant];
}

/** An event as it goes to the server, without its mark. */
export interface Laid {
  readonly id: EventId;
  readonly type: string;
  readonly data: Json;
  readonly metadata: Json;
}

const known = new Set(Object.keys(envelope.shape));

export function laidOut(event: Submission | PlanEvent): Laid {
  const { type, data, correlation, causation, ...rest } = event as PlanEvent;
  const metadata: Json = {};
  const more: Json = {};
  if (correlation !== undefined) metadata['$correlationId'] = correlation;
  if (causation !== undefined) metadata['$causationId'] = causation;
  for (const [name, value] of Object.entries(rest)) (known.has(name) ? metadata : more)[name] = value;
  if (Object.keys(more).length > 0) metadata['more'] = more;
  return { id: event.id, type, data: data, metadata };
}

/** The server takes what has the same UUID at the same revision for the same: so it is made of what the event says, too. */
export function toServer({ id, type, data, metadata }: Laid, log: Mark): EventData {
  return {
    id: uuidOf(`${id} ${log.chain}`),
    type,
    contentType: 'application/json',
    data,
    metadata: { ...metadata, log },
  };
}

export function timesFor(event: Submission): Mark['times'] {
  if (event.reportedAt === undefined) return undefined;
  const { from, to, reportedAt } = timesOf({ ...event, recordedAt: event.reportedAt });
  return [from, to, reportedAt];
}

/** An event as it came from the server. */
export interface Served {
  readonly family: FamilyId;
  readonly version: Version;
  readonly position: number;
  /** When the server wrote it. */
  readonly created: Instant;
  readonly mark: Mark;
  readonly laid: Laid;
}

/** @throws LogUnavailable if it is no event of this log: somebody else wrote to the stream. */
export function fromServer(recorded: RecordedEvent, family: FamilyId): Served {
  const { metadata, data, type, revision, created, position, streamId } = recorded;
  const log = isObject(metadata) ? metadata['log'] : undefined;
  if (!isObject(metadata) || !isObject(data) || !isMark(log) || position === undefined)
    throw new LogUnavailable(
      'damaged',
      `Event ${revision} of the stream ${streamId} was not written by Waakvlam.`,
      'Find out who writes to this stream, and run `waakvlam verify`.',
    );
  return {
    family,
    version: Number(revision) + 1,
    position: numberOf(position.commit),
    created: created.getTime() as Instant,
    mark: log,
    laid: { id: metadata['id'] as EventId, type, data, metadata },
  };
}

function isMark(log: unknown): log is Mark {
  return (
    isObject(log) &&
    typeof log['chain'] === 'string' &&
    typeof log['first'] === 'number' &&
    typeof log['last'] === 'number' &&
    typeof log['floor'] === 'string'
  );
}

/** The event as it was handed in: with a recordedAt only if an import brought its own. */
export function submitted({ laid: { type, data, metadata } }: Pick<Served, 'laid'>): Submission {
  const { log: _, more, $correlationId, $causationId, ...rest } = metadata;
  return {
    ...rest,
    type,
    ...($causationId !== undefined && { causation: $causationId }),
    ...($correlationId !== undefined && { correlation: $correlationId }),
    ...(isObject(more) && more),
    data,
  } as unknown as Submission;
}

/** Positions are byte offsets of the server's log: beyond nine petabytes a number would lose its last digits. */
export function numberOf(commit: bigint): number {
  const position = Number(commit);
  if (!Number.isSafeInteger(position))
    throw new RangeError(`position ${commit} is beyond what a number can hold`);
  return position;
}

/**
 * When an event counts as recorded: the server's time of the first event of its command, or the time that an import
 * brought. Never before what stands in front of it, and a command later than the one before it: between two commands
 * of a family there is always an instant at which only the first was known.
 */
export function recordedAtOf(
  { laid, mark }: Pick<Served, 'laid' | 'mark'>,
  firstCreated: Instant,
  before: Instant | null,
): Instant {
  const given = parseInstant(givenIn(laid) ?? '');
  const after = mark.floor === '' ? null : parseInstant(mark.floor);
  const least = before ?? (after === null ? -Infinity : given === null ? after + 1 : after);
  return Math.max(given ?? wholeSecond(firstCreated), least) as Instant;
}

/** The client's native bridge, which reads, knows no milliseconds; its subscriptions do. All readers must agree. */
const wholeSecond = (instant: Instant): number => instant - (instant % 1000);

export function storedOf(served: Served, recordedAt: Instant): Stored {
  const { family, version, position, mark, laid } = served;
  const given = givenIn(laid);
  const text =
    given !== undefined && parseInstant(given) === recordedAt ? given : () => formatInstant(recordedAt);
  const event = () =>
    ({
      ...submitted(served),
      recordedAt: typeof text === 'string' ? text : text(),
    }) as unknown as PlanEvent;
  const times = mark.times
    ? { from: mark.times[0], to: mark.times[1], reportedAt: mark.times[2] }
    : timesOf(event());
  const record = decodeLater(
    {
      ...times,
      id: laid.id,
      type: laid.type,
      family,
      recordedAt,
      supersedes: (laid.metadata['supersedes'] ?? null) as EventId | null,
    },
    laid.data,
    event,
  );
  return { position, version, record };
}

function givenIn({ metadata }: Laid): string | undefined {
  const given = metadata['recordedAt'];
  return typeof given === 'string' ? given : undefined;
}
