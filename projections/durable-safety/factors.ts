import { met, notMet } from '../finding.ts';
import type { Verdict } from '../finding.ts';
import { isFresh } from '../bad-facts.ts';
import { hasIntimidation } from '../intimidation.ts';
import { all, history, latest } from '../known.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import { hasOrderViolation, steps } from '../steps.ts';

/** What keeps violence going, and whether help came in the right order (U5-U7). */

interface FactorOf {
  readonly factor: string;
  readonly person?: string | undefined;
}

/** A factor of one person, or of the family as a whole. */
export const factorKey = ({ factor, person }: FactorOf): string => `${factor} ${person ?? ''}`;

/** How each factor was judged over time. */
export const reassessments = history(['FactorReassessed'], (record) => [factorKey(record.data)]);

/** U5 Factors: every factor that was ever named is gone, or controlled and looked at lately; reduced is not enough. */
export function areFactorsControlled(known: Known, now: Moment): Verdict {
  const keys = new Set<string>();
  const analysis = latest(now, all(known, 'AnalysisCompleted'));
  for (const factor of analysis?.data.factors ?? []) keys.add(factorKey(factor));
  for (const key of reassessments.keys(known)) if (latest(now, reassessments.of(known, key))) keys.add(key);
  const judged = [...keys].map((key) => latest(now, reassessments.of(known, key)));
  if (!analysis) return notMet('U5', judged, 'analysis');
  const areGood = judged.every(
    (record) =>
      record?.data.state === 'gone' ||
      (record?.data.state === 'controlled' && isFresh(now, record, known.terms.factorMaxAgeDays)),
  );
  return areGood ? met('U5', judged) : notMet('U5', judged, 'factor');
}

/** U6 Order: no step was started before what must come first. */
export function isOrderKept(known: Known, now: Moment): Verdict {
  const violating = steps(known, now).filter((step) => hasOrderViolation(known, now, step));
  return violating.length === 0
    ? met('U6')
    : notMet(
        'U6',
        violating.map(({ started }) => started),
      );
}

/** U7 Two-parent work: nobody works with both partners together while one may be afraid of the other (Q26). */
export function isNoJointWork(known: Known, now: Moment): Verdict {
  const joint = steps(known, now).filter(
    ({ set, state }) => set.data.kind === 'relationship' && (state === 'started' || state === 'stalled'),
  );
  if (joint.length === 0 || !hasIntimidation(known, now)) return met('U7');
  return notMet(
    'U7',
    joint.map(({ started }) => started),
  );
}
