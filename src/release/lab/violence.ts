import { knownAt } from '../../../projections/known.ts';
import type { Known } from '../../../projections/known.ts';
import { violentFacts } from '../../../projections/violence.ts';
import type { Recorded } from '../../domain/event.ts';
import type { Instant } from '../../domain/instant.ts';
import { defaultPolicy } from '../../domain/parameters.ts';

/** The violence that alarms are held against: the same under every policy. */
export interface Violence {
  /** It happened somewhere in [from, to]. */
  readonly from: Instant;
  readonly to: Instant;
  /** The first recording of it; corrections came later. */
  readonly knownFrom: Instant;
  /** An `IncidentRecorded`; else a pattern, or an agreement broken with violence. */
  readonly isIncident: boolean;
}

/**
 * What was known at the end of observation, corrected and without what was withdrawn: with hindsight, other than what
 * policies show. By earliest instant. It is what was recorded, not what happened: no violence recorded is no proof of
 * safety, and what was recorded after the end is missing.
 */
export function recordedViolence(records: readonly Recorded[], until: Instant): readonly Violence[] {
  const known = knownAt(records, until, defaultPolicy.parameters);
  const firsts = firstRecordings(known);
  return violentFacts(known).map(({ id, type, from, to, recordedAt }) => ({
    from,
    to,
    knownFrom: firsts.get(id) ?? recordedAt,
    isIncident: type === 'IncidentRecorded',
  }));
}

function firstRecordings(known: Known): ReadonlyMap<string, Instant> {
  const firsts = new Map<string, Instant>();
  for (const { id, recordedAt } of known.recorded) {
    const current = known.current(id);
    const earlier = firsts.get(current);
    if (earlier === undefined || recordedAt < earlier) firsts.set(current, recordedAt);
  }
  return firsts;
}
