import { instantsAt, parseDay } from '../../domain/calendar.ts';
import type { Day } from '../../domain/calendar.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { Text } from '../words/lang.ts';
import { entryErrors } from '../words/record.ts';
import type { Answer } from './read.ts';
import { first } from './values.ts';
import type { Values } from './values.ts';

/** Dates as people write them, day, month and year apart, and times of the Amsterdam clock. */

export function readDay(values: Values, name: string, label: Text): Answer {
  const [day, month, year] = partsOf(values, name);
  if (day === '' && month === '' && year === '') return 'blank';
  const found =
    /^\d{1,2}$/.test(day) && /^\d{1,2}$/.test(month) && /^\d{4}$/.test(year)
      ? parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
      : null;
  return found === null ? wrong(`${name}-day`, entryErrors.noDate(label)) : { value: found };
}

/** A whole day, or an instant of it if the time is given. */
export function readWhen(values: Values, name: string, label: Text): Answer {
  const time = first(values, `${name}-time`);
  const day = readDay(values, name, label);
  if (time === '') return day;
  if (day === 'blank') return wrong(`${name}-day`, entryErrors.noDate(label));
  return 'errors' in day ? day : readTime(values, name, label, day.value as Day);
}

export function readInstant(values: Values, name: string, label: Text): Answer {
  const found = readWhen(values, name, label);
  if (found === 'blank' || 'errors' in found || first(values, `${name}-time`) !== '') return found;
  return wrong(`${name}-time`, entryErrors.noTime(label));
}

function readTime(values: Values, name: string, label: Text, day: Day): Answer {
  const reading = clockReading(first(values, `${name}-time`));
  if (reading === null) return wrong(`${name}-time`, entryErrors.noTime(label));
  const [one, two] = instantsAt(day, reading);
  if (one === undefined) return wrong(`${name}-time`, entryErrors.skippedTime(label));
  if (two === undefined) return { value: formatInstant(one) };
  const hour = first(values, `${name}-hour`);
  if (hour === 'first') return { value: formatInstant(one) };
  if (hour === 'second') return { value: formatInstant(two) };
  return wrong(`${name}-hour`, entryErrors.doubledTime(label));
}

/** `9.05`, `9:05` and `0905` are all `09:05`. */
function clockReading(text: string): string | null {
  const match = /^(\d{1,2})[:.]?(\d\d)$/.exec(text);
  const [, hours = '', minutes = ''] = match ?? [];
  return match && Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : null;
}

/** Whether the clock showed this time twice, so that people must be asked which they mean. */
export function isDoubled(values: Values, name: string): boolean {
  const [day, month, year] = partsOf(values, name);
  const found = parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const reading = clockReading(first(values, `${name}-time`));
  return found !== null && reading !== null && instantsAt(found, reading).length > 1;
}

export function readMonth(values: Values, name: string, label: Text): Answer {
  const month = first(values, `${name}-month`);
  const year = first(values, `${name}-year`);
  if (month === '' && year === '') return 'blank';
  const isRight = /^(0?[1-9]|1[0-2])$/.test(month) && /^\d{4}$/.test(year);
  return isRight
    ? { value: `${year}-${month.padStart(2, '0')}` }
    : wrong(`${name}-month`, entryErrors.noDate(label));
}

const partsOf = (values: Values, name: string) =>
  [first(values, `${name}-day`), first(values, `${name}-month`), first(values, `${name}-year`)] as const;

const wrong = (id: string, text: Text): Answer => ({ errors: [{ id, text }] });
