import type { ResultTable } from '../result.ts';

/** Counts as they are, before anything is hidden: never leaves. */
export interface CountTable {
  readonly id: string;
  readonly unit: ResultTable['unit'];
  readonly dimensions: readonly Dimension[];
  /** One per combination of values, the first dimension slowest. */
  readonly counts: readonly number[];
  /** How many families stand behind each cell, where it does not count families itself. */
  readonly contributors?: readonly number[];
  /** Dimensions that get a further value `total`; at most two. */
  readonly totals?: readonly string[];
  /**
   * Dimensions over which everybody knows the exact sum from elsewhere, shown here or not: where each family of a
   * release falls into one outcome, the manifest tells the sum over the outcomes. At most two, those of `totals`
   * included.
   */
  readonly known?: readonly string[];
}

export interface Dimension {
  readonly id: string;
  readonly values: readonly string[];
}

export const total = 'total';

/** Throws a RangeError that names the table and the field: a table that was put together wrongly is a bug. */
export function checkTable(table: CountTable): void {
  const wrong = (field: string, why: string): never => {
    throw new RangeError(`table ${table.id}, ${field}: ${why}`);
  };
  const { dimensions, counts, contributors, totals = [], known = [] } = table;
  if (dimensions.length < 1 || dimensions.length > 3) wrong('dimensions', 'from 1 to 3');
  const ids = dimensions.map(({ id }) => id);
  if (new Set(ids).size < ids.length) wrong('dimensions', 'each id once');
  for (const { id, values } of dimensions) {
    if (values.length === 0) wrong(`dimension ${id}`, 'at least one value');
    if (new Set(values).size < values.length) wrong(`dimension ${id}`, 'each value once');
    if (totals.includes(id) && values.includes(total)) wrong(`dimension ${id}`, `no value named ${total}`);
  }
  const summed = new Set([...totals, ...known]);
  for (const id of summed) if (!ids.includes(id)) wrong('totals', `${id} is no dimension`);
  // Over three the equations are no network any more, and bounds would no longer be exact.
  if (summed.size > 2) wrong('totals', 'over at most two dimensions');
  const cells = dimensions.reduce((product, { values }) => product * values.length, 1);
  for (const [field, numbers] of [
    ['counts', counts],
    ['contributors', contributors ?? counts],
  ] as const) {
    if (numbers.length !== cells) wrong(field, `${String(cells)} numbers, one per cell`);
    if (numbers.some((number) => !Number.isSafeInteger(number) || number < 0))
      wrong(field, 'whole numbers from 0 on');
  }
}
