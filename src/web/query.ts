import type { Request } from 'express';
import { addDays } from '../domain/calendar.ts';
import { dayNumber, parseInstant } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Viewpoint } from '../read/views.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';

export type Query<Name extends string> = Readonly<Partial<Record<Name, string>>>;

const longestValue = 200;

/** The named values of an address. A name that nobody reads is refused: a slip must not quietly show something else. */
export function readQuery<Name extends string>(
  request: Request,
  names: readonly Name[],
): Query<Name> | Problem {
  const text = queryText(request.url);
  const broken = brokenEncoding(text);
  if (broken) return problem('bad-address', { path: broken });
  const values: Partial<Record<Name, string>> = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const known = names.find((each) => each === name);
    if (known === undefined)
      return problem('unknown-parameter', {
        path: shortened(name),
        detail: `Known are: ${names.join(', ')}.`,
      });
    if (values[known] !== undefined) return problem('repeated-parameter', { path: known });
    if (value.length > longestValue) return problem('long-parameter', { path: known });
    // A form sends its empty fields as well.
    if (value !== '') values[known] = value;
  }
  return values;
}

export const queryText = (url: string): string => (url.includes('?') ? url.slice(url.indexOf('?') + 1) : '');

export interface Standpoint {
  readonly viewpoint: Viewpoint;
  /** False if the reader chose an instant: then the answer does not move with the clock. */
  readonly isLive: boolean;
  /** What the address said, to be kept in links. */
  readonly given: Query<'at' | 'known-at'>;
}

/** `at` and `known-at`, each now if it is left out. */
export function readStandpoint(query: Query<'at' | 'known-at'>, now: Instant): Standpoint | Problem {
  const at = query.at === undefined ? now : readMoment(query.at);
  if (at === null) return problem('bad-instant', { path: 'at' });
  const knownAt = query['known-at'] === undefined ? now : readMoment(query['known-at']);
  if (knownAt === null) return problem('bad-instant', { path: 'known-at' });
  const isLive = query.at === undefined && query['known-at'] === undefined;
  return { viewpoint: { at, knownAt }, isLive, given: query };
}

const wallClock = /^(\d{4})-(\d\d)-(\d\d)T((?:[01]\d|2[0-3]):[0-5]\d)(:[0-5]\d(?:\.\d{1,3})?)?$/;

/** An instant with its offset, or what a date-and-time field gives: a reading of the Amsterdam clock. */
export function readMoment(text: string): Instant | null {
  // A plus sign that was not encoded arrives as a space.
  const instant = parseInstant(text.replace(' ', '+'));
  if (instant !== null) return instant;
  const reading = wallClock.exec(text);
  if (!reading) return null;
  const [, year, month, day, time, seconds = ':00'] = reading;
  const days = dayNumber(Number(year), Number(month), Number(day));
  const sameClock = parseInstant(`2000-06-01T${time ?? ''}${seconds}+02:00`);
  const origin = dayNumber(2000, 6, 1);
  if (days === null || sameClock === null || origin === null) return null;
  // P3: moved by whole days a clock keeps its reading, also where an hour is skipped or doubled.
  return addDays(sameClock, days - origin);
}

/** A whole number from the address; undefined if it is left out. */
export function readNumber(
  query: Query<string>,
  name: string,
  most: number,
  least = 0,
): number | undefined | Problem {
  const text = query[name];
  if (text === undefined) return undefined;
  const number = /^\d{1,15}$/.test(text) ? Number(text) : -1;
  if (number >= least && number <= most) return number;
  return problem('bad-parameter', {
    path: name,
    detail: `It must be a whole number from ${least} to ${most}.`,
  });
}

function brokenEncoding(text: string): string | null {
  for (const part of text.split('&')) {
    try {
      decodeURIComponent(part);
    } catch {
      return shortened(part.split('=')[0] ?? '');
    }
  }
  return null;
}

const shortened = (text: string) => text.slice(0, 60);
