import { chronology } from '../../../projections/chronology.ts';
import { timesOf } from '../../domain/envelope.ts';
import { envelope } from '../../domain/event.ts';
import type { PlanEvent, Times } from '../../domain/event.ts';
import { fieldsOf, releasedTypes, valuesAt } from '../fields.ts';
import { knownOf } from '../known-family.ts';
import { namesOf, partsOf } from '../objects.ts';
import type { ObjectType, Part } from '../objects.ts';
import type { ReleasedFamily } from '../released.ts';
import type { Terms } from '../table.ts';
import { columnsOf, tableOf } from './table-of.ts';

interface EventRow {
  readonly event: PlanEvent;
  readonly times: Times;
  readonly state: string;
  readonly parts: readonly Part[];
}

function* eventRows(family: ReleasedFamily, terms: Terms): Iterable<EventRow> {
  const { recorded } = knownOf(family, terms);
  const states = new Map(chronology(recorded, terms.until).map(({ id, state }) => [id, state]));
  const names = namesOf(family, terms);
  for (const event of family.events) {
    const state = states.get(event.id);
    if (state === undefined) continue;
    yield { event, times: timesOf(event), state, parts: partsOf(event, names) };
  }
}

/** The field that says most about an event of a type, where that is not its first code. */
const mainCodes: Readonly<Partial<Record<PlanEvent['type'], string>>> = {
  IncidentRecorded: 'kinds.*',
  ViolencePatternRecorded: 'kinds.*',
  SafetyAssessed: 'acuteDanger',
  FactorReassessed: 'state',
  SupporterLoadAssessed: 'overloaded',
  RelapseSignalObserved: 'level',
  OutcomeMeasured: 'violence',
};

/** Where the main code of a type of event stands in its data; null where it has none. */
export function mainCodeOf(type: PlanEvent['type']): string | null {
  const single = fieldsOf(type).find(({ kind, path }) => kind === 'code' && path.length === 1);
  return mainCodes[type] ?? single?.path[0] ?? null;
}

function mainCode({ event }: EventRow): string | null {
  const field = mainCodeOf(event.type);
  const found =
    field === null ? [] : valuesAt(event.data, field.split('.')).map(({ value }) => String(value));
  return found.length === 0 ? null : [...new Set(found)].sort().join(' ');
}

/** The one thing of a type that an event is about; null if there are none or several, which `event_parts` then names. */
const only =
  (type: ObjectType) =>
  ({ parts }: EventRow): string | null => {
    const ids = [
      ...new Set(parts.flatMap((part) => (part.type === type && part.as !== 'recorded_by' ? [part.id] : []))),
    ];
    return ids.length === 1 ? (ids[0] ?? null) : null;
  };

const { text, textOrNull, boolean, instant } = columnsOf<EventRow>();
const one = (type: ObjectType, what: string) =>
  textOrNull(
    type,
    `${what} that the event is about; empty if none or several are, see event_parts.`,
    only(type),
  );

export const events = tableOf<EventRow>({
  name: 'events',
  meaning:
    'One row per recorded event, also those that were later retracted or replaced (column state). Everything else that an event tells stands in events.jsonl.',
  columns: [
    text('family', 'Pseudonym of the family.', ({ event }) => event.family),
    text('event', 'Id of the event in this release.', ({ event }) => event.id),
    text('type', 'What happened; see the event types.', ({ event }) => event.type, releasedTypes),
    instant('occurred_from', 'Earliest instant at which it may have been true.', ({ times }) => times.from),
    instant(
      'occurred_to',
      'Latest instant of that; equal to occurred_from if it is known exactly.',
      ({ times }) => times.to,
    ),
    boolean('is_fuzzy', 'It is not known exactly when it was true.', ({ times }) => times.from !== times.to),
    instant(
      'reported_at',
      'When somebody with a duty knew; deadlines run from here.',
      ({ times }) => times.reportedAt,
    ),
    instant('recorded_at', 'When it was written down.', ({ times }) => times.recordedAt),
    text('recorded_by', 'Party or person who recorded it, or system.', ({ event }) => event.by),
    text('source', 'How the recorder knew.', ({ event }) => event.source, envelope.shape.source.options),
    text(
      'state',
      'What had become of it at the end of observation. Only events in effect count for statuses.',
      ({ state }) => state,
      ['in_effect', 'superseded', 'retracted'],
    ),
    textOrNull(
      'supersedes',
      'Id of the event that this one replaces.',
      ({ event }) => event.supersedes ?? null,
    ),
    textOrNull(
      'main_code',
      'The code that says most about an event of its type; the codebook says which field that is. Several are in order, with a space between. An empty one says nothing.',
      mainCode,
    ),
    one('person', 'The one person'),
    one('party', 'The one party'),
    one('condition', 'The one safety condition'),
    one('agreement', 'The one safety agreement'),
    one('step', 'The one plan step'),
    one('request', 'The one request for help'),
    one('bell', 'The one bell'),
    one('relapse', 'The one sign of relapse (the id of the event that is the sign)'),
  ],
  items: eventRows,
});
