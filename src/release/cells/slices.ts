import type { CountTable } from './count-table.ts';
import type { Edge } from './network.ts';

/**
 * A table falls apart into slices, one per combination of values of the dimensions that nobody sums over. No equation
 * joins two slices, so each is protected by itself.
 */
export type Slice = readonly Figure[];

/** A cell, or a total over one or two dimensions: what it is in truth and where it stands in the network. */
export interface Figure extends Edge {
  readonly contributors: number;
  readonly isTotal: boolean;
  /** Position of each dimension's value, the number of its values for `total`; undefined: not in the table. */
  readonly at: readonly number[] | undefined;
  /** Everybody knows this sum. */
  readonly isKnown: boolean;
}

const [rows, columns] = ['row', 'column'] as const;

export function slicesOf(table: CountTable): readonly Slice[] {
  const { dimensions, totals = [], known = [] } = table;
  const summed = dimensions.flatMap(({ id }, axis) =>
    totals.includes(id) || known.includes(id) ? [axis] : [],
  );
  // One dimension at least, so that a table without totals has the same shape: its sums are simply not known.
  const [first = 0, second] = summed;
  const others = dimensions.map((_, axis) => axis).filter((axis) => axis !== first && axis !== second);
  return places(others.map((axis) => dimensions[axis]?.values.length ?? 0)).map((fixed) => {
    const at = dimensions.map((_, axis) => fixed[others.indexOf(axis)] ?? 0);
    return second === undefined ? line(table, at, first) : sheet(table, at, [first, second]);
  });
}

/** One dimension that is summed over: every cell goes from node 0 to node 1, and their sum back. */
function line(table: CountTable, at: readonly number[], axis: number): Slice {
  const cells = each(table, axis).map((value) => cellAt(table, put(at, [axis, value]), [0, 1]));
  return [...cells, sumOf(table, cells, { at, over: [axis], nodes: [1, 0] })];
}

/** Two dimensions: from node 0 to the rows, through the cells to the columns, to node 1, and the sum of all back. */
function sheet(table: CountTable, at: readonly number[], [down, across]: readonly [number, number]): Slice {
  const node = {
    [rows]: (row: number) => 2 + row,
    [columns]: (column: number) => 2 + each(table, down).length + column,
  };
  const place = (row: number, column: number) => put(at, [down, row], [across, column]);
  const cells = each(table, down).map((row) =>
    each(table, across).map((column) =>
      cellAt(table, place(row, column), [node.row(row), node.column(column)]),
    ),
  );
  const ofRows = cells.map((inRow, row) =>
    sumOf(table, inRow, { at: place(row, 0), over: [across], nodes: [0, node.row(row)] }),
  );
  const ofColumns = each(table, across).map((column) => {
    const inColumn = cells.flatMap((inRow) => inRow.slice(column, column + 1));
    return sumOf(table, inColumn, { at: place(0, column), over: [down], nodes: [node.column(column), 1] });
  });
  const all = sumOf(table, cells.flat(), { at, over: [down, across], nodes: [1, 0] });
  return [...cells.flat(), ...ofRows, ...ofColumns, all];
}

function cellAt(table: CountTable, at: readonly number[], [from, to]: readonly [number, number]): Figure {
  const index = table.dimensions.reduce((sum, { values }, axis) => sum * values.length + (at[axis] ?? 0), 0);
  const count = table.counts[index] ?? 0;
  return {
    from,
    to,
    count,
    contributors: table.contributors?.[index] ?? count,
    isTotal: false,
    at,
    isKnown: false,
  };
}

interface Sum {
  readonly at: readonly number[];
  readonly over: readonly number[];
  readonly nodes: readonly [number, number];
}

/** How many families stand behind a total is not told: at least as many as behind its largest cell. */
function sumOf(table: CountTable, cells: readonly Figure[], { at, over, nodes: [from, to] }: Sum): Figure {
  const count = cells.reduce((sum, cell) => sum + cell.count, 0);
  const contributors = cells.reduce((most, cell) => Math.max(most, cell.contributors), 0);
  const ids = over.flatMap((axis) => table.dimensions[axis]?.id ?? []);
  const isShown = ids.every((id) => table.totals?.includes(id));
  const known = table.known ?? [];
  return {
    from,
    to,
    count,
    contributors: table.contributors ? contributors : count,
    isTotal: true,
    at: isShown ? put(at, ...over.map((axis) => [axis, each(table, axis).length] as const)) : undefined,
    isKnown: known.length === ids.length && ids.every((id) => known.includes(id)),
  };
}

const each = ({ dimensions }: CountTable, axis: number): readonly number[] =>
  (dimensions[axis]?.values ?? []).map((_, value) => value);

const put = (at: readonly number[], ...changes: readonly (readonly [number, number])[]): readonly number[] =>
  at.map((value, axis) => changes.find(([changed]) => changed === axis)?.[1] ?? value);

/** Every combination of positions, the first slowest; of no dimensions the empty one. */
export function places(sizes: readonly number[]): readonly (readonly number[])[] {
  return sizes.reduce<readonly (readonly number[])[]>(
    (before, size) => before.flatMap((at) => Array.from({ length: size }, (_, value) => [...at, value])),
    [[]],
  );
}
