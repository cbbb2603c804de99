import { readPolicy } from '../../src/domain/parameters.ts';
import type { Policy } from '../../src/domain/parameters.ts';
import { cohort } from '../../src/release/cohort/cohort.ts';
import { readMoments } from '../../src/release/cohort/followed.ts';
import { manifestName } from '../../src/release/manifest.ts';
import { ReleaseRefused } from '../../src/release/refused.ts';
import type { Release } from '../../src/release/open.ts';
import { openWithProgress } from './a-release.ts';
import { UsageError, policyFile } from './input.ts';
import { standardOutput } from './output.ts';
import { writeWhole } from './result-file.ts';
import { progressBar, say } from './progress.ts';
import { resultInWords } from './result-in-words.ts';

export interface CohortOptions {
  readonly at: string;
  readonly policy?: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** Outcome tables of the families of a release; exit code 3 if there are too few of them. */
export async function runCohort(folder: string, options: CohortOptions): Promise<number> {
  const moments = readMoments(options.at);
  if (!moments)
    throw new UsageError(`--at: "${options.at}" is no list of moments; write it like T0,T12,T18 (months)`);
  const asked = options.policy === undefined ? null : policyFile(options.policy);
  const release = openWithProgress(folder, 'events');
  const bar = progressBar('families', release.manifest.counts.families);
  let done = 0;
  const answer = cohort(release, {
    moments,
    policy: asked ?? policyOf(release),
    onFamily: () => {
      bar.update((done += 1));
    },
  });
  bar.stop();
  if ('refusal' in answer) {
    say(answer.refusal);
    return 3;
  }
  const json = `${JSON.stringify(answer.result)}\n`;
  if (options.out !== undefined) await writeWhole(options.out, json);
  if (options.json === true) await standardOutput().write(json);
  else if (options.out === undefined) await standardOutput().write(resultInWords(answer.result));
  return 0;
}

/** The policy under which the tables of the release were worked out. */
function policyOf({ manifest }: Release): Policy {
  const reading = readPolicy(manifest.policy);
  if ('policy' in reading) return reading.policy;
  throw new ReleaseRefused(manifestName, `"policy": ${reading.problem}`);
}
