import { addDays } from '../../src/domain/calendar.ts';
import { decisionsAbout, isVoid, raises } from '../decisions.ts';
import type { Decision } from '../decisions.ts';
import { met, notMet } from '../finding.ts';
import type { Verdict } from '../finding.ts';
import { hasControl } from '../intimidation.ts';
import { question } from '../known.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import { atRisk, memberIn } from '../roster.ts';
import type { Member } from '../roster.ts';
import { isSeenWithoutGap } from '../sight.ts';

/** U1 Long calm: a decision of safety that has stood for long, with unbroken sight all that time. */
export function hasLongCalm(known: Known, now: Moment, member: Member): Verdict {
  const decision = standingDecision(known, now, member);
  if (!decision) return notMet('U1', [], 'decision');
  return isLongCalm(known, now, member) ? met('U1', [decision]) : notMet('U1', [], 'sight');
}

/** U1 as yes or no: D4 and D5 ask it too, because long calm allows longer terms. */
export function isLongCalm(known: Known, now: Moment, member: Member): boolean {
  return longCalm(known, now, member.person);
}

const longCalm = question((known: Known, now: Moment, person: string): boolean => {
  const member = memberIn(atRisk(known, now), person);
  if (!member || !standingDecision(known, now, member)) return false;
  return isSeenWithoutGap(known, now, person, {
    days: calmDays(known, now),
    gapDays: known.terms.longSightDays,
  });
});

export function calmDays(known: Known, now: Moment): number {
  return hasControl(known, now) ? known.terms.controlDurableMinDays : known.terms.durableMinDays;
}

/** U1 (a): the earliest decision that has stood for long enough and was not followed by one of unsafe or unknown. */
function standingDecision(known: Known, now: Moment, member: Member): Decision | undefined {
  return sinceLastDoubt(known, now, member).find(
    (decision) => now.reached(addDays(decision.to, calmDays(known, now))) && !isVoid(known, now, decision),
  );
}

function sinceLastDoubt(known: Known, now: Moment, member: Member): readonly Decision[] {
  const decisions = decisionsAbout(known, now, member);
  return decisions.slice(decisions.findLastIndex((decision) => !raises(decision)) + 1);
}

/** The earliest decision that will satisfy U1 (a) if it keeps standing. */
export function decisionThatCounts(known: Known, now: Moment, member: Member): Decision | undefined {
  return sinceLastDoubt(known, now, member).find((decision) => !isVoid(known, now, decision));
}
