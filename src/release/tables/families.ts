import { guaranteedSince, isPlanActive } from '../../../projections/guarantee.ts';
import { findingsOnProfile } from '../../../projections/intimidation.ts';
import { all, earliestFrom } from '../../../projections/known.ts';
import type { Known } from '../../../projections/known.ts';
import { justBefore, Moment } from '../../../projections/moment.ts';
import { coverage } from '../../../projections/monitoring-coverage.ts';
import { candidates } from '../../../projections/relapse-queue.ts';
import { familyEvidence, familyStatus } from '../../../projections/safety.ts';
import { timesOf } from '../../domain/envelope.ts';
import type { Instant } from '../../domain/instant.ts';
import { Profile, Status, Tri } from '../../domain/vocabulary.ts';
import { knownOf } from '../known-family.ts';
import type { ReleasedFamily } from '../released.ts';
import type { Terms } from '../table.ts';
import { partiesOf, personsOf } from './persons-of.ts';
import { columnsOf, tableOf } from './table-of.ts';

interface FamilyRow {
  readonly family: string;
  readonly recorded: readonly Instant[];
  readonly known: Known;
  /** The last instant of the observation. */
  readonly end: Moment;
  readonly until: Instant;
}

function* familyRows(family: ReleasedFamily, terms: Terms): Iterable<FamilyRow> {
  const recorded = family.events.map((event) => timesOf(event).recordedAt).filter((at) => at <= terms.until);
  yield {
    family: family.family,
    recorded: recorded.sort((a, b) => a - b),
    known: knownOf(family, terms),
    end: new Moment(justBefore(terms.until)),
    until: terms.until,
  };
}

const inEffect = ({ known }: FamilyRow): number =>
  [...known.byType.values()].reduce((sum, list) => sum + list.length, 0);

const { text, textOrNull, integer, boolean, instant, instantOrNull } = columnsOf<FamilyRow>();
const noneRecorded = 'None recorded is not none.';

export const families = tableOf<FamilyRow>({
  name: 'families',
  meaning:
    'One row per family in the release. What holds at the end is asked just before the end of observation.',
  columns: [
    text('family', 'Pseudonym of the family.', ({ family }) => family),
    instantOrNull(
      'first_occurred_at',
      'Earliest instant of anything known of the family; observation begins here.',
      ({ known }) => earliestFrom(known),
    ),
    instantOrNull(
      'first_recorded_at',
      'When the first event was written down.',
      ({ recorded }) => recorded[0] ?? null,
    ),
    instantOrNull(
      'last_recorded_at',
      'When the last event was written down.',
      ({ recorded }) => recorded.at(-1) ?? null,
    ),
    instant(
      'observed_until',
      'The end of observation, the same for all families. Nothing later is known.',
      ({ until }) => until,
    ),
    integer('events', 'Number of recorded events.', ({ recorded }) => recorded.length),
    integer('events_in_effect', 'Of these, neither retracted nor replaced.', inEffect),
    integer('persons', 'Number of persons in the table persons.', ({ known }) => personsOf(known).length),
    integer(
      'children',
      'Persons who at some time joined as child or unborn child.',
      ({ known }) =>
        new Set(
          all(known, 'PersonJoined').flatMap(({ data }) =>
            data.role === 'child' || data.role === 'unborn_child' ? [data.person] : [],
          ),
        ).size,
    ),
    integer('parties', 'Parties that an event in effect names.', ({ known }) => partiesOf(known).length),
    integer(
      'reports',
      'Reports to Veilig Thuis in effect.',
      ({ known }) => all(known, 'FamilyReported').length,
    ),
    integer(
      'incidents',
      `Incidents in effect. ${noneRecorded}`,
      ({ known }) => all(known, 'IncidentRecorded').length,
    ),
    integer(
      'violence_patterns',
      `Recorded series of violence in effect. ${noneRecorded}`,
      ({ known }) => all(known, 'ViolencePatternRecorded').length,
    ),
    textOrNull(
      'profile_at_end',
      'Latest profile of the analysis; empty if there is none.',
      (row) => {
        const profile = findingsOnProfile(row.known, row.end)?.profile;
        return profile === undefined ? null : String(profile);
      },
      [...Profile.values].map(String),
    ),
    textOrNull(
      'coercive_control_at_end',
      'Latest word on coercive control; empty if there is none, which the rules read as yes.',
      (row) => findingsOnProfile(row.known, row.end)?.coerciveControl ?? null,
      Tri.options,
    ),
    instantOrNull(
      'plan_activated_at',
      'When the first plan became active (the first event that says so).',
      ({ known }) => all(known, 'PlanActivated')[0]?.to ?? null,
    ),
    boolean('is_plan_active_at_end', 'The latest word on the plan is that it is active.', ({ known, end }) =>
      isPlanActive(known, end),
    ),
    instantOrNull(
      'guaranteed_since',
      'Since when the family has the guarantee of help without waiting (W1), at the end; empty if it has none.',
      ({ known, end }) => guaranteedSince(known, end),
    ),
    text(
      'status_at_end',
      'Status of the family (P8, P9). unknown is not safe.',
      ({ known, end }) => familyStatus(known, end),
      Status.options,
    ),
    text(
      'evidence_at_end',
      'What the facts support. unknown is not safe.',
      ({ known, end }) => familyEvidence(known, end),
      Status.options,
    ),
    integer(
      'parties_agreed_at_end',
      'Parties with an accepted relation to an agreement in force.',
      ({ known, end }) => coverage(known, end).agreed,
    ),
    integer(
      'parties_active_at_end',
      'Of these, really watching or with a stand-in who does.',
      ({ known, end }) => coverage(known, end).active,
    ),
    boolean(
      'all_monitoring_at_end',
      'All expected groups watch and no critical agreement is uncovered (M12).',
      ({ known, end }) => coverage(known, end).allMonitoring,
    ),
    integer(
      'relapses',
      'Signs of relapse since the first plan (R1); the rows of the table relapses.',
      ({ known, end }) => candidates(known, end).length,
    ),
    integer('breaches', 'Breaches of the guarantee of help without waiting (W5-W9).', ({ known, end }) =>
      candidates(known, end).reduce((sum, { breaches }) => sum + breaches.length, 0),
    ),
  ],
  items: familyRows,
});
