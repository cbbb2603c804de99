import type { PlanEvent } from '../domain/event.ts';
import type { FamilyId } from '../domain/ids.ts';

/** One family as it left: pseudonyms, moved dates, no text. Events oldest recording first. */
export interface ReleasedFamily {
  readonly family: FamilyId;
  readonly events: readonly PlanEvent[];
}
