import { isPerson } from '../src/domain/ids.ts';
import { activeAgreements, pathOf } from './agreements.ts';
import type { ActiveAgreement } from './agreements.ts';
import { hasIntimidation } from './intimidation.ts';
import { history, question, upTo } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { isIndependent } from './parties.ts';
import { isAdult, roster } from './roster.ts';

/** Whether an agreement has a path to raise alarm along and the consent it needs (D1, M3). */

const consents = history(['AgreementConsented'], (record) => [record.data.agreement]);

/** M3: at least two rungs, all accepted, all to independent parties, and the last one always reachable. */
export const hasPath = question(
  (known: Known, now: Moment, agreement: string): boolean => pathLacks(known, now, agreement).length === 0,
);

export type PathLack = 'no_path' | 'one_rung' | 'last_not_always' | 'not_accepted' | 'not_independent';

/** What keeps a path from being complete. */
export function pathLacks(known: Known, now: Moment, agreement: string): readonly PathLack[] {
  const rungs = pathOf(known, now, agreement) ?? [];
  if (rungs.length === 0) return ['no_path'];
  const lacks: readonly (PathLack | false)[] = [
    rungs.length < 2 && 'one_rung',
    rungs.at(-1)?.hours !== '24x7' && 'last_not_always',
    rungs.some(({ accepted }) => !accepted) && 'not_accepted',
    rungs.some(({ to }) => !isIndependent(known, now, to, agreement)) && 'not_independent',
  ];
  return lacks.filter((lack) => lack !== false);
}

/** D1: the actor and every protected adult must agree, under intimidation at least once out of the other's hearing; who has not. */
export function consentsLacking(
  known: Known,
  now: Moment,
  { id, made, condition }: ActiveAgreement,
): readonly string[] {
  const adults = roster(known, now).filter(
    (member) => isAdult(member) && condition.data.protects.includes(member.person),
  );
  const given = upTo(now, consents.of(known, id));
  const intimidated = hasIntimidation(known, now);
  return [...new Set<string>([made.data.actor, ...adults.map((member) => member.person)])].filter(
    (party) =>
      !given.some(
        ({ data }) => data.party === party && (!intimidated || !isPerson(party) || data.obtained !== 'joint'),
      ),
  );
}

/** D1: path and consents are complete. */
export const isComplete = question((known: Known, now: Moment, agreement: string): boolean => {
  const active = activeAgreements(known, now).find((each) => each.id === agreement);
  return (
    active !== undefined && hasPath(known, now, agreement) && consentsLacking(known, now, active).length === 0
  );
});
