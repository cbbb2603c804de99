import { addDays, endOfDay } from '../../src/domain/calendar.ts';
import type { Day } from '../../src/domain/calendar.ts';
import { basicConditions } from '../../src/domain/plan.ts';
import { isFresh } from '../bad-facts.ts';
import { met, notMet } from '../finding.ts';
import type { Verdict } from '../finding.ts';
import { all, history, holding, upTo } from '../known.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import { isAged, isChild, roster } from '../roster.ts';
import type { Member } from '../roster.ts';
import { steps, traumaScreening } from '../steps.ts';
import type { Step } from '../steps.ts';

/** What children need to grow up well and to recover, and what parents carry themselves (U2-U4). */

const assessments = history(['BasicConditionsAssessed'], (record) => [record.data.child]);
const needs = history(['RecoveryNeedAssessed'], (record) => [record.data.person]);

/** U2 Basic conditions: each of the twelve is assessed lately by more than hearsay, none is insufficient, few are fragile. */
export function hasBasicConditions(known: Known, now: Moment, member: Member): Verdict {
  if (!isChild(member)) return met('U2');
  const found = basicConditionsOf(known, now, member);
  const used = found.map(({ assessed }) => assessed);
  const levels = found.map(({ level }) => level);
  if (found.some(({ isStale }) => isStale)) return notMet('U2', used, 'not_assessed');
  if (levels.includes('insufficient')) return notMet('U2', used, 'insufficient');
  const fragile = levels.filter((level) => level === 'fragile').length;
  return fragile > known.terms.maxFragile ? notMet('U2', used, 'fragile') : met('U2', used);
}

/** U2: what was last said about each of the twelve, and whether that no longer counts. */
export function basicConditionsOf(known: Known, now: Moment, member: Member) {
  const own = upTo(now, assessments.of(known, member.person)).filter(({ from }) => from >= member.joined);
  return basicConditions.map((number) => {
    const assessed = own.findLast(({ data }) => data.levels[number] !== undefined);
    const isStale =
      !assessed ||
      !isFresh(now, assessed, known.terms.basicMaxAgeDays) ||
      assessed.data.basis.every((basis) => basis === 'told');
    return { number, assessed, level: assessed?.data.levels[number], isStale };
  });
}

/** U3 Recovery: the child itself was asked what it needs, and the help it needs has really started. A diagnosis is never asked for. */
export function isRecovering(known: Known, now: Moment, member: Member): Verdict {
  if (!isChild(member)) return met('U3');
  const last = upTo(now, needs.of(known, member.person)).findLast(({ from }) => from >= member.joined);
  if (!last) return notMet('U3', [], 'none');
  const { need, irreparable, personAsked, nextLook } = last.data;
  if (!isFresh(now, last, known.terms.recoveryMaxAgeDays)) return notMet('U3', [last], 'stale');
  if (!personAsked && isAged(member, known.terms.childAloneAge, now))
    return notMet('U3', [last], 'not_asked');
  if (hasResidualSignalAfter(known, now, member.person, last.to)) return notMet('U3', [last], 'residual');
  if ((need === 'needed' || irreparable === 'yes') && !hasOwnHelp(known, now, member.person))
    return notMet('U3', [last], 'help_not_started');
  const isPlanned = nextLook !== undefined && !now.reached(endOfDay(nextLook as Day));
  if (need === 'not_yet_clear' && !isPlanned) return notMet('U3', [last], 'next_look');
  return met('U3', [last]);
}

/** V4: harm that shows in a child later reopens the question (Q17). */
function hasResidualSignalAfter(known: Known, now: Moment, person: string, instant: number): boolean {
  return all(known, 'RelapseSignalObserved').some(
    (signal) =>
      signal.data.pattern === 'child_residual' &&
      signal.data.person === person &&
      signal.reportedAt > instant &&
      now.reached(signal.from),
  );
}

function hasOwnHelp(known: Known, now: Moment, person: string): boolean {
  return steps(known, now).some(
    ({ set, state }) =>
      set.data.kind === 'child_recovery' &&
      set.data.person === person &&
      (state === 'started' || state === 'completed'),
  );
}

/** U4 Parent trauma: each parent was screened, and trauma that was found is treated or well under way (Q15). */
export function areParentsTreated(known: Known, now: Moment): Verdict {
  const screenings = roster(known, now)
    .filter(({ role }) => role === 'parent')
    .map(({ person }) => traumaScreening(known, now, person));
  const untreated = untreatedParents(known, now)[0];
  return untreated ? notMet('U4', screenings, untreated.missing) : met('U4', screenings);
}

/** U4: parents who were not screened, or whose treatment has not come far enough; by id. */
export function untreatedParents(known: Known, now: Moment) {
  return roster(known, now).flatMap(({ person, role }) => {
    if (role !== 'parent') return [];
    const present = traumaScreening(known, now, person)?.data.present ?? 'unknown';
    if (present === 'unknown') return [{ person, missing: 'not_screened' }];
    return present === 'yes' && !isTreated(known, now, person) ? [{ person, missing: 'treatment' }] : [];
  });
}

function isTreated(known: Known, now: Moment, person: string): boolean {
  return steps(known, now).some(
    (step) =>
      step.set.data.kind === 'parent_trauma' &&
      step.set.data.person === person &&
      (hasHelped(step) || isWellUnderWay(known, now, step)),
  );
}

const hasHelped = ({ completed }: Step): boolean =>
  completed !== undefined && completed.data.outcome !== 'none';

function isWellUnderWay(known: Known, now: Moment, { state, started }: Step): boolean {
  return (
    state === 'started' &&
    started !== undefined &&
    now.reached(addDays(started.to, known.terms.traumaProgressDays))
  );
}

/** U11 Outcome: respondents were asked after a year or more, and each of them last said: none. */
export function isOutcomeGood(known: Known, now: Moment): Verdict {
  const measured = holding(known, now, 'OutcomeMeasured').filter(({ data }) => data.moment !== 'T0');
  const lastOf = new Map(measured.map((record) => [record.data.person, record]));
  const used = [...lastOf.values()];
  if (used.length === 0) return notMet('U11', [], 'not_measured');
  return used.every(({ data }) => data.violence === 'none')
    ? met('U11', used)
    : notMet('U11', used, 'violence');
}
