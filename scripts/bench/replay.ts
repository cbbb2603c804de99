import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { startLane } from './lane.ts';
import type { Lane } from './lane.ts';
import { inTurns } from './measure.ts';
import type { Contestant, Figures } from './measure.ts';

export interface ReplayCourse {
  readonly base: string;
  readonly size: number;
  /** Our log is filled for at most so long; the others then get as many events as it holds. */
  readonly fillWithinMs: number;
  readonly withPeer: boolean;
}

export interface ReplayRounds {
  readonly ours: readonly Figures[];
  readonly parse: readonly Figures[];
  readonly emmettBatch?: readonly Figures[];
  readonly emmettConsumer?: readonly Figures[];
}

export interface ReplayContest {
  readonly filled: Figures;
  readonly bytes: number;
  run(course: {
    readonly rounds: number;
    readonly withinMs: number;
    readonly consumed: number;
  }): Promise<ReplayRounds>;
}

/** The same events for everybody: ours and the peer's from disk, the floor from memory. */
export async function prepareReplay({
  base,
  size,
  fillWithinMs,
  withPeer,
}: ReplayCourse): Promise<ReplayContest> {
  const folder = (name: string) => {
    mkdirSync(join(base, name));
    return join(base, name);
  };
  const ours = await startLane('replay: ours', {
    folder: folder('replay-ours'),
    size,
    withinMs: fillWithinMs,
  });
  const filled = ours.ready['events'] ?? 0;
  const [parse, emmett] = await Promise.all([
    startLane('replay: parse', { folder: base, size: filled }),
    withPeer ? startLane('replay: emmett', { folder: folder('replay-emmett'), size: filled }) : null,
  ]);
  return {
    filled: ours.ready,
    bytes: parse.ready['bytes'] ?? NaN,
    async run({ rounds, withinMs, consumed }) {
      const entrants: Record<string, Contestant> = { ours, parse, ...(emmett ? twoWaysOf(emmett) : {}) };
      const amount = (name: string) => (name === 'emmettConsumer' ? Math.min(consumed, filled) : 0);
      const figures = await inTurns(entrants, { amount, rounds, withinMs });
      for (const lane of [ours, parse, emmett]) await lane?.close();
      return figures as unknown as ReplayRounds;
    },
  };
}

const twoWaysOf = (emmett: Lane) => ({
  emmettBatch: { run: () => emmett.run(0) },
  emmettConsumer: { run: (consumed: number) => emmett.run(consumed) },
});
