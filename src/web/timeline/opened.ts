import type { FamilyId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Entry, FamilyHistory, Views } from '../../read/views.ts';
import { factsOf } from './facts.ts';
import type { TimelineFact } from './facts.ts';
import { fingerprint } from './fingerprint.ts';

/** What is known of a family at an instant of knowledge, and proof of it. Later records are never looked at. */
export interface KnownTimeline {
  readonly history: FamilyHistory;
  readonly facts: readonly TimelineFact[];
  readonly count: number;
  /** Of the last record that is known. */
  readonly position: number;
  readonly fingerprint: string;
}

export function knownTimeline(
  views: Pick<Views, 'history' | 'records'>,
  family: FamilyId,
  knownAt: Instant,
  entries: readonly Entry[],
): KnownTimeline | null {
  const history = views.history(family, knownAt);
  if (history === null) return null;
  const stored = views.records(family).filter(({ record }) => record.recordedAt <= knownAt);
  const records = stored.map(({ record }) => record);
  return {
    history,
    facts: factsOf(history, entries, records),
    count: records.length,
    position: stored.at(-1)?.position ?? 0,
    fingerprint: fingerprint(records),
  };
}
