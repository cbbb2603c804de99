/**
 * A point in time: milliseconds since 1970-01-01T00:00Z. Text exists only at the doors (files, pages, API);
 * inside, instants are compared and sorted as numbers.
 */
export type Instant = number & { readonly instant: unique symbol };

/** Earlier than everything that can be recorded. */
export const beginning = -Infinity as Instant;
/** Later than everything that can be recorded: a term that ends here never ends. */
export const never = Infinity as Instant;

const shape =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** ISO 8601 date-time with offset (events.md 1); null if the text is not one, or names a day that does not exist. */
export function parseInstant(text: string): Instant | null {
  const match = shape.exec(text);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = '0', fraction = '', offset = 'Z'] = match;
  const days = dayNumber(Number(year), Number(month), Number(day));
  if (days === null) return null;
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return (days * dayLength + seconds * 1000 + Number(fraction.padEnd(3, '0')) - offsetOf(offset)) as Instant;
}

/** UTC with milliseconds and Z, the only form in which instants leave the project (status.md 1). */
export function formatInstant(instant: Instant): string {
  const printable = Math.max(firstPrintable, Math.min(instant, lastPrintable));
  const time = mod(printable, dayLength);
  const clock = [time / 3_600_000, (time / 60_000) % 60, (time / 1000) % 60].map((part) => digits(part, 2));
  return `${formatDay(Math.floor(printable / dayLength))}T${clock.join(':')}.${digits(time % 1000, 3)}Z`;
}

export const dayLength = 86_400_000;
/** ISO 8601 prints years of four digits. */
const firstPrintable = -62_167_219_200_000;
const lastPrintable = 253_402_300_799_999;

/** Days from 1970-01-01 to a date of the Gregorian calendar; null if there is no such date. */
export function dayNumber(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  // The year is counted from March, so that the leap day comes last.
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
}

/** The inverse of dayNumber, as `YYYY-MM-DD`. */
export function formatDay(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return `${digits(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function offsetOf(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(4, 6));
  return (text.startsWith('-') ? -minutes : minutes) * 60_000;
}

const mod = (value: number, by: number) => ((value % by) + by) % by;
const digits = (value: number, width: number) => String(Math.floor(value)).padStart(width, '0');
