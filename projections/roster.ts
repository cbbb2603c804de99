import { ageReached } from '../src/domain/calendar.ts';
import type { RecordedOf } from '../src/domain/event.ts';
import type { Role } from '../src/domain/family.ts';
import type { PersonId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/instant.ts';
import { activeConditions } from './agreements.ts';
import { all, history, latest, question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';

/** P8: who belongs to the family, and whose safety is computed. */

export interface Member {
  readonly person: PersonId;
  readonly role: Role | 'unrecorded';
  /** join(x): from here on check-ins, assessments and decisions count for this person (L7). */
  readonly joined: Instant;
  readonly birthMonth?: string | undefined;
  readonly household?: string;
}

const movements = history(['PersonJoined', 'PersonLeft'], (record) => [record.data.person]);

/** Everyone whose latest joining or leaving is a joining. */
export const roster = question((known: Known, now: Moment): readonly Member[] =>
  movements.keys(known).flatMap((person) => {
    const last = latest(now, movements.of(known, person));
    return last?.type === 'PersonJoined' ? [memberOf(last)] : [];
  }),
);

function memberOf(joining: RecordedOf<'PersonJoined'>): Member {
  const { person, role, birthMonth, household } = joining.data;
  return { person, role, joined: joining.to, birthMonth, household };
}

export function memberIn(members: readonly Member[], person: string): Member | undefined {
  return members.find((member) => member.person === person);
}

export const isChild = (member: Member): boolean => member.role === 'child';

export const isAdult = (member: Member): boolean =>
  member.role !== 'child' && member.role !== 'unborn_child' && member.role !== 'unrecorded';

/** D4: n or older from the first day of the birth month on; always if it is not known. */
export function isAged(member: Member, years: number, now: Moment): boolean {
  return member.birthMonth === undefined || now.reached(ageReached(member.birthMonth, years));
}

/** The persons at risk, by id: children, adults who are protected or were hurt, and those who appear before anyone recorded them. */
export const atRisk = question((known: Known, now: Moment): readonly Member[] => {
  const members = roster(known, now);
  const conditions = activeConditions(known, now);
  const violence = violentOccurrences(known, now);
  const protectedPersons = new Set<PersonId>(conditions.flatMap((set) => set.data.protects));
  const hurt = new Set<PersonId>(violence.flatMap((fact) => fact.data.against));
  const listed = members.filter(
    (member) => !isAdult(member) || protectedPersons.has(member.person) || hurt.has(member.person),
  );
  const firstSeen = new Map<PersonId, Instant>();
  const saw = (person: PersonId, instant: Instant) => {
    if (hasJoined(known, now, person)) return;
    const earlier = firstSeen.get(person);
    if (earlier === undefined || instant < earlier) firstSeen.set(person, instant);
  };
  for (const fact of violence) for (const person of involvedIn(fact)) saw(person, fact.from);
  for (const set of conditions) for (const person of set.data.protects) saw(person, set.to);
  const unrecorded = [...firstSeen].map(([person, joined]): Member => ({
    person,
    role: 'unrecorded',
    joined,
  }));
  return [...listed, ...unrecorded].sort((a, b) => (a.person < b.person ? -1 : 1));
});

/** Incidents and patterns that hold, by their earliest possible instant. */
function violentOccurrences(
  known: Known,
  now: Moment,
): (RecordedOf<'IncidentRecorded'> | RecordedOf<'ViolencePatternRecorded'>)[] {
  return [...all(known, 'IncidentRecorded'), ...all(known, 'ViolencePatternRecorded')].filter((fact) =>
    now.reached(fact.from),
  );
}

function involvedIn(
  fact: RecordedOf<'IncidentRecorded'> | RecordedOf<'ViolencePatternRecorded'>,
): readonly PersonId[] {
  return fact.type === 'IncidentRecorded'
    ? [...fact.data.against, ...fact.data.witnessedBy]
    : fact.data.against;
}

const joinings = history(['PersonJoined'], (record) => [record.data.person]);

const hasJoined = (known: Known, now: Moment, person: PersonId): boolean =>
  latest(now, joinings.of(known, person)) !== undefined;
