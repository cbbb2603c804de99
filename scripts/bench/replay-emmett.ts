import type { Entrant, Setting } from './contestants.ts';
import { openEmmett, peerEvent } from './emmett.ts';
import type { Emmett } from './emmett.ts';
import { regionEvents, take } from './invented.ts';
import type { Figures } from './measure.ts';

/** Its fastest ways through the same events: raw batches without any fold, or its consumer, whose handler does nothing. */
export async function replayEmmett({ folder, size }: Setting): Promise<Entrant> {
  const emmett = await openEmmett(folder);
  await fill(emmett, size);
  return {
    ready: { rate: 0, events: size },
    /** How many events the consumer gets; 0 means batches of all of them. */
    run: (consumed) => (consumed === 0 ? batches(emmett) : consumer(emmett, consumed)),
    close() {
      emmett.connection.close();
      return Promise.resolve();
    },
  };
}

const batchSize = 10_000;

async function batches({ peer, connection }: Emmett): Promise<Figures> {
  globalThis.gc?.();
  const start = performance.now();
  let events = 0;
  for (let after = 0n, left = true; left;) {
    const batch = await peer.readMessagesBatch(connection, { after, batchSize });
    events += batch.messages.length;
    after = batch.currentGlobalPosition;
    left = batch.areEventsLeft;
  }
  const ms = performance.now() - start;
  return { rate: (events / ms) * 1000, ms, events };
}

let consumers = 0;

/** It sleeps 100 ms after its first batch whatever it is told, so it gets everything in one batch if that is small enough. */
async function consumer({ store }: Emmett, count: number): Promise<Figures> {
  globalThis.gc?.();
  const pulling = { batchSize: Math.min(count, batchSize), pullingFrequencyInMs: 0 };
  const consuming = store.consumer({ pulling });
  let events = 0;
  let end = 0;
  consuming.processor({
    processorId: `bench-${consumers++}`,
    startFrom: 'BEGINNING',
    eachMessage: () => {
      events += 1;
      end = performance.now();
    },
    stopAfter: () => events >= count,
  });
  const start = performance.now();
  await consuming.start();
  const ms = end - start;
  return { rate: (events / ms) * 1000, ms, events };
}

/** Family by family, because its append takes one stream at a time. */
async function fill({ store }: Emmett, size: number): Promise<void> {
  const events = regionEvents();
  for (let at = 0; at < size; at += batchSize) {
    const byFamily = Map.groupBy(take(events, Math.min(batchSize, size - at)), ({ family }) => family);
    for (const [family, own] of byFamily) await store.appendToStream(family, own.map(peerEvent));
  }
}
