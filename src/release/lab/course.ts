import { knownAt, underTerms } from '../../../projections/known.ts';
import type { Known } from '../../../projections/known.ts';
import { Moment } from '../../../projections/moment.ts';
import type { Recorded } from '../../domain/event.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Parameters } from '../../domain/parameters.ts';

/**
 * How a family's history would have looked under several policies, as known then: at each instant with what had been
 * recorded by that instant, and no more (`knownAt` = `at` in status.md). A policy acts on what people knew on the day,
 * and an alarm that only hindsight would have raised warned nobody; so a late record changes what a policy shows from
 * its `recordedAt` on and never before. The facts and decisions are the same events under every policy.
 */

/** A family under one policy at an instant, with the knowledge of that instant. */
export interface Side {
  readonly known: Known;
  readonly now: Moment;
}

/** An answer and the interval [from, until) in which it holds. */
export interface Stretch<A> {
  readonly is: A;
  readonly from: Instant;
  readonly until: Instant;
}

export interface Span {
  /** One for each policy, in their order. */
  readonly policies: readonly Parameters[];
  /** The end of what was observed; nothing at or after it is asked. */
  readonly until: Instant;
}

/**
 * Asks from boundary to boundary, from the first recording on: a boundary is each `recordedAt`, and each instant until
 * which the answer under one of the policies holds. Stretches touch; neighbours may hold equal answers.
 */
export function* course<A>(
  records: readonly Recorded[],
  { policies, until }: Span,
  ask: (sides: readonly Side[]) => A,
): Iterable<Stretch<A>> {
  const inOrder = byRecording(records);
  for (let count = 0; count < inOrder.length;) {
    const start = (inOrder[count] as Recorded).recordedAt;
    while (inOrder[count]?.recordedAt === start) count += 1;
    const end = Math.min(inOrder[count]?.recordedAt ?? until, until) as Instant;
    const knowledge = knowledgeUnder(policies, inOrder.slice(0, count), start);
    for (let from = start; from < end;) {
      const sides = knowledge.map((known): Side => ({ known, now: new Moment(from) }));
      const is = ask(sides);
      const to = Math.min(end, ...sides.map(({ now }) => now.holdsUntil)) as Instant;
      yield { is, from, until: to };
      from = to;
    }
  }
}

function knowledgeUnder(
  [first, ...others]: readonly Parameters[],
  recorded: readonly Recorded[],
  at: Instant,
): readonly Known[] {
  if (!first) return [];
  const known = knownAt(recorded, at, first);
  return [known, ...others.map((terms) => underTerms(known, terms))];
}

/** As they stand in a release; of equal instants the one that stands first. */
function byRecording(records: readonly Recorded[]): readonly Recorded[] {
  return records.toSorted((a, b) => a.recordedAt - b.recordedAt);
}

/** When the family was first known of; null for a family of which nothing was recorded before the end. */
export function observedFrom(records: readonly Recorded[], until: Instant): Instant | null {
  const first = records.reduce((earliest, { recordedAt }) => Math.min(earliest, recordedAt), Infinity);
  return first < until ? (first as Instant) : null;
}
