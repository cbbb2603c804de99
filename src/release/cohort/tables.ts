import { familyStatus, statusOf } from '../../../projections/safety.ts';
import { Moment } from '../../../projections/moment.ts';
import { atRisk } from '../../../projections/roster.ts';
import type { CountTable } from '../cells/count-table.ts';
import type { Followed, MomentAsked } from './followed.ts';
import {
  agreementReports,
  agreementResults,
  breachReasons,
  breachesIn,
  helpBands,
  timesToHelp,
} from './help.ts';
import { violenceRecorded, violenceStopped } from './violence.ts';

/** The outcome tables of a cohort, each by moment. */
export interface OutcomeTable {
  readonly id: string;
  readonly unit: CountTable['unit'];
  readonly dimension: string;
  readonly values: readonly string[];
  /** About the time since the moment before, so there is nothing to say of T0. */
  readonly isOfPeriod: boolean;
  /** The values that a family adds, each as often as it counts; `end` is the end of the release. */
  valuesOf(followed: Followed, end: Moment): readonly string[];
}

const statuses = ['unsafe', 'unknown', 'direct', 'durable'];

export const outcomeTables: readonly OutcomeTable[] = [
  {
    ...{ id: 'violence_stopped', unit: 'families', dimension: 'outcome', isOfPeriod: false },
    values: ['stopped', 'not_stopped', 'unknown'],
    valuesOf: (followed) => [violenceStopped(followed)],
  },
  {
    ...{ id: 'recorded_violence', unit: 'families', dimension: 'outcome', isOfPeriod: false },
    values: ['yes', 'no', 'unknown'],
    valuesOf: (followed) => [violenceRecorded(followed)],
  },
  {
    ...{ id: 'family_status', unit: 'families', dimension: 'status', isOfPeriod: false },
    values: statuses,
    valuesOf: ({ known, at }) => [familyStatus(known, new Moment(at))],
  },
  {
    ...{ id: 'person_status', unit: 'persons', dimension: 'status', isOfPeriod: false },
    values: statuses,
    valuesOf: ({ known, at }) => {
      const now = new Moment(at);
      return atRisk(known, now).map(({ person }) => statusOf(known, now, person) ?? 'unknown');
    },
  },
  {
    ...{ id: 'time_to_help', unit: 'events', dimension: 'band', isOfPeriod: true },
    values: helpBands,
    valuesOf: timesToHelp,
  },
  {
    ...{ id: 'breaches', unit: 'breaches', dimension: 'reason', isOfPeriod: true },
    values: breachReasons,
    valuesOf: breachesIn,
  },
  {
    ...{ id: 'agreements_kept', unit: 'events', dimension: 'result', isOfPeriod: true },
    values: agreementResults,
    valuesOf: agreementReports,
  },
];

/** Counts of a table, family by family. */
export class Tally {
  readonly moments: readonly MomentAsked[];
  readonly table: Omit<OutcomeTable, 'isOfPeriod' | 'valuesOf'>;
  private readonly counts: number[];
  private readonly contributors: number[];

  constructor(table: Tally['table'], moments: readonly MomentAsked[]) {
    this.table = table;
    this.moments = moments;
    this.counts = Array.from({ length: moments.length * table.values.length }, () => 0);
    this.contributors = [...this.counts];
  }

  /** What one family adds at one moment. */
  add(moment: MomentAsked, values: readonly string[]): void {
    const row = this.moments.indexOf(moment) * this.table.values.length;
    const places = values.map((value) => row + this.table.values.indexOf(value));
    for (const place of places) this.counts[place] = (this.counts[place] ?? 0) + 1;
    for (const place of new Set(places)) this.contributors[place] = (this.contributors[place] ?? 0) + 1;
  }

  /** How many families stand in each moment is told in a table of its own, so it counts as known in those of families. */
  counted(): CountTable {
    const { id, unit, dimension, values } = this.table;
    const ofFamilies = unit === 'families';
    return {
      ...{ id, unit, counts: this.counts },
      dimensions: [
        { id: 'moment', values: this.moments.map(({ name }) => name) },
        { id: dimension, values },
      ],
      ...(ofFamilies ? { known: [dimension] } : { contributors: this.contributors }),
    };
  }
}
