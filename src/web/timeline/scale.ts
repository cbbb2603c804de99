import { scaleLinear } from 'd3-scale';
import { addDays, dayOf, startOfDay } from '../../domain/calendar.ts';
import type { Day } from '../../domain/calendar.ts';
import { beginning, dayLength, dayNumber, formatDay, never } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';

/** The part of time that is drawn, half-open. */
export interface Window {
  readonly from: Instant;
  readonly until: Instant;
}

/** Where the drawing of time lies, in units of the drawing. */
export const plot = { left: 190, right: 1390, width: 1400 } as const;

export type Place = (instant: Instant) => number;

/** Instants to places; what lies outside the window is put on its edge. */
export function placing({ from, until }: Window): Place {
  const scale = scaleLinear([from, until], [plot.left, plot.right]);
  return (instant) => Math.round(scale(Math.max(from, Math.min(until, instant))) * 10) / 10;
}

export const isIn = ({ from, until }: Window, start: Instant, end: Instant): boolean =>
  start < until && end >= from;

/** From the first beginning to the last end of some facts, of which there is one at least. */
export function spanOf(facts: readonly { readonly from: Instant; readonly to: Instant }[]): Window {
  let from = never;
  let until = beginning;
  for (const fact of facts) {
    if (fact.from < from) from = fact.from;
    if (fact.to > until) until = fact.to;
  }
  return { from, until };
}

export interface Tick {
  readonly at: Instant;
  readonly day: Day;
  readonly unit: Unit;
}

type Unit = 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';
/** About how many days lie between two ticks, and how wide a window may be for them. */
const steps: readonly (readonly [Unit, number])[] = [
  ['hour', 0.25],
  ['day', 1],
  ['week', 7],
  ['month', 30],
  ['quarter', 91],
  ['year', 365],
];
const mostTicks = 14;

/** Marks of the calendar in Amsterdam, of the finest unit that stays readable. */
export function ticks({ from, until }: Window): readonly Tick[] {
  const days = (until - from) / dayLength;
  const [unit] = steps.find(([, each]) => days / each <= mostTicks) ?? ['year', 365];
  const every = unit === 'year' ? Math.ceil(days / 365 / mostTicks) : 1;
  const found: Tick[] = [];
  let at = firstOf(unit, from);
  for (let index = 0; at < until && index < 500; index += 1) {
    if (at >= from && index % every === 0) found.push({ at, day: dayOf(at), unit });
    at = nextOf(unit, at);
  }
  return found;
}

function firstOf(unit: Unit, instant: Instant): Instant {
  const day = dayOf(instant);
  const [year = '', month = ''] = day.split('-');
  switch (unit) {
    case 'hour':
    case 'day':
      return startOfDay(day);
    case 'week': {
      const number = dayNumber(Number(year), Number(month), Number(day.slice(8))) ?? 0;
      // 1 January 1970 was a Thursday.
      return startOfDay(formatDay(number - ((((number + 3) % 7) + 7) % 7)) as Day);
    }
    case 'month':
      return startOfDay(`${year}-${month}-01` as Day);
    case 'quarter':
      return startOfDay(`${year}-${two(Math.floor((Number(month) - 1) / 3) * 3 + 1)}-01` as Day);
    case 'year':
      return startOfDay(`${year}-01-01` as Day);
  }
}

function nextOf(unit: Unit, at: Instant): Instant {
  switch (unit) {
    case 'hour':
      return (at + 6 * 3_600_000) as Instant;
    case 'day':
      return addDays(at, 1);
    case 'week':
      return addDays(at, 7);
    case 'month':
      return firstOf(unit, addDays(at, 31));
    case 'quarter':
      return firstOf(unit, addDays(at, 93));
    case 'year':
      return firstOf(unit, addDays(at, 366));
  }
}

const two = (value: number) => String(value).padStart(2, '0');
