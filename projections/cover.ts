import { activeAgreements } from './agreements.ts';
import type { ActiveAgreement } from './agreements.ts';
import { hasPath } from './completeness.ts';
import { question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { lastCheckIn, relationsOf } from './monitors.ts';
import { areFromOrganisations, isIndependent } from './parties.ts';
import { roster } from './roster.ts';

/** M2: whether enough independent parties really watch an agreement. */
export interface Cover {
  readonly state: 'covered' | 'thin' | 'uncovered';
}

export const coverOf = question((known: Known, now: Moment, agreement: string): Cover => {
  const active = activeAgreements(known, now).find((each) => each.id === agreement);
  if (!active || !hasPath(known, now, agreement)) return { state: 'uncovered' };
  const counted = countedParties(known, now, agreement);
  if (!isEnough(known, now, active, counted)) return { state: 'uncovered' };
  const inTime = counted.filter((party) => !isDue(known, now, agreement, party));
  return { state: isEnough(known, now, active, inTime) ? 'covered' : 'thin' };
});

/** Those who are active or stand in, and are independent. */
function countedParties(known: Known, now: Moment, agreement: string): readonly string[] {
  const watching = relationsOf(known, now, agreement).flatMap(({ state, party, standIn }) =>
    state === 'active' ? [party] : state === 'paused_with_standin' && standIn !== null ? [standIn] : [],
  );
  return [...new Set(watching)].filter((party) => isIndependent(known, now, party, agreement));
}

/** A party's own next check-in is due; a stand-in is judged by its own. */
function isDue(known: Known, now: Moment, agreement: string, party: string): boolean {
  const due = relationsOf(known, now, agreement).find((each) => each.party === party)?.due;
  return due === null || due === undefined || now.reached(due);
}

function isEnough(
  known: Known,
  now: Moment,
  { id, made, condition }: ActiveAgreement,
  parties: readonly string[],
) {
  const needed = made.data.minMonitors ?? known.terms.minMonitors;
  if (!areFromOrganisations(known, now, parties, needed)) return false;
  if (made.data.needsChildSight !== true) return true;
  const children = roster(known, now)
    .filter(
      ({ role, person }) =>
        (role === 'child' || role === 'unborn_child') && condition.data.protects.includes(person),
    )
    .map(({ person }) => person);
  return (
    children.length === 0 ||
    parties.some((party) =>
      lastCheckIn(known, now, id, party)?.data.personsSeen.some((person) => children.includes(person)),
    )
  );
}

/** M2, D6: the active critical agreements that are not watched by enough. */
export const uncoveredCritical = question((known: Known, now: Moment): readonly ActiveAgreement[] =>
  activeAgreements(known, now).filter(
    ({ id, made }) => made.data.critical && coverOf(known, now, id).state === 'uncovered',
  ),
);
