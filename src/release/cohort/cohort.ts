import { knownAt } from '../../../projections/known.ts';
import { Moment } from '../../../projections/moment.ts';
import { record } from '../../domain/envelope.ts';
import { parseInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Policy } from '../../domain/parameters.ts';
import { protect } from '../cells/protect.ts';
import type { Release } from '../open.ts';
import type { Result } from '../result.ts';
import { followedAt, startOfPlan } from './followed.ts';
import type { MomentAsked } from './followed.ts';
import { Tally, outcomeTables } from './tables.ts';

/** A result, or why there is none: then no figure is told, also not how many there were. */
export type CohortAnswer = { readonly result: Result } | { readonly refusal: string };

/** Which families have come as far as each moment. */
const followedTable: Tally['table'] = {
  ...{ id: 'followed', unit: 'families', dimension: 'observed' },
  values: ['observed', 'not_yet_observed'],
};

/**
 * Outcomes of all families with a plan at moments after its activation, with the knowledge of the end of the release.
 * A family whose moment lies after that end is counted as not yet observed and nowhere else. One family in memory.
 * @throws ReleaseRefused
 */
export function cohort(
  { manifest, families }: Pick<Release, 'manifest' | 'families'>,
  { moments, policy, onFamily = () => undefined }: Asked,
): CohortAnswer {
  const until = parseInstant(manifest.until) as Instant;
  const { cells } = manifest.parameters;
  const followed = new Tally(followedTable, moments);
  const later = moments.filter(({ months }) => months > 0);
  const tallies = outcomeTables
    .map((table) => ({ table, tally: new Tally(table, table.isOfPeriod ? later : moments) }))
    .filter(({ tally }) => tally.moments.length > 0);
  let members = 0;
  for (const { events } of families()) {
    const known = knownAt(events.map(record), until, policy.parameters);
    const start = startOfPlan(known);
    onFamily();
    if (start === null || start > until) continue;
    members += 1;
    const end = new Moment(until);
    moments.forEach((moment, index) => {
      const family = followedAt(known, start, { moments, index, until });
      followed.add(moment, [family ? 'observed' : 'not_yet_observed']);
      if (!family) return;
      for (const { table, tally } of tallies)
        if (tally.moments.includes(moment)) tally.add(moment, table.valuesOf(family, end));
    });
  }
  if (members < cells.least)
    return {
      refusal:
        'too few families with a plan to tell anything without pointing at them; ask for a larger release',
    };
  return {
    result: {
      ...{ format: 'waakvlam-result', version: 1, kind: 'cohort', release: manifest.release },
      policies: [{ name: policy.name, parameters: policy.parameters }],
      cells,
      tables: [followed, ...tallies.map(({ tally }) => tally)].map((tally) =>
        protect(tally.counted(), cells),
      ),
    },
  };
}

export interface Asked {
  /** By month, each once. */
  readonly moments: readonly MomentAsked[];
  readonly policy: Policy;
  readonly onFamily?: () => void;
}
