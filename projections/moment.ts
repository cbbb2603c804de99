import { beginning, never } from '../src/domain/instant.ts';
import type { Instant } from '../src/domain/instant.ts';

/**
 * The instant asked for (V in domain.md 4), which remembers between which instants the answer stays the same.
 * Rules compare with the clock only through `reached`; that alone makes `since`, `nextChange` and every
 * `holdsUntil` follow from the rules themselves, without a second list of deadlines.
 */
export class Moment {
  readonly at: Instant;
  /** The answer holds in [holdsFrom, holdsUntil), as long as nothing new is recorded. */
  holdsFrom: Instant = beginning;
  holdsUntil: Instant = never;

  constructor(at: Instant) {
    this.at = at;
  }

  /** P3: intervals are half-open, so a term is reached at its own instant. */
  reached(instant: Instant): boolean {
    if (instant <= this.at) {
      if (instant > this.holdsFrom) this.holdsFrom = instant;
      return true;
    }
    if (instant < this.holdsUntil) this.holdsUntil = instant;
    return false;
  }

  /** V in [start, end). */
  within(start: Instant, end: Instant): boolean {
    return this.reached(start) && !this.reached(end);
  }

  /** Takes over the limits of an answer that was given for another question. */
  narrow(holdsFrom: Instant, holdsUntil: Instant): void {
    if (holdsFrom > this.holdsFrom) this.holdsFrom = holdsFrom;
    if (holdsUntil < this.holdsUntil) this.holdsUntil = holdsUntil;
  }
}

/** Instants are whole milliseconds, so this is the last one before `instant`. */
export const justBefore = (instant: Instant): Instant => (instant - 1) as Instant;
