import { all } from '../../../projections/known.ts';
import type { Known } from '../../../projections/known.ts';
import { addMonths } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/instant.ts';

/**
 * Families are followed from T0 on: the instant at which their first plan was certainly activated (`to` of the first
 * `PlanActivated`, as the rules read it: domain.md 4.4, R1), with everything that is known at the end of the release.
 * A later plan of the same family begins nothing anew. T12 is the same time of day 12 calendar months later.
 * Moments follow the cohorts of the Impactmonitor aanpak huiselijk geweld en kindermishandeling (CBS 2023), S37.
 */

/** A moment that was asked for: `T` and a number of months. */
export interface MomentAsked {
  readonly name: string;
  readonly months: number;
}

/** A family at a moment that lies within what was observed. */
export interface Followed {
  readonly known: Known;
  /** 12 months before: what people mean when they are asked about the past year. */
  readonly yearBefore: Instant;
  readonly at: Instant;
  /** Where the moment before this one lay: what happened since then is counted for this moment, and only once. */
  readonly since: Instant;
  readonly asked: MomentAsked;
}

/** At most this many months; no release is longer. */
const mostMonths = 600;

/** `T0,T12,T18` by month; null if it is not that, or names a moment twice. */
export function readMoments(text: string): readonly MomentAsked[] | null {
  const names = text.split(',');
  const moments = names.map((name) => ({ name, months: Number(name.slice(1)) }));
  const isRead = moments.every(({ name, months }) => /^T(0|[1-9]\d*)$/.test(name) && months <= mostMonths);
  if (!isRead || new Set(names).size !== names.length || names.length > 12) return null;
  return moments.sort((a, b) => a.months - b.months);
}

/** T0 of a family; null if no plan of it was activated. */
export function startOfPlan(known: Known): Instant | null {
  return all(known, 'PlanActivated')[0]?.to ?? null;
}

/** The moment of a family; null if it lies after the end: not yet observed, and so never counted as safe. */
export function followedAt(
  known: Known,
  start: Instant,
  { moments, index, until }: { moments: readonly MomentAsked[]; index: number; until: Instant },
): Followed | null {
  const asked = moments[index];
  if (!asked) return null;
  const at = addMonths(start, asked.months);
  if (at > until) return null;
  const since = addMonths(start, moments[index - 1]?.months ?? 0);
  return { known, at, asked, since, yearBefore: addMonths(at, -12) };
}
