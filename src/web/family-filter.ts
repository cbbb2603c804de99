import type { Relations } from '../access/visitor.ts';
import { addDays } from '../domain/calendar.ts';
import type { FamilyId } from '../domain/ids.ts';
import { parseInstant } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import { Status, Urgency } from '../domain/vocabulary.ts';
import type { FamilyRow } from '../read/views.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import { readNumber } from './query.ts';
import type { Query } from './query.ts';

/** Which families of a list are wanted, as its address says. Nothing here judges: it looks at what rows say. */
export const filterNames = [
  'q',
  'status',
  'urgency',
  'alarm',
  'quiet',
  'changed',
  'soon',
  'contact',
  'help',
  'whose',
] as const;
export type FilterName = (typeof filterNames)[number];

const grounds = ['own', 'team', 'emergency'] as const;
const helps = ['open', 'breach', 'not-guaranteed', 'raise'] as const;
const mostDays = 366;

type Holds = (row: FamilyRow, asOf: Instant, relations: Relations) => boolean;

/** One test a filter; all of them must hold. */
export function readFilter(query: Query<FilterName>): readonly Holds[] | Problem {
  const tests: Holds[] = [];
  for (const name of filterNames) {
    const value = query[name];
    if (value === undefined) continue;
    const test = read[name](value, query);
    if ('kind' in test) return test;
    tests.push(test);
  }
  return tests;
}

const bad = (path: string, detail: string): Problem => problem('bad-parameter', { path, detail });

function oneOf<Value extends string>(
  path: string,
  values: readonly Value[],
  holds: (value: Value) => Holds,
): (text: string) => Holds | Problem {
  return (text) => {
    const value = values.find((each) => each === text);
    return value === undefined ? bad(path, `It must be one of ${values.join(', ')}.`) : holds(value);
  };
}

function days(path: string, holds: (days: number) => Holds) {
  return (_text: string, query: Query<FilterName>): Holds | Problem => {
    const number = readNumber(query, path, mostDays);
    if (typeof number === 'object') return number;
    return holds(number ?? 0);
  };
}

const at = (text: string | null | undefined): Instant | null => parseInstant(text ?? '');

const within = (text: string | null | undefined, asOf: Instant, ahead: number): boolean => {
  const instant = at(text);
  return instant !== null && instant < addDays(asOf, ahead);
};

const read: Readonly<Record<FilterName, (text: string, query: Query<FilterName>) => Holds | Problem>> = {
  q: (text) => (row) => row.family.includes(text),
  status: oneOf('status', Status.options, (status) => (row) => row.status === status),
  urgency: oneOf(
    'urgency',
    Urgency.options,
    (urgency) =>
      ({ alarms }) =>
        alarms.some((alarm) => alarm.urgency === urgency),
  ),
  alarm: (text) =>
    /^[A-Z]\d{1,2}$/.test(text)
      ? ({ alarms }) => alarms.some(({ rule }) => rule === text)
      : bad('alarm', 'It must be the rule of an alarm, such as M5.'),
  quiet: oneOf(
    'quiet',
    ['any', 'silent', 'overdue'],
    (state) =>
      ({ quiet }) =>
        quiet.some((each) => state === 'any' || each.state === state),
  ),
  changed: days('changed', (ahead) => ({ since }, asOf) => {
    const from = at(since);
    return from !== null && from >= addDays(asOf, -ahead);
  }),
  soon: days(
    'soon',
    (ahead) =>
      ({ nextChange }, asOf) =>
        within(nextChange?.at, asOf, ahead),
  ),
  contact: (text, query) =>
    text === 'late'
      ? ({ contactLate }) => contactLate
      : days(
          'contact',
          (ahead) =>
            ({ contactDue }, asOf) =>
              within(contactDue, asOf, ahead),
        )(text, query),
  help: oneOf('help', helps, (help) => (row) => {
    switch (help) {
      case 'open':
        return row.needs.some(({ state, urgency }) => state === 'open' && urgency !== 'early');
      case 'breach':
        return row.needs.some(({ breaches }) => breaches.length > 0);
      case 'not-guaranteed':
        return !row.guaranteed;
      case 'raise':
        return row.candidate;
    }
  }),
  whose: oneOf(
    'whose',
    grounds,
    (ground) =>
      ({ family }, _asOf, relations) =>
        relations.of(family as FamilyId)?.ground === ground,
  ),
};

export const sorts = ['urgency', 'family', 'changed', 'soon', 'contact'] as const;
export type Sort = (typeof sorts)[number];

const statusRank: readonly string[] = Status.options;
const urgencyRank = ({ alarms }: FamilyRow): number =>
  Math.min(3, ...alarms.map(({ urgency }) => Urgency.options.indexOf(urgency)));
const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const last = '~';

const orders: Readonly<Record<Sort, (a: FamilyRow, b: FamilyRow) => number>> = {
  urgency: (a, b) =>
    urgencyRank(a) - urgencyRank(b) || statusRank.indexOf(a.status) - statusRank.indexOf(b.status),
  family: () => 0,
  changed: (a, b) => text(b.since ?? '', a.since ?? ''),
  soon: (a, b) => text(a.nextChange?.at ?? last, b.nextChange?.at ?? last),
  contact: (a, b) => text(a.contactDue ?? last, b.contactDue ?? last),
};

/** A whole order: the id decides where nothing else does. */
export const inOrderOf = (sort: Sort) => (a: FamilyRow, b: FamilyRow) =>
  orders[sort](a, b) || text(a.family, b.family);

/** The rows behind a cursor, which is the last family that was seen, also if that one is no longer wanted. */
export function pageAfter(
  wanted: readonly FamilyRow[],
  { cursor, all, sort, size }: Paging,
): { readonly page: readonly FamilyRow[]; readonly next: string | null } {
  const order = inOrderOf(sort);
  const seen = cursor === undefined ? undefined : all.find(({ family }) => family === cursor);
  const sorted = [...wanted].sort(order);
  const from = seen === undefined ? 0 : sorted.findIndex((row) => order(row, seen) > 0);
  const page = from < 0 ? [] : sorted.slice(from, from + size);
  const hasMore = from >= 0 && sorted.length > from + size;
  return { page, next: hasMore ? (page.at(-1)?.family ?? null) : null };
}

interface Paging {
  readonly cursor: string | undefined;
  readonly all: readonly FamilyRow[];
  readonly sort: Sort;
  readonly size: number;
}
