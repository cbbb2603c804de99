import { parseDay, startOfDay } from '../../src/domain/calendar.ts';
import type { Day } from '../../src/domain/calendar.ts';
import { dayLength, dayNumber, formatDay } from '../../src/domain/instant.ts';

/** Days as whole numbers and moments as texts: the region lives day by day on the Amsterdam clock. */

/** Days since 1970-01-01. */
export type DayNumber = number;

/** A reading of the Amsterdam clock; the minute counts from 00:00. */
export interface Moment {
  readonly day: DayNumber;
  readonly minute: number;
}

export function numberOf(day: Day): DayNumber {
  return dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))) ?? 0;
}

export const textOf = (day: DayNumber): string => sheet(day).text;
export const monthOf = (day: DayNumber): string => sheet(day).text.slice(0, 7);

/** 0 is Monday. */
export const weekdayOf = (day: DayNumber): number => (((day + 3) % 7) + 7) % 7;
export const isWeekend = (day: DayNumber): boolean => weekdayOf(day) > 4;

/** The first day from `day` on that is not in a weekend. */
export function workdayFrom(day: DayNumber): DayNumber {
  return isWeekend(day) ? day + 7 - weekdayOf(day) : day;
}

/** ISO 8601 with the offset of that day; in the night of a clock change the new offset counts from three o'clock. */
export function momentText({ day, minute }: Moment): string {
  const { text, before, after } = sheet(day);
  return `${text}T${clock[minute] ?? '00:00'}:00${minute < 180 ? before : after}`;
}

/** Elapsed minutes later, as the clock reads on days without a clock change. */
export function later(moment: Moment, minutes: number): Moment {
  const total = moment.minute + minutes;
  const days = Math.floor(total / 1440);
  return { day: moment.day + days, minute: total - days * 1440 };
}

/** People write in waking hours: what falls in the night is written the next morning. */
export function awake(moment: Moment): Moment {
  return moment.minute < 420 ? { day: moment.day, minute: 420 } : moment;
}

interface Sheet {
  readonly text: string;
  readonly before: string;
  readonly after: string;
}

const two = (value: number) => String(value).padStart(2, '0');
const clock = Array.from(
  { length: 1440 },
  (_, minute) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
);
const sheets = new Map<DayNumber, Sheet>();

function sheet(day: DayNumber): Sheet {
  const found = sheets.get(day);
  if (found) return found;
  const made = { text: formatDay(day), before: offsetAt(day), after: offsetAt(day + 1) };
  sheets.set(day, made);
  return made;
}

function offsetAt(day: DayNumber): string {
  const midnight = parseDay(formatDay(day));
  const hours = midnight === null ? 1 : (day * dayLength - startOfDay(midnight)) / 3_600_000;
  return `+${two(hours)}:00`;
}
