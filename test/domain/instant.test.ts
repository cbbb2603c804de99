import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatInstant, parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';

it.each([
  ['2025-03-03T14:00:00+01:00', '2025-03-03T13:00:00.000Z'],
  ['2025-03-03T14:00+01:00', '2025-03-03T13:00:00.000Z'],
  ['2025-03-03T14:00:05.5Z', '2025-03-03T14:00:05.500Z'],
  ['2024-02-29T23:59:59.999-00:30', '2024-03-01T00:29:59.999Z'],
  ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
])('reads %s as %s', (text, printed) => {
  const instant = parseInstant(text);
  expect(instant === null ? null : formatInstant(instant)).toBe(printed);
});

it.each([
  '2025-03-03',
  '2025-03-03T14:00:00',
  '2025-02-29T14:00:00Z',
  '2025-13-01T14:00:00Z',
  '2025-03-03T24:00:00Z',
  '2025-03-03T14:60:00Z',
  '2025-03-03T14:00:60Z',
  '2025-03-03T14:00:00.1234Z',
  '2025-03-03 14:00:00Z',
  '2025-03-03T14:00:00+1:00',
  '2025-03-03T14:00:00z',
  ' 2025-03-03T14:00:00Z',
  '+002025-03-03T14:00:00Z',
])('does not read %s', (text) => {
  expect(parseInstant(text)).toBeNull();
});

it('prints and reads back every millisecond of the years 0 to 9999, as the platform does', () => {
  const years = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 });
  fc.assert(
    fc.property(years, (ms) => {
      const printed = formatInstant(ms as Instant);
      expect(printed).toBe(new Date(ms).toISOString());
      expect(parseInstant(printed)).toBe(ms);
    }),
    { numRuns: 5000, seed: 3 },
  );
});
