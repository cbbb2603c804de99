import { addDays, endOfDay } from '../../src/domain/calendar.ts';
import type { Day } from '../../src/domain/calendar.ts';
import { continuity, isContactLate } from '../continuity.ts';
import { isGuaranteed } from '../guarantee.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import { deadlockFrom, hasOrderViolation, steps } from '../steps.ts';
import { running, runningAlarms } from './alarm.ts';
import type { Alarm } from './alarm.ts';

/** U6 Order: a step was started before what must come first. */
export const orderViolated = runningAlarms('U6', 'early', (known, now) =>
  steps(known, now)
    .filter((step) => hasOrderViolation(known, now, step))
    .map(({ id }) => id),
);

/** W13 Deadlock: a parent's trauma step that others wait for never started. */
export function deadlocked(known: Known, now: Moment): readonly Alarm[] {
  return steps(known, now).flatMap((step): Alarm[] => {
    const from = deadlockFrom(known, step);
    if (from === null || !now.reached(from)) return [];
    return [{ rule: 'W13', subject: step.id, urgency: 'urgent', since: from }];
  });
}

/** C1 Nobody stays: a guaranteed family has no long-term professional; a deputy may bridge a short time. */
export function noProfessional(known: Known, now: Moment): readonly Alarm[] {
  const runs = running(known, now, (family, moment) =>
    isGuaranteed(family, moment) && continuity(family, moment).professional === null ? ['family'] : [],
  );
  return runs.map(({ subject, since }): Alarm => {
    const isBridged =
      continuity(known, now).deputy !== null && !now.reached(addDays(since, known.terms.maxDeputyDays));
    return { rule: 'C1', subject, urgency: isBridged ? 'early' : 'urgent', since };
  });
}

/** C2 Contact due: the long-term contact did not take place in time. */
export function contactLate(known: Known, now: Moment): readonly Alarm[] {
  const { professional, contactDue } = continuity(known, now);
  if (professional === null || contactDue === null || !isContactLate(known, now)) return [];
  return [{ rule: 'C2', subject: professional, urgency: 'early', since: contactDue }];
}

/** C3 Leave without successor: from the announcement on, not from the last day. */
export function leavingWithoutSuccessor(known: Known, now: Moment): readonly Alarm[] {
  const leave = continuity(known, now).leavingWithoutSuccessor;
  if (!leave || now.reached(endOfDay(leave.data.lastDay as Day))) return [];
  return [{ rule: 'C3', subject: leave.data.professional, urgency: 'urgent', since: leave.to }];
}
