import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import {
  addDays,
  ageReached,
  clockOf,
  dayOf,
  endOfDay,
  parseDay,
  startOfDay,
} from '../../src/domain/calendar.ts';
import type { Day } from '../../src/domain/calendar.ts';
import { formatInstant, never, parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';

const at = (text: string): Instant => parseInstant(text) ?? never;
const day = (text: string): Day => parseDay(text) ?? ('' as Day);
const anyInstant = fc.integer({ min: Date.UTC(1946, 0), max: Date.UTC(2090, 0) }).map((ms) => ms as Instant);

it('runs far from Amsterdam, so that a hidden local time fails', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('Pacific/Kiritimati');
});

it('P3: the day of the spring clock change has 23 hours, that of autumn 25', () => {
  const hours = (text: string) => (endOfDay(day(text)) - startOfDay(day(text))) / 3_600_000;
  expect([hours('2025-03-30'), hours('2025-10-26'), hours('2025-06-01')]).toEqual([23, 25, 24]);
});

it('P3: a local time skipped in spring is read one hour later on the clock', () => {
  expect(clockOf(addDays(at('2025-03-16T02:30:00+01:00'), 14))).toBe('2025-03-30 03:30');
});

it('P3: of a local time doubled in autumn the first counts', () => {
  expect(formatInstant(addDays(at('2025-10-12T02:30:00+02:00'), 14))).toBe('2025-10-26T00:30:00.000Z');
});

it('P3: days keep the wall clock across both changes, as Luxon does wherever the clock shows a time once', () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: -800, max: 800 }), (instant, days) => {
      const local = DateTime.fromMillis(instant, { zone: 'Europe/Amsterdam' }).plus({ days });
      fc.pre(local.getPossibleOffsets().length === 1);
      expect(addDays(instant, days)).toBe(local.toMillis());
    }),
    { numRuns: 3000, seed: 1 },
  );
});

it('names the day and starts it as Luxon does', () => {
  fc.assert(
    fc.property(anyInstant, (instant) => {
      const local = DateTime.fromMillis(instant, { zone: 'Europe/Amsterdam' });
      expect(dayOf(instant)).toBe(local.toISODate());
      expect(startOfDay(dayOf(instant))).toBe(local.startOf('day').toMillis());
    }),
    { numRuns: 2000, seed: 2 },
  );
});

it('D4: an age is reached on the first day of the birth month', () => {
  expect(formatInstant(ageReached('2021-03', 4))).toBe('2025-02-28T23:00:00.000Z');
  expect(formatInstant(ageReached('2021-07', 4))).toBe('2025-06-30T22:00:00.000Z');
  expect(ageReached('2021-07', 9000)).toBe(never);
});

it('a term that nobody lives to see never ends', () => {
  expect(addDays(at('2025-01-01T00:00:00Z'), Number.MAX_SAFE_INTEGER)).toBe(never);
  expect(addDays(never, 1)).toBe(never);
});
