import { IANAZone } from 'luxon';
import { dayLength, dayNumber, formatDay, never, parseInstant } from './instant.ts';
import type { Instant } from './instant.ts';

/**
 * Days and clocks of Europe/Amsterdam (P3). The zone itself is Luxon's; its changes of offset are looked up once a
 * year and kept, because rules ask thousands of times. Hours are elapsed time, days keep the wall clock.
 */

/** A calendar day in Europe/Amsterdam, `YYYY-MM-DD`. */
export type Day = string & { readonly day: unique symbol };

export function parseDay(text: string): Day | null {
  return wallMidnight(text) === null ? null : (text as Day);
}

/** 00:00 of the day in Amsterdam. */
export function startOfDay(day: Day): Instant {
  return fromWall(wallMidnight(day) ?? never);
}

/** 00:00 of the next day in Amsterdam. */
export function endOfDay(day: Day): Instant {
  return fromWall((wallMidnight(day) ?? never) + dayLength);
}

/** Of what people wrote down, an instant or a whole day: its first instant. */
export function startOf(when: string): Instant {
  return parseInstant(when) ?? startOfDay(when as Day);
}

/** Of what people wrote down, an instant or a whole day: the instant itself, or the first one after the day. */
export function endOf(when: string): Instant {
  return parseInstant(when) ?? endOfDay(when as Day);
}

/** The day on which an instant falls in Amsterdam. */
export function dayOf(instant: Instant): Day {
  return formatDay(Math.floor(toWall(instant) / dayLength)) as Day;
}

/** The reading of the Amsterdam clock at an instant, `YYYY-MM-DD HH:MM`. */
export function clockOf(instant: Instant): string {
  const minutes = Math.floor((toWall(instant) % dayLength) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${dayOf(instant)} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The instants at which the Amsterdam clock reads `HH:MM` on a day: one; none in the skipped hour, two in the doubled one. */
export function instantsAt(day: Day, time: string): readonly Instant[] {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const first = fromWall((wallMidnight(day) ?? never) + (hours * 60 + minutes) * 60_000);
  const reading = `${day} ${time}`;
  return [first, addHours(first, 1)].filter((instant) => clockOf(instant) === reading);
}

/** P3 "+ n days": same wall-clock time, n dates later (or earlier, if n is negative). */
export function addDays(instant: Instant, days: number): Instant {
  return days > longestTerm ? never : fromWall(toWall(instant) + days * dayLength);
}

/** Same wall-clock time, the same day of a later (or earlier) month; the last day of a month that has no such day. */
export function addMonths(instant: Instant, months: number): Instant {
  const wall = toWall(instant);
  const [year = 0, month = 0, day = 0] = formatDay(Math.floor(wall / dayLength))
    .split('-')
    .map(Number);
  const index = year * 12 + month - 1 + months;
  const days = dayNumber(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
  const next = dayNumber(Math.floor((index + 1) / 12), ((((index + 1) % 12) + 12) % 12) + 1, 1);
  if (days === null || next === null || !Number.isFinite(wall)) return never;
  const date = Math.min(days + day, next) - 1;
  return fromWall(date * dayLength + (wall - Math.floor(wall / dayLength) * dayLength));
}

/** P3: elapsed time, day and night. */
export function addHours(instant: Instant, hours: number): Instant {
  return (instant + hours * 3_600_000) as Instant;
}

/** P3: elapsed time, day and night. */
export function addMinutes(instant: Instant, minutes: number): Instant {
  return (instant + minutes * 60_000) as Instant;
}

/** D4, M12: 00:00 on the first day of the birth month, `years` later. */
export function ageReached(birthMonth: string, years: number): Instant {
  const days = dayNumber(Number(birthMonth.slice(0, 4)) + years, Number(birthMonth.slice(5, 7)), 1);
  return days === null || days > longestTerm ? never : fromWall(days * dayLength);
}

/** Days after which a term is read as "for ever"; keeps every sum within what Luxon can answer. */
const longestTerm = 2_900_000;

const dayShape = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Midnight as the Amsterdam clock reads it, counted as if it were UTC; null if the text names no day. */
function wallMidnight(text: string): number | null {
  const match = dayShape.exec(text);
  const days = match && dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  return days === null ? null : days * dayLength;
}

function toWall(instant: Instant): number {
  const year = offsetsAround(instant);
  const change = year.changes.find((each) => instant < each.at);
  return instant + (change ? change.before : year.last);
}

/** A skipped reading becomes one hour later on the clock, of a doubled one the first counts: both read the offset before the change. */
function fromWall(wall: number): Instant {
  const year = offsetsAround(wall);
  const change = year.changes.find((each) => wall < each.at + Math.max(each.before, each.after));
  return (wall - (change ? change.before : year.last)) as Instant;
}

/** The changes of offset in the half year around an instant, in milliseconds. */
interface Offsets {
  readonly changes: readonly { readonly at: number; readonly before: number; readonly after: number }[];
  readonly last: number;
}

const zone = IANAZone.create('Europe/Amsterdam');
const known = new Map<number, Offsets>();
const block = 128 * dayLength;

/** Offsets are kept in blocks of 128 days, each looked at with a margin of two days, so that a reading near its edge is complete. */
function offsetsAround(instant: number): Offsets {
  if (!Number.isFinite(instant)) return { changes: [], last: 0 };
  const index = Math.floor(instant / block);
  const found =
    known.get(index) ?? lookUp(index * block - 2 * dayLength, (index + 1) * block + 2 * dayLength);
  known.set(index, found);
  return found;
}

function lookUp(from: number, to: number): Offsets {
  const changes = [];
  let before = offset(from);
  for (let low = from; low < to; low += 8 * dayLength) {
    const high = Math.min(low + 8 * dayLength, to);
    const after = offset(high);
    if (after !== before) changes.push({ at: firstWith(after, low, high), before, after });
    before = after;
  }
  return { changes, last: before };
}

function firstWith(wanted: number, low: number, high: number): number {
  if (high - low <= 1) return high;
  const middle = Math.floor((low + high) / 2);
  return offset(middle) === wanted ? firstWith(wanted, low, middle) : firstWith(wanted, middle, high);
}

const offset = (instant: number) => zone.offset(instant) * 60_000;
