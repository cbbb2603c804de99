import type { EventType } from '../../domain/event.ts';
import type { CodeList } from './codes.ts';
import type { Hierarchy } from './hierarchies.ts';

/** How one field of an event leaves. What is named nowhere here does not leave. */
export type Treatment =
  /** As recorded: a value of the contract that says nothing about who. */
  | { readonly how: 'kept' }
  /** A name of this release for a person, party, event or thing of the family; its order among its like stays. */
  | { readonly how: 'pseudonym'; readonly of: Named }
  /** A day or an instant, moved with the family and told in the grain of the release; `late` ones as the end of their block. */
  | { readonly how: 'date'; readonly late?: true }
  /** The birth month: the middle of an age band, with the band beside it as `ageBand`. */
  | { readonly how: 'band' }
  /** A municipality: its region, or `other`. */
  | { readonly how: 'region' }
  /** A code; a rare one becomes its parent. */
  | { readonly how: 'merged'; readonly by: Hierarchy }
  /** A token that people typed: kept if it is a code of the list, else `other`. */
  | { readonly how: 'code'; readonly list: CodeList }
  /** Never leaves. */
  | { readonly how: 'dropped' };

/**
 * What a field names. `ref` is a request or a step; `subject` is what an alarm is about: names of the others, joined
 * by a slash, or the word family.
 */
export type Named =
  | 'person'
  | 'party'
  | 'either'
  | 'event'
  | 'household'
  | 'organisation'
  | 'plan'
  | 'condition'
  | 'agreement'
  | 'ref'
  | 'bell'
  | 'signal'
  | 'subject';

/** One treatment, one of each element of a list, of each key and value of a record, or of the fields of an object. */
export type Plan =
  | Treatment
  | { readonly each: Plan }
  | { readonly keys: Treatment; readonly values: Treatment }
  | { readonly fields: Readonly<Record<string, Plan>> };

const kept: Treatment = { how: 'kept' };
const date: Treatment = { how: 'date' };
/** From when something counts for safety. */
const late: Treatment = { how: 'date', late: true };
const dropped: Treatment = { how: 'dropped' };
const named = (of: Named): Treatment => ({ how: 'pseudonym', of });
const merged = (by: Hierarchy): Treatment => ({ how: 'merged', by });
const code = (list: CodeList): Treatment => ({ how: 'code', list });
const each = (plan: Plan): Plan => ({ each: plan });

const person = named('person');
const party = named('party');
const either = named('either');
const event = named('event');
const agreement = named('agreement');
const ref = named('ref');
const answers: Plan = { fields: { stillSafe: kept, basicConditions: kept, helpNeeded: kept } };

/** Around every event; `id`, `type`, `version` and `family` besides. */
export const envelopeFields = {
  occurred: date,
  reportedAt: date,
  recordedAt: date,
  by: either,
  source: kept,
  hiddenFrom: dropped,
  supersedes: event,
  causation: event,
  correlation: dropped,
  sealed: dropped,
} as const satisfies Record<string, Treatment>;

/** Each field of each event in the order of the contract (events.md 4). */
export const dataFields: Readonly<Record<EventType, Readonly<Record<string, Plan>>>> = {
  FamilyReported: { relation: kept, acute: kept, structural: kept, handledAs: kept },
  PersonJoined: { person, role: merged('role'), household: named('household'), birthMonth: { how: 'band' } },
  PersonLeft: { person },
  PartyInvolved: {
    party,
    kind: merged('partyKind'),
    informal: kept,
    organisation: named('organisation'),
    livesWith: each(person),
    linkedTo: each(person),
  },
  PartyClosedInvolvement: { party, reason: kept },
  FamilyMoved: {
    household: named('household'),
    fromMunicipality: code('place'),
    toMunicipality: { how: 'region' },
  },
  IncidentRecorded: {
    kinds: each(merged('violence')),
    by: each(person),
    against: each(person),
    witnessedBy: each(person),
    severity: kept,
    injury: kept,
    lethality: each(kept),
  },
  ViolencePatternRecorded: {
    kinds: each(merged('violence')),
    by: each(person),
    against: each(person),
    estimatedPerYear: dropped,
    trend: kept,
  },
  SafetyAssessed: {
    assessor: party,
    acuteDanger: kept,
    acuteProblems: kept,
    structural: kept,
    perPerson: { keys: person, values: kept },
    basis: each(kept),
  },
  AnalysisCompleted: {
    profile: kept,
    coerciveControl: kept,
    violenceKinds: each(merged('violence')),
    factors: each({ fields: { factor: kept, person } }),
    spokenSeparately: each(person),
    childrenAsked: each(person),
  },
  ProfileRevised: { profile: kept, coerciveControl: kept },
  CrisisMeasureSet: { kind: kept, subject: person, from: late, to: date },
  ContactHeld: { party, with: each(person), joint: kept, answers },
  FamilyVoiceRecorded: { person, alone: kept, feelsSafe: kept, helpNeeded: kept },
  PlanActivated: { plan: named('plan'), agreedBy: each(either) },
  PlanReviewed: { plan: named('plan'), answers },
  PlanClosed: { plan: named('plan'), reason: kept },
  SafetyConditionSet: {
    condition: named('condition'),
    protects: each(person),
    horizon: kept,
    bottomLine: kept,
  },
  SafetyConditionEnded: { condition: named('condition'), reason: kept },
  SafetyAgreementMade: {
    agreement,
    condition: named('condition'),
    actor: either,
    action: code('action'),
    timing: kept,
    critical: kept,
    minMonitors: kept,
    needsChildSight: kept,
    validFrom: late,
    validTo: date,
  },
  AgreementConsented: { agreement, party: either, obtained: kept },
  EscalationPathSet: {
    agreement,
    rungs: each({ fields: { to: party, ackMinutes: kept, hours: kept, accepted: kept } }),
  },
  AgreementEnded: { agreement, reason: kept },
  AgreementBroken: { agreement, by: person, violence: kept, harm: kept },
  PlanStepSet: { step: ref, person, kind: kept, owner: party, dependsOn: each(ref), neededBy: date },
  PlanStepStarted: { step: ref, provider: party },
  PlanStepCompleted: { step: ref, outcome: kept },
  PlanStepStalled: { step: ref, reason: kept },
  OrderOverridden: { step: ref, reason: code('reason'), approvedBy: each(party) },
  FactorReassessed: { factor: kept, person, state: kept },
  ParentTraumaScreened: { person, present: kept },
  BasicConditionsAssessed: { child: person, basis: each(kept), levels: { keys: kept, values: kept } },
  RecoveryNeedAssessed: {
    person,
    need: kept,
    irreparable: kept,
    diagnosis: kept,
    personAsked: kept,
    nextLook: date,
  },
  ContactArrangementSet: {
    child: person,
    adult: person,
    supervised: kept,
    supervisor: party,
    agreements: each(agreement),
    contraIndication: kept,
  },
  MonitorInvited: { party, agreements: each(agreement) },
  MonitorAccepted: { party, agreements: each(agreement), cadenceDays: kept, monitorsFrom: late },
  MonitorDeclined: { party, agreements: each(agreement) },
  MonitorWithdrew: { party, agreements: each(agreement) },
  MonitorPaused: {
    party,
    from: date,
    to: date,
    agreements: each(agreement),
    standIn: party,
    reason: kept,
  },
  MonitorCheckedIn: {
    party,
    agreement,
    result: kept,
    personsSeen: each(person),
    childAlone: kept,
    joint: kept,
    worry: kept,
    answers,
  },
  BellRung: { bell: named('bell'), to: party, urgency: kept, selfReport: kept, agreement, person },
  BellAnswered: { bell: named('bell'), party, action: code('action') },
  AlarmAcknowledged: { rule: code('rule'), subject: named('subject'), by: party },
  AlarmClosed: { rule: code('rule'), subject: named('subject'), by: party, reason: code('reason') },
  SupportPersonNamed: {
    person,
    supporter: party,
    ring: kept,
    support: each(kept),
    level: kept,
    reviewDays: kept,
    until: date,
  },
  SupportPersonLeft: { person, supporter: party },
  SupporterLoadAssessed: { supporter: party, overloaded: kept },
  RelapsePlanSet: {
    person,
    signals: each({ fields: { signal: named('signal'), level: kept, observers: each(party) } }),
    helpers: each(party),
    rehearsedAt: date,
  },
  RelapseSignalObserved: {
    person,
    level: kept,
    pattern: merged('pattern'),
    selfReport: kept,
    signal: named('signal'),
  },
  StressorRecorded: { kind: kept, person },
  RelapseJudged: {
    candidate: event,
    relapse: kept,
    urgency: kept,
    judges: each(party),
    spokenAlone: each(person),
  },
  ImmediateHelpRequested: { request: ref, candidate: event, persons: each(person), help: code('help') },
  HelpOffered: { request: ref, provider: party, startsAt: late },
  HelpDeclined: { request: ref, person, alone: kept, alternatives: kept, reason: code('reason') },
  ImmediateHelpStarted: { request: ref, provider: party, form: kept, bridging: kept },
  ShortTermHelpEnded: { request: ref, outcome: kept, followUp: kept },
  WaitlistPlacementRecorded: { ref, provider: party, named: kept, expectedDays: kept },
  WaitlistLeft: { ref },
  ReferralRejected: { ref, provider: party, reason: kept },
  BarrierMet: { kind: merged('barrier'), ref },
  GuaranteeEnded: { reason: code('reason'), endedBy: each(party), familyInformed: kept },
  LongTermProfessionalAssigned: { professional: party, deputy: party, contactDays: kept },
  ProfessionalLeaveAnnounced: { professional: party, lastDay: date, successor: party },
  HandoverCompleted: { professional: party, warm: kept, familyPresent: kept },
  SafetyStatusDecided: {
    person: either,
    status: kept,
    judges: each(party),
    dissent: each(party),
    basis: each(event),
  },
  OutcomeMeasured: { person, moment: kept, violence: kept },
  MdaReviewHeld: { participants: each(party), knownAt: date },
  EventRetracted: { target: event, reason: kept, approvedBy: party },
  // Nothing of these leaves: who objected is in no release, and which other releases there are is nobody's concern.
  ResearchObjectionRecorded: { person: dropped },
  ResearchDisclosureRecorded: { release: dropped, recipient: dropped, purpose: dropped, position: dropped },
};
