import { renameSync, rmSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { Policy } from '../../src/domain/parameters.ts';
import { intervalColumns, intervalRow } from '../../src/release/lab/intervals.ts';
import { labResult, withOwnNames } from '../../src/release/lab/lab.ts';
import { worked } from '../../src/release/lab/threads.ts';
import type { BatchIntervals, LabWork } from '../../src/release/lab/threads.ts';
import type { Tally } from '../../src/release/lab/tally.ts';
import type { Release } from '../../src/release/open.ts';
import { endOfRelease, openWithProgress } from './a-release.ts';
import { UsageError, countOption, policyFile } from './input.ts';
import { fileOutput, standardOutput } from './output.ts';
import { progressBar, say } from './progress.ts';
import { resultInWords } from './result-in-words.ts';
import { writeWhole } from './result-file.ts';

export interface LabOptions {
  readonly policy: readonly string[];
  readonly draws: string;
  readonly seed: string;
  readonly horizonDays: string;
  readonly json?: boolean;
  readonly out?: string;
  readonly intervals?: string;
}

/** The same histories under two or more policies. Prints only tables with protected cells; intervals go to a file. */
export async function lab(folder: string, options: LabOptions): Promise<number> {
  const policies = policiesOf(options.policy);
  const drawing = {
    draws: upTo(10_000, '--draws', countOption('--draws', options.draws, 100)),
    seed: countOption('--seed', options.seed, 0),
  };
  refusePlaces(folder, options);
  const horizonDays = upTo(3660, '--horizon-days', countOption('--horizon-days', options.horizonDays, 1));
  const release = openWithProgress(folder, 'events');
  const { manifest } = release;
  if (manifest.counts.families < manifest.parameters.cells.least) return refused(release);
  const work: LabWork = { terms: { policies, until: endOfRelease(release), horizonDays }, drawing };
  const tally = await workThrough(release, work, options.intervals);
  const result = labResult(tally, { manifest, policies, drawing, horizonDays });
  if (result === null) return refused(release);
  const json = `${JSON.stringify(result)}\n`;
  if (options.out !== undefined) await writeWhole(options.out, json);
  if (options.json === true) await standardOutput().write(json);
  else if (options.out === undefined)
    await standardOutput().write(`${resultInWords(result)}\n${caution(work)}\n`);
  return 0;
}

function policiesOf(paths: readonly string[]): readonly Policy[] {
  if (paths.length < 2 || paths.length > 8)
    throw new UsageError(
      `--policy: the lab compares from two to eight policies; ${paths.length} given. Give it once for each, the first is what the others are compared with`,
    );
  return withOwnNames(paths.map(policyFile));
}

/** A file more in the folder of a release makes it another one, and two results in one file leave one of them. */
function refusePlaces(folder: string, { out, intervals }: LabOptions): void {
  for (const [name, path] of [
    ['--out', out],
    ['--intervals', intervals],
  ] as const)
    if (path !== undefined && !relative(folder, path).startsWith('..') && !isAbsolute(relative(folder, path)))
      throw new UsageError(`${name}: ${path} is in the folder of the release, which must stay as it is`);
  if (out !== undefined && intervals !== undefined && resolve(out) === resolve(intervals))
    throw new UsageError('--intervals: the same file as --out; give it one of its own');
}

function upTo(most: number, name: string, count: number): number {
  if (count <= most) return count;
  throw new UsageError(`${name}: ${count} is more than ${most}`);
}

function refused({ manifest }: Release): number {
  say(
    `refused: a release with fewer than ${manifest.parameters.cells.least} families gives no figures that do not tell of a family; use a release with more families`,
  );
  return 3;
}

const fewEvents = 5000;

async function workThrough(release: Release, work: LabWork, path: string | undefined): Promise<Tally> {
  const { families, events } = release.manifest.counts;
  const names = work.terms.policies.map(({ name }) => name);
  const part = path === undefined ? undefined : `${path}.part`;
  const out = part === undefined ? undefined : fileOutput(part, 'w');
  const bar = progressBar('families', families);
  try {
    await out?.write(csv([intervalColumns]));
    const steps = worked(release.families(), work, ...(events < fewEvents ? [1] : []));
    let done = 0;
    let step = await steps.next();
    for (; step.done !== true; step = await steps.next()) {
      await out?.write(intervalsText(step.value.intervals, names));
      bar.update((done += step.value.families));
    }
    await out?.close();
    if (part !== undefined && path !== undefined) renameSync(part, path);
    return step.value;
  } catch (error) {
    await out?.close();
    if (part !== undefined) rmSync(part, { force: true });
    throw error;
  } finally {
    bar.stop();
  }
}

const intervalsText = (intervals: BatchIntervals, names: readonly string[]): string =>
  csv(intervals.map(([family, interval]) => intervalRow(family, interval, names)));

const csv = (rows: readonly (readonly string[])[]): string =>
  stringify([...rows.map((row) => [...row])], { escape_formulas: true });

const caution = ({ terms: { horizonDays }, drawing: { draws, seed } }: LabWork): string =>
  `In brackets are intervals of 95%: families were drawn again ${draws} times (seed ${seed}).
Everything is as known then: each policy sees at each instant only what had been recorded by then.
A false alarm is one without recorded violence within ${horizonDays} days after it began; a missed incident had no alarm
in the ${horizonDays} days before it. Recorded violence is not all violence: silence is never safety, so an alarm that is
called false may have been right, and an alarm that made people act may have prevented what is not recorded. Alarms
less than ${horizonDays} days before the end of the release are not judged. A difference between policies does not say
what people would have done: the facts and decisions are those that were made.`;
