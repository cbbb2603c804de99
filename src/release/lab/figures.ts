import { record } from '../../domain/envelope.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Policy } from '../../domain/parameters.ts';
import type { ReleasedFamily } from '../released.ts';
import { alarmRuns, alarmsAt } from './alarm-runs.ts';
import type { AlarmRun } from './alarm-runs.ts';
import { course, observedFrom } from './course.ts';
import { differenceIntervals, differencesAt } from './differences.ts';
import type { DifferenceInterval } from './differences.ts';
import { recordedViolence } from './violence.ts';
import type { Violence } from './violence.ts';
import { isFalse, isPreceded, judgedIncidents, leadDays } from './warnings.ts';
import type { Observed } from './warnings.ts';

/** What one family contributes to the tables: sums of whole numbers, so that any order of adding gives the same. */
export interface FamilyFigures {
  readonly family: string;
  /** Minutes from the first recording to the end of observation. */
  readonly minutes: number;
  /** Recorded incidents that can be judged. */
  readonly incidents: number;
  /** One for each policy, in their order. */
  readonly policies: readonly PolicyFigures[];
  readonly differences: readonly DifferenceInterval[];
}

export interface PolicyFigures {
  /** By rule; and `any` for the runs of all rules together, about which no lead time is told. */
  readonly alarms: ReadonlyMap<string, AlarmFigures>;
}

export interface AlarmFigures {
  /** Runs that began. */
  readonly begun: number;
  /** Of those, the ones whose horizon was observed to its end, and that were false. */
  readonly judged: number;
  readonly false: number;
  /** Judged incidents that no run preceded. */
  readonly missed: number;
  readonly leadDays: number | null;
}

export const anyRule = 'any';

export interface LabTerms {
  /** The first one is what the others are compared with. */
  readonly policies: readonly Policy[];
  /** The end of what was observed, the same for all families. */
  readonly until: Instant;
  /** How long after its beginning an alarm is held against what was recorded, and how long before an incident. */
  readonly horizonDays: number;
}

/** Null for a family of which nothing was recorded before the end. */
export function figuresOf({ family, events }: ReleasedFamily, terms: LabTerms): FamilyFigures | null {
  const { policies, until } = terms;
  const records = events.map((event) => record(event));
  const from = observedFrom(records, until);
  if (from === null) return null;
  const told = [
    ...course(records, { policies: policies.map(({ parameters }) => parameters), until }, (sides) => ({
      differences: differencesAt(sides),
      alarms: sides.map((side) => alarmsAt(side)),
    })),
  ];
  const violence = recordedViolence(records, until);
  const observed = { from, until };
  const incidents = judgedIncidents(violence, observed, terms.horizonDays);
  return {
    family,
    minutes: Math.floor((until - from) / 60_000),
    incidents: incidents.length,
    policies: policies.map((_policy, index) => {
      const runs = alarmRuns(told.map(({ is, ...span }) => ({ ...span, is: is.alarms[index] ?? new Map() })));
      return {
        alarms: alarmFigures(runs, { violence, incidents, observed, horizonDays: terms.horizonDays }),
      };
    }),
    differences: differenceIntervals(told.map(({ is, ...span }) => ({ ...span, is: is.differences }))),
  };
}

interface Against {
  readonly violence: readonly Violence[];
  readonly incidents: readonly Violence[];
  readonly observed: Observed;
  readonly horizonDays: number;
}

function alarmFigures(runs: readonly AlarmRun[], against: Against): ReadonlyMap<string, AlarmFigures> {
  const byRule = Map.groupBy(runs, ({ rule }) => rule);
  return new Map([
    [anyRule, { ...figuresOfRuns(runs, against), leadDays: null }],
    ...[...byRule].map(([rule, own]) => [rule, figuresOfRuns(own, against)] as const),
  ]);
}

function figuresOfRuns(
  runs: readonly AlarmRun[],
  { violence, incidents, observed: { until }, horizonDays }: Against,
): AlarmFigures {
  const verdicts = runs.map((run) => isFalse(run, violence, { until, horizonDays }));
  return {
    begun: runs.length,
    judged: verdicts.filter((verdict) => verdict !== null).length,
    false: verdicts.filter((verdict) => verdict === true).length,
    missed: incidents.filter((incident) => !isPreceded(incident, runs, horizonDays)).length,
    leadDays: leadDays(runs, violence),
  };
}
