import { addDays } from '../src/domain/calendar.ts';
import { activeAgreements, activeConditions } from './agreements.ts';
import type { Condition } from './agreements.ts';
import {
  affects,
  dangerAssessments,
  dangerFor,
  endingMeasures,
  hardBreaks,
  isFresh,
  isMeasureOpen,
  isOpen,
  isSound,
  redFacts,
  violence,
} from './bad-facts.ts';
import type { Assessment } from './bad-facts.ts';
import { isComplete, hasPath } from './completeness.ts';
import { uncoveredCritical } from './cover.ts';
import { isLongCalm } from './durable-safety/calm.ts';
import { met, notMet } from './finding.ts';
import type { Verdict } from './finding.ts';
import { hasControl, hasIntimidation } from './intimidation.ts';
import { holding, question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import type { CheckIn } from './monitors.ts';
import { areFromOrganisations } from './parties.ts';
import { atRisk, isAged, isChild, memberIn } from './roster.ts';
import type { Member } from './roster.ts';
import { freshSight, freshSightings } from './sight.ts';
import type { ViolentFact } from './violence.ts';

/** 4.1 Direct safety: no acute danger here and now, agreements in force, fresh sight. One function a rule. */

/** L1 Unsafe: violence or danger that concerns this person and that nobody has answered. */
export function isSafeNow(known: Known, now: Moment, { person }: Member): Verdict {
  const open = [
    ...violence(known, now).filter((fact) => hurts(known, now, fact, person)),
    ...dangerAssessments(known, now).filter((assessment) => warns(known, now, assessment, person)),
  ];
  return open.length === 0 ? met('L1') : notMet('L1', open);
}

/** Whether L1 is not met: one open fact is enough, and the last one is most likely to be open. */
export function isInDanger(known: Known, now: Moment, { person }: Member): boolean {
  return (
    violence(known, now).findLast((fact) => hurts(known, now, fact, person)) !== undefined ||
    dangerAssessments(known, now).findLast((assessment) => warns(known, now, assessment, person)) !==
      undefined
  );
}

const hurts = (known: Known, now: Moment, fact: ViolentFact, person: string): boolean =>
  affects(known, now, fact, person) && isOpen(known, now, fact, person);

const warns = (known: Known, now: Moment, assessment: Assessment, person: string): boolean =>
  dangerFor(assessment, person) === 'yes' && isOpen(known, now, assessment, person);

/** D1 Conditions and agreements: every direct condition of this person has an active complete agreement. */
export function hasAgreements(known: Known, now: Moment, { person }: Member): Verdict {
  const conditions = directConditions(known, now, person);
  if (conditions.length === 0) return notMet('D1', [], 'condition');
  const complete = [];
  for (const condition of conditions) {
    const active = agreementsOf(known, now, condition);
    const good = active.filter(({ id }) => isComplete(known, now, id));
    if (active.length === 0) return notMet('D1', [], 'agreement');
    if (good.length === 0)
      return notMet('D1', [], active.some(({ id }) => hasPath(known, now, id)) ? 'consent' : 'path');
    complete.push(...good.map(({ made }) => made));
  }
  return met('D1', complete);
}

/** The first direct condition of a person that no complete agreement realises, with the agreements that try to. */
export function failingCondition(known: Known, now: Moment, person: string) {
  for (const condition of directConditions(known, now, person)) {
    const active = agreementsOf(known, now, condition);
    if (!active.some(({ id }) => isComplete(known, now, id))) return { condition, active };
  }
  return null;
}

function directConditions(known: Known, now: Moment, person: string) {
  return activeConditions(known, now).filter(
    ({ data }) => data.horizon === 'direct' && data.protects.some((each) => each === person),
  );
}

function agreementsOf(known: Known, now: Moment, condition: Condition) {
  return activeAgreements(known, now).filter((each) => each.condition.id === condition.id);
}

/** D2 Quiet: no violence in the family for directQuietDays, whoever it affects. */
export function isQuiet(known: Known, now: Moment): Verdict {
  const recent = violence(known, now).filter(
    (fact) => !now.reached(addDays(fact.to, known.terms.directQuietDays)),
  );
  return recent.length === 0 ? met('D2') : notMet('D2', recent);
}

/** D3 Nothing open: no hard break (L2), ended measure (L4) or red fact (L5) of the family. */
export function isNothingOpen(known: Known, now: Moment, { person }: Member): Verdict {
  const breaks = hardBreaks(known, now).filter((fact) => isOpen(known, now, fact, person));
  const measures = endingMeasures(known, now, 0).filter((measure) =>
    isMeasureOpen(known, now, measure, person),
  );
  const reds = redFacts(known, now).filter((fact) => isOpen(known, now, fact, person));
  const kind = breaks.length > 0 ? 'L2' : measures.length > 0 ? 'L4' : 'L5';
  const open = [...breaks, ...measures, ...reds];
  return open.length === 0 ? met('D3') : notMet('D3', open, kind);
}

/** D4 Sight: enough independent organisations saw this person lately, and a child was seen and spoken to alone. */
export function isSeen(known: Known, now: Moment, member: Member): Verdict {
  return sightOf(known, now, member.person);
}

const sightOf = question((known: Known, now: Moment, person: string): Verdict => {
  const { terms } = known;
  const member = memberIn(atRisk(known, now), person);
  if (!member) return notMet('D4', [], 'parties');
  const longCalm = isLongCalm(known, now, member);
  const checkIns = freshSight(known, now, member.person, longCalm ? terms.longSightDays : terms.sightDays);
  const needed = partiesNeeded(known, now);
  if (!areFromOrganisations(known, now, partiesOf(checkIns), needed))
    return notMet('D4', checkIns, 'parties');
  if (!isChild(member)) return met('D4', checkIns);
  const seenDays = hasIntimidation(known, now) ? terms.childSeenDaysIntimidation : terms.childSeenDays;
  const seen = freshSightings(known, now, member.person, longCalm ? terms.longSightDays : seenDays);
  if (seen.length === 0) return notMet('D4', checkIns, 'child_seen');
  const mustBeAlone = isAged(member, terms.childAloneAge, now);
  return mustBeAlone && !seen.some(({ data }) => data.childAlone)
    ? notMet('D4', checkIns, 'child_alone')
    : met('D4', checkIns);
});

/** D4: of how many organisations sight is asked. */
export function partiesNeeded(known: Known, now: Moment): number {
  return hasControl(known, now) ? known.terms.controlMinParties : known.terms.directMinParties;
}

function* partiesOf(checkIns: readonly CheckIn[]): Iterable<string> {
  for (const { data } of checkIns) yield data.party;
}

/** D5 Assessment: the latest judgement of danger says no, is sound, and is recent. */
export function isAssessed(known: Known, now: Moment, member: Member): Verdict {
  const last = holding(known, now, 'SafetyAssessed').findLast(({ from }) => from >= member.joined);
  if (!last) return notMet('D5', [], 'none');
  if (dangerFor(last, member.person) !== 'no') return notMet('D5', [last], 'danger');
  if (!isSound(known, now, last)) return notMet('D5', [last], 'basis');
  return isFresh(now, last, assessmentDays(known, now, member))
    ? met('D5', [last])
    : notMet('D5', [last], 'stale');
}

/** D5: for how many days an assessment counts. */
export function assessmentDays(known: Known, now: Moment, member: Member): number {
  const { longAssessMaxAgeDays, assessMaxAgeDays } = known.terms;
  return isLongCalm(known, now, member) ? longAssessMaxAgeDays : assessMaxAgeDays;
}

/** D6 Cover: a critical agreement protects this person, and no critical agreement of the family goes unwatched. */
export function isCovered(known: Known, now: Moment, { person }: Member): Verdict {
  const uncovered = uncoveredCritical(known, now);
  const protecting = activeAgreements(known, now).filter(
    ({ made, condition }) => made.data.critical && condition.data.protects.some((each) => each === person),
  );
  const madeOf = (agreements: typeof uncovered) => agreements.map(({ made }) => made);
  if (protecting.length === 0) return notMet('D6', madeOf(uncovered), 'critical_agreement');
  return uncovered.length === 0
    ? met('D6', madeOf(protecting))
    : notMet('D6', madeOf(uncovered), 'uncovered');
}
