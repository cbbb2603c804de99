import { addDays, endOf, startOf } from '../../src/domain/calendar.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { activeAgreements } from '../agreements.ts';
import { bellsRung } from '../bells.ts';
import { uncoveredCritical } from '../cover.ts';
import { isPlanActive } from '../guarantee.ts';
import { holding } from '../known.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import { isInScope, lastCheckIn, relation, relationsOf } from '../monitors.ts';
import type { Relation } from '../monitors.ts';
import { partyOf } from '../parties.ts';
import { isChild, roster } from '../roster.ts';
import {
  childrenWithoutInnerCircle,
  overloadedSupporters,
  reviewFrom,
  supporters,
} from '../support-network.ts';
import { runningAlarms } from './alarm.ts';
import type { Alarm } from './alarm.ts';

const isLate = ({ state }: Relation): boolean => state === 'overdue' || state === 'silent';

function relations(known: Known, now: Moment): readonly Relation[] {
  return activeAgreements(known, now).flatMap(({ id }) => relationsOf(known, now, id));
}

/** M2 Uncovered: a critical agreement of an active plan is not watched by enough. */
export const uncovered = runningAlarms('M2', 'urgent', (known, now) =>
  isPlanActive(known, now) ? uncoveredCritical(known, now).map(({ id }) => id) : [],
);

/** M5 Late: a check-in did not come; more pressing if the last one was worried. */
export function late(known: Known, now: Moment): readonly Alarm[] {
  return relations(known, now).flatMap(({ agreement, party, state, lateFrom }): Alarm[] => {
    if ((state !== 'overdue' && state !== 'silent') || lateFrom === null) return [];
    const worry = lastCheckIn(known, now, agreement, party)?.data.worry ?? 0;
    const urgency = state === 'silent' || worry >= 2 ? 'urgent' : 'early';
    return [{ rule: 'M5', subject: `${agreement}/${party}`, urgency, since: lateFrom }];
  });
}

/** M6 Silence around a family: at least half of those who watch, and at least two, are late with everything. */
export const familySilent = runningAlarms('M6', 'urgent', (known, now) => {
  const accepted = relations(known, now).filter((each) => each.accepted);
  const parties = [...new Set(accepted.map(({ party }) => party))];
  const late = parties.filter((party) => accepted.filter((each) => each.party === party).every(isLate));
  const isMany = late.length >= 2 && late.length * 100 >= known.terms.silentPercent * parties.length;
  return isMany ? ['family'] : [];
});

/** M6 Silence around a child: everyone who watches an agreement that protects it is late. */
export const childSilent = runningAlarms('M6', 'urgent', (known, now) =>
  roster(known, now)
    .filter(isChild)
    .map(({ person }) => person)
    .filter((child) => {
      const watching = activeAgreements(known, now)
        .filter(({ condition }) => condition.data.protects.includes(child))
        .flatMap(({ id }) => relationsOf(known, now, id))
        .filter(({ accepted }) => accepted);
      return watching.length > 0 && watching.every(isLate);
    }),
);

/** M8 Blind days ahead: someone announced a pause and nobody stands in. */
export function unstaffedPauses(known: Known, now: Moment): readonly Alarm[] {
  return holding(known, now, 'MonitorPaused').flatMap((pause): Alarm[] => {
    const warnFrom = addDays(startOf(pause.data.from), -known.terms.pauseWarnDays);
    if (!now.within(warnFrom, endOf(pause.data.to))) return [];
    const isUnstaffed = activeAgreements(known, now).some(
      ({ id }) =>
        isInScope(pause, id) &&
        relation(known, now, id, pause.data.party)?.accepted === true &&
        !(
          pause.data.standIn !== undefined && relation(known, now, id, pause.data.standIn)?.accepted === true
        ),
    );
    const since = Math.max(warnFrom, pause.to) as Instant;
    return isUnstaffed ? [{ rule: 'M8', subject: pause.id, urgency: 'early', since }] : [];
  });
}

/** M10 Overload: somebody informal watches too much, or carries too much (Q39). */
export const overloaded = runningAlarms('M10', 'early', (known, now) => {
  const counts = new Map<string, number>();
  for (const { party, accepted } of relations(known, now))
    if (accepted) counts.set(party, (counts.get(party) ?? 0) + 1);
  const tooMany = [...counts]
    .filter(([, count]) => count > known.terms.maxAgreementsInformal)
    .map(([party]) => party)
    .filter((party) => partyOf(known, now, party)?.data.informal === true);
  return [...new Set([...tooMany, ...overloadedSupporters(known, now)])];
});

/** M11 Unanswered bell: it goes to the rung that is due now; the last rung keeps it. */
export function unansweredBells(known: Known, now: Moment): readonly Alarm[] {
  return bellsRung(known, now).flatMap(({ record, rungs, answers }): Alarm[] => {
    const first = rungs[0];
    if (answers.length > 0 || !first || !now.reached(first.end)) return [];
    const due = rungs.find(({ end }) => !now.reached(end)) ?? rungs.at(-1) ?? first;
    const { id, data } = record;
    return [{ rule: 'M11', subject: id, urgency: data.urgency, since: first.end, to: due.to }];
  });
}

/** M14 Inner circle: a child is supported, but by nobody close except professionals. */
export const noInnerCircle = runningAlarms('M14', 'early', childrenWithoutInnerCircle);

/** M15 Review: the agreed time to look at a supporter's role again has come (Q42). */
export function supportReviews(known: Known, now: Moment): readonly Alarm[] {
  return supporters(known, now).flatMap((naming): Alarm[] => {
    const from = reviewFrom(naming);
    if (from === null || !now.reached(from)) return [];
    const subject = `${naming.data.person}/${naming.data.supporter}`;
    return [{ rule: 'M15', subject, urgency: 'early', since: from }];
  });
}
