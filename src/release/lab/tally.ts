import { alarmRules } from '../../../projections/alarms/alarm.ts';
import { anyRule } from './figures.ts';
import type { AlarmFigures, FamilyFigures } from './figures.ts';
import type { DifferenceInterval } from './differences.ts';
import type { Drawing } from './draws.ts';
import { sums } from './sums.ts';
import type { Ratio } from './sums.ts';

/** The figures of all families together, without any family: what worker threads hand back. */

/** Every alarm rule, and all of them together. */
export const countedRules: readonly string[] = [anyRule, ...alarmRules];

export interface Tallied {
  families: number;
  readonly sums: Float64Array;
  /** By figure: the families in which it is not 0. */
  readonly behind: Float64Array;
  /** Person-minutes by policy, first rule that differs, and change; and the families behind them. */
  readonly differences: Map<string, { minutes: number; families: number }>;
  /** By policy: the families in which it differs from the first one at some time. */
  readonly differing: Map<number, number>;
  /** By policy and rule: how many families have how many days of lead time. */
  readonly leads: Map<string, Map<number, number>>;
}

export interface Tally {
  readonly tallied: Tallied;
  add(family: FamilyFigures): void;
  merge(other: Tallied): void;
  rate(part: Part): Estimated;
  /** The rate of alarms under a policy less that under the first one; behind it stand the families in which they differ. */
  change(policy: number, rule: string): Estimated;
  falseAlarms(part: Part): Estimated;
  missed(part: Part): Estimated;
}

export interface Part {
  readonly policy: number;
  readonly rule: string;
}

export interface Estimated extends Ratio {
  /** The families behind it; of a share the fewer of those behind it and behind the rest. */
  readonly contributors: number;
}

const kinds = ['begun', 'judged', 'false', 'followed', 'missed', 'preceded', 'changed'] as const;
type Kind = (typeof kinds)[number];
const minutes = 0;
const incidents = 1;
const place = ({ policy, rule }: Part, kind: Kind): number =>
  2 + (policy * countedRules.length + countedRules.indexOf(rule)) * kinds.length + kinds.indexOf(kind);

/** As an observed month of a family. */
const minutesPerMonth = (365.25 / 12) * 24 * 60;

export function tally(policies: number, drawing: Drawing): Tally {
  const figures = 2 + policies * countedRules.length * kinds.length;
  const summed = sums(figures, drawing);
  const tallied: Tallied = {
    families: 0,
    sums: summed.kept,
    behind: new Float64Array(figures),
    differences: new Map(),
    differing: new Map(),
    leads: new Map(),
  };
  const { behind } = tallied;
  const familiesBehind = (part: Part, kind: Kind) => behind[place(part, kind)] ?? 0;
  const fewer = (part: Part, one: Kind, other: Kind) =>
    Math.min(familiesBehind(part, one), familiesBehind(part, other));
  return {
    tallied,
    add(family) {
      tallied.families += 1;
      const own = numbersOf(family);
      summed.add(family.family, own);
      for (const [figure, number] of own) if (number !== 0) behind[figure] = (behind[figure] ?? 0) + 1;
      addDifferences(tallied, family.differences);
      addLeads(tallied, family);
    },
    merge(other) {
      tallied.families += other.families;
      summed.merge(other.sums);
      other.behind.forEach((number, figure) => (behind[figure] = (behind[figure] ?? 0) + number));
      for (const [key, { minutes: own, families }] of other.differences)
        addTo(tallied.differences, key, { minutes: own, families });
      for (const [policy, families] of other.differing)
        tallied.differing.set(policy, (tallied.differing.get(policy) ?? 0) + families);
      for (const [key, histogram] of other.leads)
        for (const [days, families] of histogram) addLead(tallied, key, days, families);
    },
    rate: (part) => ({
      ...perMonth(summed.ratio(place(part, 'begun'), minutes)),
      contributors: familiesBehind(part, 'begun'),
    }),
    change: (policy, rule) => ({
      ...perMonth(
        summed.difference(
          [place({ policy, rule }, 'begun'), minutes],
          [place({ policy: 0, rule }, 'begun'), minutes],
        ),
      ),
      contributors: familiesBehind({ policy, rule }, 'changed'),
    }),
    falseAlarms: (part) => ({
      ...summed.ratio(place(part, 'false'), place(part, 'judged')),
      contributors: fewer(part, 'false', 'followed'),
    }),
    missed: (part) => ({
      ...summed.ratio(place(part, 'missed'), incidents),
      contributors: fewer(part, 'missed', 'preceded'),
    }),
  };
}

function perMonth({ value, low, high }: Ratio): Ratio {
  return {
    value: value === null ? null : value * minutesPerMonth,
    ...(low === undefined ? {} : { low: low * minutesPerMonth }),
    ...(high === undefined ? {} : { high: high * minutesPerMonth }),
  };
}

function numbersOf(family: FamilyFigures): ReadonlyMap<number, number> {
  const none: AlarmFigures = { begun: 0, judged: 0, false: 0, missed: family.incidents, leadDays: null };
  const numbers = new Map([
    [minutes, family.minutes],
    [incidents, family.incidents],
  ]);
  family.policies.forEach(({ alarms }, policy) => {
    for (const rule of countedRules) {
      const own = alarms.get(rule) ?? none;
      const first = family.policies[0]?.alarms.get(rule) ?? none;
      const set = (kind: Kind, number: number) => numbers.set(place({ policy, rule }, kind), number);
      set('begun', own.begun);
      set('judged', own.judged);
      set('false', own.false);
      set('followed', own.judged - own.false);
      set('missed', own.missed);
      set('preceded', family.incidents - own.missed);
      set('changed', own.begun === first.begun ? 0 : 1);
    }
  });
  return numbers;
}

/** By the first rule that differs, as `nextChange` names it (status.md 3): each minute counts once. */
export const differenceKey = (policy: number, rule: string, change: string): string =>
  `${policy} ${rule} ${change}`;

function addDifferences(tallied: Tallied, intervals: readonly DifferenceInterval[]): void {
  const own = new Map<string, number>();
  for (const { policy, rules, first, other, from, until } of intervals) {
    const key = differenceKey(policy, rules[0] ?? 'P9', `${first}_to_${other}`);
    own.set(key, (own.get(key) ?? 0) + Math.round((until - from) / 60_000));
  }
  for (const [key, length] of own) addTo(tallied.differences, key, { minutes: length, families: 1 });
  for (const policy of new Set(intervals.map((interval) => interval.policy)))
    tallied.differing.set(policy, (tallied.differing.get(policy) ?? 0) + 1);
}

function addTo(
  differences: Tallied['differences'],
  key: string,
  more: { minutes: number; families: number },
) {
  const before = differences.get(key) ?? { minutes: 0, families: 0 };
  differences.set(key, {
    minutes: before.minutes + more.minutes,
    families: before.families + more.families,
  });
}

export const leadKey = ({ policy, rule }: Part): string => `${policy} ${rule}`;

function addLeads(tallied: Tallied, { policies }: FamilyFigures): void {
  policies.forEach(({ alarms }, policy) => {
    for (const [rule, { leadDays }] of alarms)
      if (leadDays !== null) addLead(tallied, leadKey({ policy, rule }), leadDays, 1);
  });
}

function addLead({ leads }: Tallied, key: string, days: number, families: number): void {
  const histogram = leads.get(key) ?? new Map<number, number>();
  leads.set(key, histogram.set(days, (histogram.get(days) ?? 0) + families));
}
