import { statSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import { openLog } from '../../src/log/sqlite.ts';
import type { EventLog } from '../../src/log/log.ts';
import { startHost } from '../../src/read/host.ts';
import type { Entrant, Setting } from './contestants.ts';
import { clock, regionEvents, take } from './invented.ts';

/** From a log on disk through the codec into all projections, until the host has answered for the queue of all families. */
export async function replayOurs(setting: Setting): Promise<Entrant> {
  const log = openLog({ folder: setting.folder, now: clock });
  const started = performance.now();
  const events = await fill(log, setting);
  const rate = (events / (performance.now() - started)) * 1000;
  // Closing moves all that was written into the database file, whose size then counts.
  await log.close();
  const again = openLog({ folder: setting.folder, now: clock });
  const bytes = statSync(join(setting.folder, 'events.db')).size;

  async function run(): Promise<Record<'rate' | 'ms' | 'heapMB' | 'families' | 'queued', number>> {
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const host = await startHost({ log: again, policy: defaultPolicy, now: clock });
    const queued = host.views.queue().rows.length;
    const ms = performance.now() - start;
    globalThis.gc?.();
    const heapMB = (process.memoryUsage().heapUsed - before) / 1e6;
    const families = host.views.families().length;
    host.close();
    return { rate: (events / ms) * 1000, ms, heapMB, families, queued };
  }

  return { ready: { rate, events, bytesOnDisk: bytes / events }, run, close: () => again.close() };
}

const inFlight = 2048;

async function fill(log: EventLog, { size, withinMs = Infinity }: Setting): Promise<number> {
  const events = regionEvents();
  const started = performance.now();
  let filled = 0;
  while (filled < size && performance.now() - started < withinMs) {
    const some = take(events, Math.min(inFlight, size - filled));
    const results = await Promise.all(some.map((event) => log.append(event.family, 'any', [event])));
    if (results.some(({ kind }) => kind !== 'appended')) throw new Error('the log refused an invented event');
    filled += some.length;
  }
  return filled;
}
