import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultPolicy } from '../../../src/domain/parameters.ts';
import type { Cell, Result, ResultTable } from '../../../src/release/result.ts';

/** Results written by hand in the shape that cohort, lab and project give out. */

type Given = number | null | 'secondary' | 'none' | readonly [number, number, number];

const cellOf = (given: Given): Cell => {
  if (given === null) return { value: null, hidden: 'small' };
  if (given === 'secondary' || given === 'none') return { value: null, hidden: given };
  if (typeof given === 'number') return { value: given };
  const [value, low, high] = given;
  return { value, low, high };
};

/** One given for each combination of the values, the first dimension slowest. */
export function tableOf(
  id: string,
  unit: ResultTable['unit'],
  dimensions: Readonly<Record<string, readonly string[]>>,
  given: readonly Given[],
): ResultTable {
  const places = Object.values(dimensions).reduce<readonly (readonly string[])[]>(
    (before, values) => before.flatMap((at) => values.map((value) => [...at, value])),
    [[]],
  );
  if (places.length !== given.length) throw new Error(`${id} has ${places.length} places`);
  return {
    id,
    unit,
    dimensions: Object.entries(dimensions).map(([name, values]) => ({ id: name, values: [...values] })),
    rows: places.map((at, index) => ({ at: [...at], cell: cellOf(given[index] ?? null) })),
  };
}

const common = { format: 'waakvlam-result', version: 1, release: '2026-11-noord' } as const;
const cells = { least: 10, base: 5 };
const moments = ['T0', 'T12', 'T18'];
const parameters = { ...defaultPolicy.parameters };

export const cohort: Result = {
  ...{ ...common, kind: 'cohort', cells },
  policies: [{ name: 'default', parameters }],
  tables: [
    tableOf(
      'violence_stopped',
      'families',
      { moment: moments, outcome: ['stopped', 'not_stopped', 'unknown'] },
      [...[15, 240, 145], ...[185, 60, 155], ...[210, null, 'secondary']] as readonly Given[],
    ),
    tableOf(
      'family_status',
      'share',
      { moment: moments, status: ['unsafe', 'unknown', 'direct', 'durable'] },
      [0.62, 0.38, null, null, 0.15, 0.405, 0.345, 0.1, 0.09, 0.33, 0.36, 0.22],
    ),
    tableOf(
      'person_status',
      'persons',
      { moment: ['T0', 'T18'], status: ['durable', 'unknown', 'unsafe', 'direct', 'total'] },
      [...[null, 310, 640, 'secondary', 985], ...[225, 290, 85, 385, 985]] as readonly Given[],
    ),
    tableOf(
      'time_to_help',
      'events',
      { moment: ['T12', 'T18'], band: ['up_to_8_hours', 'up_to_3_days', 'over_7_days', 'not_started'] },
      [140, 85, 30, null, 70, 45, null, 'secondary'],
    ),
    tableOf('followed', 'families', { moment: moments, observed: ['observed', 'not_yet_observed'] }, [
      ...[400, null, 400, 'secondary', 365, 35],
    ] as readonly Given[]),
    tableOf('breaches', 'breaches', { reason: ['W5', 'W6', 'W7', 'W8', 'W9'] }, [35, 20, null, 'none', 15]),
    tableOf(
      'agreements_kept',
      'share',
      { result: ['kept', 'partly', 'broken', 'could_not_observe'] },
      [0.712, 0.148, 0.06, 0.08],
    ),
  ],
};

export const lab: Result = {
  ...{ ...common, kind: 'lab', cells },
  policies: [
    { name: 'default', parameters },
    { name: 'strenger', parameters: { ...parameters, sightDays: 7, directQuietDays: 56 } },
  ],
  bootstrap: { draws: 1000, seed: 20261125 },
  tables: [
    tableOf('lead_time', 'days', { policy: ['default', 'strenger'], signal: ['L3', 'M6', 'R7'] }, [
      ...([[12.4, 9.1, 16.25], [3.5, 2, 5.75], null] as const),
      ...([
        [15.1, 11, 19.5],
        [4.2, 2.5, 6.1],
        [30, 12, 61],
      ] as const),
    ]),
    tableOf('alarms', 'per_family_month', { policy: ['default', 'strenger'] }, [
      [0.42, 0.39, 0.46],
      [0.913, 0.85, 0.97],
    ]),
    tableOf('errors', 'share', { policy: ['default', 'strenger'], error: ['false_alarm', 'missed'] }, [
      ...([
        [0.613, 0.58, 0.64],
        [0.22, 0.17, 0.28],
        [0.74, 0.71, 0.77],
        [0.11, 0.07, 0.16],
      ] as const),
    ]),
    tableOf(
      'differences',
      'days',
      {
        policy: ['strenger', 'ruimer'],
        rule: ['D1', 'D3', 'P9'],
        change: ['direct_to_unknown', 'unknown_to_direct', 'durable_to_not_at_risk'],
      },
      [40, 2135, null, 15, 'secondary', 10, 120, 85, 30, 25, 15, null, 0, 0, 0, null, 20, 1250],
    ),
    tableOf('differing_families', 'families', { policy: ['strenger'], differs: ['yes', 'no'] }, [45, 310]),
    tableOf('alarm_changes', 'per_family_month', { policy: ['strenger'], rule: ['any', 'L1', 'W6'] }, [
      ...([[-0.21, -0.3, -0.12], [0.04, -0.02, 0.1], null] as const),
    ]),
  ],
};

/** Names that nobody thought of, and numbers of every size. */
export const projection: Result = {
  ...{ ...common, kind: 'projection', cells: { least: 10, base: 1 } },
  policies: [],
  tables: [
    tableOf(
      'my_table',
      'number',
      {
        kleur: [
          '<b>rood</b>',
          'Een naam die zo lang is dat hij nooit op één regel past, ook niet op een breed scherm',
          'x'.repeat(90),
        ],
      },
      [-1234.5, 1_234_567.25, 0],
    ),
    tableOf('huge', 'number', { x: ['a', 'b'] }, [1e300, -1e300]),
    tableOf('one_row', 'number', { x: ['total'] }, [12]),
    tableOf('nothing', 'families', { x: ['a', 'b'], y: ['c', 'd'] }, [null, null, 'secondary', 'none']),
  ],
};

/** Puts files into the folder of results of a data folder. */
export function placeResults(folder: string, files: Readonly<Record<string, unknown>>): void {
  const into = join(folder, 'results');
  mkdirSync(into, { recursive: true });
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(into, name), typeof content === 'string' ? content : JSON.stringify(content));
}
