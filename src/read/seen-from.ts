import type { PlanEvent, Recorded } from '../domain/event.ts';
import { record } from '../domain/envelope.ts';
import type { Instant } from '../domain/instant.ts';
import type { Policy } from '../domain/parameters.ts';
import { knownAt } from '../../projections/known.ts';
import type { Known } from '../../projections/known.ts';

/** Where one stands: the instant asked about, and the instant of knowledge (V and K in domain.md 4). */
export interface Viewpoint {
  readonly at: Instant;
  readonly knownAt: Instant;
}

/** Every family of which something was recorded by an instant of knowledge, in code-point order. */
export function familiesKnownAt(
  events: Iterable<PlanEvent>,
  instant: Instant,
  policy: Policy,
): Map<string, Known> {
  const families = new Map<string, Recorded[]>();
  for (const event of events) {
    const recorded = record(event);
    if (recorded.recordedAt > instant) continue;
    const own = families.get(event.family);
    if (own) own.push(recorded);
    else families.set(event.family, [recorded]);
  }
  return new Map(
    [...families]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([family, records]) => [family, knownAt(records, instant, policy.parameters)]),
  );
}
