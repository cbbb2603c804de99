import { hash } from 'node:crypto';
import { FORWARDS, NO_STREAM, START, jsonEvent } from '@kurrent/kurrentdb-client';
import type { RecordedEvent } from '@kurrent/kurrentdb-client';
import { isObject } from '../../domain/json.ts';
import type { Instant } from '../../domain/instant.ts';
import { checkKind, checkTask, usualTerms } from '../work.ts';
import type { Parked, Taking, Task, TaskData, Work, WorkTerms } from '../work.ts';
import { claimsOn } from './claims.ts';
import { closedLog, explained, typeOf } from './connection.ts';
import type { Connection } from './connection.ts';
import { uuidOf } from './streams.ts';
import type { StreamNames } from './streams.ts';
import { takerOn } from './taker.ts';

export interface KurrentWorkOptions {
  readonly connection: Connection;
  readonly names: StreamNames;
  readonly terms?: WorkTerms;
}

const offered = 'WorkOffered';

/**
 * A stream for each task, whose first event is the offer: of many offers one is written. A persistent subscription for
 * each kind, so that the server hands each task to one node.
 */
export function openKurrentWork({ connection, names, terms = usualTerms }: KurrentWorkOptions): Work {
  const claims = claimsOn(connection);
  const takings = new Set<Taking>();
  let isClosed = false;

  const groupOf = (kind: string) => `${names.workPrefix}${kind}`;
  const placeOf = (kind: string, name: string) => `${kind}-${hash('sha256', name, 'hex').slice(0, 40)}`;

  async function ask<T>(question: () => Promise<T>): Promise<T> {
    if (isClosed) throw closedLog(connection.place);
    try {
      return await question();
    } catch (error) {
      throw explained(error, connection.place);
    }
  }

  async function offer(task: Task): Promise<void> {
    checkTask(task);
    const stream = `${names.workPrefix}${placeOf(task.kind, task.name)}`;
    // The same id whoever offers it, so that sending it again after a lost answer is a success.
    const event = jsonEvent({
      id: uuidOf(stream),
      type: offered,
      data: { name: task.name, data: task.data },
    });
    try {
      await connection.persistently((client) =>
        client.appendToStream(stream, event, { streamState: NO_STREAM }),
      );
    } catch (error) {
      if (typeOf(error) !== 'wrong-expected-version') throw error;
    }
  }

  async function parked(kind: string): Promise<readonly Parked[]> {
    checkKind(kind);
    const found: Parked[] = [];
    for (const { event, at } of await parkedOn(connection, groupOf(kind))) {
      const task = taskIn(kind, event);
      if (!task) continue;
      const { reason } = await claims.of(`${names.claimPrefix}${placeOf(kind, task.name)}`);
      found.push({ ...task, reason, parkedAt: at });
    }
    return found;
  }

  return {
    offer: (task) => ask(() => offer(task)),
    take(kind, worker, { trouble = () => undefined } = {}) {
      checkKind(kind);
      const taking = takerOn({
        connection,
        claims,
        terms,
        group: groupOf(kind),
        streams: `${groupOf(kind)}-`,
        claimOf: ({ name }) => `${names.claimPrefix}${placeOf(kind, name)}`,
        taskIn: (event) => taskIn(kind, event),
        worker,
        trouble,
      });
      takings.add(taking);
      return {
        async stop() {
          await taking.stop();
          takings.delete(taking);
        },
      };
    },
    parked: (kind) => ask(() => parked(kind)),
    replayParked: (kind) =>
      ask(async () => {
        const { length } = await parked(kind);
        if (length > 0)
          await connection.persistently((client) => client.replayParkedMessagesToAll(groupOf(kind)));
        return length;
      }),
    async close() {
      if (isClosed) return;
      isClosed = true;
      await Promise.all([...takings].map((taking) => taking.stop()));
    },
  };
}

function taskIn(kind: string, { type, data: said }: RecordedEvent): Task | null {
  if (type !== offered || !isObject(said)) return null;
  const { name, data } = said;
  return typeof name === 'string' && isObject(data) ? { kind, name, data: data as TaskData } : null;
}

/** The server keeps what is parked as links in a stream of its own, until it is replayed. */
async function parkedOn(connection: Connection, group: string) {
  try {
    return await connection.persistently(async (client) => {
      const all: { readonly event: RecordedEvent; readonly at: Instant }[] = [];
      for await (const { event, link } of client.readStream(`$persistentsubscription-$all::${group}-parked`, {
        direction: FORWARDS,
        fromRevision: START,
        resolveLinkTos: true,
      }))
        if (event) all.push({ event, at: (link ?? event).created.getTime() as Instant });
      return all;
    });
  } catch (error) {
    if (typeOf(error) === 'stream-not-found') return [];
    throw error;
  }
}
