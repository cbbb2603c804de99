import { BACKWARDS, END, FORWARDS, START, streamNameFilter } from '@kurrent/kurrentdb-client';
import type {
  AllStreamResolvedEvent,
  KurrentDBClient,
  ReadPosition,
  RecordedEvent,
} from '@kurrent/kurrentdb-client';
import type { FamilyId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { isObject } from '../../domain/json.ts';
import type { Position, Stored, Version } from '../log.ts';
import { isNoPosition, orNothing } from './connection.ts';
import type { Connection } from './connection.ts';
import { fromServer, numberOf, recordedAtOf, storedOf } from './form.ts';
import type { Served } from './form.ts';
import type { StreamNames } from './streams.ts';

/** An event of a family, and as the server gave it. */
export interface Read {
  readonly stored: Stored;
  readonly served: Served;
}

/** What else stands in the log between events of families: keys. */
export interface Aside {
  /** Before reading begins after a position. */
  before(position: Position): Promise<void>;
  passing(event: RecordedEvent): void;
}

export interface Reading {
  /** Oldest first, from the version after the given one; `atOnce` is how many are asked for at a time. */
  ofFamily(family: FamilyId, after: Version, atOnce?: number): AsyncGenerator<Read, void, undefined>;
  /** Everything of families after a position. */
  all(after: Position): AsyncGenerator<Read, void, undefined>;
  /** The last event of any family; position 0 if there is none. */
  lastPosition(client: KurrentDBClient): Promise<Position>;
  /** Does this event still stand where it was read? */
  isStill(stored: Stored): Promise<boolean>;
  lastVersion(family: FamilyId): Promise<Version>;
  /** Turns what comes in order, from a read or a subscription, into events with their times. */
  inOrder(): (recorded: RecordedEvent) => Read | Promise<Read> | null;
}

/** How much is asked for at a time: whoever reads slowly holds no more than this. */
const stretch = 2000;

export function readingFrom(connection: Connection, names: StreamNames, aside: Aside): Reading {
  const filter = streamNameFilter({ prefixes: [names.familyPrefix, names.keyPrefix] });
  const familiesOnly = streamNameFilter({ prefixes: [names.familyPrefix] });

  /** The stretches are read again when the connection breaks: nothing of a broken one is handed out. */
  function stretchOf<T>(read: (client: KurrentDBClient) => AsyncIterable<T>): Promise<T[]> {
    return connection.persistently(async (client) => {
      const events: T[] = [];
      for await (const event of read(client)) events.push(event);
      return events;
    });
  }

  function streamStretch(family: FamilyId, after: Version, most: number) {
    return orNothing(() =>
      stretchOf((client) =>
        client.readStream(names.family(family), {
          direction: FORWARDS,
          fromRevision: BigInt(after),
          maxCount: most,
        }),
      ),
    );
  }

  async function* ofFamily(
    family: FamilyId,
    after: Version,
    atOnce = stretch,
  ): AsyncGenerator<Read, void, undefined> {
    const read = inOrder();
    for (let from = after; ;) {
      const events = await streamStretch(family, from, atOnce);
      for (const { event } of events) {
        const next = event && read(event);
        if (next) yield await next;
      }
      from += events.length;
      if (events.length < atOnce) return;
    }
  }

  async function* all(after: Position): AsyncGenerator<Read, void, undefined> {
    await aside.before(after);
    const read = inOrder();
    let from: ReadPosition = after === 0 ? START : at(after);
    for (let last = after; ;) {
      // A read begins at its position, so what was seen last comes once more.
      const events = await stretchOf<AllStreamResolvedEvent>((client) =>
        client.readAll({ direction: FORWARDS, fromPosition: from, maxCount: stretch + 1, filter }),
      );
      for (const { event } of events) {
        if (!event || numberOf(event.position.commit) <= last) continue;
        last = numberOf(event.position.commit);
        from = event.position;
        const next = read(event);
        if (next) yield await next;
        else aside.passing(event);
      }
      if (events.length <= stretch) return;
    }
  }

  function inOrder(): (recorded: RecordedEvent) => Read | Promise<Read> | null {
    /** Of commands that have not ended yet: when the event before was recorded. */
    const open = new Map<
      FamilyId,
      { readonly version: Version; readonly first: Instant; readonly at: Instant }
    >();

    function told(served: Served, first: Instant, before: Instant | null): Read {
      const { family, version, mark } = served;
      const recordedAt = recordedAtOf(served, first, before);
      if (version < mark.last) open.set(family, { version, first, at: recordedAt });
      else if (mark.first < mark.last) open.delete(family);
      return { stored: storedOf(served, recordedAt), served };
    }

    /** Whoever starts in the middle of a command must know when it began. */
    async function fromTheMiddle(served: Served): Promise<Read> {
      const { first } = served.mark;
      const before = await streamStretch(served.family, first - 1, served.version - first);
      const begun = before[0]?.event?.created.getTime();
      const reached = before.reduce<Instant | null>((at, { event }) => {
        if (!event) return at;
        return recordedAtOf(fromServer(event, served.family), begun as Instant, at);
      }, null);
      return told(served, (begun ?? served.created) as Instant, reached);
    }

    return (recorded) => {
      const family = names.familyIn(recorded.streamId);
      if (family === null) return null;
      const served = fromServer(recorded, family);
      if (served.version === served.mark.first) return told(served, served.created, null);
      const before = open.get(family);
      return before?.version === served.version - 1
        ? told(served, before.first, before.at)
        : fromTheMiddle(served);
    };
  }

  return {
    ofFamily,
    all,
    inOrder,
    async lastPosition(client) {
      for await (const { event } of client.readAll({
        direction: BACKWARDS,
        fromPosition: END,
        maxCount: 1,
        filter: familiesOnly,
      }))
        if (event) return numberOf(event.position.commit);
      return 0;
    },
    async isStill({ position, version, record }) {
      const [found] = await stretchOf<AllStreamResolvedEvent>((client) =>
        client.readAll({
          direction: FORWARDS,
          fromPosition: at(position),
          maxCount: 1,
          filter: familiesOnly,
        }),
      ).catch((error: unknown) => {
        if (isNoPosition(error)) return [];
        throw error;
      });
      const event = found?.event;
      return (
        event?.streamId === names.family(record.family) &&
        Number(event.revision) + 1 === version &&
        isObject(event.metadata) &&
        event.metadata['id'] === record.id
      );
    },
    async lastVersion(family) {
      const [last] = await orNothing(() =>
        stretchOf((client) =>
          client.readStream(names.family(family), { direction: BACKWARDS, fromRevision: END, maxCount: 1 }),
        ),
      );
      return last?.event ? Number(last.event.revision) + 1 : 0;
    },
  };
}

/** Our events have one position: the server writes a command without a separate commit. */
export const at = (position: Position) => ({ commit: BigInt(position), prepare: BigInt(position) });
