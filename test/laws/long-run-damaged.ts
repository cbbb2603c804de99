import { isDeepStrictEqual, parseArgs } from 'node:util';
import { historyFrom } from '../support/histories.ts';
import { Chance } from '../support/histories/chance.ts';
import { damagedText } from '../support/histories/damage.ts';
import { readings } from './compare.ts';

/**
 * Compares how the project and the oracle read many damaged files, and counts the rejections:
 *   node test/laws/long-run-damaged.ts --runs 20000 --seed 1
 * Of every disagreement the lines that show it are printed.
 */

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const runs = Number(values.runs ?? 5000);
const first = Number(values.seed ?? 1);
const reasons = new Map<string, number>();
let found = 0;

for (let seed = first; seed < first + runs && found < 20; seed++) {
  const text = damagedText(new Chance(seed), historyFrom(seed, { kind: 'random' }).events);
  for (const { reason } of (readings(text).theirs as { rejections: { reason: string }[] }).rejections)
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  if (agree(text)) continue;
  found += 1;
  const least = reduced(text.split('\n'));
  console.log(`--- seed ${String(seed)}\n${least.join('\n')}\n${JSON.stringify(readings(least.join('\n')))}`);
}
console.log(
  `${String(runs)} damaged files compared, ${String(found)} with a disagreement;`,
  Object.fromEntries(reasons),
);

function agree(text: string): boolean {
  const { ours, theirs } = readings(text);
  return isDeepStrictEqual(JSON.parse(JSON.stringify(ours)), JSON.parse(JSON.stringify(theirs)));
}

function reduced(lines: string[]): string[] {
  const index = lines.findIndex((_, place) => !agree(lines.toSpliced(place, 1).join('\n')));
  return index < 0 ? lines : reduced(lines.toSpliced(index, 1));
}
