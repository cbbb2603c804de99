import type { RecordedOf } from '../src/domain/event.ts';
import type { PersonId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/instant.ts';
import { activeAgreements, activeConditions, lastMade, pathOf } from './agreements.ts';
import { openQuestions } from './analysis-questions.ts';
import type { OpenQuestion } from './analysis-questions.ts';
import { bellsRung } from './bells.ts';
import type { Bell } from './bells.ts';
import { continuity } from './continuity.ts';
import { isPlanActive } from './guarantee.ts';
import { users } from './intimidation.ts';
import { all, history, holding, latest } from './known.ts';
import type { Known } from './known.ts';
import { Moment } from './moment.ts';
import { relationsOf } from './monitors.ts';
import type { Relation } from './monitors.ts';
import { partyOf } from './parties.ts';
import { candidates } from './relapse-queue.ts';
import type { Candidate } from './relapse-queue.ts';
import { roster } from './roster.ts';
import type { Member } from './roster.ts';
import { steps } from './steps.ts';
import type { Step } from './steps.ts';
import { supporters } from './support-network.ts';
import type { Naming } from './support-network.ts';

/** What people can choose from when they record something: everything of a family that has a name or an id. No rule is decided here. */
export interface Register {
  readonly persons: readonly Member[];
  /** Who belonged to the family and may come back. */
  readonly formerPersons: readonly string[];
  readonly households: readonly string[];
  readonly parties: readonly Involved[];
  /** Who used violence in a fact that holds: what concerns them is hidden from them unless somebody says otherwise. */
  readonly violent: readonly PersonId[];
  readonly plans: readonly string[];
  readonly planActive: boolean;
  readonly conditions: readonly Named<'SafetyConditionSet'>[];
  readonly agreements: readonly (Named<'SafetyAgreementMade'> & { readonly rungs: Rungs })[];
  readonly relations: readonly Relation[];
  readonly steps: readonly Step[];
  readonly candidates: readonly Candidate[];
  readonly requests: readonly RecordedOf<'ImmediateHelpRequested'>[];
  readonly waiting: readonly string[];
  readonly bells: readonly RungBell[];
  readonly supporters: readonly Naming[];
  readonly relapsePlans: readonly RecordedOf<'RelapsePlanSet'>[];
  readonly factors: readonly RecordedOf<'AnalysisCompleted'>['data']['factors'][number][];
  /** What of the analysis nobody knows yet. */
  readonly openQuestions: readonly OpenQuestion[];
  readonly professional: string | null;
  readonly deputy: string | null;
}

/** A bell, with whose time to answer is over. */
type RungBell = Omit<Bell, 'rungs'> & {
  readonly rungs: readonly (Bell['rungs'][number] & { readonly isOver: boolean })[];
};

/** A thing that has an id of its own: its latest word, and whether it is in force. */
interface Named<T extends 'SafetyConditionSet' | 'SafetyAgreementMade'> {
  readonly id: string;
  readonly record: RecordedOf<T>;
  readonly isActive: boolean;
}
type Rungs = RecordedOf<'EscalationPathSet'>['data']['rungs'];

export interface Involved {
  readonly party: string;
  readonly data: RecordedOf<'PartyInvolved'>['data'];
  readonly isInvolved: boolean;
}

const persons = history(['PersonJoined'], (record) => [record.data.person]);
const parties = history(['PartyInvolved', 'PartyClosedInvolvement'], (record) => [record.data.party]);
const conditions = history(['SafetyConditionSet'], (record) => [record.data.condition]);
const agreements = history(['SafetyAgreementMade'], (record) => [record.data.agreement]);
const waits = history(['WaitlistPlacementRecorded', 'WaitlistLeft'], (record) => [record.data.ref]);
const relapsePlans = history(['RelapsePlanSet'], (record) => [record.data.person]);

export function registerAt(known: Known, at: Instant): Register {
  const now = new Moment(at);
  const members = roster(known, now);
  const { professional, deputy } = continuity(known, now);
  const inForce = activeAgreements(known, now).map(({ id }) => id);
  const made = agreements.keys(known).flatMap((id) => {
    const record = lastMade(known, now, id);
    return record
      ? [{ id, record, isActive: inForce.includes(id), rungs: pathOf(known, now, id) ?? [] }]
      : [];
  });
  return {
    persons: members,
    formerPersons: persons
      .keys(known)
      .filter((person) => !members.some((member) => member.person === person)),
    households: [...new Set(all(known, 'PersonJoined').map(({ data }) => data.household as string))].sort(),
    parties: partiesAt(known, now),
    violent: [...users(known, now)].sort(),
    plans: [
      ...new Set(holding(known, now, 'PlanActivated').map(({ data }) => data.plan as string)),
    ].reverse(),
    planActive: isPlanActive(known, now),
    conditions: conditionsAt(known, now),
    agreements: made,
    relations: made.flatMap(({ id }) => relationsOf(known, now, id)),
    steps: steps(known, now),
    candidates: candidates(known, now),
    requests: holding(known, now, 'ImmediateHelpRequested'),
    waiting: waits
      .keys(known)
      .filter((ref) => latest(now, waits.of(known, ref))?.type === 'WaitlistPlacementRecorded'),
    bells: bellsRung(known, now).map((bell) => ({
      ...bell,
      rungs: bell.rungs.map((rung) => ({ ...rung, isOver: now.reached(rung.end) })),
    })),
    supporters: supporters(known, now),
    relapsePlans: relapsePlans
      .keys(known)
      .flatMap((person) => latest(now, relapsePlans.of(known, person)) ?? []),
    factors: latest(now, all(known, 'AnalysisCompleted'))?.data.factors ?? [],
    openQuestions: openQuestions(known, now),
    professional,
    deputy,
  };
}

function partiesAt(known: Known, now: Moment): readonly Involved[] {
  return parties.keys(known).flatMap((party) => {
    const data = partyOf(known, now, party)?.data;
    const isInvolved = latest(now, parties.of(known, party))?.type === 'PartyInvolved';
    return data ? [{ party, data, isInvolved }] : [];
  });
}

function conditionsAt(known: Known, now: Moment): Register['conditions'] {
  const active = activeConditions(known, now).map(({ data }) => data.condition as string);
  return conditions.keys(known).flatMap((id) => {
    const record = latest(now, conditions.of(known, id));
    return record ? [{ id, record, isActive: active.includes(id) }] : [];
  });
}
