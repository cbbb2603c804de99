import type { Recorded } from '../src/domain/event.ts';
import type { EventId, FamilyId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { Breach } from './breaches.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { candidates } from './relapse-queue.ts';

/** A breach of the guarantee (W5-W9), for whoever must hear of it once. */
export interface ToldBreach {
  /**
   * What makes it this breach and no other: family, candidate, rule, and the fact that broke the guarantee if it was not
   * a term that passed. A corrected fact is the same fact (P1). The instant is not part of it: what is recorded late may
   * move a term, and then help was still late once, as its alarm (W11) is still the same alarm.
   */
  readonly key: string;
  readonly family: FamilyId;
  readonly rule: Breach['rule'];
  readonly since: Instant;
  /** Before this it could not be known here: when it began, or when its facts were recorded. */
  readonly knownSince: Instant;
  /** Nobody has helped yet. */
  readonly isOpen: boolean;
}

/** Those of one family, by candidate. */
export function toldBreaches(known: Known, now: Moment): readonly ToldBreach[] {
  return candidates(known, now).flatMap(({ event: trigger, breaches, state }) =>
    breaches.map(({ rule, at, event }) => {
      const fact = event === null ? undefined : known.recorded.find(({ id }) => id === event);
      return {
        key: [trigger.family, original(known, trigger), rule, fact ? original(known, fact) : 'term'].join(
          '/',
        ),
        family: trigger.family,
        rule,
        since: at,
        knownSince: Math.max(at, trigger.recordedAt, fact?.recordedAt ?? at) as Instant,
        isOpen: state === 'open',
      };
    }),
  );
}

/** The id that a fact had before it was corrected. */
function original(known: Known, fact: Recorded): EventId {
  const passed = new Set<Recorded>();
  for (let at = fact; ;) {
    passed.add(at);
    const before = known.recorded.find(({ id }) => id === at.supersedes);
    if (!before || passed.has(before)) return at.id;
    at = before;
  }
}
