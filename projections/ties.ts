import type { Recorded } from '../src/domain/event.ts';
import type { PartyId } from '../src/domain/ids.ts';

/**
 * Parties that were ever recorded as living with somebody of the family or as linked to them. A version that was
 * corrected or withdrawn counts as well: who wants to look must not be able to undo the tie first.
 */
export function tiedParties(records: Iterable<Recorded>): ReadonlySet<PartyId> {
  const tied = new Set<PartyId>();
  for (const record of records) {
    if (record.type !== 'PartyInvolved') continue;
    const { party, livesWith = [], linkedTo = [] } = record.data;
    if (livesWith.length + linkedTo.length > 0) tied.add(party);
  }
  return tied;
}
