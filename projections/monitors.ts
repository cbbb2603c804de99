import { addDays, endOf, startOf, startOfDay } from '../src/domain/calendar.ts';
import type { Day } from '../src/domain/calendar.ts';
import type { RecordedOf } from '../src/domain/event.ts';
import type { Instant } from '../src/domain/instant.ts';
import { earliestFirst, history, latest, question, upTo } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';

/** M1: the relation of one party to one agreement. Accepting is not monitoring, and silence is its own state. */

export type MonitorState =
  | 'invited'
  | 'declined'
  | 'withdrawn'
  | 'accepted'
  | 'active'
  | 'blind'
  | 'overdue'
  | 'silent'
  | 'paused_with_standin'
  | 'paused_uncovered';

export type CheckIn = RecordedOf<'MonitorCheckedIn'>;
type Pause = RecordedOf<'MonitorPaused'>;

export interface Relation {
  readonly party: string;
  readonly agreement: string;
  /** It accepted and has not stopped, whatever it does since. */
  readonly accepted: boolean;
  readonly state: MonitorState;
  /** When the next check-in is expected; null where none is. */
  readonly due: Instant | null;
  /** M5: from when on the relation is overdue; null where no check-in is expected. */
  readonly lateFrom: Instant | null;
  readonly standIn: string | null;
}

const words = history(['MonitorInvited', 'MonitorAccepted', 'MonitorDeclined', 'MonitorWithdrew'], (record) =>
  record.data.agreements.map((agreement) => pair(agreement, record.data.party)),
);
const partiesAsked = history(
  ['MonitorInvited', 'MonitorAccepted', 'MonitorDeclined', 'MonitorWithdrew'],
  (record) => record.data.agreements,
);
const closings = history(['PartyClosedInvolvement'], (record) => [record.data.party]);
const pauses = history(['MonitorPaused'], (record) => [record.data.party]);
const checkIns = history(
  ['MonitorCheckedIn'],
  (record) => [pair(record.data.agreement, record.data.party)],
  earliestFirst,
);
const acceptances = history(['MonitorAccepted'], (record) =>
  record.data.agreements.map((agreement) => pair(agreement, record.data.party)),
);

function pair(agreement: string, party: string): string {
  return `${agreement}/${party}`;
}

/** P7: the party had accepted this agreement by then. */
export function hadAccepted(known: Known, agreement: string, party: string, by: Instant): boolean {
  const first = acceptances.of(known, pair(agreement, party))[0];
  return first !== undefined && first.to <= by;
}

/** Everyone who was ever asked, accepted, declined or withdrew, with what they do now; by party. */
export const relationsOf = question((known: Known, now: Moment, agreement: string): readonly Relation[] => {
  const parties = new Set(partiesAsked.of(known, agreement).map((record) => record.data.party));
  return [...parties].sort().flatMap((party) => relation(known, now, agreement, party) ?? []);
});

/** M1; null while nobody asked the party. */
export const relation = question(
  (known: Known, now: Moment, agreement: string, party: string): Relation | null => {
    const word = latest(now, words.of(known, pair(agreement, party)));
    if (!word) return null;
    const closing = latest(now, closings.of(known, party));
    const none = { party, agreement, accepted: false, due: null, lateFrom: null, standIn: null };
    if (word.type === 'MonitorWithdrew' || (closing && comesAfter(closing, word)))
      return { ...none, state: 'withdrawn' };
    if (word.type === 'MonitorInvited') return { ...none, state: 'invited' };
    if (word.type === 'MonitorDeclined') return { ...none, state: 'declined' };
    const current = currentPauses(known, now, agreement, party);
    if (current.length === 0) return { ...watching(known, now, word, agreement), party, agreement };
    const standIn = goodStandIn(known, now, current, agreement, party);
    return {
      ...none,
      accepted: true,
      standIn,
      state: standIn === null ? 'paused_uncovered' : 'paused_with_standin',
    };
  },
);

function comesAfter(
  a: RecordedOf<'PartyClosedInvolvement'>,
  b: { to: Instant; recordedAt: Instant; id: string },
) {
  return (
    a.to > b.to ||
    (a.to === b.to && (a.recordedAt > b.recordedAt || (a.recordedAt === b.recordedAt && a.id > b.id)))
  );
}

/** Announced absences of a party on an agreement, past, present and to come. */
export function pausesOf(known: Known, now: Moment, agreement: string, party: string): readonly Pause[] {
  return upTo(now, pauses.of(known, party)).filter((pause) => isInScope(pause, agreement));
}

/** Without agreements a pause is about all of them. */
export function isInScope(pause: Pause, agreement: string): boolean {
  return pause.data.agreements?.some((named) => named === agreement) ?? true;
}

function currentPauses(known: Known, now: Moment, agreement: string, party: string): readonly Pause[] {
  return pausesOf(known, now, agreement, party).filter(({ data }) =>
    now.within(startOf(data.from), endOf(data.to)),
  );
}

/** The smallest id of the stand-ins who themselves are active on the agreement. */
function goodStandIn(known: Known, now: Moment, current: readonly Pause[], agreement: string, party: string) {
  const named = current.flatMap(({ data }) =>
    data.standIn === undefined || data.standIn === party ? [] : [data.standIn],
  );
  return named.sort().find((standIn) => isActiveItself(known, now, agreement, standIn)) ?? null;
}

function isActiveItself(known: Known, now: Moment, agreement: string, party: string): boolean {
  // Someone who is paused is never active: asking only the others keeps two who stand in for each other from asking in a circle.
  if (currentPauses(known, now, agreement, party).length > 0) return false;
  return relation(known, now, agreement, party)?.state === 'active';
}

/** M1, case 2: what an accepted monitor who is not paused really does. */
function watching(known: Known, now: Moment, accepted: RecordedOf<'MonitorAccepted'>, agreement: string) {
  const { cadenceDays, monitorsFrom, party } = accepted.data;
  const grace = Math.max(1, Math.ceil((cadenceDays * known.terms.gracePercent) / 100));
  const ended = pausesOf(known, now, agreement, party)
    .map(({ data }) => endOf(data.to))
    .filter((end) => now.reached(end));
  const begin = Math.max(accepted.to, startOfFirstDay(monitorsFrom), ...ended) as Instant;
  const seen = checkInsSince(known, now, pair(agreement, party), begin);
  const last = seen.at(-1);
  const counted = last?.from ?? begin;
  const lateFrom = addDays(counted, cadenceDays + grace);
  const silentFrom = addDays(counted, known.terms.silentMisses * cadenceDays + grace);
  const state = now.reached(silentFrom)
    ? 'silent'
    : now.reached(lateFrom)
      ? 'overdue'
      : last === undefined
        ? 'accepted'
        : isBlind(seen)
          ? 'blind'
          : 'active';
  return { accepted: true, state, due: addDays(counted, cadenceDays), lateFrom, standIn: null } as const;
}

const startOfFirstDay = (day: string | undefined): number =>
  day === undefined ? -Infinity : startOfDay(day as Day);

/** The last two check-ins both could see nothing (M7). */
function isBlind(seen: readonly CheckIn[]): boolean {
  return seen.length >= 2 && seen.slice(-2).every(({ data }) => data.result === 'could_not_observe');
}

/** At most the last two that hold and lie at or after an instant, by from. */
function checkInsSince(known: Known, now: Moment, key: string, begin: Instant): readonly CheckIn[] {
  const list = checkIns.of(known, key);
  const found: CheckIn[] = [];
  for (let index = startedBy(now, list) - 1; index >= 0 && found.length < 2; index--) {
    const checkIn = list[index] as CheckIn;
    if (checkIn.from < begin) break;
    if (now.reached(checkIn.to)) found.unshift(checkIn);
  }
  return found;
}

/** How many of a list by from have begun; none of the others can hold. */
export function startedBy(now: Moment, list: readonly CheckIn[]): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] as CheckIn).from <= now.at) low = middle + 1;
    else high = middle;
  }
  const last = list[low - 1];
  const next = list[low];
  if (last) now.reached(last.from);
  if (next) now.reached(next.from);
  return low;
}

/** The last check-in of a party on an agreement that holds, by from; whatever its state since. */
export function lastCheckIn(
  known: Known,
  now: Moment,
  agreement: string,
  party: string,
): CheckIn | undefined {
  const list = checkIns.of(known, pair(agreement, party));
  for (let index = startedBy(now, list) - 1; index >= 0; index--) {
    const checkIn = list[index] as CheckIn;
    if (now.reached(checkIn.to)) return checkIn;
  }
  return undefined;
}
