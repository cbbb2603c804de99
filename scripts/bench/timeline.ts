import { timelinePages } from '../../test/support/timeline-pages.ts';
import type { Day } from '../../src/domain/calendar.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { formatInstant, parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Entrant, Setting } from './contestants.ts';
import { clock, life } from './invented.ts';
import { median, percentile } from './measure.ts';

/**
 * The page of the timeline of one family of many events, from the question to its last byte of HTML: the whole life in
 * one drawing. Then from other instants of knowledge, of which nothing is kept yet: how everything went is told anew.
 */
export async function timelineOfLongFamily({ size }: Setting): Promise<Entrant> {
  const events = longLife(size);
  const pages = await timelinePages(events, (events[0] as PlanEvent).family, clock());
  const known = [...new Set(events.map((event) => parseInstant(event.recordedAt) as Instant))].sort(
    (a, b) => a - b,
  );

  async function ask(query: string): Promise<number> {
    const start = performance.now();
    await pages.timeline(query);
    return performance.now() - start;
  }

  const coldMs = await ask('');
  return {
    ready: { rate: 0, coldMs, events: events.length },
    async run(calls) {
      const warm = [];
      const before = process.cpuUsage();
      for (let count = 0; count < calls; count += 1) warm.push(await ask(''));
      const { user, system } = process.cpuUsage(before);
      const first = [];
      for (let count = 0; count < Math.ceil(calls / 8); count += 1) {
        const at = encodeURIComponent(formatInstant(known.pop() as Instant));
        first.push(await ask(`at=${at}&known-at=${at}`));
      }
      const warmMs = median(warm);
      return {
        rate: 1000 / warmMs,
        warmMs,
        p99ms: percentile(warm, 0.99),
        // What the processor did for one page, whatever else the machine was doing.
        processorMs: (user + system) / 1000 / calls,
        newKnowledgeMs: median(first),
      };
    },
    close() {
      pages.close();
      return Promise.resolve();
    },
  };
}

function longLife(size: number): readonly PlanEvent[] {
  for (let number = 0; ; number += 1) {
    const events = life(number, '2014-01-01' as Day);
    if (events.length >= size) return events.slice(0, size);
  }
}
