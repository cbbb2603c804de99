// P3: clocks and calendar of Europe/Amsterdam. Instants are milliseconds since 1970 UTC.
import { IANAZone } from 'luxon';

const ZONE = IANAZone.create('Europe/Amsterdam');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FAR = 8_000_000_000_000_000;

const clamp = (t: number): number => Math.max(-FAR, Math.min(FAR, t));
const offset = (t: number): number => ZONE.offset(t) * 60_000;

/** The instant of a local time, given as if it were UTC: skipped is read one hour later, doubled is the first. */
function instantOfLocal(local: number): number {
  if (Math.abs(local) >= FAR) return clamp(local);
  const found = [offset(local - DAY), offset(local + DAY)]
    .map((o) => ({ o, t: local - o }))
    .filter(({ o, t }) => offset(t) === o)
    .map(({ t }) => t);
  return found.length > 0 ? Math.min(...found) : instantOfLocal(local + HOUR);
}

const added = new Map<string, number>();

/** t + n days: the same wall-clock time n dates later. */
export function plusDays(t: number, n: number): number {
  const key = `${String(t)} ${String(n)}`;
  let result = added.get(key);
  if (result === undefined) {
    result = Math.abs(t) >= FAR ? clamp(t) : instantOfLocal(t + offset(t) + n * DAY);
    if (added.size > 2_000_000) added.clear();
    added.set(key, result);
  }
  return result;
}

/** t + n hours of elapsed time. */
export const plusHours = (t: number, n: number): number => clamp(t + n * HOUR);
export const plusMinutes = (t: number, n: number): number => clamp(t + n * 60_000);

const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d{1,3})?)?(?:Z|[+-](\d\d):(\d\d))$/;

/** The instant of an ISO date-time with offset, or null. */
export function parseInstant(text: unknown): number | null {
  if (typeof text !== 'string') return null;
  const m = INSTANT.exec(text);
  if (m === null || !isDay(m[1])) return null;
  if (
    Number(m[2]) > 23 ||
    Number(m[3]) > 59 ||
    Number(m[4] ?? 0) > 59 ||
    Number(m[5] ?? 0) > 23 ||
    Number(m[6] ?? 0) > 59
  )
    return null;
  return Date.parse(text);
}

export function isDay(text: unknown): boolean {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text) || !isMonth(text.slice(0, 7))) return false;
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day >= 1 && day <= length;
}

export const isMonth = (text: unknown): boolean =>
  typeof text === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

const localMidnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** start(x) of a Day or an Instant. */
export const startOf = (when: string): number =>
  when.length === 10 ? instantOfLocal(localMidnight(when)) : (parseInstant(when) as number);
/** end(x) of a Day (00:00 of the next day) or an Instant. */
export const endOf = (when: string): number =>
  when.length === 10 ? instantOfLocal(localMidnight(when) + DAY) : (parseInstant(when) as number);

/** D4: 00:00 on the first day of birthMonth + n years. */
export function yearsAfterMonth(month: string, n: number): number {
  const year = Number(month.slice(0, 4)) + n;
  if (year > 200_000) return FAR;
  const date = new Date(0);
  date.setUTCFullYear(year, Number(month.slice(5)) - 1, 1);
  return instantOfLocal(date.getTime());
}

/** The printed form: UTC with milliseconds and Z. */
export const iso = (t: number): string => new Date(clamp(t)).toISOString();
export const isoOrNull = (t: number | null): string | null => (t === null ? null : iso(t));
