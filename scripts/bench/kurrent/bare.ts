import { KurrentDBClient, NO_STREAM, jsonEvent, streamNameFilter } from '@kurrent/kurrentdb-client';
import type { PlanEvent } from '../../../src/domain/event.ts';
import type { Entrant, Setting } from '../contestants.ts';
import { regionEvents } from '../invented.ts';
import { writing } from '../writing.ts';
import { filledPrefix, prefixOf, rateOf } from './ours.ts';

/** The official client and nothing else: the same events at exact revisions, and a subscription that sees them all. */
export function appendBare({ address = '', writers = 1 }: Setting): Entrant {
  const client = clientAt(address);
  const prefix = prefixOf('bare', writers);
  const following = client.subscribeToAll({ filter: streamNameFilter({ prefixes: [prefix] }) });
  following.on('data', () => undefined).on('error', () => undefined);
  const revisions = new Map<string, bigint>();
  const lasts = new Map<string, Promise<void>>();

  async function write(event: PlanEvent, before: Promise<void> | undefined): Promise<void> {
    await before;
    const { type, data, recordedAt: _, ...metadata } = event;
    const { nextExpectedRevision } = await client.appendToStream(
      `${prefix}family-${event.family}`,
      jsonEvent({ type, data: data, metadata }),
      { streamState: revisions.get(event.family) ?? NO_STREAM },
    );
    revisions.set(event.family, nextExpectedRevision);
  }

  const append = (event: PlanEvent) => {
    const written = write(event, lasts.get(event.family));
    lasts.set(event.family, written);
    return written;
  };
  return {
    ready: { rate: 0 },
    run: writing({ events: regionEvents(), writers, append }),
    close: () => client.dispose(),
  };
}

export function catchUpBare({ address = '', size }: Setting): Entrant {
  const client = clientAt(address);
  const filter = streamNameFilter({ prefixes: [filledPrefix] });
  return {
    ready: { rate: 0 },
    async run() {
      const started = performance.now();
      let events = 0;
      for await (const { event } of client.readAll({ filter })) events += event ? 1 : 0;
      return rateOf(events, size, started);
    },
    close: () => client.dispose(),
  };
}

export function followBare({ address = '', size }: Setting): Entrant {
  const client = clientAt(address);
  const filter = streamNameFilter({ prefixes: [filledPrefix] });
  return {
    ready: { rate: 0 },
    async run() {
      const started = performance.now();
      let events = 0;
      for await (const { event } of client.subscribeToAll({ filter })) {
        events += event ? 1 : 0;
        if (events === size) break;
      }
      return rateOf(events, size, started);
    },
    close: () => client.dispose(),
  };
}

/** With the one setting without which its native bridge sleeps half a second before the first read. */
const clientAt = (address: string) =>
  KurrentDBClient.connectionString(`${address}${address.includes('?') ? '&' : '?'}discoveryInterval=10`);
