import { all } from '../../projections/known.ts';
import type { Known } from '../../projections/known.ts';
import type { PlanEvent } from '../domain/event.ts';

/** What opens sealed texts, and how often it has lost what it could open before. */
export interface Opening {
  readonly open: (event: PlanEvent) => PlanEvent;
  readonly destructions: () => number;
}

const kept = new WeakMap<Known, { readonly names: ReadonlyMap<string, string>; readonly as: number }>();

/** Names stand sealed where somebody joins or becomes involved; the latest known one counts. */
export function namesIn(known: Known, { open, destructions }: Opening): ReadonlyMap<string, string> {
  const found = kept.get(known);
  const as = destructions();
  if (found?.as === as) return found.names;
  const names = new Map<string, string>();
  for (const type of ['PersonJoined', 'PartyInvolved'] as const)
    for (const { event } of all(known, type)) {
      if (event.sealed === undefined) continue;
      for (const [id, name] of Object.entries(open(event).sealed ?? {}))
        if (id !== 'text') names.set(id, name);
    }
  kept.set(known, { names, as });
  return names;
}
