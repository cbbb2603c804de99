import type { CountTable } from '../cells/count-table.ts';
import { protect } from '../cells/protect.ts';
import type { CellRule } from '../cells/rounding.ts';
import type { ResultTable } from '../result.ts';
import { cellsOf, jsonOf } from './reducer.ts';
import type { DeclaredTable } from './reducer.ts';

/** Counts families in the cells of one declared table, outside the sandbox. */
export class Tally {
  readonly table: DeclaredTable;
  readonly #counts: number[];
  /** Sets of dimensions over which every family so far was counted exactly once, whatever the other dimensions say. */
  #once: readonly (readonly number[])[];
  #families = 0;
  #isAtMostOnce = true;
  #counted = 0;

  constructor(table: DeclaredTable) {
    this.table = table;
    this.#counts = Array.from({ length: cellsOf(table) }, () => 0);
    const axes = table.dimensions.map((_, axis) => axis);
    this.#once = axes
      .reduce<readonly (readonly number[])[]>(
        (sets, axis) => [...sets, ...sets.map((set) => [...set, axis])],
        [[]],
      )
      .filter(({ length }) => length > 0);
  }

  /** One family: in which cells, each given once. */
  add(cells: readonly (readonly number[])[]): void {
    const { dimensions } = this.table;
    this.#families += 1;
    for (const at of cells) {
      const index = dimensions.reduce((sum, { values }, axis) => sum * values.length + (at[axis] ?? 0), 0);
      this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    }
    if (cells.length > 0) this.#counted += 1;
    if (cells.length > 1) this.#isAtMostOnce = false;
    this.#once = this.#once.filter((over) => {
      const others = dimensions.flatMap(({ values }, axis) =>
        over.includes(axis) ? [] : [{ axis, size: values.length }],
      );
      const slices = others.reduce((product, { size }) => product * size, 1);
      return (
        cells.length === slices &&
        new Set(cells.map((at) => others.map(({ axis }) => at[axis]).join())).size === slices
      );
    });
  }

  /**
   * The table as it may leave. Who wrote the reducer knows how it divides families, and everybody knows how many there
   * are: where each family was counted once, the sum is known; where at most once, those not counted are one more cell.
   */
  protected(rule: CellRule): ResultTable {
    const { id, unit, dimensions } = this.table;
    const plain: CountTable = { id, unit, dimensions, counts: this.#counts };
    const over = this.#once.find(({ length }) => length < 3);
    if (this.#families === 0) return protect(plain, rule);
    if (over) return protect({ ...plain, known: over.flatMap((axis) => dimensions[axis]?.id ?? []) }, rule);
    if (!this.#isAtMostOnce) return protect(plain, rule);
    const missed = this.#once.length > 0 ? [] : [this.#families - this.#counted];
    const counts = [...this.#counts, ...missed];
    const values = counts.map((_, index) => String(index));
    const flat = protect({ id, unit, dimensions: [{ id: 'cell', values }], counts, known: ['cell'] }, rule);
    const shape = protect(plain, rule);
    return {
      ...shape,
      rows: shape.rows.map((row, index) => ({ ...row, cell: flat.rows[index]?.cell ?? row.cell })),
    };
  }
}

/**
 * What a module returned for one family, as positions per table; a string says what is wrong with it, without any of
 * it: what it returned may hold what it saw.
 */
export function cellsIn(
  json: string,
  tables: readonly DeclaredTable[],
): ReadonlyMap<string, readonly (readonly number[])[]> | string {
  const answer = jsonOf(json);
  if (!Array.isArray(answer)) return 'family: not a list of { table, at }';
  const found = new Map<string, (readonly number[])[]>(tables.map(({ id }) => [id, []]));
  const seen = new Set<string>();
  for (const entry of answer as readonly unknown[]) {
    const { table: name, at } = Object(entry) as { readonly table?: unknown; readonly at?: unknown };
    const table = tables.find(({ id }) => id === name);
    if (!table || !Array.isArray(at) || at.length !== table.dimensions.length)
      return 'family: a cell that is not declared';
    const place = table.dimensions.map(({ values }, axis) => values.indexOf(at[axis] as string));
    if (place.includes(-1)) return 'family: a cell that is not declared';
    const key = `${table.id} ${place.join()}`;
    if (seen.has(key)) return 'family: the same cell twice';
    seen.add(key);
    found.get(table.id)?.push(place);
  }
  return found;
}
