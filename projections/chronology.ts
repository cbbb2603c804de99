import type { Recorded } from '../src/domain/event.ts';
import { formatInstant } from '../src/domain/instant.ts';
import type { Instant } from '../src/domain/instant.ts';
import { earliestFirst } from './known.ts';
import { visibleTo } from './visibility.ts';

/** What was recorded about a family by an instant of knowledge, and what became of each record (status.md 5). */

export interface Entry {
  readonly id: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly reportedAt: string;
  readonly recordedAt: string;
  readonly by: string;
  readonly source: string;
  readonly state: 'in_effect' | 'superseded' | 'retracted';
}

export function chronology(
  recorded: Iterable<Recorded>,
  knownAt: Instant,
  viewer?: string,
): readonly Entry[] {
  const all = [...new Map([...recorded].map((record) => [record.id, record])).values()];
  // What became of a record is told by visible events alone: a hidden correction must not show in what it corrects.
  const records = visibleTo(
    viewer === undefined ? [] : [viewer],
    all.filter((record) => record.recordedAt <= knownAt),
  );
  const retracted = new Set<string>();
  for (const record of records) if (record.type === 'EventRetracted') retracted.add(record.data.target);
  const superseded = new Set<string>();
  for (const { id, supersedes } of records)
    if (supersedes !== undefined && !retracted.has(id)) superseded.add(supersedes);
  const stateOf = (id: string) =>
    retracted.has(id) ? 'retracted' : superseded.has(id) ? 'superseded' : 'in_effect';
  return records.sort(inTimelineOrder).map((record) => ({
    id: record.id,
    type: record.type,
    from: formatInstant(record.from),
    to: formatInstant(record.to),
    reportedAt: formatInstant(record.reportedAt),
    recordedAt: formatInstant(record.recordedAt),
    by: record.event.by,
    source: record.event.source,
    state: stateOf(record.id),
  }));
}

/** By from, to, recordedAt and id. */
const inTimelineOrder = earliestFirst;
