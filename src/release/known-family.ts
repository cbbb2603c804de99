import { record } from '../domain/envelope.ts';
import { knownAt } from '../../projections/known.ts';
import type { Known } from '../../projections/known.ts';
import type { ReleasedFamily } from './released.ts';
import type { Terms } from './table.ts';

const kept = new WeakMap<ReleasedFamily, { readonly terms: Terms; readonly known: Known }>();

/** What was known of a released family at the end of observation (P1); made once, however many tables ask. */
export function knownOf(family: ReleasedFamily, terms: Terms): Known {
  const found = kept.get(family);
  if (found?.terms === terms) return found.known;
  const known = knownAt(family.events.map(record), terms.until, terms.parameters);
  kept.set(family, { terms, known });
  return known;
}
