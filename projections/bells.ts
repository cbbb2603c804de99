import { addMinutes } from '../src/domain/calendar.ts';
import type { RecordOf } from '../src/domain/event.ts';
import type { Instant } from '../src/domain/instant.ts';
import { pathOf } from './agreements.ts';
import { history, holding, upTo } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';

/** Bells that were rung, who is to answer each by when, and who did (M11). */

export interface Bell {
  readonly record: RecordOf<'BellRung'>;
  /** Who is rung one after the other, each until when. */
  readonly rungs: readonly { readonly to: string; readonly end: Instant }[];
  readonly answers: readonly RecordOf<'BellAnswered'>[];
}

const answers = history(['BellAnswered'], (record) => [record.data.bell]);

export function bellsRung(known: Known, now: Moment): readonly Bell[] {
  return holding(known, now, 'BellRung').map((record) => ({
    record,
    rungs: rungEnds(known, now, record),
    answers: upTo(now, answers.of(known, record.data.bell)),
  }));
}

/** Who is rung for a bell, each until when; the minutes add up. */
function rungEnds(known: Known, now: Moment, { data, reportedAt }: RecordOf<'BellRung'>) {
  const path = data.agreement === undefined ? undefined : pathOf(known, now, data.agreement);
  const rungs = path ?? [{ to: data.to, ackMinutes: known.terms.bellAckMinutes }];
  let minutes = 0;
  return rungs.map((rung) => {
    minutes += rung.ackMinutes;
    return { to: rung.to, end: addMinutes(reportedAt, minutes) };
  });
}
