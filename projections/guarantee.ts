import type { Instant } from '../src/domain/instant.ts';
import { history, latest, question, upTo } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';

/** W1: a family with a plan never goes on a waiting list (Q21). Closing the plan, moving or a new report ends nothing. */

const turns = history(['PlanActivated', 'GuaranteeEnded'], () => ['family']);

/** Since when the family is guaranteed; null if it is not. */
export const guaranteedSince = question((known: Known, now: Moment): Instant | null => {
  const held = upTo(now, turns.of(known, 'family')).filter(
    (turn) => turn.type === 'PlanActivated' || turn.data.familyInformed,
  );
  const lastEnding = held.findLastIndex((turn) => turn.type === 'GuaranteeEnded');
  return held[lastEnding + 1]?.to ?? null;
});

export function isGuaranteed(known: Known, now: Moment): boolean {
  return guaranteedSince(known, now) !== null;
}

const planLives = history(['PlanActivated', 'PlanClosed'], () => ['family']);

/** Somebody works on a plan: the latest word is that it is activated. */
export function isPlanActive(known: Known, now: Moment): boolean {
  return latest(now, planLives.of(known, 'family'))?.type === 'PlanActivated';
}
