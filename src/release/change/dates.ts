import { addDays, clockOf, dayOf, parseDay, startOfDay } from '../../domain/calendar.ts';
import type { Day } from '../../domain/calendar.ts';
import type { PlanEvent } from '../../domain/event.ts';
import { dayNumber, formatDay, formatInstant, parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { TimeGrain } from '../parameters.ts';

/**
 * How the dates of a family leave: moved back by whole weeks on the Amsterdam clock, so that weekdays, times of day and
 * intervals stay, and then told in a grain. The last weeks of all families are cut off, so that nobody can read the
 * move from where a family's events end (Shift and Truncate: Hripcsak et al., JAMIA 23(6), 2016).
 */
export interface Move {
  /** Whole weeks back in time. */
  readonly weeks: number;
  readonly grain: TimeGrain;
}

/** Days that a grain does not tell apart. */
const grainDays: Readonly<Record<Exclude<TimeGrain, 'exact'>, number>> = {
  day: 1,
  week: 7,
  four_weeks: 28,
  twelve_weeks: 84,
};

/** Monday 29 December 1969, with which a block of every grain begins. */
const firstMonday = -3;

/** The first day of the block, or with `late` the first one after it. */
export function movedDay(day: Day, { weeks, grain }: Move, late = false): Day {
  const start = blockStart(dayCount(day) - weeks * 7, grain);
  return formatDay(late && grain !== 'exact' ? start + grainDays[grain] : start) as Day;
}

/** The same reading of the Amsterdam clock on the moved day; in a grain coarser than exact the start or end of its block. */
export function movedInstant(instant: Instant, move: Move, late = false): Instant {
  return move.grain === 'exact'
    ? addDays(instant, -move.weeks * 7)
    : startOfDay(movedDay(dayOf(instant), move, late));
}

/** A day or an instant of an event, as text. */
export function movedText(when: string, move: Move, late = false): string {
  const day = parseDay(when);
  return day === null ? formatInstant(movedInstant(instantOf(when), move, late)) : movedDay(day, move, late);
}

type Told = Pick<PlanEvent, 'occurred' | 'reportedAt' | 'recordedAt'>;

/**
 * The three times of an event. In a coarse grain it is told as a fuzzy one (events.md 2): it happened between the first
 * and the last day of its block and was written down when that had ended. So the rules count what keeps somebody safe
 * from the start of the block and what makes unsafe from its end, and nobody reads safer than the facts allow.
 */
export function movedTimes({ occurred, reportedAt, recordedAt }: Told, move: Move): Told {
  const told = {
    ...(reportedAt !== undefined && { reportedAt: movedText(reportedAt, move, true) }),
    recordedAt: movedText(recordedAt, move, true),
  };
  if (move.grain === 'exact') {
    if (occurred === undefined) return told;
    const exact = (when: string) => movedText(when, move);
    return {
      occurred:
        typeof occurred === 'string'
          ? exact(occurred)
          : { from: exact(occurred.from), to: exact(occurred.to) },
      ...told,
    };
  }
  const span = typeof occurred === 'object' ? occurred : { from: occurred, to: occurred };
  const day = (when = reportedAt ?? recordedAt) => parseDay(when) ?? dayOf(instantOf(when));
  const last = formatDay(dayCount(movedDay(day(span.to), move, true)) - 1);
  return { occurred: { from: movedDay(day(span.from), move), to: last }, ...told };
}

/** The last instant at or before another with which a block of the grain begins; moves do not matter to it. */
export const blockBefore = (instant: Instant, grain: TimeGrain): Instant =>
  grain === 'exact' ? instant : startOfDay(movedDay(dayOf(instant), { weeks: 0, grain }));

/** The reading of the Amsterdam clock in minutes, counted as if every day had 24 hours. */
export function wallMinutes(instant: Instant): number {
  const reading = clockOf(instant);
  const clock = Number(reading.slice(11, 13)) * 60 + Number(reading.slice(14, 16));
  return dayCount(reading.slice(0, 10)) * 1440 + clock;
}

/** The same move of minutes on the clock. */
export function movedMinutes(minutes: number, { weeks, grain }: Move): number {
  const moved = minutes - weeks * 7 * 1440;
  return grain === 'exact' ? moved : blockStart(Math.floor(moved / 1440), grain) * 1440;
}

/** How many minutes of the clock a told instant may stand for. */
export const grainMinutes = (grain: TimeGrain): number => (grain === 'exact' ? 1 : grainDays[grain] * 1440);

/**
 * On the clock's changes a move may swap two instants, or make them one: the hour that is read twice and the one that
 * is never read lie elsewhere in the moved calendar. Instants must be in order.
 */
export function keepsOrder(instants: readonly Instant[], weeks: number): boolean {
  return instants.every((instant, index) => {
    const before = instants[index - 1];
    return (
      before === undefined || before === instant || addDays(before, -weeks * 7) < addDays(instant, -weeks * 7)
    );
  });
}

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error('a date of the source is no date');
  return instant;
}

function dayCount(day: string): number {
  const [year, month, date] = day.split('-').map(Number);
  return dayNumber(year ?? 0, month ?? 0, date ?? 0) ?? 0;
}

function blockStart(count: number, grain: TimeGrain): number {
  if (grain === 'exact') return count;
  const length = grainDays[grain];
  return Math.floor((count - firstMonday) / length) * length + firstMonday;
}
