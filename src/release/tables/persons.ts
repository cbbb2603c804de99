import { all } from '../../../projections/known.ts';
import type { Known } from '../../../projections/known.ts';
import { justBefore, Moment } from '../../../projections/moment.ts';
import { memberIn, roster } from '../../../projections/roster.ts';
import type { RecordedOf } from '../../domain/event.ts';
import { Role } from '../../domain/family.ts';
import { knownOf } from '../known-family.ts';
import type { ReleasedFamily } from '../released.ts';
import type { Terms } from '../table.ts';
import { personsOf } from './persons-of.ts';
import { columnsOf, tableOf } from './table-of.ts';

interface PersonRow {
  readonly family: string;
  readonly person: string;
  readonly joinings: readonly RecordedOf<'PersonJoined'>[];
  readonly isMember: boolean;
  readonly incidents: Readonly<Record<'against' | 'witnessedBy', number>>;
}

function* personRows(family: ReleasedFamily, terms: Terms): Iterable<PersonRow> {
  const known = knownOf(family, terms);
  const members = roster(known, new Moment(justBefore(terms.until)));
  for (const person of personsOf(known))
    yield {
      family: family.family,
      person,
      joinings: all(known, 'PersonJoined').filter(({ data }) => data.person === person),
      isMember: memberIn(members, person) !== undefined,
      incidents: {
        against: incidents(known, 'against', person),
        witnessedBy: incidents(known, 'witnessedBy', person),
      },
    };
}

function incidents(known: Known, part: 'against' | 'witnessedBy', person: string): number {
  return all(known, 'IncidentRecorded').filter(({ data }) =>
    (data[part] as readonly string[]).includes(person),
  ).length;
}

const first = ({ joinings }: PersonRow) => joinings[0];
const last = ({ joinings }: PersonRow) => joinings.at(-1);

/** A release writes the age band beside the birth month; another event file has none. */
function ageBand(row: PersonRow): string | null {
  const data = row.joinings.findLast(({ data }) => 'ageBand' in data)?.data as
    { ageBand?: unknown } | undefined;
  return typeof data?.ageBand === 'string' ? data.ageBand : null;
}

const { text, textOrNull, boolean, integer, instantOrNull } = columnsOf<PersonRow>();
const roles = [...Role.options, 'unrecorded'];

export const persons = tableOf<PersonRow>({
  name: 'persons',
  meaning:
    'One row per person whom an event of the family names and that is in effect. Whoever used violence did so in an event (event_parts); that is never a property of a person.',
  columns: [
    text('family', 'Pseudonym of the family.', ({ family }) => family),
    text('person', 'Pseudonym of the person, unique within the family.', ({ person }) => person),
    text(
      'first_role',
      'Role at the first joining; unrecorded if nobody recorded a joining.',
      (row) => first(row)?.data.role ?? 'unrecorded',
      roles,
    ),
    text('last_role', 'Role at the latest joining.', (row) => last(row)?.data.role ?? 'unrecorded', roles),
    textOrNull(
      'first_household',
      'Pseudonym of the household at the first joining.',
      (row) => first(row)?.data.household ?? null,
    ),
    textOrNull(
      'last_household',
      'Pseudonym of the household at the latest joining.',
      (row) => last(row)?.data.household ?? null,
    ),
    textOrNull(
      'age_band',
      'Age band that the release gives instead of a birth month; empty if it is not known.',
      ageBand,
    ),
    textOrNull(
      'birth_month',
      'A month that stands for the age band, never the real one (YYYY-MM); the rules read it. Empty if it is not known.',
      ({ joinings }) =>
        joinings.findLast(({ data }) => data.birthMonth !== undefined)?.data.birthMonth ?? null,
    ),
    instantOrNull('joined_at', 'When the first joining counts from.', (row) => first(row)?.to ?? null),
    integer(
      'joinings',
      'How often the person joined, returned, or changed role or household.',
      ({ joinings }) => joinings.length,
    ),
    boolean(
      'is_member_at_end',
      'Was recorded as part of the family at the end of observation.',
      ({ isMember }) => isMember,
    ),
    integer(
      'incidents_against',
      'Incidents in effect that were against this person. None recorded is not none.',
      ({ incidents }) => incidents.against,
    ),
    integer(
      'incidents_witnessed',
      'Incidents in effect that this person witnessed. None recorded is not none.',
      ({ incidents }) => incidents.witnessedBy,
    ),
  ],
  items: personRows,
});
