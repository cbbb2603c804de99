import { endOf } from '../../src/domain/calendar.ts';
import { endingMeasures, hardBreaks, isFollowedUp, isMeasureOpen, isOpen, redFacts } from '../bad-facts.ts';
import type { BadFact } from '../bad-facts.ts';
import { decidedFor } from '../decisions.ts';
import { isSeen, isSafeNow } from '../direct-safety.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import { atRisk } from '../roster.ts';
import { runningAlarms } from './alarm.ts';
import type { Alarm } from './alarm.ts';

/** L1 Unsafe: a person is not safe now. */
export const unsafe = runningAlarms('L1', 'acute', (known, now) =>
  atRisk(known, now)
    .filter((member) => !isSafeNow(known, now, member).met)
    .map(({ person }) => person),
);

/** L2 Hard break and L5 Red fact, as long as they are open for somebody. */
export function openFacts(known: Known, now: Moment): readonly Alarm[] {
  const isOpenForSomeone = (fact: BadFact) =>
    atRisk(known, now).some(({ person }) => isOpen(known, now, fact, person));
  const breaks = hardBreaks(known, now).filter(isOpenForSomeone);
  const reds = redFacts(known, now).filter(isOpenForSomeone);
  return [
    ...breaks.map(({ id, from }): Alarm => ({ rule: 'L2', subject: id, urgency: 'urgent', since: from })),
    ...reds.map(({ id, from }): Alarm => ({ rule: 'L5', subject: id, urgency: 'acute', since: from })),
  ];
}

/** L3 Sight lost: people decided that this person is safe, and now too few see it. Silence is no evidence either way. */
export const sightLost = runningAlarms('L3', 'urgent', (known, now) =>
  atRisk(known, now)
    .filter((member) => {
      const decided = decidedFor(known, now, member);
      return (decided === 'direct' || decided === 'durable') && !isSeen(known, now, member).met;
    })
    .map(({ person }) => person),
);

/** L4 Measure ends or ended without anything in its place. */
export const measureEnds = runningAlarms('L4', 'urgent', (known, now) =>
  endingMeasures(known, now, known.terms.crisisEndWarnHours)
    .filter(
      (measure) =>
        !isFollowedUp(known, now, measure) &&
        (!now.reached(endOf(measure.data.to ?? '')) ||
          atRisk(known, now).some(({ person }) => isMeasureOpen(known, now, measure, person))),
    )
    .map(({ id }) => id),
);
