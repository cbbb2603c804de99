import { Moment } from '../../projections/moment.ts';
import type { FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';

/**
 * Answers from everything that was recorded of a family, each kept with between which instants it holds: asking again
 * costs next to nothing until something is recorded or a term ends. Of more than `most` families the one that was not
 * asked for longest is forgotten.
 */
export interface Standing<Answer> {
  /** What is kept and still holds. */
  kept(family: FamilyId, version: number, at: Instant): Answer | undefined;
  /** The same, worked out if need be. */
  of(family: FamilyId, version: number, at: Instant): Answer;
  /** Forgets all of them. */
  clear(): void;
}

interface Kept<Answer> {
  readonly answer: Answer;
  readonly version: number;
  readonly holdsFrom: Instant;
  readonly holdsUntil: Instant;
}

interface Recipe<Answer> {
  readonly most: number;
  readonly answer: (family: FamilyId, now: Moment) => Answer;
  /** Told of each answer that was worked out, with what was kept before if only time has passed since. */
  readonly made?: (family: FamilyId, made: Kept<Answer>, before: Answer | undefined) => void;
}

export function standing<Answer>({ most, answer, made }: Recipe<Answer>): Standing<Answer> {
  const all = new Map<FamilyId, Kept<Answer>>();

  function keep(family: FamilyId, kept: Kept<Answer>): void {
    all.delete(family);
    all.set(family, kept);
    for (const oldest of all.keys()) {
      if (all.size <= most) break;
      all.delete(oldest);
    }
  }

  function holding(family: FamilyId, version: number, at: Instant): Kept<Answer> | undefined {
    const found = all.get(family);
    if (found?.version !== version || at < found.holdsFrom || at >= found.holdsUntil) return undefined;
    keep(family, found);
    return found;
  }

  return {
    kept: (family, version, at) => holding(family, version, at)?.answer,
    of(family, version, at) {
      const found = holding(family, version, at);
      if (found) return found.answer;
      const old = all.get(family);
      const now = new Moment(at);
      const given = answer(family, now);
      const kept = { answer: given, version, holdsFrom: now.holdsFrom, holdsUntil: now.holdsUntil };
      keep(family, kept);
      made?.(family, kept, old?.version === version ? old.answer : undefined);
      return given;
    },
    clear() {
      all.clear();
    },
  };
}
