import { NO_STREAM } from '@kurrent/kurrentdb-client';
import type { EventId, FamilyId } from '../../domain/ids.ts';
import { formatInstant, parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { checked, sameEvent } from '../codec.ts';
import type { AppendResult, ExpectedVersion, Receipt, Stored, Submission } from '../log.ts';
import { LogUnavailable } from '../unavailable.ts';
import { link } from './chain.ts';
import { explained, isPassing, pause, typeOf } from './connection.ts';
import type { Connection } from './connection.ts';
import type { Desk, Standing } from './desk.ts';
import { laidOut, numberOf, timesFor, toServer } from './form.ts';
import type { Reading } from './reading.ts';
import type { StreamNames } from './streams.ts';

export interface AppendNeeds {
  readonly connection: Connection;
  readonly names: StreamNames;
  readonly reading: Reading;
  readonly desk: Desk;
  readonly now: () => Instant;
  /** How long a command goes on trying. */
  readonly patienceMs: number;
}

export type Append = (
  family: FamilyId,
  expected: ExpectedVersion,
  events: readonly Submission[],
) => Promise<AppendResult>;

/**
 * One command is one append at the exact revision that it was judged on, so two nodes can never both be right. When an
 * answer is lost, the stream is read: the events stand there and their receipt is given, or they are sent again, with
 * the same ids at the same revision.
 */
export function appending(needs: AppendNeeds): Append {
  const { connection, names, desk, now, patienceMs } = needs;
  const lastOf = new Map<FamilyId, Promise<unknown>>();

  return (family, expected, events) => {
    const bug = bugIn(family, events);
    if (bug !== null) return Promise.reject(bug);
    const before = lastOf.get(family) ?? Promise.resolve();
    const result = before.then(() => inTurn(family, expected, events));
    const settled = result.then(ignore, ignore).then(() => {
      if (lastOf.get(family) === settled) lastOf.delete(family);
    });
    lastOf.set(family, settled);
    return result;
  };

  /** A command that is a bug is thrown back before it waits for anybody. */
  function bugIn(family: FamilyId, events: readonly Submission[]): Error | null {
    if (events.length === 0) return new TypeError('a command without events cannot be appended');
    const other = events.find((event) => event.family !== family);
    if (other) return new TypeError(`event ${other.id} is of family ${other.family}, not ${family}`);
    try {
      const time = formatInstant(now());
      for (const event of events) checked(event, event.recordedAt ?? time);
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  /** One command of a family after another, so that those of one node are no conflict to each other. */
  async function inTurn(
    family: FamilyId,
    expected: ExpectedVersion,
    events: readonly Submission[],
  ): Promise<AppendResult> {
    const end = performance.now() + patienceMs;
    let isFresh = false;
    let mayBeOurs = false;
    for (let attempt = 0; ; attempt += 1) {
      const standing = isFresh ? await desk.refreshed(family) : await desk.of(family);
      // A standing grows under our hands when events of others come by.
      const judgedOn = standing.version;
      const judged = await judge(standing, family, expected, events);
      if (judged !== null) {
        // Another node may have written since: a refusal is given only from what the server says now.
        if (isFresh || judged.kind === 'id-taken' || judged.kind === 'appended')
          return judged.kind === 'appended' && mayBeOurs ? { ...judged, repeated: false } : judged;
        isFresh = true;
        continue;
      }
      isFresh = true;
      const timed = await desk.timed(family);
      if (timed.version !== judgedOn) continue;
      const early = tooEarly(events, timed.recordedAt, now());
      if (early !== null) return early;
      try {
        return await send(family, timed, events);
      } catch (error) {
        const isOvertaken = typeOf(error) === 'wrong-expected-version';
        if (isOvertaken && performance.now() < end) {
          // If nothing new stands there, what is known here stands ahead of the log: it is read from the start.
          if ((await desk.refreshed(family)).version === judgedOn) {
            desk.forget(family);
            await pause(attempt);
          }
          continue;
        }
        if (!isPassing(error) || performance.now() > end) {
          desk.forget(family);
          throw isOvertaken ? busy(connection.place) : explained(error, connection.place);
        }
        mayBeOurs = true;
        await pause(attempt);
      }
    }
  }

  /** Null if it may be written. */
  async function judge(
    { version, recordedAt, versions }: Standing,
    family: FamilyId,
    expected: ExpectedVersion,
    events: readonly Submission[],
  ): Promise<AppendResult | null> {
    const twice = events.find((event, index) => events.findIndex(({ id }) => id === event.id) < index);
    if (twice !== undefined) return { kind: 'id-taken', id: twice.id };
    const stored = events.filter(({ id }) => versions.has(id));
    if (stored.length > 0) return repetition(family, events, stored, versions);
    if (expected !== 'any' && expected !== version) return { kind: 'conflict', expected, actual: version };
    return tooEarly(events, recordedAt ?? (-Infinity as Instant), now());
  }

  async function repetition(
    family: FamilyId,
    events: readonly Submission[],
    stored: readonly Submission[],
    versions: ReadonlyMap<EventId, number>,
  ): Promise<AppendResult> {
    const found: Stored[] = [];
    for (const submission of stored) {
      const kept = await storedAt(family, versions.get(submission.id) ?? 0);
      if (!kept || !sameEvent(submission, { ...kept.record.event }))
        return { kind: 'id-taken', id: submission.id };
      found.push(kept);
    }
    const last = found.at(-1);
    if (!last || stored.length < events.length)
      return { kind: 'id-taken', id: (stored[0] ?? events[0])?.id as EventId };
    return { kind: 'appended', receipt: receiptOf(family, events, last), repeated: true };
  }

  async function storedAt(family: FamilyId, version: number): Promise<Stored | undefined> {
    for await (const read of needs.reading.ofFamily(family, version - 1, 1)) return read.stored;
    return undefined;
  }

  async function send(
    family: FamilyId,
    standing: Standing & { readonly recordedAt: Instant },
    events: readonly Submission[],
  ): Promise<AppendResult> {
    const { version, recordedAt } = standing;
    let { chain } = standing;
    const [first, last] = [version + 1, version + events.length];
    const floor = recordedAt === -Infinity ? '' : formatInstant(recordedAt);
    const sent = events.map((event, index) => {
      const laid = laidOut(event);
      chain = link(chain, first + index, laid, { floor, first, last });
      const times = timesFor(event);
      return toServer(laid, { chain, floor, first, last, ...(times && { times }) });
    });
    const written = await connection.once((client) =>
      client.appendToStream(names.family(family), sent, {
        streamState: version === 0 ? NO_STREAM : BigInt(version - 1),
      }),
    );
    if (Number(written.nextExpectedRevision) !== last - 1 || written.position === undefined) {
      // The server has seen these before, at an earlier revision: the stream tells where.
      desk.forget(family);
      const judged = await judge(await desk.refreshed(family), family, 'any', events);
      if (judged !== null) return judged;
      throw new Error(
        `the server answered revision ${written.nextExpectedRevision} where ${last - 1} was due`,
      );
    }
    const given = events.at(-1)?.recordedAt;
    desk.wrote(family, {
      first,
      ids: events.map(({ id }) => id),
      chain,
      recordedAt: given === undefined ? null : parseInstant(given),
    });
    const position = numberOf(written.position.commit);
    return {
      kind: 'appended',
      receipt: receiptOf(family, events, { position, version: last }),
      repeated: false,
    };
  }
}

const ignore = () => undefined;

const busy = (place: string) =>
  new LogUnavailable(
    'unreachable',
    `${place} holds other events of this family than this node has read.`,
    'Send the same again. If a backup was put back, stop every node and start them again.',
  );

function receiptOf(
  family: FamilyId,
  events: readonly Submission[],
  { position, version }: Pick<Stored, 'position' | 'version'>,
): Receipt {
  return { family, position, version, ids: events.map(({ id }) => id) };
}

/** The refusal of an import that would turn back the clock of its family. */
function tooEarly(events: readonly Submission[], last: Instant, now: Instant): AppendResult | null {
  let reached = last;
  for (const { id, recordedAt } of events) {
    const given = recordedAt === undefined ? null : parseInstant(recordedAt);
    if (given !== null && given < reached)
      return { kind: 'recorded-too-early', id, last: formatInstant(reached) };
    reached = given ?? (Math.max(now, reached) as Instant);
  }
  return null;
}
