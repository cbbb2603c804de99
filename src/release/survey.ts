import { addDays, dayOf, startOfDay } from '../domain/calendar.ts';
import { timesOf } from '../domain/envelope.ts';
import type { PlanEvent } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';
import { isAboutResearch } from '../domain/rights.ts';
import { monthsAt } from './change/ages.ts';
import { codesIn } from './change/change.ts';
import { blockBefore, keepsOrder, wallMinutes } from './change/dates.ts';
import type { Hierarchy } from './change/hierarchies.ts';
import { familyPseudonym, sign } from './change/pseudonyms.ts';
import type { ReleaseKey } from './change/pseudonyms.ts';
import { eventsOf, familiesIn } from './gather.ts';
import { kindOf } from './kinds.ts';
import type { ReleaseParameters } from './parameters.ts';
import type { Standing, Workshop } from './workshop.ts';

/** What others could recognise a family by, as recorded; small enough to keep of every family. */
export interface Looks {
  readonly persons: readonly PersonLooks[];
  /** Main profile of violence in the analysis (P5), `none` if there is no analysis. */
  readonly profile: string;
  /** Where the family moved to, in the order of recording. */
  readonly moves: readonly string[];
  /** Codes that may be rare, once each. */
  readonly codes: readonly (readonly [Hierarchy, string])[];
}

/** What happened and when: kind, and minutes on the Amsterdam clock; in the order of the events that leave. */
export type Happened = readonly (readonly [kind: string, at: number])[];

export interface PersonLooks {
  readonly role: string;
  /** Birth month as told last, and age in months when one was first told; null if it never was. */
  readonly birthMonth: string | null;
  readonly months: number | null;
  /** Part in recorded violence, the sensitive value of a person. */
  readonly violence: 'none' | 'used' | 'suffered' | 'both';
}

export interface Span {
  /** The last thing recorded in the source. */
  readonly asOf: Instant;
  /** The end of observation in the moved calendar, for all families the same: where a block of the coarsest grain ends. */
  readonly until: Instant;
}

export function spanOf({ db }: Workshop, { shiftWeeks, times }: ReleaseParameters): Span {
  let asOf = -Infinity;
  for (const { body } of db.prepare('SELECT body FROM source').iterate()) {
    const event = JSON.parse(body as string) as PlanEvent;
    // Else the notes of one release would move the end of the next one.
    if (isAboutResearch(event.type)) continue;
    const { recordedAt } = timesOf(event);
    if (recordedAt > asOf) asOf = recordedAt;
  }
  const last = asOf as Instant;
  return {
    asOf: last,
    until: blockBefore(addDays(startOfDay(dayOf(last)), -shiftWeeks * 7), times.coarsest),
  };
}

/** How many weeks a family may move. */
export const movesOf = ({ shiftWeeks, keepsSeason }: ReleaseParameters): readonly number[] => {
  const step = keepsSeason ? 52 : 1;
  return Array.from({ length: Math.floor(shiftWeeks / step) + 1 }, (_, index) => index * step);
};

/** Looks at every family once: may it leave, how far does it move, what could it be recognised by? */
export function survey(
  workshop: Workshop,
  key: ReleaseKey,
  parameters: ReleaseParameters,
  until: Instant,
  progress: (done: number) => void,
): void {
  if (workshop.note('surveyed') !== undefined) return;
  const hasObjection = workshop.db.prepare('SELECT 1 FROM objection WHERE family = ?');
  const insert = workshop.db.prepare('INSERT OR REPLACE INTO family VALUES (?, ?, ?, ?, ?, ?)');
  const count = workshop.db.prepare(
    'INSERT INTO code VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET families = families + 1',
  );
  const moves = movesOf(parameters);
  workshop.together(() => {
    workshop.db.exec('DELETE FROM family; DELETE FROM code');
    let done = 0;
    for (const name of familiesIn(workshop)) {
      const all = eventsOf(workshop, name);
      const weeks = moveOf(key, name, all, moves);
      const events = leavingBefore(all, weeks, until);
      const looks = looksOf(events);
      const standing: Standing =
        hasObjection.get(name) !== undefined ? 'objection' : events.length === 0 ? 'not_begun' : 'in';
      const history = JSON.stringify(happenedIn(events));
      insert.run(familyPseudonym(key, name), name, standing, weeks, JSON.stringify(looks), history);
      if (standing === 'in') for (const [hierarchy, code] of looks.codes) count.run(hierarchy, code);
      progress((done += 1));
    }
    workshop.setNote('surveyed', 'yes');
  });
}

/** The first of the moves that the key gives this family under which its instants keep their order. */
function moveOf(
  key: ReleaseKey,
  family: string,
  events: readonly PlanEvent[],
  moves: readonly number[],
): number {
  const instants = events
    .flatMap((event) => Object.values(timesOf(event)) as Instant[])
    .sort((a, b) => a - b);
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const drawn = sign(key, 'move', family, String(attempt)).readUIntBE(0, 6) % moves.length;
    const weeks = moves[drawn] ?? 0;
    if (keepsOrder(instants, weeks)) return weeks;
  }
  return moves[sign(key, 'move', family, '0').readUIntBE(0, 6) % moves.length] ?? 0;
}

/** What was recorded before the end of observation of this family, in the order of recording; own facts never leave. */
export function leavingBefore(
  events: readonly PlanEvent[],
  weeks: number,
  until: Instant,
): readonly PlanEvent[] {
  const end = addDays(until, weeks * 7);
  const own = new Set(events.filter(({ type }) => isAboutResearch(type)).map(({ id }) => id));
  // What takes one of them back would tell that it was there.
  const isOwn = (event: PlanEvent) =>
    own.has(event.id) || (event.type === 'EventRetracted' && own.has(event.data.target));
  return events
    .filter((event) => !isOwn(event) && timesOf({ recordedAt: event.recordedAt }).recordedAt < end)
    .map((event) => ({ event, at: timesOf(event).recordedAt }))
    .sort((a, b) => a.at - b.at || (a.event.id < b.event.id ? -1 : 1))
    .map(({ event }) => event);
}

export function looksOf(events: readonly PlanEvent[]): Looks {
  const persons = new Map<string, { role: string; birthMonth: string | null; seen: Instant | null }>();
  const users = new Set<string>();
  const victims = new Set<string>();
  const codes = new Map<string, readonly [Hierarchy, string]>();
  let profile = 'none';
  const moves: string[] = [];
  for (const event of events) {
    codesIn(event, (by, code) => codes.set(`${by}:${code}`, [by, code]));
    if (event.type === 'PersonJoined') {
      const { person, role, birthMonth } = event.data;
      const earlier = persons.get(person);
      const seen = earlier?.seen ?? (birthMonth === undefined ? null : timesOf(event).to);
      persons.set(person, { role, birthMonth: birthMonth ?? earlier?.birthMonth ?? null, seen });
    } else if (event.type === 'IncidentRecorded' || event.type === 'ViolencePatternRecorded') {
      for (const person of event.data.by) users.add(person);
      for (const person of event.data.against) victims.add(person);
    } else if (event.type === 'AnalysisCompleted' || event.type === 'ProfileRevised')
      profile = String(event.data.profile);
    else if (event.type === 'FamilyMoved') moves.push(event.data.toMunicipality);
  }
  return {
    persons: [...persons].map(([person, { role, birthMonth, seen }]) => ({
      role,
      birthMonth,
      months: birthMonth === null || seen === null ? null : monthsAt(birthMonth, seen),
      violence: part(person, users, victims),
    })),
    profile,
    moves,
    codes: [...codes.values()],
  };
}

function happenedIn(events: readonly PlanEvent[]): Happened {
  const kinds = kindsIn(events);
  return events.map((event) => [kinds(event), wallMinutes(timesOf(event).to)] as const);
}

function part(person: string, users: ReadonlySet<string>, victims: ReadonlySet<string>) {
  if (users.has(person)) return victims.has(person) ? 'both' : 'used';
  return victims.has(person) ? 'suffered' : 'none';
}

/** A person's birth month as it was told last, so that a correction does not show, and when it was told first. */
export interface Birth {
  readonly birthMonth: string;
  readonly seen: Instant;
}

export function birthsIn(events: readonly PlanEvent[]): ReadonlyMap<string, Birth> {
  const births = new Map<string, Birth>();
  for (const event of events)
    if (event.type === 'PersonJoined' && event.data.birthMonth !== undefined) {
      const { person, birthMonth } = event.data;
      births.set(person, { birthMonth, seen: births.get(person)?.seen ?? timesOf(event).to });
    }
  return births;
}

const kindsIn = (events: readonly PlanEvent[]) => {
  const parties = new Map<string, string>();
  for (const event of events)
    if (event.type === 'PartyInvolved') parties.set(event.data.party, event.data.kind);
  return (event: PlanEvent) => kindOf(event, (party) => parties.get(party) ?? 'other');
};
