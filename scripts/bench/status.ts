import type { PlanEvent } from '../../src/domain/event.ts';
import type { Day } from '../../src/domain/calendar.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { Stored } from '../../src/log/log.ts';
import { startHost } from '../../src/read/host.ts';
import type { Entrant, Setting } from './contestants.ts';
import { clock, life } from './invented.ts';
import { median, percentile } from './measure.ts';
import { memoryLog, storedAs } from './memory-log.ts';

/**
 * The status of families of many events from past viewpoints: cut by what was known then, ordered, judged by all rules.
 * Each call knows of other events than the one before, and three quarters of a family's events at least.
 */
export async function statusOfLongFamilies({ size }: Setting): Promise<Entrant> {
  const records = longLives(size).flatMap((events) =>
    events.map((event, index) => storedAs(event, event.family, { position: index + 1, version: index + 1 })),
  );
  const host = await startHost({ log: memoryLog(records), policy: defaultPolicy, now: clock });

  function ask({ family, at }: Viewpoint): number {
    const start = performance.now();
    const status = host.views.status(family, { at, knownAt: at });
    const ms = performance.now() - start;
    if (status === null) throw new Error(`nothing was known of ${family}`);
    return ms;
  }

  const viewpoints = Map.groupBy(viewpointsOn(records), ({ family }) => family);
  const [first] = [...viewpoints.values()].flat();
  const coldMs = ask(first as Viewpoint);
  return {
    ready: { rate: 0, coldMs, events: size, families: viewpoints.size },
    run(calls) {
      const times = [...viewpoints.values()].map((own) => spaced(own, calls).map(ask));
      const pastMs = median(times.flat());
      const slowestMs = Math.max(...times.map(median));
      return Promise.resolve({
        rate: 1000 / pastMs,
        pastMs,
        slowestMs,
        p99ms: percentile(times.flat(), 0.99),
      });
    },
    close() {
      host.close();
      return Promise.resolve();
    },
  };
}

interface Viewpoint {
  readonly family: FamilyId;
  readonly at: Instant;
}

const families = 3;

function longLives(size: number): PlanEvent[][] {
  const lives: PlanEvent[][] = [];
  for (let number = 0; lives.length < families; number += 1) {
    const events = life(number, '2020-01-01' as Day);
    if (events.length >= size) lives.push(events.slice(0, size));
  }
  return lives;
}

/** Instants at which something was recorded, late in the life of each family. */
function viewpointsOn(records: readonly Stored[]): Viewpoint[] {
  return [...Map.groupBy(records, ({ record }) => record.family)].flatMap(([family, own]) => {
    const late = own.slice(Math.floor(own.length * 0.75));
    return [...new Set(late.map(({ record }) => record.recordedAt))].map((at) => ({ family, at }));
  });
}

/** So many of them, from the first to the last. */
function spaced<T>(values: readonly T[], count: number): T[] {
  const step = Math.max(1, values.length / count);
  return Array.from(
    { length: Math.min(count, values.length) },
    (_, index) => values[Math.floor(index * step)] as T,
  );
}
