import type { PlanEvent } from '../../../src/domain/event.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { openKurrentLog } from '../../../src/log/kurrent.ts';
import type { Entrant, Setting } from '../contestants.ts';
import { regionEvents } from '../invented.ts';
import { writing } from '../writing.ts';

const now = () => Date.now() as Instant;

/** What a node does: check, ids, chain, times of the server, and a follower that takes in what everybody writes. */
export function appendOnKurrent({ address = '', writers = 1 }: Setting): Entrant {
  const log = openKurrentLog({ address, now, prefix: prefixOf('ours', writers) });
  const following = log.follow(0).subscribe();
  const append = async ({ recordedAt: _, ...event }: PlanEvent) => {
    const result = await log.append(event.family, 'any', [event]);
    if (result.kind !== 'appended') throw new Error(`${event.id}: ${result.kind}`);
  };
  return {
    ready: { rate: 0 },
    run: writing({ events: regionEvents(), writers, append }),
    async close() {
      following.unsubscribe();
      await log.close();
    },
  };
}

/** Reads everything from the start, as a node does when it begins. */
export function catchUpOnKurrent({ address = '', size }: Setting): Entrant {
  const log = openKurrentLog({ address, now, prefix: filledPrefix });
  return {
    ready: { rate: 0 },
    async run() {
      const started = performance.now();
      let events = 0;
      for await (const { version } of log.readAll(0)) events += version > 0 ? 1 : 0;
      return rateOf(events, size, started);
    },
    close: () => log.close(),
  };
}

/** The same through a subscription. */
export function followOnKurrent({ address = '', size }: Setting): Entrant {
  const log = openKurrentLog({ address, now, prefix: filledPrefix });
  return {
    ready: { rate: 0 },
    async run() {
      const started = performance.now();
      let events = 0;
      await new Promise<void>((resolve) => {
        const following = log.follow(0).subscribe(() => {
          events += 1;
          if (events < size) return;
          setImmediate(() => {
            following.unsubscribe();
            resolve();
          });
        });
      });
      return rateOf(events, size, started);
    },
    close: () => log.close(),
  };
}

export const filledPrefix = 'filled-';
export const prefixOf = (who: string, writers: number) => `${who}-${writers}-`;

export function rateOf(events: number, size: number, started: number) {
  if (events < size) throw new Error(`${events} of ${size} events came`);
  return { rate: events / ((performance.now() - started) / 1000), events };
}
