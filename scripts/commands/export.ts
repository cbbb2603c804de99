import { closeSync, existsSync, openSync, readFileSync, renameSync, truncateSync, writeSync } from 'node:fs';
import type { PlanEvent } from '../../src/domain/event.ts';
import { readEvent } from '../../src/domain/reading.ts';
import { openReader } from '../../src/log/sqlite.ts';
import { masterKey, openVault } from '../../src/log/vault.ts';
import { UsageError } from './input.ts';
import type { Clock } from './on-a-file.ts';
import { progressBar, say } from './progress.ts';

export interface ExportOptions {
  readonly data: string;
  readonly open?: boolean;
}

/** Lines that are written at a time. */
const stretch = 2000;

/**
 * Writes every event in the order of the log. The file carries the ending `.part` until it is whole; an interrupted
 * export goes on behind the last whole line. Names and free text stay sealed unless they are asked for.
 */
export async function exportFile(path: string, options: ExportOptions, _clock: Clock): Promise<number> {
  const log = openReader(options.data);
  const vault =
    options.open === true
      ? openVault({
          folder: options.data,
          masterKey: masterKey(options.data, process.env['WAAKVLAM_MASTER_KEY']),
        })
      : null;
  const shown = (event: PlanEvent): PlanEvent => (vault ? vault.open(event) : event);
  const target = path === '-' ? null : fileFor(path);
  const bar = progressBar('events', await log.head());
  let skip = target?.whole ?? 0;
  let written = 0;
  let lines: string[] = [];
  const flush = () => {
    const text = lines.join('');
    lines = [];
    if (target) writeSync(target.file, text);
    else writeSync(1, text);
  };
  for await (const { record, position } of log.readAll(0)) {
    if (skip > 0) skip -= 1;
    else {
      lines.push(`${JSON.stringify(shown(record.event))}\n`);
      written += 1;
      if (lines.length === stretch) flush();
    }
    if (position % stretch === 0) bar.update(position);
  }
  flush();
  bar.stop();
  if (target) {
    closeSync(target.file);
    renameSync(target.part, path);
  }
  vault?.close();
  await log.close();
  say(
    `${written} events written${target && target.whole > 0 ? `, ${target.whole} stood there already` : ''}`,
  );
  return 0;
}

/** The unfinished file, cut behind its last whole line, and how many lines stand in it. */
function fileFor(path: string): { readonly file: number; readonly part: string; readonly whole: number } {
  const part = `${path}.part`;
  try {
    const earlier = existsSync(part) ? readFileSync(part) : Buffer.alloc(0);
    const end = earlier.lastIndexOf(0x0a) + 1;
    if (earlier.length > 0) truncateSync(part, end);
    const lines = earlier.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
    if (lines.some((line) => !isEvent(line)))
      throw new UsageError(`${part} is no unfinished export; move it away and try again`);
    return { file: openSync(part, 'a'), part, whole: lines.length };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(`cannot write ${part} (${code}); check the path`);
  }
}

function isEvent(line: string): boolean {
  try {
    return readEvent(JSON.parse(line)).kind === 'accepted';
  } catch {
    return false;
  }
}
