import type { Recorded, RecordedOf } from '../src/domain/event.ts';

/**
 * Who may know of which record. What is hidden from a viewer does not exist for it: not in a list, not in a count, not
 * in what became of another record. No status is worked out from what is left, because it could read as safe.
 */

/** Without what is hidden from any of the persons, and without everything that names something hidden, repeatedly. */
export function visibleTo(persons: Iterable<string>, records: readonly Recorded[]): Recorded[] {
  const viewers = new Set(persons);
  if (viewers.size === 0) return [...records];
  const hidden = new Set<string>(
    records
      .filter(({ event }) => event.hiddenFrom?.some((person) => viewers.has(person)))
      .map(({ id }) => id),
  );
  for (let before = -1; before !== hidden.size;) {
    before = hidden.size;
    for (const record of records) if (namedIn(record).some((id) => hidden.has(id))) hidden.add(record.id);
  }
  return records.filter(({ id }) => !hidden.has(id));
}

function namedIn({ event }: Recorded): readonly string[] {
  const { target, candidate } = event.data as { readonly target?: string; readonly candidate?: string };
  return [event.supersedes, event.causation, target, candidate].filter((id) => id !== undefined);
}

/** Persons by party. */
export type Ties = Map<string, Set<string>>;

/**
 * With whom each party was ever recorded to live or to be linked, corrected since or not: what a party heard once it
 * may still tell, so it sees no more than each of these persons.
 */
export function tie(
  ties: Ties,
  { data: { party, livesWith = [], linkedTo = [] } }: RecordedOf<'PartyInvolved'>,
) {
  const persons = ties.get(party) ?? new Set();
  for (const person of [...livesWith, ...linkedTo]) persons.add(person);
  ties.set(party, persons);
}
