import type { ResultTable } from '../../../src/release/result.ts';
import { largest } from './simplex.ts';

/**
 * Somebody who reads a protected table, knows the rule, and works out by linear programming how small and how large
 * each figure can be. Written without a look at how the tables are protected: no network, no true counts. With sums
 * over one or two dimensions the bounds of linear programming are whole numbers, so whole numbers add nothing.
 */
export interface Known {
  readonly least: number;
  readonly base: number;
  /** Sums that are known from elsewhere, by the values of the table's dimensions, `*` where it is summed over. */
  readonly sums?: Readonly<Record<string, number>>;
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The smallest and the largest that a figure can be, by its values joined by `|`. */
export function attack(table: ResultTable, known: Known): (at: string) => Range {
  const inner = table.rows.filter(({ at }) => !at.includes('total'));
  const parts = (at: readonly string[]) =>
    inner.map((cell) =>
      cell.at.every((value, axis) => ['total', '*', value].includes(at[axis] ?? '')) ? 1 : 0,
    );
  const tellsSmall = inner.some(({ cell }) => cell.hidden === 'small');
  const conclusions = [
    ...table.rows.map(({ at, cell }) => ({ row: parts(at), ...concluded(at, cell, tellsSmall, known) })),
    ...Object.entries(known.sums ?? {}).map(([at, sum]) => ({
      row: parts(at.split('|')),
      low: sum,
      high: sum,
    })),
  ];
  const rows = conclusions.flatMap(({ row, low, high }) => [
    ...(low > 0 ? [{ row: row.map((part) => -part), limit: -low }] : []),
    ...(high < Infinity ? [{ row, limit: high }] : []),
  ]);
  const solve = (aim: readonly number[]) => {
    const answer = largest(
      aim,
      rows.map(({ row }) => row),
      rows.map(({ limit }) => limit),
    );
    if (answer === undefined) throw new Error('no table looks like this');
    return answer;
  };
  return (at) => {
    const aim = parts(at.split('|'));
    return { low: 0 - solve(aim.map((part) => 0 - part)), high: solve(aim) };
  };
}

function concluded(
  at: readonly string[],
  { value, hidden }: ResultTable['rows'][number]['cell'],
  tellsSmall: boolean,
  { least, base }: Known,
): Range {
  const round = (count: number) => Math.floor(count / base + 0.5) * base;
  const isTold = (count: number) => count >= least && round(count) > 0;
  if (value !== null) {
    const near = Array.from({ length: 2 * base + 1 }, (_, step) => value - base + step);
    const could = near.filter((count) => isTold(count) && round(count) === value);
    return { low: Math.min(...could), high: Math.max(...could) };
  }
  const firstTold = Array.from({ length: least + base }, (_, count) => count).find(isTold) ?? 0;
  if (at.includes('total')) return { low: 0, high: Infinity };
  if (hidden === 'small') return { low: 0, high: firstTold - 1 };
  // Where no cell is called small, "secondary" may be anything.
  return { low: tellsSmall ? firstTold : 0, high: Infinity };
}
