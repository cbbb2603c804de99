import { addDays, dayOf } from '../../../src/domain/calendar.ts';
import { contracts } from '../../../src/domain/event.ts';
import type { EventType } from '../../../src/domain/event.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import {
  agreements,
  adults,
  allParties,
  baby,
  bells,
  birthMonth,
  children,
  conditions,
  father,
  gran,
  kid,
  mother,
  parties,
  person,
  persons,
  professionals,
  requests,
  steps,
  watchers,
} from './cast.ts';
import type { Chance } from './chance.ts';
import { term, when, written } from './times.ts';

/** What an event of each type may say. */

export type Data = Record<string, unknown>;
export interface Scene {
  readonly chance: Chance;
  readonly at: Instant;
  /** What was written before, to refer to. */
  readonly events: readonly { readonly id: string; readonly type: string }[];
}
type Say = (scene: Scene) => Data;

const tri = (chance: Chance) => chance.pick(['yes', 'no', 'unknown']);
const mostlyNo = (chance: Chance) => chance.pick(['no', 'no', 'no', 'no', 'yes', 'unknown']);
const optional = (chance: Chance, fields: Data, probability = 0.5): Data =>
  chance.happens(probability) ? fields : {};
const soon = (scene: Scene) => term(scene.chance)(scene.at);
const soonWhen = (scene: Scene) => when(scene.chance, soon(scene));
const soonDay = (scene: Scene) => dayOf(soon(scene));
const answers = (chance: Chance) => ({
  stillSafe: chance.pick(['yes', 'yes', 'no', 'unknown']),
  basicConditions: chance.pick(['yes', 'yes', 'no', 'unknown']),
  helpNeeded: chance.pick(['no', 'no', 'yes', 'unknown']),
});
const urgency = (chance: Chance) => chance.pick(['acute', 'urgent', 'urgent', 'early']);
const profile = (chance: Chance) => ({
  profile: chance.pick([1, 1, 1, 2, 3, 4, 5, 'unknown']),
  coerciveControl: mostlyNo(chance),
});
const judges = (chance: Chance) =>
  chance.pick([['party:team', 'party:vt'], ['party:team'], ['party:vt', 'party:jgz', 'party:team']]);
const factor = (chance: Chance) =>
  chance.pick([
    { factor: 'addiction', person: father },
    { factor: 'debt' },
    { factor: 'debt', person: mother },
  ]);
const violence = (chance: Chance) => ({
  kinds: [chance.pick(['verbal', 'physical', 'threat'])],
  by: chance.pick([[father], [father], [mother], [], ['person:stranger']]),
  against: chance.pick([[mother], [kid], [mother, kid], [gran], ['person:stranger'], [baby]]),
});
const idOf = (scene: Scene, wanted: (type: string) => boolean) => {
  const found = scene.events.filter(({ type }) => wanted(type));
  return found.length === 0 || scene.chance.happens(0.05)
    ? 'nobody-knows'
    : scene.chance.pick(found.slice(-6)).id;
};
const triggering = new Set([
  'IncidentRecorded',
  'ViolencePatternRecorded',
  'RelapseSignalObserved',
  'BellRung',
  'AgreementBroken',
  'ContactHeld',
  'FamilyVoiceRecorded',
  'FactorReassessed',
  'FamilyReported',
  'StressorRecorded',
]);
export const isTriggering = (type: string): boolean => triggering.has(type);
const alarmRules = [
  'L1',
  'L2',
  'L3',
  'L4',
  'L5',
  'M2',
  'M5',
  'M6',
  'M8',
  'M10',
  'M11',
  'M14',
  'M15',
  'R7',
  'U6',
  'W6',
  'W10',
  'W11',
  'W12',
  'W13',
  'C1',
  'C2',
  'C3',
];
const alarm = (scene: Scene) => {
  const { chance } = scene;
  const subject = chance.pick([
    'family',
    kid,
    mother,
    'a1',
    'a1/party:school',
    'a1/party:aunt',
    's1',
    'party:jgz',
    `${kid}/party:aunt`,
    idOf(scene, isTriggering),
  ]);
  return { rule: chance.pick(alarmRules), subject, by: 'party:team' };
};

export const facts: { readonly [T in EventType]: Say } = {
  FamilyReported: ({ chance }) => ({
    relation: chance.pick(['first', 'repeat_one']),
    acute: tri(chance),
    structural: 'no',
    ...optional(chance, { handledAs: chance.pick(['existing_plan', 'new_case']) }),
  }),
  PersonJoined: ({ chance, at }) => {
    const who = person(chance);
    const role =
      who === kid
        ? 'child'
        : who === baby
          ? chance.pick(['unborn_child', 'child'])
          : who === gran
            ? 'other_adult'
            : chance.pick(['parent', 'parent', 'partner', 'ex_partner']);
    const month = birthMonth(chance, at);
    return { person: who, role, household: 'hh-1', ...(month === undefined ? {} : { birthMonth: month }) };
  },
  PersonLeft: ({ chance }) => ({ person: person(chance) }),
  PartyInvolved: ({ chance }) => {
    const party = chance.pick(allParties);
    return {
      party,
      ...parties[party],
      ...optional(chance, { organisation: chance.pick(['org-1', 'org-2']) }, 0.15),
      ...optional(chance, { livesWith: [person(chance)] }, 0.2),
      ...optional(chance, { linkedTo: [chance.pick(adults)] }, 0.15),
    };
  },
  PartyClosedInvolvement: ({ chance }) => ({ party: chance.pick(allParties), reason: 'finished' }),
  FamilyMoved: () => ({ household: 'hh-1', fromMunicipality: 'm-1', toMunicipality: 'm-2' }),
  IncidentRecorded: ({ chance }) => ({
    ...violence(chance),
    witnessedBy: chance.pick([[], [kid], ['person:guest']]),
    ...optional(chance, { lethality: chance.pick([[], ['weapon']]) }),
  }),
  ViolencePatternRecorded: ({ chance }) => ({
    ...violence(chance),
    ...optional(chance, { estimatedPerYear: 4, trend: 'same' }),
  }),
  SafetyAssessed: ({ chance }) => ({
    assessor: chance.pick(['party:vt', 'party:team']),
    acuteDanger: mostlyNo(chance),
    acuteProblems: tri(chance),
    ...optional(chance, { perPerson: { [person(chance)]: mostlyNo(chance) } }, 0.2),
    basis: chance.pick([
      ['seen_alone'],
      ['seen_alone'],
      ['seen_alone', 'joint'],
      ['phone'],
      ['phone', 'file'],
      ['joint'],
      ['file'],
    ]),
  }),
  AnalysisCompleted: ({ chance }) => ({
    ...profile(chance),
    violenceKinds: ['verbal'],
    factors: chance.happens(0.6) ? [factor(chance)] : [],
    spokenSeparately: [],
    childrenAsked: [],
  }),
  ProfileRevised: ({ chance }) => profile(chance),
  CrisisMeasureSet: (scene) => ({
    kind: 'home_ban',
    subject: scene.chance.pick([father, father, mother, gran]),
    from: when(scene.chance, scene.at),
    ...optional(scene.chance, { to: soonWhen(scene) }, 0.9),
  }),
  ContactHeld: ({ chance }) => ({
    party: chance.pick(professionals),
    with: [chance.pick(adults)],
    joint: chance.happens(0.5),
    ...optional(chance, { answers: answers(chance) }, 0.8),
  }),
  FamilyVoiceRecorded: ({ chance }) => ({
    person: person(chance),
    alone: chance.happens(0.5),
    ...optional(chance, { helpNeeded: tri(chance), feelsSafe: chance.between(0, 10) }, 0.8),
  }),
  PlanActivated: () => ({ plan: 'plan-1', agreedBy: ['party:team'] }),
  PlanReviewed: ({ chance }) => ({ plan: 'plan-1', answers: answers(chance) }),
  PlanClosed: () => ({ plan: 'plan-1', reason: 'goals_met' }),
  SafetyConditionSet: ({ chance }) => {
    const condition = chance.pick(conditions);
    return {
      condition,
      protects: persons(chance, 1),
      horizon: condition === 'c3' ? 'durable' : 'direct',
      bottomLine: chance.happens(0.3),
    };
  },
  SafetyConditionEnded: ({ chance }) => ({ condition: chance.pick(conditions), reason: 'achieved' }),
  SafetyAgreementMade: (scene) => {
    const { chance } = scene;
    const agreement = chance.pick(agreements);
    return {
      agreement,
      condition: chance.happens(0.85) ? agreement.replace('a', 'c') : chance.pick(conditions),
      actor: chance.pick([father, father, mother, 'party:aunt', 'party:team']),
      action: 'leaves_when_tension_rises',
      timing: 'on_trigger',
      critical: chance.happens(0.7),
      ...optional(chance, { minMonitors: chance.pick([1, 1, 2, 3]) }),
      ...optional(chance, { needsChildSight: chance.happens(0.7) }, 0.3),
      ...optional(chance, { validFrom: when(chance, scene.at) }, 0.15),
      ...optional(chance, { validTo: soonWhen(scene) }, 0.2),
    };
  },
  AgreementConsented: ({ chance }) => ({
    agreement: chance.pick(agreements),
    party: chance.pick([father, mother, 'party:aunt', gran]),
    obtained: chance.pick(['alone', 'alone', 'joint', 'written']),
  }),
  EscalationPathSet: ({ chance }) => ({
    agreement: chance.pick(agreements),
    rungs: [
      {
        to: chance.pick(['party:team', 'party:team', 'party:aunt']),
        ackMinutes: chance.pick([15, 30, 60]),
        hours: 'office',
        accepted: true,
      },
      {
        to: 'party:vt',
        ackMinutes: chance.pick([15, 30]),
        hours: chance.pick(['24x7', '24x7', '24x7', 'office']),
        accepted: chance.happens(0.9),
      },
    ].slice(0, chance.pick([2, 2, 2, 2, 1])),
  }),
  AgreementEnded: ({ chance }) => ({ agreement: chance.pick(agreements), reason: 'achieved' }),
  AgreementBroken: ({ chance }) => ({
    agreement: chance.pick(agreements),
    by: chance.pick([father, father, mother]),
    violence: tri(chance),
  }),
  PlanStepSet: ({ chance }) => ({
    step: chance.pick(steps),
    person: chance.pick([kid, mother, father]),
    kind: chance.pick([
      'parent_trauma',
      'parent_trauma',
      'child_recovery',
      'parenting',
      'relationship',
      'addiction',
      'debt_housing',
    ]),
    owner: 'party:team',
    ...optional(chance, { dependsOn: chance.some([...steps, 's9'], 1, 2) }, 0.3),
  }),
  PlanStepStarted: ({ chance }) => ({ step: chance.pick(steps) }),
  PlanStepCompleted: ({ chance }) => ({
    step: chance.pick(steps),
    outcome: chance.pick(['goal', 'partly', 'none']),
  }),
  PlanStepStalled: ({ chance }) => ({ step: chance.pick(steps), reason: 'no_show' }),
  OrderOverridden: ({ chance }) => ({
    step: chance.pick(steps),
    reason: 'agreed',
    approvedBy: ['party:team'],
  }),
  FactorReassessed: ({ chance }) => ({
    ...factor(chance),
    state: chance.pick(['active', 'reduced', 'controlled', 'gone']),
  }),
  ParentTraumaScreened: ({ chance }) => ({
    person: chance.pick([mother, father]),
    present: chance.pick(['no', 'no', 'yes', 'unknown']),
  }),
  BasicConditionsAssessed: ({ chance }) => ({
    child: chance.pick(children),
    basis: chance.pick([['seen'], ['seen', 'told'], ['told'], ['school']]),
    levels: levels(chance),
  }),
  RecoveryNeedAssessed: (scene) => ({
    person: scene.chance.pick(children),
    need: scene.chance.pick(['none_found', 'needed', 'not_yet_clear']),
    irreparable: mostlyNo(scene.chance),
    diagnosis: tri(scene.chance),
    personAsked: scene.chance.happens(0.7),
    ...optional(scene.chance, { nextLook: soonDay(scene) }),
  }),
  ContactArrangementSet: () => ({
    child: kid,
    adult: father,
    supervised: true,
    agreements: [],
    contraIndication: 'unknown',
  }),
  MonitorInvited: ({ chance }) => ({
    party: chance.pick(watchers),
    agreements: chance.some(['a1', 'a2', 'a3'], 1),
  }),
  MonitorAccepted: (scene) => ({
    party: scene.chance.pick(watchers),
    agreements: scene.chance.some(['a1', 'a2', 'a3'], 1),
    cadenceDays: scene.chance.pick([1, 3, 7, 7, 14, 28]),
    ...optional(scene.chance, { monitorsFrom: soonDay(scene) }, 0.2),
  }),
  MonitorDeclined: ({ chance }) => ({
    party: chance.pick(watchers),
    agreements: chance.some(['a1', 'a2', 'a3'], 1),
  }),
  MonitorWithdrew: ({ chance }) => ({
    party: chance.pick(watchers),
    agreements: chance.some(['a1', 'a2', 'a3'], 1),
  }),
  MonitorPaused: (scene) => {
    const { chance } = scene;
    const from = soon(scene);
    return {
      party: chance.pick(watchers.slice(0, 3)),
      from: when(chance, from),
      to: when(chance, term(chance)(from)),
      ...optional(chance, { agreements: chance.some(['a1', 'a2'], 1) }, 0.4),
      ...optional(chance, { standIn: chance.pick(watchers) }, 0.7),
      reason: 'leave',
    };
  },
  MonitorCheckedIn: ({ chance }) => ({
    party: chance.pick(watchers.slice(0, 4)),
    agreement: chance.pick(agreements),
    result: chance.pick(['kept', 'kept', 'kept', 'kept', 'partly', 'broken', 'could_not_observe']),
    personsSeen: persons(chance, 0),
    childAlone: chance.happens(0.6),
    joint: chance.happens(0.2),
    worry: chance.pick([0, 0, 1, 2, 3]),
    ...optional(chance, { answers: answers(chance) }, 0.2),
  }),
  BellRung: ({ chance }) => ({
    bell: chance.pick(bells),
    to: chance.pick(['party:team', 'party:vt']),
    urgency: urgency(chance),
    selfReport: chance.happens(0.4),
    ...optional(chance, { agreement: chance.pick(agreements), person: person(chance) }),
  }),
  BellAnswered: ({ chance }) => ({ bell: chance.pick(bells), party: 'party:team', action: 'went' }),
  AlarmAcknowledged: alarm,
  AlarmClosed: alarm,
  SupportPersonNamed: (scene) => ({
    person: scene.chance.pick([kid, kid, mother, baby]),
    supporter: scene.chance.pick(['party:aunt', 'party:neighbour', 'party:team']),
    ring: scene.chance.between(1, 4),
    support: ['emotional'],
    level: scene.chance.pick(['everyday', 'everyday_with_role', 'organised_informal', 'professional']),
    ...optional(scene.chance, { reviewDays: scene.chance.pick([7, 14, 30]) }),
    ...optional(scene.chance, { until: soonDay(scene) }, 0.3),
  }),
  SupportPersonLeft: ({ chance }) => ({
    person: chance.pick([kid, mother]),
    supporter: chance.pick(['party:aunt', 'party:neighbour']),
  }),
  SupporterLoadAssessed: ({ chance }) => ({
    supporter: chance.pick(['party:aunt', 'party:neighbour']),
    overloaded: tri(chance),
  }),
  RelapsePlanSet: (scene) => ({
    person: scene.chance.pick([mother, father]),
    signals: scene.chance.happens(0.85)
      ? [{ signal: 'sleeps-badly', level: 'orange', observers: scene.chance.some(watchers, 0, 3) }]
      : [],
    helpers: scene.chance.happens(0.85) ? ['party:team'] : [],
    ...optional(
      scene.chance,
      { rehearsedAt: scene.chance.happens(0.7) ? dayOf(scene.at) : dayOf(addDays(scene.at, -183)) },
      0.85,
    ),
  }),
  RelapseSignalObserved: ({ chance }) => ({
    person: person(chance),
    level: chance.pick(['green', 'green', 'orange', 'red']),
    pattern: chance.pick([
      'violence',
      'addiction',
      'debt_housing',
      'child_residual',
      'child_residual',
      'stress',
      'school_absence',
      'other',
    ]),
    selfReport: chance.happens(0.3),
  }),
  StressorRecorded: ({ chance }) => ({ kind: chance.pick(['job_loss', 'birth']) }),
  RelapseJudged: (scene) => ({
    candidate: idOf(scene, isTriggering),
    relapse: tri(scene.chance),
    ...optional(scene.chance, { urgency: urgency(scene.chance) }, 0.7),
    judges: judges(scene.chance),
    spokenAlone: scene.chance.pick([[], [mother], [kid], [father]]),
  }),
  ImmediateHelpRequested: (scene) => ({
    request: scene.chance.pick(requests),
    candidate: idOf(scene, isTriggering),
    persons: persons(scene.chance, 1),
    help: 'outreach',
  }),
  HelpOffered: (scene) => ({
    request: scene.chance.pick(requests),
    provider: scene.chance.pick(['party:clinic', 'party:outreach']),
    startsAt: written(scene.chance, soon(scene)),
  }),
  HelpDeclined: ({ chance }) => ({
    request: chance.pick(requests),
    person: mother,
    alone: chance.happens(0.6),
    alternatives: chance.between(0, 3),
  }),
  ImmediateHelpStarted: ({ chance }) => ({
    request: chance.pick(requests),
    provider: 'party:outreach',
    form: chance.pick(['in_person', 'in_person', 'video', 'phone', 'intake_only', 'letter']),
    bridging: chance.happens(0.15),
  }),
  ShortTermHelpEnded: ({ chance }) => ({
    request: chance.pick(requests),
    outcome: 'goal',
    followUp: chance.pick(['none', 'replan', 'extend']),
  }),
  WaitlistPlacementRecorded: ({ chance }) => ({
    ref: chance.pick([...requests, ...steps]),
    provider: 'party:clinic',
    named: 'planned_date',
  }),
  WaitlistLeft: ({ chance }) => ({ ref: chance.pick([...steps, ...requests]) }),
  ReferralRejected: ({ chance }) => ({
    ref: chance.pick(requests),
    provider: chance.pick(['party:clinic', 'party:outreach']),
    reason: chance.pick(['capacity', 'exclusion', 'jurisdiction', 'funding', 'no_diagnosis', 'other']),
  }),
  BarrierMet: ({ chance }) => ({
    kind: chance.pick(['residence_principle', 'funding_silo', 'waiting_list', 'waiting_list', 'privacy']),
    ...optional(chance, { ref: chance.pick(requests) }, 0.9),
  }),
  GuaranteeEnded: ({ chance }) => ({
    reason: 'moved',
    endedBy: ['party:team'],
    familyInformed: chance.happens(0.7),
  }),
  LongTermProfessionalAssigned: ({ chance }) => ({
    professional: chance.pick(['party:jgz', 'party:team']),
    ...optional(chance, { deputy: chance.pick(['party:team', 'party:vt']) }, 0.8),
    ...optional(chance, { contactDays: chance.pick([7, 30, 92]) }, 0.4),
  }),
  ProfessionalLeaveAnnounced: (scene) => ({
    professional: scene.chance.pick(['party:jgz', 'party:jgz', 'party:team']),
    lastDay: soonDay(scene),
    ...optional(scene.chance, { successor: 'party:vt' }, 0.4),
  }),
  HandoverCompleted: ({ chance }) => ({
    professional: chance.pick(['party:vt', 'party:team', 'party:jgz']),
    warm: chance.happens(0.5),
    familyPresent: chance.happens(0.6),
  }),
  SafetyStatusDecided: ({ chance }) => ({
    person: chance.pick(['family', 'family', 'family', kid, mother]),
    status: chance.pick(['direct', 'direct', 'direct', 'durable', 'unknown', 'unsafe']),
    judges: judges(chance),
    basis: [],
  }),
  OutcomeMeasured: ({ chance }) => ({
    person: chance.pick([mother, kid]),
    moment: chance.pick(['T0', 'T12', 'T18', 'later']),
    violence: chance.pick(['none', 'none', 'some', 'unknown']),
  }),
  MdaReviewHeld: ({ chance, at }) => ({ participants: ['party:team'], knownAt: written(chance, at) }),
  EventRetracted: (scene) => ({
    target: idOf(scene, (type) => type !== 'EventRetracted'),
    reason: 'never_happened',
    approvedBy: 'party:team',
  }),
};

export const factTypes = Object.keys(contracts) as EventType[];

function levels(chance: Chance): Data {
  const numbers = Array.from({ length: 12 }, (_, index) => String(index + 1));
  const named = chance.happens(0.7) ? numbers : chance.some(numbers, 1, 11);
  const odd = chance.pick(['fragile', 'fragile', 'insufficient']);
  return Object.fromEntries(named.map((number) => [number, chance.happens(0.1) ? odd : 'sufficient']));
}
