import type { PlanEvent } from '../../src/domain/event.ts';
import type { Entrant, Setting } from './contestants.ts';
import { openEmmett, peerEvent } from './emmett.ts';
import { regionEvents } from './invented.ts';
import { writing } from './writing.ts';

/** With many writers, each has its stream: on one stream the peer would mostly answer with conflicts. */
export async function appendEmmett({ folder, writers = 1 }: Setting): Promise<Entrant> {
  const { connection, store } = await openEmmett(folder);
  let next = 0;
  const append = async (event: PlanEvent) => {
    const stream = writers === 1 ? event.family : `writer-${next++ % streams}`;
    await store.appendToStream(stream, [peerEvent(event)]);
  };
  return {
    ready: { rate: 0 },
    run: writing({ events: regionEvents(), writers, append }),
    close() {
      connection.close();
      return Promise.resolve();
    },
  };
}

/** Far more than wait at a time, so that no two waiting appends meet in one stream. */
const streams = 1009;
