import type { EventData, RecordedEvent } from '@kurrent/kurrentdb-client';
import { envelope } from '../../domain/event.ts';
import type { PlanEvent } from '../../domain/event.ts';
import type { FamilyId } from '../../domain/ids.ts';
import { formatInstant, parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { isObject } from '../../domain/json.ts';
import type { Json } from '../../domain/json.ts';
import type { Submission, Version } from '../log.ts';
import { LogUnavailable } from '../unavailable.ts';
import { uuidOf } from './streams.ts';

/**
 * How an event looks on the server: our type, our `data` as JSON, the rest of the envelope as metadata. Correlation and
 * causation stand under the server's own names, so that its tools find them.
 */

/** What the log adds to each event. */
export interface Mark {
  /** Hash over this event and the mark of the one before it in the family. */
  readonly chain: string;
  /** No event of the command was recorded before this instant: the recordedAt of the event before it. */
  readonly floor: string;
  /** First and last version of the command that it came with. */
  readonly first: Version;
  readonly last: Version;
}

const renamed = { correlation: '$correlationId', causation: '$causationId' } as const;
const known = new Set(Object.keys(envelope.shape));

export function toServer(event: Submission | PlanEvent, log: Mark): EventData {
  const { type, data, correlation, causation, ...rest } = event as PlanEvent;
  const more = Object.fromEntries(Object.entries(rest).filter(([name]) => !known.has(name)));
  const metadata = {
    ...(correlation !== undefined && { [renamed.correlation]: correlation }),
    ...(causation !== undefined && { [renamed.causation]: causation }),
    ...Object.fromEntries(Object.entries(rest).filter(([name]) => known.has(name))),
    ...(Object.keys(more).length > 0 && { more }),
    log,
  };
  return {
    id: uuidOf(event.id),
    type,
    contentType: 'application/json',
    data: data as Record<string, unknown>,
    metadata,
  };
}

/** An event as it came from the server; `recordedAt` only if an import brought its own. */
export interface Served {
  readonly family: FamilyId;
  readonly version: Version;
  readonly position: number;
  /** When the server wrote it. */
  readonly created: Instant;
  readonly given: string | undefined;
  readonly mark: Mark;
  readonly event: Json;
}

/** @throws LogUnavailable if it is no event of this log: somebody else wrote to the stream. */
export function fromServer(recorded: RecordedEvent, family: FamilyId): Served {
  const { metadata, data, type, revision, created, position, streamId } = recorded;
  const log = isObject(metadata) ? metadata['log'] : undefined;
  if (!isObject(metadata) || !isObject(log) || !isObject(data) || position === undefined || !isMark(log))
    throw new LogUnavailable(
      'damaged',
      `Event ${revision} of the stream ${streamId} was not written by Waakvlam.`,
      'Find out who writes to this stream, and run `waakvlam verify`.',
    );
  const { log: _, more, $correlationId, $causationId, recordedAt, ...rest } = metadata;
  return {
    family,
    version: Number(revision) + 1,
    position: numberOf(position.commit),
    created: created.getTime() as Instant,
    given: typeof recordedAt === 'string' ? recordedAt : undefined,
    mark: log,
    event: {
      ...rest,
      type,
      ...($causationId !== undefined && { causation: $causationId }),
      ...($correlationId !== undefined && { correlation: $correlationId }),
      ...(isObject(more) && more),
      data,
    },
  };
}

function isMark(log: Json): log is Json & Mark {
  return (
    typeof log['chain'] === 'string' &&
    typeof log['first'] === 'number' &&
    typeof log['last'] === 'number' &&
    typeof log['floor'] === 'string'
  );
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
 * brought, and never before what stands in front of it.
 */
export function recordedAtOf(
  { given, mark }: Pick<Served, 'given' | 'mark'>,
  firstCreated: Instant,
  before: Instant | null,
): { readonly at: Instant; readonly text: string } {
  const least = Math.max(parseInstant(mark.floor) ?? -Infinity, before ?? -Infinity);
  const own = given === undefined ? firstCreated : (parseInstant(given) ?? firstCreated);
  const at = Math.max(own, least) as Instant;
  return { at, text: given !== undefined && at === own ? given : formatInstant(at) };
}
