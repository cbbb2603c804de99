import { outcomes } from '../access/journal.ts';
import type { JournalFilter } from '../access/journal.ts';
import { endOfDay, parseDay, startOfDay } from '../domain/calendar.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { Query } from './query.ts';

/** Which rows of the access log are wanted, as the address says. */
export const auditFilters = ['person', 'family', 'from', 'until', 'outcome', 'emergency'] as const;
export type AuditQuery = Query<(typeof auditFilters)[number]>;

export function readAuditFilter(query: AuditQuery): JournalFilter | Problem {
  const [from, until] = [query.from, query.until].map((text) =>
    text === undefined ? undefined : dayIn(text),
  );
  if (from === null) return badDay('from');
  if (until === null) return badDay('until');
  if (query.outcome !== undefined && !outcomes.some((each) => each === query.outcome))
    return problem('bad-parameter', { path: 'outcome', detail: `It must be one of ${outcomes.join(', ')}.` });
  if (query.emergency !== undefined && query.emergency !== 'yes')
    return problem('bad-parameter', { path: 'emergency', detail: 'It must be yes.' });
  return {
    user: query.person?.trim(),
    family: query.family?.trim(),
    outcome: query.outcome,
    ground: query.emergency === undefined ? undefined : 'emergency',
    from: from && startOfDay(from),
    until: until && endOfDay(until),
  };
}

const badDay = (path: string) =>
  problem('bad-parameter', { path, detail: 'It must be a day such as 3-2-2026.' });

/** As people write it, or as programs do. */
function dayIn(text: string) {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text.trim()) ?? [];
  return parseDay(day === '' ? text.trim() : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}
