import { startOf, endOf } from '../src/domain/calendar.ts';
import type { RecordedOf } from '../src/domain/event.ts';
import type { PartyKind } from '../src/domain/family.ts';
import type { PersonId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/instant.ts';
import { lastConditionOf, pathOf } from './agreements.ts';
import { all, history, latest, upTo } from './known.ts';
import type { Known } from './known.ts';
import { isInScope, relation } from './monitors.ts';
import type { Moment } from './moment.ts';
import { partyOf } from './parties.ts';
import { memberIn, roster } from './roster.ts';
import type { Member } from './roster.ts';

/** What a party that watches is asked, from what it may know: no status, no count, no other party. */
export interface Asked {
  readonly agreement: string;
  /** Whose text tells the agreement: what the party itself said it would do comes first. */
  readonly told: readonly (RecordedOf<'MonitorAccepted'> | RecordedOf<'SafetyAgreementMade'>)[];
  readonly cadenceDays: number;
  /** When the next word is expected; null while the party is away. */
  readonly due: Instant | null;
  /** The party said that it cannot until then. */
  readonly awayUntil: Instant | null;
  readonly persons: readonly AskedPerson[];
  /** Who is called first, and what kind of party that is, if it is known. */
  readonly firstRung: Rung | null;
  readonly firstRungKind: PartyKind | null;
  /** How often the party reported about this agreement before. */
  readonly reports: number;
  /** How often it rang the bell. */
  readonly rings: number;
  /** It is asked the three long-term questions as well (Q19). */
  readonly asksAnswers: boolean;
}

/** Somebody whom the agreement protects, told apart without a name. */
export interface AskedPerson {
  readonly person: string;
  readonly role: Member['role'];
  /** From 1 on, the oldest first as far as ages are known. */
  readonly place: number;
  /** How many of its kind there are. */
  readonly of: number;
  readonly isByAge: boolean;
}

type Rung = RecordedOf<'EscalationPathSet'>['data']['rungs'][number];

const agreementLives = history(['SafetyAgreementMade', 'AgreementEnded'], ({ data }) => [data.agreement]);
const acceptances = history(['MonitorAccepted'], ({ data }) => [data.party]);

/** The agreements that the party accepted to watch and that have not ended; what is due first comes first. */
export function askedOf(known: Known, now: Moment, party: string): readonly Asked[] {
  const accepted = upTo(now, acceptances.of(known, party));
  const agreements = [...new Set(accepted.flatMap(({ data }) => data.agreements))];
  return agreements
    .flatMap((agreement) => asked(known, now, party, agreement) ?? [])
    .sort((a, b) => (a.due ?? Infinity) - (b.due ?? Infinity) || (a.agreement < b.agreement ? -1 : 1));
}

function asked(known: Known, now: Moment, party: string, agreement: string): Asked | null {
  const made = latest(now, agreementLives.of(known, agreement));
  const standing = relation(known, now, agreement, party);
  if (made?.type !== 'SafetyAgreementMade' || !standing?.accepted || !isWithinTerm(made, now)) return null;
  const own = upTo(now, acceptances.of(known, party)).filter(({ data }) =>
    data.agreements.some((named) => named === agreement),
  );
  const last = own.at(-1);
  if (!last) return null;
  const firstRung = pathOf(known, now, agreement)?.[0] ?? null;
  return {
    agreement,
    told: [...own.toReversed(), made],
    cadenceDays: last.data.cadenceDays,
    due: standing.due,
    awayUntil: awayUntil(known, now, party, agreement),
    persons: personsOf(known, now, agreement),
    firstRung,
    firstRungKind: firstRung ? (partyOf(known, now, firstRung.to)?.data.kind ?? null) : null,
    reports: reportsOf(known, party, agreement).length,
    rings: known.recorded.filter(({ type, event }) => type === 'BellRung' && event.by === party).length,
    asksAnswers: isAskedAnswers(known, now, party),
  };
}

function isWithinTerm(
  { data: { validFrom, validTo } }: RecordedOf<'SafetyAgreementMade'>,
  now: Moment,
): boolean {
  if (validFrom !== undefined && !now.reached(startOf(validFrom))) return false;
  return validTo === undefined || !now.reached(endOf(validTo));
}

function awayUntil(known: Known, now: Moment, party: string, agreement: string): Instant | null {
  const ends = all(known, 'MonitorPaused')
    .filter(({ data, to }) => data.party === party && now.reached(to))
    .filter((pause) => isInScope(pause, agreement))
    .filter(({ data }) => now.within(startOf(data.from), endOf(data.to)))
    .map(({ data }) => endOf(data.to));
  return ends.length === 0 ? null : (Math.max(...ends) as Instant);
}

function personsOf(known: Known, now: Moment, agreement: string): readonly AskedPerson[] {
  const named = new Set(lastConditionOf(known, now, agreement)?.data.protects);
  const members = roster(known, now);
  const protectedOnes = [...named].sort().map((person) => memberIn(members, person) ?? unrecorded(person));
  return protectedOnes
    .map((member) => {
      const alike = protectedOnes.filter((other) => kindOf(other) === kindOf(member));
      const isByAge = new Set(alike.map(({ birthMonth }) => birthMonth)).size === alike.length;
      const order = isByAge
        ? [...alike].sort((a, b) => ((a.birthMonth ?? '') < (b.birthMonth ?? '') ? -1 : 1))
        : alike;
      return {
        person: member.person,
        role: member.role,
        place: order.indexOf(member) + 1,
        of: alike.length,
        isByAge,
      };
    })
    .sort((a, b) => kindOrder(a.role) - kindOrder(b.role) || a.place - b.place);
}

const unrecorded = (person: PersonId): Pick<Member, 'person' | 'role' | 'birthMonth'> => ({
  person,
  role: 'unrecorded',
});

const kinds = ['child', 'unborn_child', 'adult', 'unrecorded'] as const;
const kindOf = ({ role }: Pick<Member, 'role'>) =>
  role === 'child' || role === 'unborn_child' || role === 'unrecorded' ? role : 'adult';
const kindOrder = (role: Member['role']) => kinds.indexOf(kindOf({ role }));

/** Also those that were corrected or withdrawn since: each was a report. */
function reportsOf(known: Known, party: string, agreement: string) {
  return known.recorded.filter(
    (record) =>
      record.type === 'MonitorCheckedIn' &&
      record.data.party === party &&
      record.data.agreement === agreement,
  );
}

/** Who stays with the family for years is asked them, and who answered them before. */
function isAskedAnswers(known: Known, now: Moment, party: string): boolean {
  const turn = latest(now, all(known, 'LongTermProfessionalAssigned'))?.data;
  return (
    turn?.professional === party ||
    turn?.deputy === party ||
    all(known, 'MonitorCheckedIn').some(
      ({ data, to }) => data.party === party && data.answers !== undefined && now.reached(to),
    )
  );
}
