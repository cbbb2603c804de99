import { rules } from '../../../projections/finding.ts';
import { alarmRules } from '../../../projections/alarms/alarm.ts';
import { protect } from '../cells/protect.ts';
import type { CellRule } from '../cells/rounding.ts';
import { estimateCell } from '../cells/shares.ts';
import type { Cell, ResultTable } from '../result.ts';
import { median } from './median.ts';
import { countedRules, differenceKey, leadKey } from './tally.ts';
import type { Tally } from './tally.ts';

/**
 * The tables of the lab, with small cells protected.
 *
 * - `differences`: person-days with another status than under the first policy, as known then, by the first rule that
 *   is met under one of both alone (P9: none, a decision counts otherwise) and by what becomes of the status.
 * - `differing_families`: families of which somebody's status differs at some time.
 * - `alarms`: alarms that began, per family and month (365.25 / 12 days) observed.
 * - `alarm_changes`: the same less that of the first policy; both from the same families, so the interval is narrower.
 * - `lead_time`: median number of whole days between a family's first alarm of a kind, as known then, and the next
 *   recorded incident; only of families that have both, so it says nothing of how often an incident follows.
 * - `errors`: `false_alarm`, of the alarms whose horizon was observed the share after which no violence was recorded in
 *   it; `missed`, of the recorded incidents the share before which no alarm stood within it (warnings.ts).
 *
 * `any` stands for alarms of all rules together. Values for which nothing can be shown are left out.
 */
export function labTables(tally: Tally, names: readonly string[], rule: CellRule): readonly ResultTable[] {
  const others = names.slice(1);
  const of = (cell: (policy: number, rule: string) => Cell) => (at: readonly string[]) =>
    cell(names.indexOf(at[0] ?? ''), at[1] ?? '');
  const policy = { id: 'policy', values: names };
  const compared = { id: 'policy', values: others };
  const counted = { id: 'rule', values: countedRules };
  return [
    differences(tally, names, rule),
    differingFamilies(tally, names, rule),
    table(
      { id: 'lead_time', unit: 'days', dimensions: [policy, { id: 'signal', values: alarmRules }] },
      of((index, signal) => leadCell(tally, { policy: index, rule: signal }, rule)),
    ),
    table(
      { id: 'alarms', unit: 'per_family_month', dimensions: [policy, counted] },
      of((index, name) => estimateCell(tally.rate({ policy: index, rule: name }), rule)),
    ),
    table(
      { id: 'alarm_changes', unit: 'per_family_month', dimensions: [compared, counted] },
      of((index, name) => estimateCell(tally.change(index, name), rule)),
    ),
    table(
      {
        id: 'errors',
        unit: 'share',
        dimensions: [policy, counted, { id: 'error', values: ['false_alarm', 'missed'] }],
      },
      ([name = '', alarm = '', error]) => {
        const part = { policy: names.indexOf(name), rule: alarm };
        return estimateCell(error === 'missed' ? tally.missed(part) : tally.falseAlarms(part), rule);
      },
    ),
  ].map(withoutEmpty);
}

type Shape = Omit<ResultTable, 'rows' | 'dimensions'> & {
  readonly dimensions: readonly { readonly id: string; readonly values: readonly string[] }[];
};

function table({ dimensions, ...shape }: Shape, cell: (at: readonly string[]) => Cell): ResultTable {
  return {
    ...shape,
    dimensions: dimensions.map(({ id, values }) => ({ id, values: [...values] })),
    rows: combinations(dimensions).map((at) => ({ at: [...at], cell: cell(at) })),
  };
}

const combinations = (dimensions: Shape['dimensions']): readonly (readonly string[])[] =>
  dimensions.reduce<readonly (readonly string[])[]>(
    (found, { values }) => found.flatMap((at) => values.map((value) => [...at, value])),
    [[]],
  );

const told = ['unsafe', 'unknown', 'direct', 'durable', 'not_at_risk'];
const changes = told.flatMap((first) =>
  told.filter((other) => other !== first).map((other) => `${first}_to_${other}`),
);

function differences(tally: Tally, names: readonly string[], rule: CellRule): ResultTable {
  const dimensions = [
    { id: 'policy', values: names.slice(1) },
    { id: 'rule', values: [...rules, 'P9'] },
    { id: 'change', values: changes },
  ];
  const found = combinations(dimensions).map(([name = '', by = '', change = '']) =>
    tally.tallied.differences.get(differenceKey(names.indexOf(name), by, change)),
  );
  return protect(
    {
      id: 'differences',
      unit: 'days',
      dimensions,
      counts: found.map((each) => Math.round((each?.minutes ?? 0) / 1440)),
      contributors: found.map((each) => each?.families ?? 0),
    },
    rule,
  );
}

function differingFamilies({ tallied }: Tally, names: readonly string[], rule: CellRule): ResultTable {
  return protect(
    {
      id: 'differing_families',
      unit: 'families',
      dimensions: [
        { id: 'policy', values: names.slice(1) },
        { id: 'differs', values: ['yes', 'no'] },
      ],
      counts: names.slice(1).flatMap((_name, index) => {
        const differing = tallied.differing.get(index + 1) ?? 0;
        return [differing, tallied.families - differing];
      }),
      known: ['differs'],
    },
    rule,
  );
}

function leadCell({ tallied }: Tally, part: { policy: number; rule: string }, rule: CellRule): Cell {
  const histogram = tallied.leads.get(leadKey(part)) ?? new Map<number, number>();
  const contributors = [...histogram.values()].reduce((sum, families) => sum + families, 0);
  return estimateCell({ ...(median(histogram) ?? { value: null }), contributors }, rule);
}

/** Without the values of later dimensions for which no cell is shown, but never without all of them. */
function withoutEmpty({ dimensions, rows, ...rest }: ResultTable): ResultTable {
  const isShown = (axis: number, value: string) =>
    rows.some(({ at, cell }) => at[axis] === value && cell.value !== null);
  const kept = dimensions.map(({ id, values }, axis) => {
    const shown = axis === 0 ? values : values.filter((value) => isShown(axis, value));
    return { id, values: shown.length > 0 ? shown : values.slice(0, 1) };
  });
  return {
    ...rest,
    dimensions: kept,
    rows: rows.filter(({ at }) => at.every((value, axis) => kept[axis]?.values.includes(value) === true)),
  };
}
