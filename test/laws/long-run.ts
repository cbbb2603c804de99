import { isDeepStrictEqual, parseArgs } from 'node:util';
import { historyFrom, smaller, textOf } from '../support/histories.ts';
import type { History, Kind } from '../support/histories.ts';
import { disagreement, statusOf } from './compare.ts';
import { count, printed } from './reached.ts';
import type { Reached } from './reached.ts';

/**
 * Compares the project with the oracle on many random histories, and prints what they reached:
 *   node test/laws/long-run.ts --runs 5000 --seed 1 [--kind random|direct|durable]
 * Every disagreement is printed with as few events as still show it.
 */

const { values } = parseArgs({
  options: { runs: { type: 'string' }, seed: { type: 'string' }, kind: { type: 'string' } },
});
const runs = Number(values.runs ?? 1000);
const first = Number(values.seed ?? 1);
const kind = values.kind as Kind | undefined;

const reached: Reached = new Map();
let compared = 0;
let found = 0;
for (let seed = first; seed < first + runs && found < 10; seed++) {
  const history = historyFrom(seed, { viewpoints: 4, ...(kind && { kind }) });
  compared += history.viewpoints.length;
  for (const viewpoint of history.viewpoints)
    count(reached, history, statusOf(history.events, viewpoint, history.policy).families);
  if (disagreement(history) === null) continue;
  found += 1;
  report(seed, reduced(history));
}
console.log(
  `${String(compared)} viewpoints of ${String(runs)} histories compared, ${String(found)} histories with a disagreement\n`,
);
console.log(printed(reached));

/** Leaves out what can be left out while they still disagree about the same question. */
function reduced(history: History): History {
  const about = disagreement(history)?.question;
  for (;;) {
    const next = smaller(history).find((each) => disagreement(each)?.question === about);
    if (!next) return history;
    history = next;
  }
}

function report(seed: number, history: History): void {
  const difference = disagreement(history);
  if (!difference) return;
  const { question, viewpoint, answers } = difference;
  console.log(
    `--- seed ${String(seed)}: ${question} at ${JSON.stringify(viewpoint)} policy ${JSON.stringify(history.policy ?? null)}`,
  );
  console.log(textOf(history.events));
  console.log(differences(answers.ours, answers.theirs).slice(0, 20).join('\n'));
}

/** Where two values differ, as a path with both. */
function differences(ours: unknown, theirs: unknown, path = ''): string[] {
  if (isDeepStrictEqual(ours, theirs)) return [];
  if (isTree(ours) && isTree(theirs)) {
    const keys = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
    return [...keys].flatMap((key) => differences(ours[key], theirs[key], `${path}.${key}`));
  }
  return [`${path}: ours ${JSON.stringify(ours)}, oracle ${JSON.stringify(theirs)}`];
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
