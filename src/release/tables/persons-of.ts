import type { Known } from '../../../projections/known.ts';
import { partsOf } from '../objects.ts';

/** Everybody whom a known event of the family names, in code-point order. */
export function personsOf(known: Known): readonly string[] {
  return named(known, 'person');
}

/** Every party that a known event of the family names, in code-point order. */
export function partiesOf(known: Known): readonly string[] {
  return named(known, 'party');
}

const kept = new WeakMap<Known, ReadonlyMap<string, readonly string[]>>();

function named(known: Known, type: string): readonly string[] {
  const found = kept.get(known) ?? gathered(known);
  kept.set(known, found);
  return found.get(type) ?? [];
}

function gathered(known: Known): ReadonlyMap<string, readonly string[]> {
  const sets = { person: new Set<string>(), party: new Set<string>() };
  for (const list of known.byType.values())
    for (const { event } of list)
      for (const { type, id } of partsOf(event, { isStep: () => false, current: known.current }))
        if (type === 'person' || type === 'party') sets[type].add(id);
  return new Map(Object.entries(sets).map(([type, ids]) => [type, [...ids].sort()]));
}
