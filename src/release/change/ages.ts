import { dayOf } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/instant.ts';

/** Age bands, by the age at the first thing known of the family. From the finest to none at all. */
const limits: readonly (readonly number[])[] = [
  [2, 4, 8, 12, 16, 18, 25, 40, 60],
  [4, 12, 18, 40],
  [4, 12, 18],
  [18],
];

/** The level at which no age leaves. */
export const noAge = limits.length;

/** No child or adult is told as older than this in years. */
const oldest = 80;

/** Such as `4-11`, or `60+`; `unborn` for who is not born yet; `none` where no age leaves. */
export function ageBand(months: number | null, level: number): string {
  const band = bandOf(months, level);
  if (band === null) return 'none';
  if (band.from < 0) return 'unborn';
  return band.until >= oldest ? `${band.from}+` : `${band.from}-${band.until - 1}`;
}

/** Every band of a level, for the codebook. */
export const bandsOf = (level: number): readonly string[] => {
  const ends = limits[level];
  return ends === undefined
    ? ['none']
    : ['unborn', ...[0, ...ends].map((years) => ageBand(years * 12, level)), 'none'];
};

/** Age in whole months at an instant; negative before the birth month. */
export function monthsAt(birthMonth: string, instant: Instant): number {
  return monthNumber(dayOf(instant)) - monthNumber(birthMonth);
}

/** The birth month in the middle of the band, seen from an instant; undefined where no age leaves. */
export function middleBirthMonth(months: number, level: number, from: Instant): string | undefined {
  const band = bandOf(months, level);
  if (band === null) return undefined;
  const age = band.from < 0 ? -1 : Math.floor(((band.from + band.until) * 12) / 2);
  const month = monthNumber(dayOf(from)) - age;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}

function bandOf(
  months: number | null,
  level: number,
): { readonly from: number; readonly until: number } | null {
  const ends = limits[level];
  if (ends === undefined || months === null) return null;
  if (months < 0) return { from: -1, until: 0 };
  const years = Math.floor(months / 12);
  const next = ends.findIndex((end) => years < end);
  return next < 0
    ? { from: ends.at(-1) ?? 0, until: oldest }
    : { from: ends[next - 1] ?? 0, until: ends[next] ?? oldest };
}

function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
}
