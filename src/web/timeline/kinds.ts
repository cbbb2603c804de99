import type { EventType } from '../../domain/event.ts';

/** How each type of fact is drawn: by the group that a filter names, by its shape, and loud if it must never hide among others. */

export const groups = [
  'violence',
  'signals',
  'agreements',
  'watching',
  'contacts',
  'help',
  'decisions',
  'plan',
  'people',
  'corrections',
] as const;
export type Group = (typeof groups)[number];

export const shapes = [
  'square',
  'triangle',
  'diamond',
  'circle',
  'half',
  'ring',
  'cross',
  'flag',
  'bell',
  'star',
  'plus',
  'speech',
  'wedge',
  'dot',
] as const;
export type Shape = (typeof shapes)[number];

interface Kind {
  readonly group: Group;
  readonly shape: Shape;
  readonly loud?: true;
}

const kind = (group: Group, shape: Shape): Kind => ({ group, shape });
const loud = (group: Group, shape: Shape): Kind => ({ group, shape, loud: true });

export const kinds: Readonly<Record<EventType, Kind>> = {
  FamilyReported: loud('signals', 'flag'),
  PersonJoined: kind('people', 'dot'),
  PersonLeft: kind('people', 'dot'),
  PartyInvolved: kind('people', 'dot'),
  PartyClosedInvolvement: kind('people', 'dot'),
  FamilyMoved: kind('people', 'dot'),
  IncidentRecorded: loud('violence', 'square'),
  ViolencePatternRecorded: loud('violence', 'square'),
  SafetyAssessed: kind('decisions', 'diamond'),
  AnalysisCompleted: kind('decisions', 'diamond'),
  ProfileRevised: kind('decisions', 'diamond'),
  CrisisMeasureSet: loud('decisions', 'plus'),
  ContactHeld: kind('contacts', 'speech'),
  FamilyVoiceRecorded: kind('contacts', 'speech'),
  PlanActivated: kind('plan', 'star'),
  PlanReviewed: kind('plan', 'star'),
  PlanClosed: kind('plan', 'star'),
  PlanStepSet: kind('plan', 'dot'),
  PlanStepStarted: kind('plan', 'wedge'),
  PlanStepCompleted: kind('plan', 'circle'),
  PlanStepStalled: kind('plan', 'cross'),
  OrderOverridden: kind('plan', 'diamond'),
  FactorReassessed: kind('plan', 'dot'),
  ParentTraumaScreened: kind('plan', 'dot'),
  BasicConditionsAssessed: kind('plan', 'dot'),
  RecoveryNeedAssessed: kind('plan', 'dot'),
  ContactArrangementSet: kind('plan', 'dot'),
  SafetyConditionSet: kind('agreements', 'dot'),
  SafetyConditionEnded: kind('agreements', 'ring'),
  SafetyAgreementMade: kind('agreements', 'plus'),
  AgreementConsented: kind('agreements', 'dot'),
  EscalationPathSet: kind('agreements', 'dot'),
  AgreementEnded: kind('agreements', 'ring'),
  AgreementBroken: loud('violence', 'cross'),
  MonitorInvited: kind('watching', 'dot'),
  MonitorAccepted: kind('watching', 'plus'),
  MonitorDeclined: kind('watching', 'ring'),
  MonitorWithdrew: kind('watching', 'ring'),
  MonitorPaused: kind('watching', 'half'),
  MonitorCheckedIn: kind('watching', 'circle'),
  BellRung: loud('signals', 'bell'),
  BellAnswered: kind('signals', 'wedge'),
  AlarmAcknowledged: kind('signals', 'dot'),
  AlarmClosed: kind('signals', 'dot'),
  SupportPersonNamed: kind('people', 'plus'),
  SupportPersonLeft: kind('people', 'ring'),
  SupporterLoadAssessed: kind('people', 'dot'),
  RelapsePlanSet: kind('signals', 'dot'),
  RelapseSignalObserved: loud('signals', 'flag'),
  StressorRecorded: kind('signals', 'flag'),
  RelapseJudged: kind('decisions', 'diamond'),
  ImmediateHelpRequested: kind('help', 'plus'),
  HelpOffered: kind('help', 'dot'),
  HelpDeclined: kind('help', 'ring'),
  ImmediateHelpStarted: kind('help', 'wedge'),
  ShortTermHelpEnded: kind('help', 'ring'),
  WaitlistPlacementRecorded: loud('help', 'half'),
  WaitlistLeft: kind('help', 'dot'),
  ReferralRejected: loud('help', 'cross'),
  BarrierMet: loud('help', 'cross'),
  GuaranteeEnded: loud('help', 'cross'),
  LongTermProfessionalAssigned: kind('people', 'plus'),
  ProfessionalLeaveAnnounced: kind('people', 'ring'),
  HandoverCompleted: kind('people', 'wedge'),
  SafetyStatusDecided: kind('decisions', 'star'),
  OutcomeMeasured: kind('decisions', 'dot'),
  MdaReviewHeld: kind('decisions', 'dot'),
  EventRetracted: kind('corrections', 'ring'),
  ResearchObjectionRecorded: kind('people', 'ring'),
  ResearchDisclosureRecorded: kind('people', 'wedge'),
};
