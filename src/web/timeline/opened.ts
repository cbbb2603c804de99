import type { FamilyId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Entry, FamilyHistory, Views } from '../../read/views.ts';
import { barsOf } from './bars.ts';
import type { Bar } from './bars.ts';
import { factsOf } from './facts.ts';
import type { TimelineFact } from './facts.ts';
import { fingerprint } from './fingerprint.ts';
import { lanesIn } from './lanes.ts';
import type { Lane } from './lanes.ts';

/** What is known of a family at an instant of knowledge, and proof of it. Later records are never looked at. */
export interface KnownTimeline {
  readonly history: FamilyHistory;
  readonly facts: readonly TimelineFact[];
  readonly lanes: readonly Lane[];
  readonly bars: readonly Bar[];
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
  const found = kept.get(history) ?? gather(views, family, knownAt, { history, entries });
  kept.set(history, found);
  return found;
}

/** As the history of a family is told once for each state of knowledge, so is this. */
const kept = new WeakMap<FamilyHistory, KnownTimeline>();

function gather(
  views: Pick<Views, 'records'>,
  family: FamilyId,
  knownAt: Instant,
  { history, entries }: { readonly history: FamilyHistory; readonly entries: readonly Entry[] },
): KnownTimeline {
  const stored = views.records(family).filter(({ record }) => record.recordedAt <= knownAt);
  const records = stored.map(({ record }) => record);
  const facts = factsOf(entries, records);
  return {
    history,
    facts,
    lanes: lanesIn(facts),
    bars: barsOf(facts, history),
    count: records.length,
    position: stored.at(-1)?.position ?? 0,
    fingerprint: fingerprint(records),
  };
}
