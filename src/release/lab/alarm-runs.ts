import { standingAlarms } from '../../../projections/alarms/all.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Side, Stretch } from './course.ts';

/** Alarms as people would have seen them under a policy: domain.md 4.7, as known then. */

/** An alarm that stood throughout [from, until): a rule and what it is about, begun once and not broken off. */
export interface AlarmRun {
  readonly rule: string;
  readonly subject: string;
  readonly from: Instant;
  readonly until: Instant;
}

type Standing = ReadonlyMap<string, { readonly rule: string; readonly subject: string }>;

/** What stands at an instant, each rule and subject once; what was closed does not. */
export function alarmsAt({ known, now }: Side): Standing {
  return new Map(
    standingAlarms(known, now).map(({ rule, subject }) => [`${rule} ${subject}`, { rule, subject }]),
  );
}

/**
 * In order of their beginning. An alarm that ends and stands again later is a new run; one that goes on through a
 * recording is not.
 */
export function alarmRuns(course: Iterable<Stretch<Standing>>): readonly AlarmRun[] {
  const runs: AlarmRun[] = [];
  const places = new Map<string, number>();
  for (const { is, from, until } of course)
    for (const [key, alarm] of is) {
      const place = places.get(key);
      const last = place === undefined ? undefined : runs[place];
      if (place !== undefined && last?.until === from) runs[place] = { ...last, until };
      else places.set(key, runs.push({ ...alarm, from, until }) - 1);
    }
  return runs;
}
