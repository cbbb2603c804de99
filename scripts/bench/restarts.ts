import { join } from 'node:path';
import { startLane } from './lane.ts';
import type { Figures } from './measure.ts';
import { withCache, without } from './restart.ts';

/** Starts of each size, round by round, in a process of their own. */
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
