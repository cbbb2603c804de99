import type { DataOf, EventType, Recorded } from '../../domain/event.ts';

/** About whom a fact is: the lanes in which it is drawn. Only the record itself and other known records are read. */

/** Everything that concerns nobody in particular. */
export const wholeFamily = 'family';

/** Whom tokens are about, gathered from the known records. */
export interface Subjects {
  readonly actorOf: ReadonlyMap<string, string>;
  readonly personOfStep: ReadonlyMap<string, string>;
  readonly personsOfRequest: ReadonlyMap<string, readonly string[]>;
  readonly byId: ReadonlyMap<string, Recorded>;
}

export function subjectsIn(records: readonly Recorded[]): Subjects {
  const actorOf = new Map<string, string>();
  const personOfStep = new Map<string, string>();
  const personsOfRequest = new Map<string, readonly string[]>();
  const byId = new Map<string, Recorded>();
  for (const record of records) {
    byId.set(record.id, record);
    if (record.type === 'SafetyAgreementMade') actorOf.set(record.data.agreement, record.data.actor);
    else if (record.type === 'PlanStepSet') personOfStep.set(record.data.step, record.data.person);
    else if (record.type === 'ImmediateHelpRequested')
      personsOfRequest.set(record.data.request, record.data.persons);
  }
  return { actorOf, personOfStep, personsOfRequest, byId };
}

/** The lanes of a fact, each once; the whole family if it is about nobody in particular. */
export function lanesOf(record: Recorded, subjects: Subjects): readonly string[] {
  const named = subjectsOf(record, subjects).filter((id) => id !== undefined);
  return named.length === 0 ? [wholeFamily] : [...new Set(named)];
}

type Found = readonly (string | undefined)[];

function subjectsOf(record: Recorded, subjects: Subjects): Found {
  if (record.type === 'EventRetracted') {
    const target = subjects.byId.get(record.data.target);
    return target && target.type !== 'EventRetracted' ? lanesOf(target, subjects) : [];
  }
  const find = finders[record.type] as ((data: Recorded['data'], subjects: Subjects) => Found) | undefined;
  return find?.(record.data, subjects) ?? [];
}

const ofStep = ({ step }: { readonly step: string }, { personOfStep }: Subjects) => [personOfStep.get(step)];
const ofRequest = ({ request }: { readonly request: string }, { personsOfRequest }: Subjects) =>
  personsOfRequest.get(request) ?? [];
const ofRef = ({ ref }: { readonly ref?: string | undefined }, subjects: Subjects) =>
  ref === undefined ? [] : (subjects.personsOfRequest.get(ref) ?? [subjects.personOfStep.get(ref)]);
const ofPerson = ({ person }: { readonly person?: string | undefined }) => [person];
const ofParty = ({ party }: { readonly party: string }) => [party];

const finders: { readonly [T in EventType]?: (data: DataOf<T>, subjects: Subjects) => Found } = {
  PersonJoined: ofPerson,
  PersonLeft: ofPerson,
  PartyInvolved: ofParty,
  PartyClosedInvolvement: ofParty,
  IncidentRecorded: ({ against, witnessedBy, by }) => [...against, ...witnessedBy, ...by],
  ViolencePatternRecorded: ({ against, by }) => [...against, ...by],
  CrisisMeasureSet: ({ subject }) => [subject],
  ContactHeld: ({ party, with: persons }) => [...persons, party],
  FamilyVoiceRecorded: ofPerson,
  SafetyConditionSet: ({ protects }) => protects,
  SafetyAgreementMade: ({ actor }) => [actor],
  AgreementConsented: ofParty,
  AgreementEnded: ({ agreement }, { actorOf }) => [actorOf.get(agreement)],
  AgreementBroken: ({ by }) => [by],
  PlanStepSet: ofPerson,
  PlanStepStarted: ofStep,
  PlanStepCompleted: ofStep,
  PlanStepStalled: ofStep,
  OrderOverridden: ofStep,
  FactorReassessed: ofPerson,
  ParentTraumaScreened: ofPerson,
  BasicConditionsAssessed: ({ child }) => [child],
  RecoveryNeedAssessed: ofPerson,
  ContactArrangementSet: ({ child, adult }) => [child, adult],
  MonitorInvited: ofParty,
  MonitorAccepted: ofParty,
  MonitorDeclined: ofParty,
  MonitorWithdrew: ofParty,
  MonitorPaused: ofParty,
  MonitorCheckedIn: ofParty,
  BellRung: ({ person, to }) => [person, to],
  BellAnswered: ofParty,
  AlarmAcknowledged: ({ by }) => [by],
  AlarmClosed: ({ by }) => [by],
  SupportPersonNamed: ({ person, supporter }) => [person, supporter],
  SupportPersonLeft: ({ person, supporter }) => [person, supporter],
  SupporterLoadAssessed: ({ supporter }) => [supporter],
  RelapsePlanSet: ofPerson,
  RelapseSignalObserved: ofPerson,
  StressorRecorded: ofPerson,
  ImmediateHelpRequested: ({ persons }) => persons,
  HelpOffered: ofRequest,
  HelpDeclined: ofPerson,
  ImmediateHelpStarted: ofRequest,
  ShortTermHelpEnded: ofRequest,
  WaitlistPlacementRecorded: ofRef,
  WaitlistLeft: ofRef,
  ReferralRejected: ofRef,
  BarrierMet: ofRef,
  LongTermProfessionalAssigned: ({ professional }) => [professional],
  ProfessionalLeaveAnnounced: ({ professional }) => [professional],
  HandoverCompleted: ({ professional }) => [professional],
  SafetyStatusDecided: ({ person }) => [person === 'family' ? undefined : person],
  OutcomeMeasured: ofPerson,
  ResearchObjectionRecorded: ofPerson,
};
