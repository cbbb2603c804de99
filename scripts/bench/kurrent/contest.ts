import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Instant } from '../../../src/domain/instant.ts';
import { openKurrentLog } from '../../../src/log/kurrent.ts';
import { regionEvents, take } from '../invented.ts';
import { startLane } from '../lane.ts';
import { inTurns } from '../measure.ts';
import type { Figures } from '../measure.ts';
import { filledPrefix } from './ours.ts';

export interface KurrentCourse {
  readonly runMs: number;
  readonly rounds: number;
  /** Events that are read back. */
  readonly size: number;
}

export interface Pair {
  readonly ours: readonly Figures[];
  readonly bare: readonly Figures[];
}

export interface KurrentRounds {
  readonly server: string;
  readonly single: Pair;
  readonly group64: Pair;
  readonly catchUp: Pair;
  readonly follow: Pair;
}

/**
 * Our log against the official client by itself, in turns on one server: a real one if WAAKVLAM_TEST_KURRENTDB names it,
 * else the test server in a process of its own, on the disk, every append flushed.
 */
export async function kurrentContest(
  base: string,
  { runMs, rounds, size }: KurrentCourse,
  say: (what: string) => void,
): Promise<KurrentRounds> {
  const real = process.env['WAAKVLAM_TEST_KURRENTDB'];
  const server = real === undefined ? await startServer(join(base, 'kurrent.db')) : undefined;
  const address = server?.address ?? real ?? '';
  try {
    say(`writing ${size} events to read back`);
    await fill(address, size);
    const pair = async (what: string, names: Names, setting: object, amount: number): Promise<Pair> => {
      say(what);
      const lanes = {
        ours: await startLane(names.ours, { folder: base, address, size, ...setting }),
        bare: await startLane(names.bare, { folder: base, address, size, ...setting }),
      };
      const figures = await inTurns(lanes, { amount: () => amount, rounds, withinMs: Infinity });
      await Promise.all([lanes.ours.close(), lanes.bare.close()]);
      return figures;
    };
    const append = { ours: 'kurrent append: ours', bare: 'kurrent append: bare' } as const;
    return {
      server: real === undefined ? 'test server, on disk' : 'the server of WAAKVLAM_TEST_KURRENTDB',
      single: await pair('appends, one writer', append, { writers: 1 }, runMs),
      group64: await pair('appends, 64 writers', append, { writers: 64 }, runMs),
      catchUp: await pair(
        'reading everything back',
        { ours: 'kurrent catch-up: ours', bare: 'kurrent catch-up: bare' },
        {},
        size,
      ),
      follow: await pair(
        'the same through a subscription',
        { ours: 'kurrent follow: ours', bare: 'kurrent follow: bare' },
        {},
        size,
      ),
    };
  } finally {
    server?.stop();
  }
}

interface Names {
  readonly ours: Parameters<typeof startLane>[0];
  readonly bare: Parameters<typeof startLane>[0];
}

async function fill(address: string, size: number): Promise<void> {
  const log = openKurrentLog({ address, now: () => Date.now() as Instant, prefix: filledPrefix });
  const left = size - (await stored(log));
  const events = take(regionEvents(), size).slice(size - left);
  for (let start = 0; start < events.length; start += 512)
    await Promise.all(
      events.slice(start, start + 512).map((event) => log.append(event.family, 'any', [event])),
    );
  await log.close();
}

/** A real server may have been filled by an earlier run. */
async function stored(log: ReturnType<typeof openKurrentLog>): Promise<number> {
  let events = 0;
  for await (const { version } of log.readAll(0)) events += version > 0 ? 1 : 0;
  return events;
}

async function startServer(file: string): Promise<{ readonly address: string; stop(): void }> {
  const script = join(import.meta.dirname, '../../../test/support/kurrent-server/main.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, file, '0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return {
    address: line.toString().trim(),
    stop() {
      child.kill('SIGKILL');
    },
  };
}
