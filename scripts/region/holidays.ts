import { dayNumber, formatDay } from '../../src/domain/instant.ts';
import { weekdayOf } from './days.ts';
import type { DayNumber } from './days.ts';

/** School holidays that look like the Dutch ones: the weeks are invented, their length and season are not. */
interface Holiday {
  readonly from: DayNumber;
  readonly to: DayNumber;
}

/** Month, day near which it starts on a Saturday, and weeks. */
const weeks: readonly (readonly [number, number, number])[] = [
  [2, 18, 1],
  [4, 26, 1],
  [7, 12, 6],
  [10, 16, 1],
  [12, 22, 2],
];

function holidaysOf(year: number): readonly Holiday[] {
  const found = known.get(year);
  if (found) return found;
  const made = weeks.map(([month, day, length]) => {
    const near = dayNumber(year, month, day) ?? 0;
    const from = near + 5 - weekdayOf(near);
    return { from, to: from + length * 7 + 1 };
  });
  known.set(year, made);
  return made;
}

const known = new Map<number, readonly Holiday[]>();

/** The holiday that starts exactly `ahead` days after this day. */
export function holidayStarting(day: DayNumber, ahead: number): Holiday | undefined {
  const year = Number(formatDay(day + ahead).slice(0, 4));
  return holidaysOf(year).find((each) => each.from === day + ahead);
}
