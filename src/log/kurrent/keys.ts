import {
  BACKWARDS,
  END,
  FORWARDS,
  NO_STREAM,
  START,
  jsonEvent,
  streamNameFilter,
} from '@kurrent/kurrentdb-client';
import type { EventData, ReadPosition, RecordedEvent } from '@kurrent/kurrentdb-client';
import { isObject } from '../../domain/json.ts';
import type { NamedKey } from '../sqlite/keys.ts';
import type { Heard, SharedKeys } from '../vault.ts';
import { explained, typeOf } from './connection.ts';
import type { Connection } from './connection.ts';
import { numberOf } from './form.ts';
import { at } from './reading.ts';
import { uuidOf } from './streams.ts';
import type { StreamNames } from './streams.ts';

/**
 * Keys of names and texts, each wrapped by the master key, in a stream of its own: made, destroyed, made anew. They
 * stand in the same order as the events that they seal, so whoever follows the log has a key before it is needed.
 * What was destroyed leaves the disks of the server with its next scavenge.
 */
export interface KurrentKeys extends SharedKeys {
  /**
   * Whoever is going to read the log from a position asks first: what was made and destroyed before it is then known,
   * so that what it meets on its way has no gap.
   */
  before(position: number): Promise<void>;
  /** What readers and followers of the log meet on their way. */
  passing(event: RecordedEvent): void;
}

const made = 'KeyMade';
const destroyed = 'KeyDestroyed';
/** How many keys are on their way to the server at the same time. */
const inFlight = 64;
const stretch = 2000;

export function keysOn(connection: Connection, names: StreamNames): KurrentKeys {
  let told: { readonly heard: Heard; position: number } | undefined;
  const streamOf = (name: string) => `${names.keyPrefix}${name}`;

  function passing(event: RecordedEvent): void {
    if (!told || !event.position || !event.streamId.startsWith(names.keyPrefix)) return;
    const position = numberOf(event.position.commit);
    if (position <= told.position) return;
    const name = event.streamId.slice(names.keyPrefix.length);
    const key = keyIn(event, name);
    if (key) told.heard.made(key, position);
    else if (event.type === destroyed) told.heard.destroyed(name, position);
    // Only what was taken in counts as heard.
    told.position = position;
  }

  async function place(): Promise<number> {
    const last = await lastOf('master');
    return last?.position ? numberOf(last.position.commit) : 0;
  }

  async function listen(after: number, heard: Heard): Promise<void> {
    told = { heard, position: after };
    await catchUp();
  }

  async function catchUp(): Promise<void> {
    const filter = streamNameFilter({ prefixes: [names.keyPrefix] });
    const after = told?.position ?? 0;
    let from: ReadPosition = after === 0 ? START : at(after);
    for (;;) {
      const events = await connection.persistently((client) =>
        collected(client.readAll({ direction: FORWARDS, fromPosition: from, maxCount: stretch, filter })),
      );
      for (const { event } of events) {
        if (!event) continue;
        passing(event);
        from = event.position;
      }
      if (events.length < stretch) return;
    }
  }

  async function before(position: number): Promise<void> {
    if (!told || position <= told.position) return;
    await catchUp();
    if (position <= told.position) return;
    told.position = position;
    told.heard.nothingUntil(position);
  }

  const offer = (keys: readonly NamedKey[]) => inTurns(keys, (key) => offerOne(key, true));
  const bringIn = (keys: readonly NamedKey[]) => inTurns(keys, (key) => offerOne(key, false));

  async function inTurns(
    keys: readonly NamedKey[],
    work: (key: NamedKey) => Promise<NamedKey | null>,
  ): Promise<readonly NamedKey[]> {
    const held: (NamedKey | null)[] = [];
    for (let start = 0; start < keys.length; start += inFlight)
      held.push(...(await Promise.all(keys.slice(start, start + inFlight).map(work))));
    return held.filter((key) => key !== null);
  }

  /** Null if one of this name was destroyed and this one is not new. */
  async function offerOne(key: NamedKey, isNew: boolean): Promise<NamedKey | null> {
    const event = jsonEvent({
      id: uuidOf(`${key.name} ${key.id}`),
      type: made,
      data: { id: key.id, wrapped: Buffer.from(key.wrapped).toString('base64') },
    });
    for (;;) {
      const last = await lastOf(key.name);
      const standing = last && keyIn(last, key.name);
      if (standing) return standing;
      if (last && !isNew) return null;
      if (await appended(key.name, event, last)) return key;
    }
  }

  async function destroy(gone: readonly string[]): Promise<void> {
    for (const name of gone) {
      for (;;) {
        const last = await lastOf(name);
        if (!last || last.type === destroyed) break;
        const event = jsonEvent({ id: uuidOf(`${name} ${last.id}`), type: destroyed, data: {} });
        if (await appended(name, event, last)) break;
      }
      const end = await lastOf(name);
      if (end) await forget(name, Number(end.revision));
    }
  }

  /** False if somebody else was first: then what stands there must be looked at again. */
  async function appended(name: string, event: EventData, last: RecordedEvent | undefined): Promise<boolean> {
    try {
      await connection.persistently((client) =>
        client.appendToStream(streamOf(name), event, { streamState: last ? last.revision : NO_STREAM }),
      );
      return true;
    } catch (error) {
      if (typeOf(error) === 'wrong-expected-version') return false;
      throw explained(error, connection.place);
    }
  }

  /** Readers are no longer given what lies before; a scavenge takes it off the disks. */
  function forget(name: string, before: number): Promise<unknown> {
    return connection.persistently((client) =>
      client.setStreamMetadata(streamOf(name), { truncateBefore: before }),
    );
  }

  async function lastOf(name: string): Promise<RecordedEvent | undefined> {
    try {
      const [last] = await connection.persistently((client) =>
        collected(
          client.readStream(streamOf(name), { direction: BACKWARDS, fromRevision: END, maxCount: 1 }),
        ),
      );
      return last?.event;
    } catch (error) {
      if (typeOf(error) === 'stream-not-found') return undefined;
      throw error;
    }
  }

  return { place, offer, bringIn, destroy, listen, before, passing };
}

function keyIn(event: RecordedEvent, name: string): NamedKey | undefined {
  const { type, data } = event;
  if (type !== made || !isObject(data)) return undefined;
  const { id, wrapped } = data;
  return typeof id === 'string' && typeof wrapped === 'string'
    ? { name, id, wrapped: Buffer.from(wrapped, 'base64') }
    : undefined;
}

async function collected<T>(events: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const event of events) all.push(event);
  return all;
}
