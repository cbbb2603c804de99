import { addDays, addHours, addMinutes, dayOf } from '../../../src/domain/calendar.ts';
import { formatInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import type { Chance } from './chance.ts';

/** When things happen in a history: near the ends of terms of other events, sometimes at the very instant. */

/** A term that some rule adds to an instant. */
export type Term = (instant: Instant) => Instant;

const days =
  (n: number): Term =>
  (instant) =>
    addDays(instant, n);
const hours =
  (n: number): Term =>
  (instant) =>
    addHours(instant, n);
const minutes =
  (n: number): Term =>
  (instant) =>
    addMinutes(instant, n);

const short: readonly Term[] = [
  ...[0, 0, 0, 1, 2].map(days),
  ...[1, 4, 8, 12, 24, 36, 72, 84, 168].map(hours),
  ...[5, 15, 30, 45].map(minutes),
];
/** Among them a cadence of 7 and of 14 days, with its grace, and when it turns to silence. */
const middle: readonly Term[] = [3, 7, 7, 9, 14, 14, 14, 16, 18, 21, 28, 30, 32, 35].map(days);
const long: readonly Term[] = [61, 90, 91, 92, 115, 183, 183, 365, 548].map(days);

export function term(chance: Chance): Term {
  return chance.pick(chance.pick([short, short, middle, middle, middle, long]));
}

/** The instant itself, or a millisecond next to it. */
export function nudged(chance: Chance, instant: Instant): Instant {
  return (instant + chance.pick([0, 0, 0, 0, -1, 1])) as Instant;
}

/** Starts of histories: winter, before both changes of the clock, a leap year. The last one is a night hour that spring skips. */
export const openings: readonly string[] = [
  '2025-01-06T09:00:00.000Z',
  '2025-03-17T09:00:00.000Z',
  '2025-10-13T08:30:00.000Z',
  '2024-02-20T13:00:00.000Z',
  '2025-03-16T01:30:00.000Z',
];

/** The same instant, written in one of the ways of events.md 1. */
export function written(chance: Chance, instant: Instant): string {
  const ahead = chance.pick([0, 0, 1, 2, -5]);
  const text = formatInstant(addHours(instant, ahead));
  const precise = text.endsWith(':00.000Z')
    ? text.slice(0, 16)
    : text.endsWith('.000Z')
      ? text.slice(0, 19)
      : text.slice(0, 23);
  if (ahead === 0) return `${precise}Z`;
  return `${precise}${ahead < 0 ? '-' : '+'}0${String(Math.abs(ahead))}:00`;
}

/** An instant, or the whole day. */
export function when(chance: Chance, instant: Instant): string {
  return chance.happens(0.5) ? dayOf(instant) : written(chance, instant);
}

/** `occurred`, `reportedAt` and `recordedAt` of something that was true by an instant. */
export type Envelope = Record<string, unknown> & { recordedAt: string };

/** How late people tell and write things down. */
const delays: readonly Term[] = [
  days(0),
  minutes(20),
  ...[1, 8, 24, 72].map(hours),
  ...[1, 2, 7, 14, 49].map(days),
];

export function plainly(chance: Chance, instant: Instant): Envelope {
  return { recordedAt: written(chance, instant) };
}

/** Told late, written down late, on some day, in some period, or just ahead of the clock. */
export function vaguely(chance: Chance, instant: Instant): Envelope {
  const reported = chance.pick(delays)(instant);
  const recorded = chance.happens(0.6) ? reported : chance.pick(delays)(reported);
  const knowing = { reportedAt: written(chance, reported), recordedAt: written(chance, recorded) };
  switch (chance.pick(['late', 'late', 'written late', 'day', 'days', 'span', 'ahead'])) {
    case 'late':
      return { occurred: written(chance, instant), ...knowing };
    case 'written late':
      return { reportedAt: written(chance, instant), recordedAt: written(chance, recorded) };
    case 'day':
      return { occurred: dayOf(instant), ...knowing };
    case 'days':
      return {
        occurred: { from: dayOf(addDays(instant, -chance.between(0, 6))), to: dayOf(instant) },
        ...knowing,
      };
    case 'span': {
      const earlier = addHours(instant, -chance.pick([1, 8, 24, 72, 336]));
      return { occurred: { from: when(chance, earlier), to: written(chance, instant) }, ...knowing };
    }
    default: {
      const ahead = addMinutes(instant, -chance.pick([0, 4, 5]));
      const noted = addMinutes(ahead, -chance.pick([0, 5]));
      return {
        occurred: written(chance, instant),
        reportedAt: written(chance, ahead),
        recordedAt: written(chance, noted),
      };
    }
  }
}
