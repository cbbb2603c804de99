import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startLane } from './lane.ts';

/** What a replay costs as the log grows: the same region, more families. A line of equal figures is linear growth. */
export interface Step {
  readonly events: number;
  readonly families: number;
  readonly appendRate: number;
  readonly replaySeconds: number;
  readonly replayRate: number;
  readonly heapMB: number;
  readonly heapBytesPerEvent: number;
  readonly diskBytesPerEvent: number;
}

export async function scale(base: string, sizes: readonly number[]): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const size of sizes) {
    const folder = join(base, `scale-${size}`);
    mkdirSync(folder);
    process.stderr.write(`bench: filling a log with ${size} events\n`);
    const lane = await startLane('replay: ours', { folder, size });
    process.stderr.write('bench: replaying it\n');
    const { rate, ms = NaN, heapMB = NaN, families = NaN } = await lane.run(0);
    steps.push({
      events: size,
      families,
      appendRate: lane.ready.rate,
      replaySeconds: ms / 1000,
      replayRate: rate,
      heapMB,
      heapBytesPerEvent: (heapMB * 1e6) / size,
      diskBytesPerEvent: lane.ready['bytesOnDisk'] ?? NaN,
    });
    await lane.close();
    rmSync(folder, { recursive: true });
  }
  return steps;
}

export function scaleTable(steps: readonly Step[]): string {
  const head = [
    'events',
    'families',
    'append/s',
    'replay s',
    'replay/s',
    'heap MB',
    'heap B/event',
    'disk B/event',
  ];
  const rows = steps.map(
    ({
      events,
      families,
      appendRate,
      replaySeconds,
      replayRate,
      heapMB,
      heapBytesPerEvent,
      diskBytesPerEvent,
    }) => [
      ...[events, families, appendRate].map(whole),
      replaySeconds.toFixed(2),
      ...[replayRate, heapMB, heapBytesPerEvent, diskBytesPerEvent].map(whole),
    ],
  );
  const lines = [head, head.map(() => '--:'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return `${lines.join('\n')}\n`;
}

const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
