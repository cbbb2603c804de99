import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { Result, ResultTable } from '../../src/release/result.ts';
import { endOn } from './output.ts';

/** How a result is shown on a terminal and written to a file. */

/** Whole or not at all. */
export function writeWhole(path: string, text: string): void {
  const part = `${path}.part`;
  try {
    writeFileSync(part, text);
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    endOn(path)(error instanceof Error ? error : new Error('unknown error'));
  }
}

export function resultText({ release, policies, bootstrap, cells, tables }: Result): string {
  const drawn = bootstrap
    ? [`Intervals of 95%: families drawn again ${bootstrap.draws} times, seed ${bootstrap.seed}.`]
    : [];
  return [
    `${release}: ${policies.map(({ name }) => name).join(' | ')}`,
    `Fewer than ${cells.least} is not shown; counts are rounded to a multiple of ${cells.base}.`,
    ...drawn,
    ...tables.flatMap((table) => ['', ...tableText(table)]),
  ].join('\n');
}

function tableText({ id, unit, dimensions, rows }: ResultTable): readonly string[] {
  const shown = rows.filter(({ cell }) => cell.value !== null);
  const hidden = rows.length - shown.length;
  const heading = `${id} (${unit}), by ${dimensions.map((dimension) => dimension.id).join(', ')}`;
  const lines = shown.map(({ at, cell: { value, low, high } }) => {
    const bounds = low === undefined || high === undefined ? '' : `  (${low} to ${high})`;
    return `  ${at.join(', ').padEnd(44)} ${String(value)}${bounds}`;
  });
  return [heading, ...lines, ...(hidden > 0 ? [`  ${hidden} not shown`] : [])];
}
