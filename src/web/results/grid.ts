import { wordsOf } from '../words/result-values.ts';
import type { Cell, ResultTable } from '../../release/result.ts';
import { Status } from '../../domain/vocabulary.ts';

/** A table by its dimensions, in the order in which people read them. */
export interface Grid {
  readonly id: string;
  readonly unit: ResultTable['unit'];
  readonly dimensions: readonly Dimension[];
  /** One value for each dimension; where the table has no row there is no number. */
  cell(at: readonly string[]): Cell;
  /** Some number has bounds. */
  readonly hasIntervals: boolean;
  readonly hidden: ReadonlySet<NonNullable<Cell['hidden']>>;
}

interface Dimension {
  readonly id: string;
  readonly values: readonly string[];
  /** Which words its values have. */
  readonly words: string;
}

/** The sum over a dimension: stands last, and in no drawing. */
export const total = 'total';

export function gridOf({ id, unit, dimensions, rows }: ResultTable): Grid {
  const cells = new Map(rows.map(({ at, cell }) => [JSON.stringify(at), cell]));
  return {
    id,
    unit,
    dimensions: dimensions.map(({ id: name, values }) => ({
      id: name,
      words: wordsOf(id, name),
      values: inOrder(name, values),
    })),
    cell: (at) => cells.get(JSON.stringify(at)) ?? { value: null, hidden: 'none' },
    hasIntervals: rows.some(({ cell }) => isInterval(cell)),
    hidden: new Set(rows.flatMap(({ cell }) => cell.hidden ?? [])),
  };
}

export const isInterval = ({ low, high }: Cell): boolean => low !== undefined && high !== undefined;

/** Statuses from the worst to the best as everywhere; the other values as the file has them; sums at the end. */
function inOrder(dimension: string, values: readonly string[]): string[] {
  const worstFirst: readonly string[] = dimension === 'status' ? Status.options : [];
  const rank = (value: string) => (value === total ? Infinity : worstFirst.indexOf(value));
  const isKnown = (value: string) => rank(value) >= 0;
  const known = values.filter(isKnown).sort((one, other) => rank(one) - rank(other));
  return [
    ...known.filter((value) => value !== total),
    ...values.filter((value) => !isKnown(value)),
    ...known.filter((value) => value === total),
  ];
}
