import { readFileSync } from 'node:fs';
import { project } from '../../src/release/sandbox/run.ts';
import type { Result } from '../../src/release/result.ts';
import { openWithProgress } from './a-release.ts';
import { UsageError, countOption } from './input.ts';
import { progressBar, say } from './progress.ts';
import { writeWhole } from './result-file.ts';
import { resultInWords } from './result-in-words.ts';

export interface ProjectOptions {
  readonly reducer: string;
  readonly seconds: string;
  readonly memory: string;
  readonly json?: boolean;
  readonly out?: string;
}

/** A researcher's own tables, counted in a sandbox. Exit code 2: the module is wrong; 3: a limit was reached. */
export async function runProject(folder: string, options: ProjectOptions): Promise<number> {
  const code = moduleText(options.reducer);
  const seconds = upTo(86_400, '--seconds', countOption('--seconds', options.seconds, 1));
  const megabytes = upTo(1024, '--memory', countOption('--memory', options.memory, 4));
  const { manifest, families } = openWithProgress(folder, 'events');
  const rule = manifest.parameters.cells;
  if (manifest.counts.families < rule.least) {
    say(`refused: fewer than ${rule.least} families give no table; use a release with more families`);
    return 3;
  }
  const bar = progressBar('families', manifest.counts.families);
  let done = 0;
  const onFamily = () => {
    bar.update((done += 1));
  };
  const projected = await project({
    code,
    families: families(),
    until: manifest.until,
    rule,
    seconds,
    megabytes,
    onFamily,
  }).finally(() => {
    bar.stop();
  });
  if ('refused' in projected) {
    say(`${options.reducer}: refused: ${projected.why}`);
    return projected.refused === 'module' ? 2 : 3;
  }
  const result: Result = {
    format: 'waakvlam-result',
    version: 1,
    kind: 'projection',
    release: manifest.release,
    policies: [],
    cells: rule,
    tables: [...projected.tables],
  };
  if (options.out !== undefined) await writeWhole(options.out, `${JSON.stringify(result)}\n`);
  if (options.json === true) process.stdout.write(`${JSON.stringify(result)}\n`);
  else if (options.out === undefined) process.stdout.write(resultInWords(result));
  return 0;
}

function moduleText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(
      `--reducer: cannot read ${path}; give a JavaScript module (waakvlam project --help)`,
    );
  }
}

function upTo(most: number, name: string, count: number): number {
  if (count <= most) return count;
  throw new UsageError(`${name}: ${count} is more than ${most}`);
}
