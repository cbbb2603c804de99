import { ANY, END, FORWARDS, START, jsonEvent, streamNameFilter } from '@kurrent/kurrentdb-client';
import type { AllStreamSubscription } from '@kurrent/kurrentdb-client';
import { isObject } from '../../domain/json.ts';
import { lanes } from '../exchange.ts';
import type { Ear, Entry, Exchange, Heard, Lane } from '../exchange.ts';
import { explained, orNothing, pause } from './connection.ts';
import type { Connection } from './connection.ts';
import { uuidOf } from './streams.ts';
import type { StreamNames } from './streams.ts';

/** What is told in one stream a lane. Whoever listens reads on; a subscription only rings when there is something. */
export interface KurrentExchange extends Exchange {
  close(): void;
}

const type = 'OfficeChanged';
const stretch = 500;
const day = 86_400;

/** In seconds. What is older is given to nobody, and the next scavenge takes it off the disks. */
const longest: Readonly<Record<Lane, number | null>> = {
  kept: null,
  // The longest personal link, and a margin.
  links: 1030 * day,
  // The longest session and form that could not be sent, and a margin for a node that was away.
  passing: 7 * day,
};

export function exchangeOn(connection: Connection, names: StreamNames, pulseMs: number): KurrentExchange {
  const ending = new AbortController();
  const bells = new Map<string, () => void>();
  const streamOf = (lane: Lane) => `${names.officePrefix}${lane}`;
  const limited = new Set<Lane>();
  let isRinging = false;
  let subscription: AllStreamSubscription | undefined;

  async function limit(lane: Lane): Promise<void> {
    const maxAge = longest[lane];
    if (maxAge === null || limited.has(lane)) return;
    await connection.persistently((client) => client.setStreamMetadata(streamOf(lane), { maxAge }));
    limited.add(lane);
  }

  async function publish(lane: Lane, entries: readonly Entry[]): Promise<void> {
    const events = entries.map(({ id, node, sealed }) =>
      jsonEvent({ id: uuidOf(id), type, data: { id, node, sealed } }),
    );
    try {
      await limit(lane);
      await connection.persistently((client) =>
        client.appendToStream(streamOf(lane), events, { streamState: ANY }),
      );
    } catch (error) {
      throw explained(error, connection.place);
    }
  }

  function listen(lane: Lane, after: number, ear: Ear): () => void {
    const leaving = new AbortController();
    const leave = () => {
      leaving.abort();
      ring();
    };
    ending.signal.addEventListener('abort', leave);
    const isOver = () => leaving.signal.aborted;
    let place = after;
    let rings = 0;
    let wake: () => void = () => undefined;
    const ring = () => {
      rings += 1;
      wake();
    };
    bells.set(streamOf(lane), ring);
    void keepRinging();
    void keepReading();
    return leave;

    async function keepReading(): Promise<void> {
      let wasSilent = false;
      for (let attempt = 0; !isOver();) {
        try {
          const before = rings;
          const isMore = await readOn();
          attempt = 0;
          // The connection of a bell that did not ring only looks alive.
          if (isMore && wasSilent && rings === before) leaveBell();
          wasSilent = rings === before && !(await rung());
        } catch (error) {
          if (isOver()) return;
          ear.failed(explained(error, connection.place));
          attempt += 1;
          await pause(attempt, leaving.signal);
        }
      }
    }

    /** Whether there was more. */
    async function readOn(): Promise<boolean> {
      for (const before = place; ;) {
        const found = await stretchAfter(lane, place);
        if (isOver()) return false;
        const last = found.at(-1);
        if (last) {
          ear.heard(found.flatMap(({ entry, next }) => (entry ? [{ ...entry, place: next }] : [])));
          place = last.next;
        }
        if (found.length < stretch) {
          ear.complete();
          return place > before;
        }
      }
    }

    /** Until the bell, or the pulse, for a bell may have been lost; tells whether it rang. */
    function rung(): Promise<boolean> {
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          resolve(false);
        }, pulseMs);
        wake = () => {
          clearTimeout(timer);
          resolve(true);
        };
      });
    }
  }

  function stretchAfter(
    lane: Lane,
    place: number,
  ): Promise<{ readonly entry: Omit<Heard, 'place'> | null; readonly next: number }[]> {
    return orNothing(() =>
      connection.persistently(async (client) => {
        const found: { entry: Omit<Heard, 'place'> | null; next: number }[] = [];
        const events = client.readStream(streamOf(lane), {
          direction: FORWARDS,
          fromRevision: place === 0 ? START : BigInt(place),
          maxCount: stretch,
        });
        for await (const { event } of events)
          if (event) found.push({ entry: entryIn(event.data), next: Number(event.revision) + 1 });
        return found;
      }),
    );
  }

  /** One subscription for all lanes. */
  async function keepRinging(): Promise<void> {
    if (isRinging) return;
    isRinging = true;
    ending.signal.addEventListener('abort', leaveBell);
    for (let attempt = 0; !ending.signal.aborted; attempt += 1) {
      try {
        subscription = connection.client().subscribeToAll({
          fromPosition: END,
          filter: streamNameFilter({ prefixes: lanes.map(streamOf) }),
        });
        for await (const { event } of subscription) {
          attempt = 0;
          if (event) bells.get(event.streamId)?.();
        }
      } catch {
        // Whoever listens reads at each pulse meanwhile.
      }
      await pause(attempt, ending.signal);
    }
  }

  function leaveBell(): void {
    const left = subscription;
    subscription = undefined;
    left?.unsubscribe().catch(() => undefined);
    left?.destroy();
  }

  return {
    publish,
    listen,
    close() {
      ending.abort();
    },
  };
}

/** Null for what somebody else put there. */
function entryIn(data: unknown): Omit<Heard, 'place'> | null {
  if (!isObject(data)) return null;
  const { id, node, sealed } = data;
  return typeof id === 'string' && typeof node === 'string' && typeof sealed === 'string'
    ? { id, node, sealed }
    : null;
}
