import { Status } from '../../domain/vocabulary.ts';
import type { Cell } from '../../release/result.ts';
import { total } from './grid.ts';
import type { Grid } from './grid.ts';

/** A table as it is drawn: a panel for each value of the first of three dimensions, in it groups of marks. */
export interface Panel {
  readonly value: string | undefined;
  readonly groups: readonly Group[];
}

export interface Group {
  readonly value: string | undefined;
  readonly marks: readonly Mark[];
}

export interface Mark {
  readonly value: string;
  readonly cell: Cell;
  /** Which of its group it is: the same mark looks the same in every group. */
  readonly series: number;
  readonly status: Status | undefined;
}

export type PlotKind = 'bars' | 'stacks' | 'whiskers';

/** Estimates as dots with whiskers; statuses of several groups as parts of a whole; everything else as bars. */
export function plotKind(grid: Grid): PlotKind {
  if (grid.hasIntervals) return 'whiskers';
  const isWhole = grid.dimensions.length > 1 && grid.dimensions.at(-1)?.id === 'status';
  return isWhole && isPartOfWhole(grid) ? 'stacks' : 'bars';
}

const isPartOfWhole = (grid: Grid): boolean =>
  ['families', 'persons', 'share'].includes(grid.unit) &&
  marksOf(panelsOf(grid)).every(({ cell, status }) => status !== undefined && (cell.value ?? 0) >= 0);

export const marksOf = (panels: readonly Panel[]): readonly Mark[] =>
  panels.flatMap(({ groups }) => groups.flatMap(({ marks }) => marks));

export function panelsOf(grid: Grid): readonly Panel[] {
  const along = grid.dimensions.map(({ id, values }) => ({ id, values: withoutTotal(values) }));
  const inner = along.at(-1);
  const middle = along.at(-2);
  const outer = along.at(-3);
  const group = (before: readonly string[]): Group => ({
    value: before.at(-1),
    marks: (inner?.values ?? []).map((value, series) => {
      const at = [...before, value];
      return { value, cell: grid.cell(at), series, status: statusAt(at, along) };
    }),
  });
  const panel = (before: readonly string[]): Panel => ({
    value: before[0],
    groups: middle ? middle.values.map((value) => group([...before, value])) : [group(before)],
  });
  return outer ? outer.values.map((value) => panel([value])) : [panel([])];
}

/** A sum beside its parts would dwarf them; it stands in the table. */
function withoutTotal(values: readonly string[]): readonly string[] {
  const parts = values.filter((value) => value !== total);
  return parts.length === 0 ? values : parts;
}

const statusAt = (at: readonly string[], along: readonly { readonly id: string }[]): Status | undefined =>
  Status.safeParse(at[along.findIndex(({ id }) => id === 'status')]).data;
