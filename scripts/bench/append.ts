import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startLane } from './lane.ts';
import { inTurns } from './measure.ts';
import type { Figures } from './measure.ts';

export interface AppendCourse {
  readonly base: string;
  readonly writers: number;
  readonly runMs: number;
  readonly rounds: number;
  readonly withinMs: number;
  readonly withPeer: boolean;
}

export interface AppendRounds {
  readonly ours: readonly Figures[];
  readonly raw: readonly Figures[];
  readonly emmett?: readonly Figures[];
}

/** Durable appends of the same events by three writers of the same kind, each with a store of its own on the same disk. */
export async function appendContest({
  base,
  writers,
  runMs,
  rounds,
  withinMs,
  withPeer,
}: AppendCourse): Promise<AppendRounds> {
  const names = ['ours', 'raw', ...(withPeer ? (['emmett'] as const) : [])] as const;
  const lanes = await Promise.all(
    names.map(async (name) => {
      const folder = join(base, `append-${writers}-${name}`);
      mkdirSync(folder);
      return [name, await startLane(`append: ${name}`, { folder, size: 0, writers })] as const;
    }),
  );
  const figures = await inTurns(Object.fromEntries(lanes), { amount: () => runMs, rounds, withinMs });
  for (const [, lane] of lanes) await lane.close();
  return figures as unknown as AppendRounds;
}
