import type { DataOf, EventType, PlanEvent } from './event.ts';
import { evolve, isNamed, lastWord, pair, wasNamed, wordsOf } from './family-record.ts';
import type { FamilyRecord, Thing } from './family-record.ts';
import { object, refuse } from './refusal.ts';
import type { Objection, Refusal } from './refusal.ts';

/**
 * May these facts be recorded? What happened in reality is recorded even when it should not have happened: the rules
 * then say so. Refused is only what cannot be true or cannot be meant.
 */
export function decide(record: FamilyRecord, proposed: readonly PlanEvent[]): readonly PlanEvent[] | Refusal {
  const accepted: PlanEvent[] = [];
  for (const [index, event] of proposed.entries()) {
    const objection = objectionTo(record, event);
    if (objection) return refuse(objection, index);
    // Deciding twice writes once.
    if (isAlreadySo(record, event)) continue;
    evolve(record, event);
    accepted.push(event);
  }
  return accepted;
}

function objectionTo(record: FamilyRecord, event: PlanEvent): Objection | null {
  return correctionObjection(record, event) ?? dataObjection(record, event);
}

function correctionObjection({ events }: FamilyRecord, event: PlanEvent): Objection | null {
  if (events.has(event.id)) return object('id-twice', 'id');
  if (event.supersedes === undefined) return null;
  if (event.supersedes === event.id) return object('own-id', 'supersedes');
  const replaced = events.get(event.supersedes);
  if (replaced === undefined) return object('unknown-event', 'supersedes');
  if (replaced === 'EventRetracted') return object('retraction-of-retraction', 'supersedes');
  return replaced === event.type ? null : object('other-type', 'supersedes');
}

type Objecting<T extends EventType> = (data: DataOf<T>, record: FamilyRecord) => Objection | null;

function dataObjection<T extends EventType>(
  record: FamilyRecord,
  event: { readonly type: T; readonly data: DataOf<T> },
): Objection | null {
  return objections[event.type]?.(event.data, record) ?? null;
}

const mustExist = (record: FamilyRecord, thing: Thing, id: string, otherwise: Objection): Objection | null =>
  isNamed(record, thing, id) ? null : otherwise;

/**
 * What somebody saw, or cannot do, is recorded also if the asking was taken back meanwhile: they need not know that, and
 * a refusal would tell them.
 */
const mustHaveExisted = (
  record: FamilyRecord,
  thing: Thing,
  id: string,
  otherwise: Objection,
): Objection | null => (wasNamed(record, thing, id) ? null : otherwise);

const agreementExists = ({ agreement }: { readonly agreement: string }, record: FamilyRecord) =>
  mustExist(record, 'agreement', agreement, object('unknown-agreement', 'data.agreement'));

interface OfAgreements {
  readonly agreements?: readonly string[] | undefined;
}

const agreementsExist = ({ agreements = [] }: OfAgreements, record: FamilyRecord) => {
  const unknown = agreements.findIndex((agreement) => !isNamed(record, 'agreement', agreement));
  return unknown < 0 ? null : object('unknown-agreement', `data.agreements.${unknown}`);
};

const wasAsked = (data: OfAgreements & { readonly party: string }, record: FamilyRecord) => {
  const asked = (agreement: string) => isNamed(record, 'relation', pair(agreement, data.party));
  const unknown = (data.agreements ?? []).findIndex((agreement) => !asked(agreement));
  return (
    agreementsExist(data, record) ??
    (unknown < 0 ? null : object('unknown-party', `data.agreements.${unknown}`))
  );
};

const wasEverAsked = (
  { agreements = [], party }: OfAgreements & { readonly party: string },
  record: FamilyRecord,
) => {
  const never = agreements.findIndex((agreement) => !wasNamed(record, 'agreement', agreement));
  if (never >= 0) return object('unknown-agreement', `data.agreements.${never}`);
  const unknown = agreements.findIndex((agreement) => !wasNamed(record, 'relation', pair(agreement, party)));
  return unknown < 0 ? null : object('unknown-party', `data.agreements.${unknown}`);
};

const stepExists = ({ step }: { readonly step: string }, record: FamilyRecord) =>
  mustExist(record, 'step', step, object('unknown-step', 'data.step'));

const requestExists = ({ request }: { readonly request: string }, record: FamilyRecord) =>
  mustExist(record, 'request', request, object('unknown-request', 'data.request'));

const refExists = ({ ref }: { readonly ref?: string | undefined }, record: FamilyRecord) =>
  ref === undefined || isNamed(record, 'request', ref) || isNamed(record, 'step', ref)
    ? null
    : object('unknown-request', 'data.ref');

const candidateExists = ({ candidate }: { readonly candidate: string }, record: FamilyRecord) =>
  record.events.has(candidate) ? null : object('unknown-event', 'data.candidate');

const planExists = ({ plan }: { readonly plan: string }, record: FamilyRecord) =>
  mustExist(record, 'plan', plan, object('unknown-plan', 'data.plan'));

const professionalExists = (_data: unknown, record: FamilyRecord) =>
  mustExist(record, 'professional', 'any', object('no-professional', 'data.professional'));

const personExists = ({ person }: { readonly person: string }, record: FamilyRecord) =>
  mustExist(record, 'person', person, object('unknown-person', 'data.person'));

const objections: { readonly [T in EventType]?: Objecting<T> } = {
  PersonLeft: personExists,
  PlanReviewed: planExists,
  PlanClosed: planExists,
  SafetyConditionEnded: ({ condition }, record) =>
    mustExist(record, 'condition', condition, object('unknown-condition', 'data.condition')),
  SafetyAgreementMade: ({ condition }, record) =>
    mustExist(record, 'condition', condition, object('unknown-condition', 'data.condition')),
  AgreementConsented: agreementExists,
  EscalationPathSet: agreementExists,
  AgreementEnded: agreementExists,
  AgreementBroken: agreementExists,
  PlanStepStarted: stepExists,
  PlanStepCompleted: stepExists,
  PlanStepStalled: stepExists,
  OrderOverridden: stepExists,
  MonitorInvited: agreementsExist,
  MonitorAccepted: agreementsExist,
  MonitorDeclined: wasAsked,
  MonitorWithdrew: wasEverAsked,
  MonitorPaused: wasEverAsked,
  MonitorCheckedIn: ({ agreement, party }, record) =>
    mustHaveExisted(record, 'agreement', agreement, object('unknown-agreement', 'data.agreement')) ??
    mustHaveExisted(record, 'acceptance', pair(agreement, party), object('never-accepted', 'data.party')),
  BellRung: ({ agreement }, record) =>
    agreement === undefined
      ? null
      : mustHaveExisted(record, 'agreement', agreement, object('unknown-agreement', 'data.agreement')),
  BellAnswered: ({ bell }, record) => mustExist(record, 'bell', bell, object('unknown-bell', 'data.bell')),
  SupportPersonLeft: ({ person, supporter }, record) =>
    mustExist(record, 'supporter', pair(person, supporter), object('unknown-supporter', 'data.supporter')),
  RelapseJudged: candidateExists,
  ImmediateHelpRequested: candidateExists,
  HelpOffered: requestExists,
  HelpDeclined: requestExists,
  ImmediateHelpStarted: requestExists,
  ShortTermHelpEnded: requestExists,
  WaitlistPlacementRecorded: refExists,
  WaitlistLeft: ({ ref }, record) => mustExist(record, 'wait', ref, object('unknown-request', 'data.ref')),
  ReferralRejected: ({ ref }, record) =>
    mustExist(record, 'request', ref, object('unknown-request', 'data.ref')),
  BarrierMet: refExists,
  GuaranteeEnded: (_data, { events }) =>
    [...events.values()].includes('PlanActivated') ? null : object('no-guarantee', 'data.reason'),
  HandoverCompleted: professionalExists,
  ProfessionalLeaveAnnounced: professionalExists,
  ContactArrangementSet: agreementsExist,
  EventRetracted: ({ target }, { events }) => {
    const type = events.get(target);
    if (type === undefined) return object('unknown-event', 'data.target');
    return type === 'EventRetracted' ? object('retraction-of-retraction', 'data.target') : null;
  },
  ResearchObjectionRecorded: personExists,
};

/** Words that hold until another one: said again they say nothing new. Observations are never left out, each is its own fact. */
const standing: readonly EventType[] = [
  'PersonLeft',
  'PartyClosedInvolvement',
  'PlanClosed',
  'SafetyConditionEnded',
  'AgreementEnded',
  'MonitorDeclined',
  'MonitorWithdrew',
  'SupportPersonLeft',
  'WaitlistLeft',
  'BellAnswered',
  'EventRetracted',
  'ResearchObjectionRecorded',
  'ResearchDisclosureRecorded',
];

function isAlreadySo(record: FamilyRecord, event: PlanEvent): boolean {
  // A correction always says something new.
  if (event.supersedes !== undefined || !standing.includes(event.type)) return false;
  return wordsOf(event).every(([thing, id]) => lastWord(record, thing, id) === event.type);
}
