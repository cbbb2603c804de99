import { addDays } from '../../src/domain/calendar.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { judgementsOf, offersFor, startsFor, validDeclines } from '../help.ts';
import { holding } from '../known.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import { candidates } from '../relapse-queue.ts';
import type { Candidate } from '../relapse-queue.ts';
import type { Alarm } from './alarm.ts';

type CandidateRule = (known: Known, now: Moment, candidate: Candidate) => readonly Omit<Alarm, 'subject'>[];

/** The alarms about relapse help, each with its candidate as subject. */
export function relapseAlarms(known: Known, now: Moment): readonly Alarm[] {
  return candidates(known, now).flatMap((candidate) =>
    [notJudged, halfTime, declinedLongAgo, breached, notReviewed]
      .flatMap((rule) => rule(known, now, candidate))
      .map((alarm) => ({ ...alarm, subject: candidate.event.id })),
  );
}

/** R7 Not judged: nobody has looked at it within the contact term. */
export const isJudgedLate = (known: Known, now: Moment, { event, state, contactDue }: Candidate): boolean =>
  state === 'open' && now.reached(contactDue) && judgementsOf(known, now, event.id).length === 0;

const notJudged: CandidateRule = (known, now, candidate) =>
  isJudgedLate(known, now, candidate)
    ? [{ rule: 'R7', urgency: candidate.urgency, since: candidate.contactDue }]
    : [];

/** W6 Half time: half of the help term has gone, and there is still time to prevent a breach. */
const halfTime: CandidateRule = (_known, now, { state, urgency, clock, helpDue, breaches }) => {
  const half = Math.ceil(clock + (helpDue - clock) / 2) as Instant;
  if (state !== 'open' || breaches.length > 0 || !now.reached(half)) return [];
  return [{ rule: 'W6', urgency, since: half }];
};

/** W10 Offer again: a no is not for ever. */
const declinedLongAgo: CandidateRule = (known, now, candidate) => {
  if (candidate.state !== 'declined') return [];
  const declined = Math.max(...validDeclines(known, now, candidate).map(({ to }) => to)) as Instant;
  const since = addDays(declined, known.terms.reofferDays);
  if (!now.reached(since) || offersFor(known, now, candidate.event.id).some(({ to }) => to > declined))
    return [];
  return [{ rule: 'W10', urgency: 'early', since }];
};

/** W11 Breach: a family with a plan was left waiting. */
const breached: CandidateRule = (_known, _now, { state, urgency, breaches }) => {
  const first = breaches[0];
  return state === 'open' && first ? [{ rule: 'W11', urgency, since: first.at }] : [];
};

/** W12 Review: short help runs; look together whether it helps. */
const notReviewed: CandidateRule = (known, now, { event, state }) => {
  if (state !== 'help_started') return [];
  const started = Math.max(...startsFor(known, now, event.id).map(({ to }) => to)) as Instant;
  const since = addDays(started, known.terms.shortReviewDays);
  if (!now.reached(since) || holding(known, now, 'PlanReviewed').some(({ to }) => to >= started)) return [];
  return [{ rule: 'W12', urgency: 'early', since }];
};
