import type { FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Exchange } from './exchange.ts';
import type { EventLog, Position, Stored, Version } from './log.ts';
import { appending } from './kurrent/append.ts';
import { closedLog, connect, explained, usualPatience } from './kurrent/connection.ts';
import type { Connection, Patience } from './kurrent/connection.ts';
import { deskOf } from './kurrent/desk.ts';
import { exchangeOn } from './kurrent/exchange.ts';
import { followingOf } from './kurrent/following.ts';
import { keysOn } from './kurrent/keys.ts';
import { readingFrom } from './kurrent/reading.ts';
import type { Read } from './kurrent/reading.ts';
import { prefixIn, streamNames } from './kurrent/streams.ts';
import type { StreamNames } from './kurrent/streams.ts';
import { verifyKurrent } from './kurrent/verify.ts';
import type { SharedKeys } from './vault.ts';
import type { Progress, Verdict } from './verify.ts';

export interface KurrentOptions {
  /** As the official client takes it: kurrentdb://user:password@host:2113?tls=true, or +discover for a cluster. */
  readonly address: string;
  /** This node's own clock. Events get the server's; this one tells since when followers are behind. */
  readonly now: () => Instant;
  /** In front of every stream's name; left out, the `streamPrefix` of the address. */
  readonly prefix?: string;
  readonly patience?: Patience;
  /** How often it is checked that followers miss nothing, in milliseconds. */
  readonly pulseMs?: number;
  /** Told of each subscription that was lost. */
  readonly dropped?: () => void;
  /** Told, once, of what keeps followers behind until somebody mends it. */
  readonly trouble?: (error: Error) => void;
}

export interface KurrentLog extends EventLog {
  readonly keys: SharedKeys;
  /** What nodes tell each other about the people who use them. */
  readonly exchange: Exchange;
  /** Compares everything that the server holds of families with itself. */
  verify(): AsyncGenerator<Progress, Verdict>;
  readonly connection: Connection;
  readonly names: StreamNames;
}

/**
 * The engine for more than one machine: any number of processes write and follow the same families.
 * @throws LogUnavailable if the address is none; whether somebody answers there shows at the first question.
 */
export function openKurrentLog(options: KurrentOptions): KurrentLog {
  const {
    address,
    now,
    prefix = prefixIn(options.address),
    patience = usualPatience,
    pulseMs = 5000,
    dropped,
    trouble,
  } = options;
  const connection = connect(address, patience);
  const names = streamNames(prefix);
  const keys = keysOn(connection, names);
  const reading = readingFrom(connection, names, keys);
  const desk = deskOf(reading);
  const { saw } = desk;
  /** Whoever follows has read everything until here. */
  let readUntil = now();
  const following = followingOf({
    connection,
    names,
    reading,
    now,
    readUntil: () => readUntil,
    saw,
    aside: keys,
    pulseMs,
    ...(dropped && { dropped }),
    ...(trouble && { trouble }),
  });
  const append = appending({ connection, names, reading, desk, now, patienceMs: patience.totalMs });
  const exchange = exchangeOn(connection, names, pulseMs);
  const pending = new Set<Promise<unknown>>();
  let closed = false;

  async function* seen(
    reads: AsyncGenerator<Read, void, undefined>,
  ): AsyncGenerator<Stored, void, undefined> {
    if (closed) throw closedLog(connection.place);
    for await (const read of reads) {
      saw(read);
      yield read.stored;
    }
  }

  async function ask<T>(question: () => Promise<T>): Promise<T> {
    if (closed) throw closedLog(connection.place);
    return question();
  }

  async function close(): Promise<void> {
    if (closed) return;
    closed = true;
    await Promise.allSettled(pending);
    following.end();
    exchange.close();
    await connection.close();
  }

  return {
    append(family, expected, events) {
      if (closed) return Promise.reject(closedLog(connection.place));
      const result = append(family, expected, events).catch((error: unknown) => {
        throw explained(error, connection.place);
      });
      pending.add(result);
      const done = () => pending.delete(result);
      result.then(done, done);
      return result;
    },
    readFamily(family: FamilyId, after: Version = 0) {
      if (after === 0) desk.opens(family);
      return seen(reading.ofFamily(family, after));
    },
    readAll(after: Position) {
      readUntil = now();
      return seen(reading.all(after));
    },
    follow: following.follow,
    freshness: following.freshness,
    head: () => ask(() => connection.persistently((client) => reading.lastPosition(client))),
    version: (family) => ask(() => reading.lastVersion(family)),
    close,
    keys,
    exchange,
    async *verify() {
      return yield* verifyKurrent(
        reading,
        await connection.persistently((client) => reading.lastPosition(client)),
      );
    },
    connection,
    names,
  };
}
