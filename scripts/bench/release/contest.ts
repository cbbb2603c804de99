import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../plans.ts';
import { runCommand } from './command.ts';
import type { CommandRun } from './command.ts';
import { fillStore } from './store.ts';

/** A release of a region beside the plain export of the same store, both as whole commands, one after the other. */
export interface ReleaseStep {
  readonly families: number;
  /** In the store. */
  readonly events: number;
  /** What left. */
  readonly released: { readonly families: number; readonly events: number };
  readonly export: CommandRun;
  readonly release: CommandRun;
}

/** Against an attacker who knows the days of three events of a family; with a k of ten a release of 2,000 families can be made. */
const parameters = {
  l: 2,
  sequence: { events: 3, knownTo: 'day', draws: 20 },
  shiftWeeks: 4,
  times: { coarsest: 'four_weeks' },
  suppression: { families: 0.7 },
};

/** What must pass: 100,000 families with 10 million events, beside a quarter of them. */
export const wholeRegion: readonly number[] = [25_000, 100_000];

export async function releaseContest(
  base: string,
  { sizes, k }: Plan['release'],
  say: (what: string) => void,
): Promise<readonly ReleaseStep[]> {
  const asked = join(base, 'parameters.json');
  writeFileSync(asked, JSON.stringify({ k, ...parameters }));
  const found: ReleaseStep[] = [];
  for (const families of sizes) {
    const folder = join(base, `release-${families}`);
    const data = join(folder, 'data');
    const out = join(folder, 'release');
    mkdirSync(data, { recursive: true });
    say(`filling a store with ${families} families`);
    const events = await fillStore(data, families);
    say(`exporting its ${events} events`);
    const exported = await runCommand('export', join(folder, 'export.jsonl'), '--data', data);
    say('releasing them');
    const noted = ['--recipient', 'nobody', '--purpose', 'measuring'];
    const release = await runCommand(
      ...['release', '--data', data, '--out', out, '--parameters', asked],
      ...noted,
    );
    const { counts } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
      counts: ReleaseStep['released'];
    };
    const released = { families: counts.families, events: counts.events };
    found.push({ families, events, released, export: exported, release });
    rmSync(folder, { recursive: true });
  }
  return found;
}
