import { settledAt, startsFor } from '../../../projections/help.ts';
import type { Known } from '../../../projections/known.ts';
import { justBefore, Moment } from '../../../projections/moment.ts';
import { candidates } from '../../../projections/relapse-queue.ts';
import type { Candidate } from '../../../projections/relapse-queue.ts';
import { releasedTypes } from '../fields.ts';
import type { Instant } from '../../domain/instant.ts';
import { Urgency } from '../../domain/vocabulary.ts';
import { knownOf } from '../known-family.ts';
import type { ReleasedFamily } from '../released.ts';
import type { Terms } from '../table.ts';
import { columnsOf, tableOf } from './table-of.ts';

interface RelapseRow {
  readonly family: string;
  readonly candidate: Candidate;
  readonly settledAt: Instant | null;
  readonly helpStartedAt: Instant | null;
}

function* relapseRows(family: ReleasedFamily, terms: Terms): Iterable<RelapseRow> {
  const known = knownOf(family, terms);
  const end = new Moment(justBefore(terms.until));
  for (const candidate of candidates(known, end))
    yield {
      family: family.family,
      candidate,
      settledAt: settledAt(known, end, candidate),
      helpStartedAt: firstStart(known, end, candidate),
    };
}

/** The first start that counts (W4), for whomever of the family. */
function firstStart(known: Known, end: Moment, { event }: Candidate): Instant | null {
  const starts = startsFor(known, end, event.id).map(({ to }) => to);
  return starts.length === 0 ? null : (Math.min(...starts) as Instant);
}

const hour = 3_600_000;

function hoursToHelp({ helpStartedAt, candidate }: RelapseRow): number | null {
  if (helpStartedAt === null) return null;
  return Math.round(((helpStartedAt - candidate.clock) / hour) * 1000) / 1000;
}

const rules = {
  W5: 'was put on a waiting list, whatever its name',
  W6: 'no help by helpDue',
  W7: 'help was refused, or a dispute of the system stood in the way',
  W8: 'was handled as a new case',
  W9: 'help had started by helpDue, but not for an affected child',
} as const;

const { text, integer, numberOrNull, instant, instantOrNull } = columnsOf<RelapseRow>();

export const relapses = tableOf<RelapseRow>({
  name: 'relapses',
  meaning:
    'One row per sign of relapse since the first plan (a candidate, R1), as it stood at the end of observation. What was not settled by then may be helped later: nothing after it is known.',
  columns: [
    text('family', 'Pseudonym of the family.', ({ family }) => family),
    text('candidate', 'Id of the event that is the sign.', ({ candidate }) => candidate.event.id),
    text('type', 'Type of that event.', ({ candidate }) => candidate.event.type, releasedTypes),
    text(
      'urgency',
      'How urgent, after series and judgement (R1, R4, R5).',
      ({ candidate }) => candidate.urgency,
      Urgency.options,
    ),
    instant('since', 'From when it counts.', ({ candidate }) => candidate.since),
    instant(
      'clock',
      'When somebody with a duty knew; the terms run from here (R1).',
      ({ candidate }) => candidate.clock,
    ),
    instant(
      'contact_due',
      'By when somebody must have been spoken to (R2).',
      ({ candidate }) => candidate.contactDue,
    ),
    instant('help_due', 'By when help must have started (R2).', ({ candidate }) => candidate.helpDue),
    text(
      'state_at_end',
      'How it stood: open, helped, declined by the family (W10), or closed (judged no relapse, or help ended).',
      ({ candidate }) => candidate.state,
      ['open', 'help_started', 'declined', 'closed'],
    ),
    instantOrNull(
      'settled_at',
      'First instant at which it was no longer open; empty if it never was settled.',
      (row) => row.settledAt,
    ),
    instantOrNull(
      'help_started_at',
      'First start of help that counts (W4): no intake, letter or bridge. It may leave an affected child out: then the state stays open (W9).',
      (row) => row.helpStartedAt,
    ),
    numberOrNull(
      'hours_to_help',
      'Hours from clock to help_started_at; empty without a start, which is not zero. Below zero if help that was asked before also counts for this sign.',
      hoursToHelp,
    ),
    ...Object.entries(rules).map(([rule, meaning]) =>
      integer(
        `breaches_${rule.toLowerCase()}`,
        `Breaches of the guarantee by rule ${rule}: ${meaning}.`,
        ({ candidate }) => candidate.breaches.filter((breach) => breach.rule === rule).length,
      ),
    ),
  ],
  items: relapseRows,
});
