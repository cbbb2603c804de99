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
  const factors = factorsOf(known, now);
  const judged = factors.map(({ judged: record }) => record);
  if (!latest(now, all(known, 'AnalysisCompleted'))) return notMet('U5', judged, 'analysis');
  return factors.every(({ isGood }) => isGood) ? met('U5', judged) : notMet('U5', judged, 'factor');
}

/** U5: every factor that was ever named, with the last word about it and whether that is good enough. */
export function factorsOf(known: Known, now: Moment) {
  const named = new Map<string, FactorOf>();
  for (const factor of latest(now, all(known, 'AnalysisCompleted'))?.data.factors ?? [])
    named.set(factorKey(factor), factor);
  for (const key of reassessments.keys(known)) {
    const last = latest(now, reassessments.of(known, key));
    if (last) named.set(key, last.data);
  }
  return [...named].map(([key, { factor, person }]) => {
    const judged = latest(now, reassessments.of(known, key));
    const isGood =
      judged?.data.state === 'gone' ||
      (judged?.data.state === 'controlled' && isFresh(now, judged, known.terms.factorMaxAgeDays));
    return { factor, person, judged, isGood };
  });
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
