import type { RecordOf } from '../../src/domain/event.ts';
import type { Urgency } from '../../src/domain/vocabulary.ts';
import { continuity } from '../continuity.ts';
import { holding } from '../known.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import type { Alarm } from './alarm.ts';
import * as monitoring from './monitoring-alarms.ts';
import * as plan from './plan-alarms.ts';
import { relapseAlarms } from './relapse-alarms.ts';
import * as safety from './safety-alarms.ts';

/** 4.7: every alarm of a family, and what people did with it. */

const everyRule: readonly ((known: Known, now: Moment) => readonly Alarm[])[] = [
  safety.unsafe,
  safety.openFacts,
  safety.sightLost,
  safety.measureEnds,
  monitoring.uncovered,
  monitoring.late,
  monitoring.familySilent,
  monitoring.childSilent,
  monitoring.unstaffedPauses,
  monitoring.overloaded,
  monitoring.unansweredBells,
  monitoring.noInnerCircle,
  monitoring.supportReviews,
  relapseAlarms,
  plan.orderViolated,
  plan.deadlocked,
  plan.noProfessional,
  plan.contactLate,
  plan.leavingWithoutSuccessor,
];

/** These can only be ended by what they are about: safety, an answer, help. */
const notClosable: readonly string[] = ['L1', 'M11', 'W11'];

export interface ShownAlarm extends Alarm {
  readonly acknowledged: boolean;
  readonly addressee: string | null;
}

/** By urgency, since, rule and subject. */
export function alarms(known: Known, now: Moment): readonly ShownAlarm[] {
  const { professional, deputy } = continuity(known, now);
  const acknowledged = holding(known, now, 'AlarmAcknowledged');
  return standingAlarms(known, now)
    .map((alarm) => ({
      ...alarm,
      acknowledged: acknowledged.some(concerns(alarm)),
      addressee: alarm.to ?? professional ?? deputy,
    }))
    .sort(mostUrgentFirst);
}

/** The same in no order; much cheaper for who does not ask since when. */
export function standingAlarms(known: Known, now: Moment): readonly Alarm[] {
  const closed = holding(known, now, 'AlarmClosed');
  return everyRule
    .flatMap((rule) => rule(known, now))
    .filter((alarm) => notClosable.includes(alarm.rule) || !closed.some(concerns(alarm)));
}

const concerns =
  (alarm: Alarm) =>
  ({ data, to }: RecordOf<'AlarmClosed' | 'AlarmAcknowledged'>): boolean =>
    data.rule === alarm.rule && data.subject === alarm.subject && alarm.since <= to;

const urgencies: readonly Urgency[] = ['acute', 'urgent', 'early'];

function mostUrgentFirst(a: Alarm, b: Alarm): number {
  return (
    urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
    a.since - b.since ||
    compare(a.rule, b.rule) ||
    compare(a.subject, b.subject)
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
