import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { replayOrder } from '../../src/release/replay-order.ts';
import type { ReplayOrder } from '../../src/release/replay-order.ts';
import { instantInRelease, openWithProgress } from './a-release.ts';
import { UsageError, countOption } from './input.ts';
import { standardOutput } from './output.ts';
import { say } from './progress.ts';
import { paced } from './replay/pace.ts';
import { addressOf, serveReplay } from './replay/to-clients.ts';
import { replayTo } from './replay/to-output.ts';

export interface ReplayOptions {
  readonly speed: string;
  readonly order: string;
  readonly from?: string;
  readonly until?: string;
  readonly serve?: string;
}

/** 128 and the number of SIGINT: somebody stopped it before the end. */
const interrupted = 130;

/** Tells a release again, event by event. Exit code 0 at the end, 130 if it was stopped before. */
export async function replay(folder: string, options: ReplayOptions): Promise<number> {
  const speed = speedOption(options.speed);
  const by = orderOption(options.order);
  const port = options.serve === undefined ? null : countOption('--serve', options.serve, 0);
  if (port !== null && port > 65_535) throw new UsageError('--serve: a port is a number up to 65535');
  const release = openWithProgress(folder, 'events');
  const limit = (name: string, text: string | undefined) =>
    text === undefined ? undefined : instantInRelease(name, text, release);
  const [from, until] = [limit('--from', options.from), limit('--until', options.until)];
  if (from !== undefined && until !== undefined && from >= until)
    throw new UsageError('--until: must be later than --from');
  const order = replayOrder(release, { by, from, until });
  const stop = new AbortController();
  process.once('SIGINT', () => {
    stop.abort();
  });
  const pace = () => paced(speed, () => performance.now());
  try {
    if (port === null) return await toOutput(order, pace(), stop.signal);
    const mark = createHash('sha256')
      .update(JSON.stringify([release.manifest, by, from, until]))
      .digest('hex');
    const server = await serveReplay(order, { port, mark: mark.slice(0, 12), pace, signal: stop.signal });
    say(`${order.count} events as server-sent events at ${addressOf(server)}; Ctrl+C ends it`);
    await once(server, 'close');
    return 0;
  } finally {
    order.close();
  }
}

async function toOutput(
  order: ReplayOrder,
  pace: ReturnType<typeof paced>,
  signal: AbortSignal,
): Promise<number> {
  const written = await replayTo(standardOutput(), order, { pace, say, signal });
  if (written === order.count) return 0;
  say(`stopped after ${written} of ${order.count} events`);
  return interrupted;
}

function speedOption(text: string): number {
  if (text === 'max') return Infinity;
  const speed = Number(text);
  if (/^\d+([.]\d+)?$/.test(text) && speed > 0) return speed;
  throw new UsageError(
    `--speed: "${text}" is not a number above 0; 10000 plays a day in 9 seconds, max waits for nothing`,
  );
}

function orderOption(text: string): 'recorded' | 'occurred' {
  if (text === 'recorded' || text === 'occurred') return text;
  throw new UsageError(`--order: "${text}" is neither recorded nor occurred`);
}
