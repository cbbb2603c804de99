import type { RecordOf } from '../src/domain/event.ts';
import type { PersonId } from '../src/domain/ids.ts';
import { formatInstant } from '../src/domain/instant.ts';
import type { Urgency } from '../src/domain/vocabulary.ts';
import { isJudgedLate } from './alarms/relapse-alarms.ts';
import { isCountedStart, judgementsOf, requestTokens, requestsOf } from './help.ts';
import type { CandidateState } from './help.ts';
import { history, latest, oldestFirst, upTo } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { byPressure, candidates, isLethal } from './relapse-queue.ts';
import type { Candidate } from './relapse-queue.ts';
import { isSelfReport } from './triggers.ts';
import type { Trigger } from './triggers.ts';

/** Possible relapses that somebody must still look after: what set each off, what is due, and who is on it. */

export interface HelpNeed {
  readonly candidate: string;
  readonly cause: Cause;
  readonly urgency: Urgency;
  readonly state: CandidateState;
  readonly since: string;
  readonly contactDue: string;
  readonly helpDue: string;
  /** Nobody judged it within the contact term (R7). */
  readonly contactLate: boolean;
  /** Help has not started within its term. */
  readonly helpLate: boolean;
  readonly breaches: readonly { readonly rule: string; readonly at: string; readonly event: string | null }[];
  /** What people did about it, oldest first. */
  readonly steps: readonly HelpStep[];
  /** The request that a next step is about; null if nothing was asked. */
  readonly request: string | null;
  /** Whom the relapse plans of the persons concerned name. */
  readonly helpers: readonly string[];
}

export interface Cause {
  readonly type: Trigger['event']['type'];
  /** Whose old pattern it is. */
  readonly persons: readonly string[];
  readonly against: readonly string[];
  readonly pattern: RecordOf<'RelapseSignalObserved'>['data']['pattern'] | null;
  readonly level: 'green' | 'orange' | 'red' | null;
  readonly isLethal: boolean;
  readonly isSelfReport: boolean;
}

export interface HelpStep {
  readonly kind:
    'judged' | 'requested' | 'offered' | 'declined' | 'started' | 'ended' | 'waiting' | 'refused' | 'barrier';
  readonly at: string;
  readonly event: string;
  /** The provider, or who judged; null if nobody is named. */
  readonly party: string | null;
  /** W4: an intake, a letter or a bridge is no start. */
  readonly counts: boolean;
}

const onRequest = history(
  ['HelpOffered', 'HelpDeclined', 'ImmediateHelpStarted', 'ShortTermHelpEnded'],
  ({ data }) => [data.request],
);
const inTheWay = history(['WaitlistPlacementRecorded', 'ReferralRejected', 'BarrierMet'], ({ data }) =>
  data.ref === undefined ? [] : [data.ref],
);
const relapsePlans = history(['RelapsePlanSet'], ({ data }) => [data.person]);

/** Open ones in the order of R8, the early ones after them; then what was declined, and help that began after a breach. */
export function helpNeeds(known: Known, now: Moment): readonly HelpNeed[] {
  return candidates(known, now)
    .filter(({ state, breaches }) => isUnfinished(state) || (state === 'help_started' && breaches.length > 0))
    .sort((a, b) => stateOrder(a) - stateOrder(b) || byPressure(pressure(a), pressure(b)) || byId(a, b))
    .map((candidate) => needOf(known, now, candidate));
}

const isUnfinished = (state: CandidateState) => state === 'open' || state === 'declined';
const stateOrder = ({ state }: Candidate) => ['open', 'declined', 'help_started', 'closed'].indexOf(state);
const pressure = ({ event, urgency, helpDue }: Candidate) => ({
  urgency,
  helpDue,
  isLethal: isLethal(event),
});
const byId = (a: Candidate, b: Candidate) => (a.event.id < b.event.id ? -1 : 1);

function needOf(known: Known, now: Moment, candidate: Candidate): HelpNeed {
  const { event, urgency, state, since, contactDue, helpDue, breaches } = candidate;
  const tokens = requestTokens(known, now, event.id);
  const cause = causeOf(candidate);
  return {
    candidate: event.id,
    cause,
    urgency,
    state,
    since: formatInstant(since),
    contactDue: formatInstant(contactDue),
    helpDue: formatInstant(helpDue),
    contactLate: isJudgedLate(known, now, candidate),
    helpLate: state === 'open' && now.reached(helpDue),
    breaches: breaches.map((breach) => ({ ...breach, at: formatInstant(breach.at) })),
    steps: stepsOf(known, now, candidate, tokens),
    request: tokens.at(-1) ?? null,
    helpers: helpersOf(known, now, [...cause.persons, ...cause.against]),
  };
}

function causeOf({ event }: Candidate): Cause {
  return {
    type: event.type,
    ...whoIn(event),
    pattern: event.type === 'RelapseSignalObserved' ? event.data.pattern : null,
    level: event.type === 'RelapseSignalObserved' ? event.data.level : null,
    isLethal: isLethal(event),
    isSelfReport: isSelfReport(event),
  };
}

function whoIn(event: Trigger['event']): Pick<Cause, 'persons' | 'against'> {
  switch (event.type) {
    case 'IncidentRecorded':
    case 'ViolencePatternRecorded':
      return { persons: event.data.by, against: event.data.against };
    case 'RelapseSignalObserved':
    case 'FamilyVoiceRecorded':
      return { persons: [event.data.person], against: [] };
    case 'BellRung':
    case 'FactorReassessed':
    case 'StressorRecorded':
      return { persons: event.data.person === undefined ? [] : [event.data.person], against: [] };
    case 'AgreementBroken':
      return { persons: [event.data.by], against: [] };
    case 'ContactHeld':
    case 'MonitorCheckedIn':
    case 'FamilyReported':
      return { persons: [], against: [] };
  }
}

function stepsOf(
  known: Known,
  now: Moment,
  { event }: Candidate,
  tokens: readonly string[],
): readonly HelpStep[] {
  const found = [
    ...judgementsOf(known, now, event.id),
    ...requestsOf(known, now, event.id),
    ...tokens.flatMap((token) => [
      ...upTo(now, onRequest.of(known, token)),
      ...upTo(now, inTheWay.of(known, token)),
    ]),
  ];
  return found.sort(oldestFirst).map((record) => ({
    ...stepIn(record),
    at: formatInstant(record.to),
    event: record.id,
  }));
}

type StepRecord = RecordOf<
  | 'RelapseJudged'
  | 'ImmediateHelpRequested'
  | 'HelpOffered'
  | 'HelpDeclined'
  | 'ImmediateHelpStarted'
  | 'ShortTermHelpEnded'
  | 'WaitlistPlacementRecorded'
  | 'ReferralRejected'
  | 'BarrierMet'
>;

function stepIn(record: StepRecord): Pick<HelpStep, 'kind' | 'party' | 'counts'> {
  switch (record.type) {
    case 'RelapseJudged':
      return { kind: 'judged', party: record.data.judges[0] ?? null, counts: true };
    case 'ImmediateHelpRequested':
      return { kind: 'requested', party: record.event.by, counts: true };
    case 'HelpOffered':
      return { kind: 'offered', party: record.data.provider, counts: true };
    case 'HelpDeclined':
      return { kind: 'declined', party: record.data.person, counts: true };
    case 'ImmediateHelpStarted':
      return { kind: 'started', party: record.data.provider, counts: isCountedStart(record) };
    case 'ShortTermHelpEnded':
      return { kind: 'ended', party: null, counts: true };
    case 'WaitlistPlacementRecorded':
      return { kind: 'waiting', party: record.data.provider, counts: true };
    case 'ReferralRejected':
      return { kind: 'refused', party: record.data.provider, counts: true };
    case 'BarrierMet':
      return { kind: 'barrier', party: null, counts: true };
  }
}

/** The helpers that the plans of these persons name; of everybody's plans if the sign is about nobody in particular. */
function helpersOf(known: Known, now: Moment, concerned: readonly string[]): readonly string[] {
  const persons = concerned.length > 0 ? [...new Set(concerned)] : relapsePlans.keys(known);
  const plans = persons.flatMap((person) => latest(now, relapsePlans.of(known, person as PersonId)) ?? []);
  return [...new Set(plans.flatMap(({ data }) => data.helpers))];
}
