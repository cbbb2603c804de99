import { linesOf } from './goals.ts';
import type { Line } from './goals.ts';
import type { Result } from './result.ts';

/** The table of the README, with its date. */
export function markdown(result: Result): string {
  const head = ['measured', 'figure', 'goal', 'min - max', 'from', ''];
  const rows = linesOf(result).map(cellsOf);
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [...lines, '', ...circumstances(result).map((line) => `- ${line}`), ''].join('\n');
}

/** The same for a terminal. */
export function table(result: Result): string {
  return [...inColumns(linesOf(result)), '', ...circumstances(result), ''].join('\n');
}

/** One section alone. */
export const tableOf = (lines: readonly Line[]): string => [...inColumns(lines), ''].join('\n');

function inColumns(lines: readonly Line[]): readonly string[] {
  const rows = [['measured', 'figure', 'goal', 'min - max', 'from', ''], ...lines.map(cellsOf)];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function cellsOf({ what, value, unit, goal, compared, spread, met }: Line): readonly string[] {
  return [
    what,
    value === null ? '-' : inUnit(value, unit),
    unit === 'x' ? `at least ${inUnit(goal, unit)}` : `under ${inUnit(goal, unit)}`,
    spread === null ? '' : `${inUnit(spread.min, unit)} - ${inUnit(spread.max, unit)} (${spread.runs} runs)`,
    compared,
    met === null ? 'not measured' : met ? 'met' : 'missed',
  ];
}

const inUnit = (value: number, unit: Line['unit']) => (unit === 'ms' ? `${value} ms` : `${value}${unit}`);

function circumstances({ date, machine, versions, events, durability, missing }: Result): readonly string[] {
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version ?? 'not installed'}`);
  return [
    `${date}, ${events.form} form, on ${machine.processor}, ${machine.memoryGB} GB, ${machine.system}, load ${machine.load.join(' ')}`,
    named.join(', '),
    "ratios are medians over runs in the same round; appends wait for the disk, so their rates are the disk's",
    `replay: ${events.replay} invented events of ${events.bytesEach} bytes on average, of ${events.replayFamilies ?? 0} families`,
    ...Object.entries(durability).map(([who, what]) => `${who}: ${what}`),
    ...missing.map((what) => `MISSING: ${what}`),
  ];
}
