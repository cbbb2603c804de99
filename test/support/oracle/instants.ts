// All instants at which a value of a family can step, and the questions answered with them (status.md 3).
import {
  endOf,
  isDay,
  parseInstant,
  plusDays,
  plusHours,
  plusMinutes,
  startOf,
  yearsAfterMonth,
} from './calendar.ts';
import { familySafety, persons } from './safety.ts';
import type { PersonResult } from './safety.ts';
import type { Family, World } from './world.ts';
import { compare } from './types.ts';
import type { Ev, Status } from './types.ts';

const WHEN_FIELDS = [
  'from',
  'to',
  'validFrom',
  'validTo',
  'monitorsFrom',
  'until',
  'lastDay',
  'nextLook',
  'rehearsedAt',
  'neededBy',
  'startsAt',
] as const;

/** The instants that an event gives by itself. */
function bases(e: Ev): number[] {
  const list = [e.from, e.to, e.reportedAt];
  const data = e.data as unknown as Record<string, unknown>;
  for (const field of WHEN_FIELDS) {
    const value = data[field];
    if (typeof value === 'string' && (isDay(value) || parseInstant(value) !== null))
      list.push(startOf(value), endOf(value));
  }
  return list;
}

const collected = new WeakMap<Family, number[]>();

/** Every base plus every term that any rule adds to any instant. */
export function instants(f: Family): number[] {
  const kept = collected.get(f);
  if (kept !== undefined) return kept;
  const days = new Set<number>();
  const hours = new Set<number>([-f.p.crisisEndWarnHours]);
  const minutes = new Set<number>([f.p.bellAckMinutes]);
  days.add(-f.p.pauseWarnDays);
  for (const [name, value] of Object.entries(f.p)) {
    if (name.includes('Days')) days.add(value);
    if (name.endsWith('Hours')) hours.add(value).add(value / 2);
  }
  const set = new Set<number>();
  for (const { type, data } of f.known) {
    if (type === 'MonitorAccepted') {
      const c = data.cadenceDays;
      const g = Math.max(1, Math.ceil((c * f.p.gracePercent) / 100));
      days
        .add(c)
        .add(c + g)
        .add(f.p.silentMisses * c + g);
    }
    if (type === 'LongTermProfessionalAssigned' && data.contactDays !== undefined) days.add(data.contactDays);
    if (type === 'SupportPersonNamed' && data.reviewDays !== undefined) days.add(data.reviewDays);
    if (type === 'EscalationPathSet')
      data.rungs.reduce((sum, r) => (minutes.add(sum + r.ackMinutes), sum + r.ackMinutes), 0);
    if (type === 'PersonJoined' && data.birthMonth !== undefined)
      set.add(yearsAfterMonth(data.birthMonth, f.p.childAloneAge));
  }
  for (const base of new Set(f.known.flatMap(bases))) {
    set.add(base);
    for (const n of days) set.add(plusDays(base, n));
    for (const n of hours) set.add(plusHours(base, n));
    for (const n of minutes) set.add(plusMinutes(base, n));
  }
  const list = [...set].sort(compare);
  collected.set(f, list);
  return list;
}

/** The earliest instant from which the test has held without interruption until V; it must hold at V. */
export function runStart(w: World, test: (earlier: World) => boolean): number {
  let start = w.V;
  for (const t of instants(w.family)
    .filter((i) => i <= w.V)
    .toReversed()) {
    if (!test(w.family.at(t))) break;
    start = t;
  }
  return start;
}

const statusOf = (w: World, person: string): Status | undefined =>
  persons(w).find((x) => x.person === person)?.status;
export const sincePerson = (w: World, x: PersonResult): number =>
  runStart(w, (e) => statusOf(e, x.person) === x.status);

export function sinceFamily(w: World): number | null {
  // What was refused to or given for research says nothing of the family.
  const first = Math.min(
    ...w.family.known.filter(({ type }) => !type.startsWith('Research')).map((e) => e.from),
  );
  if (w.V < first || first === Infinity) return null;
  const { status } = familySafety(w);
  return Math.max(
    first,
    runStart(w, (e) => familySafety(e).status === status),
  );
}

export function nextChange(w: World): { at: number; rule: string; to: Status } | null {
  const now = familySafety(w).status;
  const at = instants(w.family).find((t) => t > w.V && familySafety(w.family.at(t)).status !== now);
  if (at === undefined) return null;
  const before = persons(w.family.at(at - 1));
  const after = persons(w.family.at(at));
  let rule = 'P9';
  for (const x of after) {
    const y = before.find((p) => p.person === x.person);
    if (y === undefined || y.status === x.status) continue;
    rule = x.reasons.find((r, i) => r.met !== y.reasons[i]?.met)?.rule ?? 'P9';
    break;
  }
  return { at, rule, to: familySafety(w.family.at(at)).status };
}
