import type { Cell, Result, ResultTable } from '../../src/release/result.ts';

/** A result for people who read a terminal: a grid per table, the last dimension across. */
export function resultInWords({ release, policies, cells, tables }: Result): string {
  const under = policies.length === 0 ? '' : `, policy ${policies.map(({ name }) => name).join(', ')}`;
  return [
    `From ${release}${under}. Fewer than ${cells.least} are not shown (<${cells.least}); * is hidden so that they`,
    `cannot be worked out; the others are rounded to ${cells.base}.`,
    ...tables.flatMap((table) => ['', ...gridOf(table, cells.least)]),
    '',
  ].join('\n');
}

function gridOf({ id, unit, dimensions, rows }: ResultTable, least: number): readonly string[] {
  const across = dimensions.at(-1)?.values ?? [];
  const lines: string[][] = [];
  for (let first = 0; first < rows.length; first += across.length) {
    const own = rows.slice(first, first + across.length);
    lines.push([own[0]?.at.slice(0, -1).join(' ') ?? '', ...own.map(({ cell }) => shown(cell, least))]);
  }
  const grid = [['', ...across], ...lines];
  const widths =
    grid[0]?.map((_, column) => Math.max(...grid.map((line) => line[column]?.length ?? 0))) ?? [];
  const laid = grid.map((line) => line.map((text, column) => text.padStart(widths[column] ?? 0)).join('  '));
  return [`${id} (${unit})`, ...laid];
}

function shown({ value, hidden, low, high }: Cell, least: number): string {
  if (value === null) return hidden === 'small' ? `<${least}` : hidden === 'secondary' ? '*' : '-';
  return low === undefined || high === undefined ? String(value) : `${value} (${low}-${high})`;
}
