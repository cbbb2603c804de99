import { ROUND_ROBIN, START, UNBOUNDED, streamNameFilter } from '@kurrent/kurrentdb-client';
import type {
  PersistentSubscriptionToAll,
  PersistentSubscriptionToAllResolvedEvent,
  PersistentSubscriptionToAllSettings,
} from '@kurrent/kurrentdb-client';
import type { WorkTerms } from '../work.ts';
import { explained, pause, typeOf } from './connection.ts';
import type { Connection } from './connection.ts';

/** Something that the server hands to this node: it waits for an answer, on the connection over which it came last. */
export interface Delivery {
  readonly resolved: PersistentSubscriptionToAllResolvedEvent;
  readonly from: PersistentSubscriptionToAll;
}

export interface GroupNeeds {
  readonly connection: Connection;
  readonly group: string;
  /** Streams whose names begin so are handed out. */
  readonly streams: string;
  readonly terms: WorkTerms;
  readonly received: (delivery: Delivery) => void;
  readonly trouble: (error: Error) => void;
}

/** How many tasks may wait at this node for a retry or for their turn; the others wait on the server, for any node. */
const bufferSize = 16;

/** Stays in the group: makes it if nobody has, and joins again, with a pause that grows, whenever it is put out. */
export function memberOf({ connection, group, streams, terms, received, trouble }: GroupNeeds): {
  leave(): Promise<void>;
} {
  const ending = new AbortController();
  let subscription: PersistentSubscriptionToAll | undefined;
  let isMade = false;
  const isOver = () => ending.signal.aborted;

  async function stay(): Promise<void> {
    for (let attempt = 0; !isOver(); attempt += 1) {
      try {
        if (!isMade) await make();
        isMade = true;
        // Who left while it was being made would never hear that it ended.
        if (isOver()) return;
        await listen(() => {
          attempt = 0;
        });
      } catch (error) {
        if (isOver()) return;
        // Somebody may have deleted the group, or the server is another one now.
        isMade = false;
        trouble(explained(error, connection.place));
      }
      await pause(attempt, ending.signal);
    }
  }

  /** That another node was first is as good. */
  async function make(): Promise<void> {
    try {
      await connection.persistently((client) =>
        client.createPersistentSubscriptionToAll(group, settings(terms), {
          filter: streamNameFilter({ prefixes: [streams] }),
        }),
      );
    } catch (error) {
      if (typeOf(error) !== 'persistent-subscription-exists') throw error;
    }
  }

  async function listen(joined: () => void): Promise<void> {
    const from = connection.client().subscribeToPersistentSubscriptionToAll(group, { bufferSize });
    subscription = from;
    from.once('confirmation', joined);
    // Errors that come when nobody iterates any more must not end the process.
    from.on('error', () => undefined);
    for await (const resolved of from) received({ resolved, from });
  }

  const staying = stay();
  return {
    async leave() {
      ending.abort();
      const left = subscription;
      // A subscription that never came about cannot be asked to end.
      await Promise.race([left?.unsubscribe().catch(() => undefined), pause(3)]);
      left?.destroy();
      await Promise.race([staying, pause(5)]);
    },
  };
}

function settings({ leaseMs, longestRetryMs }: WorkTerms): PersistentSubscriptionToAllSettings {
  return {
    // What was offered before the first taker came must be done too.
    startFrom: START,
    // Links are not made here; what is replayed from the parked ones, the server resolves by itself.
    resolveLinkTos: false,
    extraStatistics: false,
    // An answer may wait for another node's lease, for its own attempt, and for the pause before a retry.
    messageTimeout: 2 * leaseMs + longestRetryMs,
    // Attempts are counted in the claims; handing on what a busy node has no time for is none.
    maxRetryCount: 10_000,
    // Tasks are rare: after the default of ten the server would have much to hand out again when it restarts.
    checkPointAfter: 1000,
    checkPointLowerBound: 1,
    checkPointUpperBound: 1000,
    maxSubscriberCount: UNBOUNDED,
    liveBufferSize: 500,
    readBatchSize: 20,
    historyBufferSize: 500,
    // All nodes are equal, and no task belongs to one of them.
    consumerStrategyName: ROUND_ROBIN,
  };
}
