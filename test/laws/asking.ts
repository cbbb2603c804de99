import type fc from 'fast-check';
import { familyStatusAt } from '../../projections/family-status.ts';
import type { FamilyStatus } from '../../projections/family-status.ts';
import { knownAt } from '../../projections/known.ts';
import type { Known } from '../../projections/known.ts';
import { endOf, startOf } from '../../src/domain/calendar.ts';
import { record, timesOf } from '../../src/domain/envelope.ts';
import type { Recorded } from '../../src/domain/event.ts';
import { readEventFile } from '../../src/domain/event-file.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { textOf } from '../support/histories.ts';
import type { FileEvent, History, PolicyInput, Viewpoint } from '../support/histories.ts';
import { instant, policyOf } from './compare.ts';

/** What the laws ask of one family of a history. */

/**
 * How many histories each law is tried on, and from which seed. To try more, and others:
 *   LAW_RUNS=10 LAW_SEED=7 npm test -- test/laws     (ten times as many)
 * A failure gives its seed and path; LAW_SHRINK=1 then looks for the smallest history that shows it.
 */
export function runs(count: number): fc.Parameters<unknown> {
  const times = Number(process.env['LAW_RUNS'] ?? 1);
  return {
    numRuns: count * times,
    seed: Number(process.env['LAW_SEED'] ?? 2025),
    endOnFailure: process.env['LAW_SHRINK'] === undefined,
  };
}

const read = new WeakMap<readonly object[], readonly Recorded[]>();

/** The accepted events of the first family; a list of events is read once. */
export function recordsOf(events: readonly object[]): readonly Recorded[] {
  const found = read.get(events) ?? readEventFile(textOf(events)).events.map((event) => record(event));
  read.set(events, found);
  return found.filter(({ family }) => family === 'fam-a');
}

/** Known afresh, so that no kept answer can help. */
export function knownOf(history: Pick<History, 'events' | 'policy'>, knowledge: string): Known {
  return knownAt(recordsOf(history.events), instant(knowledge), policyOf(history.policy).parameters);
}

/** The status of the first family; null if nothing is known of it. */
export function askedOf(
  events: readonly object[],
  { at, knownAt: knowledge }: Viewpoint,
  policy?: PolicyInput,
): FamilyStatus | null {
  const known = knownOf({ events: events as readonly FileEvent[], policy }, knowledge);
  return known.recorded.length === 0 ? null : familyStatusAt(known, 'fam-a', instant(at));
}

export const timesOfFile = (event: FileEvent) => timesOf(event);

/** The instants that stand in a history: where something might change. */
export function instantsOf(events: readonly FileEvent[]): readonly Instant[] {
  const found = events.flatMap((event) => {
    const { from, to, reportedAt, recordedAt } = timesOfFile(event);
    const whens = [
      'from',
      'to',
      'validFrom',
      'validTo',
      'lastDay',
      'until',
      'monitorsFrom',
      'nextLook',
    ].flatMap((field) => {
      const value = event.data[field];
      return typeof value === 'string' && /^\d{4}-/.test(value) ? [startOf(value), endOf(value)] : [];
    });
    return [from, to, reportedAt, recordedAt, ...whens];
  });
  return [...new Set(found)].sort((a, b) => a - b);
}

export const order = ['unsafe', 'unknown', 'direct', 'durable'];
export const rank = (status: string): number => order.indexOf(status);

/** A policy under which long calm allows longer terms; if it allowed shorter ones, losing it could raise a status. */
export function isLenientInCalm(policy: PolicyInput | undefined): boolean {
  const { parameters } = policyOf(policy);
  const short = [parameters.sightDays, parameters.childSeenDays, parameters.childSeenDaysIntimidation];
  return (
    parameters.longSightDays >= Math.max(...short) &&
    parameters.longAssessMaxAgeDays >= parameters.assessMaxAgeDays
  );
}
