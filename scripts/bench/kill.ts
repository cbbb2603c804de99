import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { killRounds } from '../../test/support/kill-writer.ts';

/** Kills a writing process any number of times on one store, and says what was lost: nothing, or the exit code is 1. */
const command = new Command('kill')
  .option('--rounds <number>', 'how many times', '1000')
  .option('--writers <number>', 'concurrent writers', '8')
  .option('--seed <number>', 'decides the moments', '1')
  .parse();
const { rounds, writers, seed } = command.opts<{ rounds: string; writers: string; seed: string }>();

const base = mkdtempSync(join(tmpdir(), 'waakvlam-kill-'));
const started = performance.now();
const outcome = await killRounds({
  folder: join(base, 'data'),
  rounds: Number(rounds),
  writers: Number(writers),
  seed: Number(seed),
  onRound: ({ round, acknowledged, stored }) => {
    if (round % 20 === 0)
      console.error(`${round} kills, ${acknowledged} commands acknowledged, ${stored} events stored`);
  },
});
rmSync(base, { recursive: true });
console.log(
  JSON.stringify({ ...outcome, seconds: Math.round((performance.now() - started) / 1000) }, null, 2),
);
const isSound = outcome.missing.length + outcome.torn.length === 0 && outcome.verdict.kind === 'sound';
process.exitCode = isSound ? 0 : 1;
