import { clockOf, endOf, startOf } from '../../domain/calendar.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { entryErrors, recordWords } from '../words/record.ts';
import { readInstant, readWhen } from './dates.ts';
import { fillWhen } from './fill.ts';
import type { FormError } from './read.ts';
import { first } from './values.ts';
import type { Values } from './values.ts';

/** The times that people tell of a fact: when it happened, and when somebody heard it who had to act. */
export interface Told {
  readonly occurred?: string | { readonly from: string; readonly to: string };
  readonly reportedAt?: string;
}

/** Names of the fields; no event has data of these names. */
export const timeFields = { from: 'occurred', until: 'occurred-until', reported: 'reported' } as const;

/** As long as a page stands open, a minute is no contradiction. */
const leeway = 5 * 60_000;

export function readTimes(
  values: Values,
  now: Instant,
): { readonly told: Told; readonly errors: readonly FormError[] } {
  const from = readWhen(values, timeFields.from, recordWords.occurred);
  const until = readWhen(values, timeFields.until, recordWords.until);
  const reported = readInstant(values, timeFields.reported, recordWords.reported);
  const errors = [from, until, reported].flatMap((each) =>
    each !== 'blank' && 'errors' in each ? each.errors : [],
  );
  if (from === 'blank')
    errors.push({ id: `${timeFields.from}-day`, text: entryErrors.missing(recordWords.occurred) });
  if (reported === 'blank')
    errors.push({ id: `${timeFields.reported}-day`, text: entryErrors.missing(recordWords.reported) });
  if (errors.length > 0) return { told: {}, errors };
  const begin = textIn(from);
  const end = until === 'blank' ? begin : textIn(until);
  const isOpened = first(values, 'opened') === formatMinute(startOf(textIn(reported)));
  const reportedAt = startOf(textIn(reported));
  if (startOf(begin) > now + leeway || startOf(end) > now + leeway)
    errors.push({
      id: `${startOf(begin) > now + leeway ? timeFields.from : timeFields.until}-day`,
      text: entryErrors.future(startOf(begin) > now + leeway ? recordWords.occurred : recordWords.until),
    });
  else if (startOf(end) < startOf(begin))
    errors.push({ id: `${timeFields.until}-day`, text: entryErrors.order(recordWords.until) });
  if (reportedAt > now + leeway)
    errors.push({ id: `${timeFields.reported}-day`, text: entryErrors.future(recordWords.reported) });
  // A page that stood open while it happened: its prefilled "now" means the moment of recording.
  const isStale = isOpened && latestStart(end) > reportedAt;
  if (errors.length === 0 && !isStale && latestStart(end) > reportedAt + leeway)
    errors.push({ id: `${timeFields.reported}-day`, text: entryErrors.reportedBefore });
  const occurred = until === 'blank' ? begin : { from: begin, to: end };
  return { told: { occurred, ...(isStale ? {} : { reportedAt: formatInstant(reportedAt) }) }, errors };
}

/** A whole day may have been heard of on that day itself. */
const latestStart = (text: string): Instant => (endOf(text) === startOf(text) ? endOf(text) : startOf(text));

const textIn = (answer: ReturnType<typeof readWhen>): string =>
  answer !== 'blank' && 'value' in answer ? String(answer.value) : '';

const formatMinute = (instant: Instant): string => clockOf(instant);

/** Now, for a new form. */
export const openedAt = (now: Instant): Values => ({
  ...fillWhen(timeFields.reported, formatInstant(minute(now))),
  opened: [formatMinute(now)],
});

export const today = (now: Instant): Values => {
  const { [`${timeFields.from}-time`]: _, ...day } = fillWhen(timeFields.from, formatInstant(now));
  return day;
};

const minute = (instant: Instant): Instant => (Math.floor(instant / 60_000) * 60_000) as Instant;

/** What an earlier version of the fact told. */
export function fillTimes({ occurred, reportedAt }: Told, recordedAt: string): Values {
  const heard = reportedAt ?? recordedAt;
  const span = typeof occurred === 'object' ? occurred : { from: occurred ?? heard, to: undefined };
  return {
    ...fillWhen(timeFields.from, span.from),
    ...(span.to === undefined ? {} : fillWhen(timeFields.until, span.to)),
    ...fillWhen(timeFields.reported, heard),
  };
}
