import { closeSync, existsSync, openSync, readFileSync, renameSync, truncateSync } from 'node:fs';
import type { PlanEvent } from '../../src/domain/event.ts';
import { readEvent } from '../../src/domain/reading.ts';
import { openEngineReader } from '../../src/log/engine.ts';
import { masterKey, openVault } from '../../src/log/vault.ts';
import { UsageError } from './input.ts';
import type { Clock } from './on-a-file.ts';
import { inWords, placeNamed } from '../moving/place.ts';
import { fileOutput, standardOutput } from './output.ts';
import { progressBar, say } from './progress.ts';

export interface ExportOptions {
  readonly data: string;
  readonly log?: string;
  readonly open?: boolean;
}

/** Lines that are written at a time. */
const stretch = 2000;

/**
 * Writes every event in the order of the log. The file carries the ending `.part` until it is whole; an interrupted
 * export goes on behind the last whole line. Names and free text stay sealed unless they are asked for.
 */
export async function exportFile(path: string, options: ExportOptions, clock: Clock): Promise<number> {
  const place = placeNamed(path);
  if (place.kind !== 'file')
    throw new UsageError(
      `export writes a file; to move everything to ${inWords(place)}, use import with that as its target`,
    );
  const { log } = await openEngineReader({ address: options.log, folder: options.data, now: clock });
  const vault =
    options.open === true
      ? openVault({
          folder: options.data,
          masterKey: masterKey(options.data, process.env['WAAKVLAM_MASTER_KEY']),
        })
      : null;
  const shown = (event: PlanEvent): PlanEvent => (vault ? vault.open(event) : event);
  const unfinished = path === '-' ? null : unfinishedFile(path);
  const output = unfinished ? fileOutput(unfinished.part, 'a') : standardOutput();
  const bar = progressBar('events', await log.head());
  let skip = unfinished?.whole ?? 0;
  let written = 0;
  const lines: string[] = [];
  for await (const { record, position } of log.readAll(0)) {
    if (skip > 0) skip -= 1;
    else {
      lines.push(`${JSON.stringify(shown(record.event))}\n`);
      written += 1;
      if (lines.length === stretch) await output.write(lines.splice(0).join(''));
    }
    if (position % stretch === 0) bar.update(position);
  }
  await output.write(lines.join(''));
  await output.close();
  bar.stop();
  if (unfinished) renameSync(unfinished.part, path);
  vault?.close();
  await log.close();
  const before = unfinished?.whole ?? 0;
  say(`${written} events written${before > 0 ? `, ${before} stood there already` : ''}`);
  return 0;
}

/** The unfinished file, cut behind its last whole line, and how many lines stand in it. */
function unfinishedFile(path: string): { readonly part: string; readonly whole: number } {
  const part = `${path}.part`;
  try {
    const earlier = existsSync(part) ? readFileSync(part) : Buffer.alloc(0);
    const end = earlier.lastIndexOf(0x0a) + 1;
    if (earlier.length > 0) truncateSync(part, end);
    const lines = earlier.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
    if (lines.some((line) => !isEvent(line)))
      throw new UsageError(`${part} is no unfinished export; move it away and try again`);
    closeSync(openSync(part, 'a'));
    return { part, whole: lines.length };
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
