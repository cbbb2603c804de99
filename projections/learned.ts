import type { Recorded } from '../src/domain/event.ts';
import type { EventId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/instant.ts';
import { oldestFirst } from './known.ts';

/** What became known of a family after an instant of knowledge, seen from what was known then (P1, L6). */
export interface Learned {
  readonly id: EventId;
  readonly type: Recorded['type'];
  readonly from: Instant;
  readonly to: Instant;
  readonly recordedAt: Instant;
  /** `late`: it was true already at the moment looked at. `after`: it happened later. The others change what was known. */
  readonly kind: 'late' | 'after' | 'correction' | 'retraction';
}

interface Span {
  /** The moment that was looked at. */
  readonly at: Instant;
  /** What was recorded by then was known. */
  readonly knownAt: Instant;
  /** What was recorded by then is told. */
  readonly until: Instant;
}

/** In the order of recording. */
export function learned(recorded: readonly Recorded[], { at, knownAt, until }: Span): readonly Learned[] {
  const known = new Set<string>();
  for (const { id, recordedAt } of recorded) if (recordedAt <= knownAt) known.add(id);
  return recorded
    .filter(({ recordedAt }) => recordedAt > knownAt && recordedAt <= until)
    .sort((a, b) => a.recordedAt - b.recordedAt || oldestFirst(a, b))
    .map((record) => {
      const { id, type, from, to, recordedAt } = record;
      return { id, type, from, to, recordedAt, kind: kindOf(record, known, at) };
    });
}

function kindOf(record: Recorded, known: ReadonlySet<string>, at: Instant): Learned['kind'] {
  if (record.type === 'EventRetracted' && known.has(record.data.target)) return 'retraction';
  if (record.supersedes !== undefined && known.has(record.supersedes)) return 'correction';
  return record.from <= at ? 'late' : 'after';
}
