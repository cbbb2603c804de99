import { all } from '../../projections/known.ts';
import type { Known } from '../../projections/known.ts';
import type { PlanEvent } from '../domain/event.ts';

const kept = new WeakMap<Known, ReadonlyMap<string, string>>();

/** Names stand sealed where somebody joins or becomes involved; the latest known one counts. */
export function namesIn(known: Known, open: (event: PlanEvent) => PlanEvent): ReadonlyMap<string, string> {
  const found = kept.get(known);
  if (found) return found;
  const names = new Map<string, string>();
  for (const type of ['PersonJoined', 'PartyInvolved'] as const)
    for (const { event } of all(known, type)) {
      if (event.sealed === undefined) continue;
      for (const [id, name] of Object.entries(open(event).sealed ?? {}))
        if (id !== 'text') names.set(id, name);
    }
  kept.set(known, names);
  return names;
}
