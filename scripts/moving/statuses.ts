import { familyStatusAt } from '../../projections/family-status.ts';
import { knownAt } from '../../projections/known.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { Stored } from '../../src/log/log.ts';

/** How many instants of its history a family is asked about, the first and the last recording among them. */
export const instants = 10;

/** The first of ten instants at which the two answer differently, with the knowledge of that instant; null if none. */
export function firstOtherStatus(
  family: FamilyId,
  ours: readonly Stored[],
  theirs: readonly Stored[],
): string | null {
  for (const at of spread(ours))
    if (answer(family, ours, at) !== answer(family, theirs, at))
      return `its status at ${formatInstant(at)}, as known then, is another one in the target`;
  return null;
}

function spread(events: readonly Stored[]): Instant[] {
  const [first, last] = [events[0]?.record.recordedAt, events.at(-1)?.record.recordedAt];
  if (first === undefined || last === undefined) return [];
  return Array.from(
    { length: instants },
    (_, index) => Math.round(first + ((last - first) * index) / (instants - 1)) as Instant,
  );
}

function answer(family: FamilyId, events: readonly Stored[], at: Instant): string {
  const known = knownAt(
    events.map(({ record }) => record),
    at,
    defaultPolicy.parameters,
  );
  return known.recorded.length === 0 ? '' : JSON.stringify(familyStatusAt(known, family, at));
}
