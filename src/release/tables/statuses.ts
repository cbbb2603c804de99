import { decidedFor } from '../../../projections/decisions.ts';
import { course } from '../../../projections/family-history.ts';
import { earliestFrom } from '../../../projections/known.ts';
import type { Known } from '../../../projections/known.ts';
import type { Moment } from '../../../projections/moment.ts';
import { atRisk, memberIn } from '../../../projections/roster.ts';
import { evidenceFor, familyEvidence, familyStatus, statusOf } from '../../../projections/safety.ts';
import { never } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { Status } from '../../domain/vocabulary.ts';
import { knownOf } from '../known-family.ts';
import type { ReleasedFamily } from '../released.ts';
import type { Terms } from '../table.ts';
import { personsOf } from './persons-of.ts';
import { columnsOf, tableOf } from './table-of.ts';

/** An answer in [from, until); `until` is null where it still held at the end of observation. */
export interface Spell {
  readonly answers: readonly string[];
  readonly from: Instant;
  readonly until: Instant | null;
}

/** What rules answer from the first known fact until the end of observation, of which nothing later is told. */
export function spellsOf(
  known: Known,
  { until: end }: Terms,
  ask: (now: Moment) => readonly string[] | null,
): readonly Spell[] {
  return course(earliestFrom(known) ?? never, (now) => ask(now)?.join(' ') ?? null, end).map(
    ({ is, from, until }) => ({
      answers: is.split(' '),
      from,
      until: until >= end ? null : until,
    }),
  );
}

interface StatusRow extends Spell {
  readonly family: string;
  readonly person: string;
}

/** There is no status of somebody whom the rules do not judge: not one of safety, and not a gap either. */
const notComputed = 'not_computed';
const none = 'none';

function* personRows(family: ReleasedFamily, terms: Terms): Iterable<StatusRow> {
  const known = knownOf(family, terms);
  for (const person of personsOf(known)) {
    const spells = spellsOf(known, terms, (now) => {
      const member = memberIn(atRisk(known, now), person);
      if (!member) return [notComputed, notComputed, notComputed];
      const status = statusOf(known, now, person) ?? 'unknown';
      return [status, evidenceFor(known, now, person), decidedFor(known, now, member) ?? none];
    });
    for (const spell of spells) yield { family: family.family, person, ...spell };
  }
}

const of = columnsOf<StatusRow>();
const computed = [...Status.options, notComputed];
const hindsight =
  'With what was known at the end of observation, so also with what was recorded later about this time.';
const notSafe =
  'unknown is not safe: it says that there is no fresh, independent sight. not_computed is not safe either: nobody judged this person in this time (an adult without a protecting condition whom no recorded violence touched, or somebody who is not, or no longer, recorded as part of the family).';

const ofSpell = columnsOf<Spell>();
const fromColumn = ofSpell.instant('from', 'From this instant on, included.', ({ from }) => from);
const untilColumn = ofSpell.instantOrNull(
  'until',
  'Until this instant, not included; empty if it still held at the end of observation, after which nothing is known.',
  ({ until }) => until,
);

export const statuses = tableOf<StatusRow>({
  name: 'statuses',
  meaning: `One row per person and stretch of time with the same answers (P8, P9). The rows of a person follow each other without a gap from the first known fact of the family until the end of observation. ${hindsight}`,
  columns: [
    of.text('family', 'Pseudonym of the family.', ({ family }) => family),
    of.text('person', 'Pseudonym of the person.', ({ person }) => person),
    of.text(
      'status',
      `The status of safety: the lower of evidence and decided (P9). ${notSafe}`,
      at(0),
      computed,
    ),
    of.text('evidence', `What the facts support, whatever anyone decided (P9). ${notSafe}`, at(1), computed),
    of.text(
      'decided',
      'The decision of people that was in force; none if there was none or it was void (P9). The machine never raises a status.',
      at(2),
      [...Status.options, none, notComputed],
    ),
    fromColumn,
    untilColumn,
  ],
  items: personRows,
});

interface FamilyStatusRow extends Spell {
  readonly family: string;
}

function* familyRows(family: ReleasedFamily, terms: Terms): Iterable<FamilyStatusRow> {
  const known = knownOf(family, terms);
  const spells = spellsOf(known, terms, (now) => [familyStatus(known, now), familyEvidence(known, now)]);
  for (const spell of spells) yield { family: family.family, ...spell };
}

const ofFamily = columnsOf<FamilyStatusRow>();

export const familyStatuses = tableOf<FamilyStatusRow>({
  name: 'family_statuses',
  meaning: `One row per family and stretch of time with the same answers: the lowest of all persons at risk, never an average (P8). No gaps from the first known fact until the end of observation. ${hindsight}`,
  columns: [
    ofFamily.text('family', 'Pseudonym of the family.', ({ family }) => family),
    ofFamily.text(
      'status',
      'The lowest status of the persons at risk; unknown if nobody is known to be at risk. unknown is not safe.',
      at(0),
      Status.options,
    ),
    ofFamily.text(
      'evidence',
      'The lowest evidence of the persons at risk. unknown is not safe.',
      at(1),
      Status.options,
    ),
    fromColumn,
    untilColumn,
  ],
  items: familyRows,
});

function at(index: number) {
  return ({ answers }: Spell): string => answers[index] ?? 'unknown';
}
