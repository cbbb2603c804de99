import { namesOf, objectTypes, partNames, partsOf } from '../objects.ts';
import type { Part } from '../objects.ts';
import { timesOf } from '../../domain/envelope.ts';
import type { ReleasedFamily } from '../released.ts';
import type { Terms } from '../table.ts';
import { columnsOf, tableOf } from './table-of.ts';

interface PartRow extends Part {
  readonly family: string;
  readonly event: string;
}

function* partRows(released: ReleasedFamily, terms: Terms): Iterable<PartRow> {
  const { family, events } = released;
  const names = namesOf(released, terms);
  for (const event of events) {
    if (timesOf(event).recordedAt > terms.until) continue;
    for (const part of partsOf(event, names))
      if (part.type !== 'family') yield { ...part, family, event: event.id };
  }
}

const { text } = columnsOf<PartRow>();

export const eventParts = tableOf<PartRow>({
  name: 'event_parts',
  meaning:
    'One row per thing that takes part in an event, and as what: an incident has a row for each person against whom it was, each who used violence in it and each witness. The family takes part in all its events and has no row.',
  columns: [
    text('family', 'Pseudonym of the family.', ({ family }) => family),
    text('event', 'Id of the event.', ({ event }) => event),
    text(
      'object_type',
      'What takes part.',
      ({ type }) => type,
      objectTypes.filter((type) => type !== 'family'),
    ),
    text('object', 'Its pseudonym, unique within the family.', ({ id }) => id),
    text(
      'takes_part_as',
      'As what: the name of the field of the event. Using violence is a part in an event, never a property of a person.',
      ({ as }) => as,
      partNames.filter((name) => name !== 'family'),
    ),
  ],
  items: partRows,
});
