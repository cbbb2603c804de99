import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import { fingerprintOf } from '../../src/fingerprint.ts';
import { openLog } from '../../src/log/sqlite.ts';
import { openStartCache } from '../../src/log/start-cache.ts';
import { startHost } from '../../src/read/host.ts';
import type { Keepsake } from '../../src/read/keepsake.ts';
import type { Entrant, Setting } from './contestants.ts';
import { clock, regionEvents, take } from './invented.ts';
import type { Figures } from './measure.ts';

/** A node that starts without and with what it kept, on the same log, in turns. */
export async function restarting({ folder, size }: Setting): Promise<Entrant> {
  await fill(folder, size);
  const file = join(folder, 'start.db');
  return {
    ready: { rate: 0, events: size },
    async run(amount) {
      if (amount === without) rmSync(file, { force: true });
      const figures = await start(folder);
      return { ...figures, cacheBytes: statSync(file).size };
    },
    close: () => Promise.resolve(),
  };
}

/** What one run is asked to do. */
export const without = 0;
export const withCache = 1;

async function fill(folder: string, size: number): Promise<void> {
  const log = openLog({ folder, now: clock });
  const appending: Promise<unknown>[] = [];
  for (const event of take(regionEvents(), size)) {
    appending.push(log.append(event.family, 'any', [event]));
    if (appending.length >= 2000) await Promise.all(appending.splice(0));
  }
  await Promise.all(appending);
  await log.close();
}

async function start(folder: string): Promise<Figures> {
  globalThis.gc?.();
  const began = performance.now();
  const fingerprint = fingerprintOf(defaultPolicy);
  const fingerprinted = performance.now();
  const cache = openStartCache({ folder, fingerprint, trouble: () => undefined });
  const opened = performance.now();
  const log = openLog({ folder, now: clock });
  let replayed: number | undefined;
  let judged = 0;
  const kept: Keepsake = {
    recall(family, records) {
      replayed ??= performance.now();
      return cache.recall(family, records);
    },
    keep(family, records, text) {
      judged += 1;
      cache.keep(family, records, text);
    },
    started: cache.started,
  };
  const host = await startHost({ log, policy: defaultPolicy, now: clock, kept });
  const ended = performance.now();
  const families = host.views.families().length;
  host.close();
  const closing = performance.now();
  cache.close();
  const closed = performance.now();
  await log.close();
  return {
    rate: 1000 / (ended - began),
    startMs: ended - began,
    fingerprintMs: fingerprinted - began,
    openMs: opened - fingerprinted,
    readMs: (replayed ?? ended) - opened,
    judgeMs: ended - (replayed ?? ended),
    writeMs: closed - closing,
    judged,
    families,
  };
}
