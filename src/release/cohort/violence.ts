import { isSeen } from '../../../projections/direct-safety.ts';
import { all } from '../../../projections/known.ts';
import { Moment } from '../../../projections/moment.ts';
import { atRisk } from '../../../projections/roster.ts';
import { isSeenWithoutGap } from '../../../projections/sight.ts';
import { violentFacts } from '../../../projections/violence.ts';
import { addMonths } from '../../domain/calendar.ts';
import { dayLength } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Followed } from './followed.ts';

/** Whether violence stopped: by what members answer, and by what was recorded. Neither stands for the other. */

/**
 * By `OutcomeMeasured` of the moment (the answers of respondents about the past 12 months), the latest of each:
 * `stopped` if everyone who was asked says none and no violence is recorded for the year that they speak of;
 * `not_stopped` if somebody says some, or the record contradicts; else `unknown`, also if nobody was asked.
 */
export function violenceStopped({ known, asked }: Followed): 'stopped' | 'not_stopped' | 'unknown' {
  const latest = new Map(
    all(known, 'OutcomeMeasured')
      .filter(({ data }) => data.moment === asked.name)
      .map((measured) => [measured.data.person, measured]),
  );
  const answers = [...latest.values()];
  if (answers.some(({ data }) => data.violence === 'some')) return 'not_stopped';
  const isContradicted = answers.some(
    ({ data, to }) => data.violence === 'none' && isViolentBetween({ known }, addMonths(to, -12), to),
  );
  if (isContradicted) return 'not_stopped';
  return answers.length > 0 && answers.every(({ data }) => data.violence === 'none') ? 'stopped' : 'unknown';
}

/**
 * By what is recorded for the 12 months before the moment: `yes` if there is a violent fact (P4), whatever its
 * severity. `no` only if none is recorded although somebody looked: everyone at risk is in sight at the moment (D4),
 * and was seen without a gap of `longSightDays` all that time, or since joining. Else `unknown`: silence is no
 * evidence. Even `no` does not say that violence stopped: most is never recorded (domain.md 6).
 */
export function violenceRecorded(followed: Followed): 'yes' | 'no' | 'unknown' {
  const { known, at, yearBefore } = followed;
  if (isViolentBetween(followed, yearBefore, at)) return 'yes';
  const now = new Moment(at);
  const members = atRisk(known, now);
  const gapDays = known.terms.longSightDays;
  const areSeen = members.every((member) => {
    const days = Math.max(0, Math.floor((at - Math.max(yearBefore, member.joined)) / dayLength) - gapDays);
    return isSeen(known, now, member).met && isSeenWithoutGap(known, now, member.person, { days, gapDays });
  });
  return members.length > 0 && areSeen ? 'no' : 'unknown';
}

/** A fuzzy fact counts wherever it can have been. */
function isViolentBetween({ known }: Pick<Followed, 'known'>, from: Instant, until: Instant): boolean {
  return violentFacts(known).some((fact) => fact.from < until && fact.to >= from);
}
