import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import { fingerprintOf } from '../../src/fingerprint.ts';
import { openLog } from '../../src/log/sqlite.ts';
import { openStartCache } from '../../src/log/start-cache.ts';
import { startHost } from '../../src/read/host.ts';
import type { Keepsake } from '../../src/read/keepsake.ts';
import type { Entrant, Setting } from './contestants.ts';
import { clock, regionEvents } from './invented.ts';
import { startLane } from './lane.ts';
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

const without = 0;
const withCache = 1;

async function fill(folder: string, size: number): Promise<void> {
  const log = openLog({ folder, now: clock });
  const appending: Promise<unknown>[] = [];
  const events = regionEvents();
  for (let count = 0; count < size; count += 1) {
    const event = events.next().value;
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

export interface Restart {
  readonly events: number;
  readonly without: readonly Figures[];
  readonly with: readonly Figures[];
}

export async function restart(base: string, sizes: readonly number[]): Promise<readonly Restart[]> {
  const found: Restart[] = [];
  for (const events of sizes) {
    const lane = await startLane('restart', { folder: join(base, `restart-${events}`), size: events });
    await lane.run(without);
    const rounds: { without: Figures; with: Figures }[] = [];
    for (let round = 0; round < 3; round += 1)
      rounds.push({ without: await lane.run(without), with: await lane.run(withCache) });
    await lane.close();
    found.push({
      events,
      without: rounds.map((each) => each.without),
      with: rounds.map((each) => each.with),
    });
  }
  return found;
}

export function restartTable(found: readonly Restart[]): string {
  const head = [
    'events',
    'families',
    'cache',
    'start ms',
    'fingerprint',
    'open',
    'read',
    'judge',
    'judged',
    'write',
    'cache kB',
  ];
  const rows = found.flatMap(({ events, ...starts }) =>
    (['without', 'with'] as const).flatMap((which) =>
      starts[which].map((figures) => [
        String(events),
        ...['families'].map((name) => whole(figures[name])),
        which,
        ...['startMs', 'fingerprintMs', 'openMs', 'readMs', 'judgeMs', 'judged', 'writeMs'].map((name) =>
          whole(figures[name]),
        ),
        whole((figures['cacheBytes'] ?? NaN) / 1000),
      ]),
    ),
  );
  const lines = [head, head.map(() => '--:'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

const whole = (value = NaN) => Math.round(value).toLocaleString('en-GB');
