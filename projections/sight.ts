import { addDays } from '../src/domain/calendar.ts';
import type { Instant } from '../src/domain/instant.ts';
import { hasIntimidation } from './intimidation.ts';
import { earliestFirst, history, question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { hadAccepted, startedBy } from './monitors.ts';
import type { CheckIn } from './monitors.ts';
import { isIndependent } from './parties.ts';
import { atRisk, memberIn } from './roster.ts';

/** P7: check-ins that count as sight of a person. What family members say never does. */

/** Check-ins about a person by a party that had accepted, in which something could be seen; by from. */
const seen = history(
  ['MonitorCheckedIn'],
  ({ data, to }, known) =>
    data.result !== 'could_not_observe' && hadAccepted(known, data.agreement, data.party, to)
      ? data.personsSeen
      : [],
  earliestFirst,
);

/** Seen or spoken to by an accepted, independent party since joining; whatever was found, as long as something could be seen. */
const sightings = question((known: Known, now: Moment, person: string): readonly CheckIn[] => {
  const member = memberIn(atRisk(known, now), person);
  if (!member) return [];
  const since = part(seen.of(known, person), `since ${member.joined}`, ({ from }) => from >= member.joined);
  const dependent = new Set<string>();
  for (const { data } of eachWatcher(since))
    if (!isIndependent(known, now, data.party, data.agreement)) dependent.add(watcher(data));
  if (dependent.size === 0) return since;
  return part(since, [...dependent].join(' '), ({ data }) => !dependent.has(watcher(data)));
});

/** P7: kept, and under intimidation not in a joint talk; by from, holding or not yet. */
const qualifying = question((known: Known, now: Moment, person: string): readonly CheckIn[] => {
  const list = sightings(known, now, person);
  return hasIntimidation(known, now)
    ? part(list, 'kept apart', ({ data }) => data.result === 'kept' && !data.joint)
    : part(list, 'kept', ({ data }) => data.result === 'kept');
});

const watcher = ({ party, agreement }: CheckIn['data']) => `${agreement}/${party}`;

/** The first check-in of each party on each agreement. */
function eachWatcher(list: readonly CheckIn[]): readonly CheckIn[] {
  const { watchers } = reckoned(list);
  if (watchers.length === 0) {
    const first = new Map<string, CheckIn>();
    for (const checkIn of list) {
      const key = watcher(checkIn.data);
      if (!first.has(key)) first.set(key, checkIn);
    }
    watchers.push(...first.values());
  }
  return watchers;
}

/** Part of a list, by what it is called: the same part is one list, so that what is worked out for it is kept. */
function part(
  list: readonly CheckIn[],
  name: string,
  isIn: (checkIn: CheckIn) => boolean,
): readonly CheckIn[] {
  const { parts } = reckoned(list);
  const found = parts.get(name) ?? list.filter(isIn);
  parts.set(name, found);
  return found;
}

/** The qualifying check-ins about a person that are fresh for some days. */
export function freshSight(known: Known, now: Moment, person: string, days: number): readonly CheckIn[] {
  return fresh(now, qualifying(known, now, person), days);
}

/** The last qualifying check-in of each party about a person that holds, however long ago; newest first. */
export function lastSights(known: Known, now: Moment, person: string): readonly CheckIn[] {
  const last = new Map<string, CheckIn>();
  for (const checkIn of qualifying(known, now, person))
    if (now.reached(checkIn.to)) last.set(checkIn.data.party, checkIn);
  return [...last.values()].sort((a, b) => b.from - a.from);
}

/** D4: the sightings of a person that are fresh for some days. */
export function freshSightings(known: Known, now: Moment, person: string, days: number): readonly CheckIn[] {
  return fresh(now, sightings(known, now, person), days);
}

function fresh(now: Moment, byFrom: readonly CheckIn[], days: number): readonly CheckIn[] {
  const expiries = expiriesOf(byFrom, days);
  const found: CheckIn[] = [];
  for (let index = startedBy(now, byFrom) - 1; index >= 0; index--) {
    const expiry = expiries[index] as Instant;
    if (now.reached(expiry)) {
      if (expiry < now.at - doubledHour) break;
    } else if (now.reached((byFrom[index] as CheckIn).to)) found.push(byFrom[index] as CheckIn);
  }
  return found;
}

/** In the doubled hour of autumn a later check-in may expire up to an hour before an earlier one. */
const doubledHour = 3_600_000;

/** What is worked out once for a list of check-ins by from, because it is asked at every moment. */
interface Reckoned {
  readonly parts: Map<string, readonly CheckIn[]>;
  readonly watchers: CheckIn[];
  readonly expiries: Map<number, readonly Instant[]>;
  readonly chains: Map<number, readonly number[]>;
  /** Those of which only a period is known. */
  readonly spans: readonly CheckIn[];
}

const reckonings = new WeakMap<readonly CheckIn[], Reckoned>();

function reckoned(list: readonly CheckIn[]): Reckoned {
  const found = reckonings.get(list) ?? {
    parts: new Map(),
    watchers: [],
    expiries: new Map(),
    chains: new Map(),
    spans: list.filter(({ from, to }) => from !== to),
  };
  reckonings.set(list, found);
  return found;
}

/** `from` plus some days for each of a list. */
function expiriesOf(list: readonly CheckIn[], days: number): readonly Instant[] {
  const { expiries } = reckoned(list);
  const found = expiries.get(days) ?? list.map(({ from }) => addDays(from, days));
  expiries.set(days, found);
  return found;
}

/** For each of a list, the first of the chain without a gap of some days that it ends. */
function chainsOf(list: readonly CheckIn[], gapDays: number): readonly number[] {
  const { chains } = reckoned(list);
  const found = chains.get(gapDays) ?? chainStarts(list, expiriesOf(list, gapDays));
  chains.set(gapDays, found);
  return found;
}

function chainStarts(list: readonly CheckIn[], gapEnds: readonly Instant[]): readonly number[] {
  const starts: number[] = [];
  for (const [index, { from }] of list.entries()) {
    const isLinked = index > 0 && from < (gapEnds[index - 1] as Instant);
    starts.push(isLinked ? (starts[index - 1] as number) : index);
  }
  return starts;
}

/** U1 (b): sight without a gap of `gapDays`, up to now and for at least `days`. */
export function isSeenWithoutGap(
  known: Known,
  now: Moment,
  person: string,
  { days, gapDays }: { readonly days: number; readonly gapDays: number },
): boolean {
  const held = holdingOf(now, qualifying(known, now, person));
  const last = startedBy(now, held) - 1;
  const gapEnd = expiriesOf(held, gapDays)[last];
  if (gapEnd === undefined || now.reached(gapEnd)) return false;
  const first = chainsOf(held, gapDays)[last] as number;
  return now.reached(expiriesOf(held, days)[first] as Instant);
}

/** Without those that began and may not have happened yet. */
function holdingOf(now: Moment, byFrom: readonly CheckIn[]): readonly CheckIn[] {
  const isPending = (checkIn: CheckIn) => now.reached(checkIn.from) && !now.reached(checkIn.to);
  const pending = reckoned(byFrom).spans.filter(isPending);
  return pending.length === 0 ? byFrom : byFrom.filter((checkIn) => !pending.includes(checkIn));
}
