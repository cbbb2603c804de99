import { addDays } from '../../domain/calendar.ts';
import { dayLength } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { AlarmRun } from './alarm-runs.ts';
import type { Violence } from './violence.ts';

/**
 * What alarms were worth as warnings of recorded violence. Alarms are not made to predict, and people act on them, so
 * violence that was prevented looks like a false alarm: these are measures to compare policies by, not to judge one.
 */

export interface Observed {
  /** The first recording about the family. */
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * False alarm: no violence is recorded that may have happened in [begin, begin + horizon), whatever kind it was, and
 * that was not yet known when the alarm began. Violence on a day or in a time that only partly lies in the horizon
 * counts as within it: an alarm is called false only if it surely was, as far as was recorded.
 * Null (not judged) if the horizon ends after the end of observation.
 */
export function isFalse(
  run: AlarmRun,
  violence: readonly Violence[],
  { until, horizonDays }: { readonly until: Instant; readonly horizonDays: number },
): boolean | null {
  const end = addDays(run.from, horizonDays);
  if (end > until) return null;
  return !violence.some(({ from, to, knownFrom }) => knownFrom > run.from && to > run.from && from < end);
}

/**
 * The recorded incidents that can be judged: those whose horizon before their earliest possible instant lies within
 * observation.
 */
export function judgedIncidents(
  violence: readonly Violence[],
  observed: Observed,
  horizonDays: number,
): readonly Violence[] {
  return violence.filter(
    ({ isIncident, from }) =>
      isIncident && addDays(from, -horizonDays) >= observed.from && from < observed.until,
  );
}

/**
 * Preceded: an alarm that began before the incident stood at some instant in the horizon before it, with what was known
 * then. Counted from the earliest instant at which the incident may have happened, so an alarm of the same day does not
 * count if only the day of the incident is known. A judged incident that is not preceded is missed.
 */
export function isPreceded({ from }: Violence, runs: readonly AlarmRun[], horizonDays: number): boolean {
  const start = addDays(from, -horizonDays);
  return runs.some((run) => run.from < from && run.until > start);
}

/**
 * Whole days from the beginning of the first run to the next recorded incident: the first one that surely happened
 * later and was not yet known. Null if there is none until the end of observation.
 */
export function leadDays(runs: readonly AlarmRun[], violence: readonly Violence[]): number | null {
  const [first] = runs;
  if (!first) return null;
  const next = violence.find(
    ({ isIncident, from, knownFrom }) => isIncident && from > first.from && knownFrom > first.from,
  );
  return next ? Math.floor((next.from - first.from) / dayLength) : null;
}
