import { addDays, endOfDay } from '../src/domain/calendar.ts';
import type { Day } from '../src/domain/calendar.ts';
import type { RecordOf } from '../src/domain/event.ts';
import type { Instant } from '../src/domain/instant.ts';
import { history, latest, question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { isChild, roster } from './roster.ts';

/** The informal network around a person (M10, M14, M15). */

export type Naming = RecordOf<'SupportPersonNamed'>;

const supports = history(['SupportPersonNamed', 'SupportPersonLeft'], ({ data }) => [
  `${data.person}/${data.supporter}`,
]);
const loads = history(['SupporterLoadAssessed'], (record) => [record.data.supporter]);

/** 4.7: supporters in force. */
export const supporters = question((known: Known, now: Moment): readonly Naming[] =>
  supports.keys(known).flatMap((key) => {
    const last = latest(now, supports.of(known, key));
    if (last?.type !== 'SupportPersonNamed') return [];
    const { until } = last.data;
    return until !== undefined && now.reached(endOfDay(until as Day)) ? [] : [last];
  }),
);

/** M14: children whose inner circle holds nobody but professionals (Q41). */
export function childrenWithoutInnerCircle(known: Known, now: Moment): readonly string[] {
  return roster(known, now)
    .filter(isChild)
    .map(({ person }) => person)
    .filter((child) => {
      const own = supporters(known, now).filter(({ data }) => data.person === child);
      return own.length > 0 && !own.some(({ data }) => data.ring <= 2 && data.level !== 'professional');
    });
}

/** M15: from when on a supporter's role is to be looked at again; null if no review was agreed. */
export function reviewFrom({ data, to }: Naming): Instant | null {
  return data.reviewDays === undefined ? null : addDays(to, data.reviewDays);
}

/** What was last said about the load of a supporter. */
export function loadOf(known: Known, now: Moment, supporter: string) {
  return latest(now, loads.of(known, supporter))?.data.overloaded ?? 'unknown';
}

/** M10: parties who said, or of whom was said, that they carry too much. */
export function overloadedSupporters(known: Known, now: Moment): readonly string[] {
  return loads.keys(known).filter((party) => latest(now, loads.of(known, party))?.data.overloaded === 'yes');
}
