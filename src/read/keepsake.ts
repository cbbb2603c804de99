import type { FamilyId } from '../domain/ids.ts';
import type { Stored } from '../log/log.ts';

/**
 * What was worked out before, kept for the next start. It gives back only what was kept under the same rules for exactly
 * the same records, may forget anything at any time, and never throws.
 */
export interface Keepsake {
  /** Undefined if nothing was kept for all of these records and no others. */
  recall(family: FamilyId, records: readonly Stored[]): string | undefined;
  keep(family: FamilyId, records: readonly Stored[], text: string): void;
  /** Everything that is needed for this start has been recalled. */
  started(): void;
}

export const nothingKept: Keepsake = {
  recall: () => undefined,
  keep: () => undefined,
  started: () => undefined,
};
