import { addDays } from '../src/domain/calendar.ts';
import type { Instant } from '../src/domain/instant.ts';
import { hasIntimidation } from './intimidation.ts';
import { earliestFirst, history, question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { hadAccepted, startedBy } from './monitors.ts';
import type { CheckIn } from './monitors.ts';
import { isIndependent } from './parties.ts';
import { atRisk, memberIn } from './roster.ts';

/** P7: check-ins that count as sight of a person. What family members say never does. */

const seen = history(['MonitorCheckedIn'], (record) => record.data.personsSeen, earliestFirst);

/** Seen or spoken to by an accepted, independent party since joining; whatever was found, as long as something could be seen. */
const sightings = question((known: Known, now: Moment, person: string): readonly CheckIn[] => {
  const member = memberIn(atRisk(known, now), person);
  if (!member) return [];
  return seen.of(known, person).filter((checkIn) => {
    const { result, party, agreement } = checkIn.data;
    return (
      result !== 'could_not_observe' &&
      checkIn.from >= member.joined &&
      hadAccepted(known, agreement, party, checkIn.to) &&
      isIndependent(known, now, party, agreement)
    );
  });
});

/** P7: kept, and under intimidation not in a joint talk; by from, holding or not yet. */
const qualifying = question((known: Known, now: Moment, person: string): readonly CheckIn[] => {
  const intimidated = hasIntimidation(known, now);
  return sightings(known, now, person).filter(({ data }) => data.result === 'kept' && !(intimidated && data.joint));
});

/** The qualifying check-ins about a person that are fresh for some days. */
export function freshSight(known: Known, now: Moment, person: string, days: number): readonly CheckIn[] {
  return fresh(now, qualifying(known, now, person), days);
}

/** D4: the sightings of a person that are fresh for some days. */
export function freshSightings(known: Known, now: Moment, person: string, days: number): readonly CheckIn[] {
  return fresh(now, sightings(known, now, person), days);
}

function fresh(now: Moment, byFrom: readonly CheckIn[], days: number): readonly CheckIn[] {
  const found: CheckIn[] = [];
  for (let index = startedBy(now, byFrom) - 1; index >= 0; index--) {
    const checkIn = byFrom[index] as CheckIn;
    if (now.reached(addDays(checkIn.from, days))) break;
    if (now.reached(checkIn.to)) found.push(checkIn);
  }
  return found;
}

/** U1 (b): sight without a gap of `gapDays`, up to now and for at least `days`. */
export const isSeenWithoutGap = (
  known: Known,
  now: Moment,
  person: string,
  { days, gapDays }: { readonly days: number; readonly gapDays: number },
): boolean => {
  const byFrom = qualifying(known, now, person);
  let later: Instant | null = null;
  for (let index = startedBy(now, byFrom) - 1; index >= 0; index--) {
    const checkIn = byFrom[index] as CheckIn;
    if (!now.reached(checkIn.to)) continue;
    const gapEnds = addDays(checkIn.from, gapDays);
    if (later === null ? now.reached(gapEnds) : later >= gapEnds) return false;
    if (now.reached(addDays(checkIn.from, days))) return true;
    later = checkIn.from;
  }
  return false;
};
