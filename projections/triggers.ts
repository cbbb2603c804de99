import { addDays } from '../src/domain/calendar.ts';
import type { EventType, RecordOf, Recorded } from '../src/domain/event.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { Urgency } from '../src/domain/vocabulary.ts';
import { isHardBreak } from './bad-facts.ts';
import { factorKey, reassessments } from './durable-safety/factors.ts';
import { all, history } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import type { CheckIn } from './monitors.ts';

/** R1: which facts are a sign that an old pattern returns, and how urgent each is by itself. */

const triggerTypes = [
  'IncidentRecorded',
  'ViolencePatternRecorded',
  'RelapseSignalObserved',
  'BellRung',
  'AgreementBroken',
  'MonitorCheckedIn',
  'ContactHeld',
  'FamilyVoiceRecorded',
  'FactorReassessed',
  'FamilyReported',
  'StressorRecorded',
] as const satisfies readonly EventType[];
type TriggerEvent = RecordOf<(typeof triggerTypes)[number]>;

export interface Trigger {
  readonly event: TriggerEvent;
  readonly urgency: Urgency;
  readonly since: Instant;
  /** From when the terms run: someone with a duty knew. */
  readonly clock: Instant;
}

/** Candidates before they are judged: triggers that began by now and ended after the first plan. */
export function triggers(known: Known, now: Moment): readonly Trigger[] {
  const firstPlan = all(known, 'PlanActivated')[0];
  if (!firstPlan || !now.reached(firstPlan.to)) return [];
  return triggerTypes.flatMap((type) =>
    all(known, type).flatMap((event: TriggerEvent): Trigger[] => {
      // Most check-ins can never be a trigger; leaving them out keeps an answer valid when one more comes in.
      if (event.to < firstPlan.to || event.routine || !now.reached(event.from)) return [];
      if (event.type === 'StressorRecorded') return stressed(known, now, event);
      const urgency = urgencyOf(known, now, event);
      return urgency === null ? [] : [{ event, urgency, since: event.from, clock: event.reportedAt }];
    }),
  );
}

function urgencyOf(
  known: Known,
  now: Moment,
  event: Exclude<TriggerEvent, { readonly type: 'StressorRecorded' }>,
): Urgency | null {
  switch (event.type) {
    case 'IncidentRecorded':
    case 'ViolencePatternRecorded':
      return 'acute';
    case 'RelapseSignalObserved':
      return signalUrgency(event.data);
    case 'BellRung':
      return event.data.urgency === 'early' && event.data.selfReport ? 'urgent' : event.data.urgency;
    case 'AgreementBroken':
      return event.data.violence === 'yes' ? 'acute' : isHardBreak(known, now, event) ? 'urgent' : null;
    case 'MonitorCheckedIn':
      return isHardBreak(known, now, event)
        ? 'urgent'
        : (answerUrgency(event.data.answers) ?? worryUrgency(event));
    case 'ContactHeld':
      return answerUrgency(event.data.answers);
    case 'FamilyVoiceRecorded':
      return event.data.helpNeeded === 'yes' ? 'urgent' : null;
    case 'FactorReassessed':
      return isReturning(known, event) ? 'urgent' : null;
    case 'FamilyReported':
      return event.data.acute === 'yes' ? 'acute' : 'urgent';
  }
}

const seriousPatterns: readonly string[] = [
  'violence',
  'control',
  'addiction',
  'psychiatric',
  'debt_housing',
];

function signalUrgency(signal: RecordOf<'RelapseSignalObserved'>['data']): Urgency | null {
  if (signal.level === 'red') return 'acute';
  if (signal.level === 'orange' || signal.selfReport || seriousPatterns.includes(signal.pattern))
    return 'urgent';
  return signal.pattern === 'child_residual' ? 'early' : null;
}

function answerUrgency(answers: CheckIn['data']['answers']): Urgency | null {
  if (answers?.stillSafe === 'no') return 'urgent';
  return answers?.basicConditions === 'no' || answers?.helpNeeded === 'yes' ? 'early' : null;
}

const worryUrgency = ({ data }: CheckIn): Urgency | null => (data.worry === 3 ? 'early' : null);

/** A factor is active again; the first judgement of a factor is no return. */
function isReturning(known: Known, event: RecordOf<'FactorReassessed'>): boolean {
  const judged = reassessments.of(known, factorKey(event.data));
  const previous = judged[judged.indexOf(event) - 1];
  return event.data.state === 'active' && previous !== undefined && previous.data.state !== 'active';
}

const worries = history(['MonitorCheckedIn'], (record) =>
  record.routine || record.data.worry < 2 ? [] : ['family'],
);

/** A stressor alone is none; two parties who worry after it are. */
function stressed(known: Known, now: Moment, event: RecordOf<'StressorRecorded'>): Trigger[] {
  const end = addDays(event.from, known.terms.clusterDays);
  const after = worries
    .of(known, 'family')
    .filter((checkIn) => checkIn.from >= event.from && checkIn.from < end && now.reached(checkIn.to));
  const second = after.find(({ data }) => data.party !== after[0]?.data.party);
  return second ? [{ event, urgency: 'early', since: second.to, clock: second.reportedAt }] : [];
}

/** R3: told by the family itself; never punished, never below urgent. */
export function isSelfReport(event: Recorded): boolean {
  if (event.type === 'FamilyVoiceRecorded') return true;
  return (event.type === 'RelapseSignalObserved' || event.type === 'BellRung') && event.data.selfReport;
}
