import { hash } from 'node:crypto';
import type { FamilyId } from '../domain/ids.ts';
import { contentOf } from './codec.ts';
import type { Stored } from './log.ts';
import { startFile } from './sqlite/start-file.ts';
import type { KeptRow, StartFile } from './sqlite/start-file.ts';

/**
 * What was worked out of each family's records, on disk for the next start. It knows nothing of what that is. Everything
 * stands under a seal over the fingerprint, all records it was worked out from, and the text itself: what was kept of
 * another log, of a log as it was before a backup was put back, or by other rules, or what was changed on disk, is not
 * found. So it may always be deleted, and nobody needs to compare positions.
 */
export interface StartCache {
  recall(family: FamilyId, records: readonly Stored[]): string | undefined;
  keep(family: FamilyId, records: readonly Stored[], text: string): void;
  /** What was not recalled by now belongs to nobody, and is thrown away. */
  started(): void;
  /** Writes what is left. */
  close(): void;
}

export interface StartCacheOptions {
  /** The data folder, which exists. */
  readonly folder: string;
  /** Of everything beside the records that could change what is kept. */
  readonly fingerprint: string;
  /** Told once why it goes on without what was kept, or without keeping anything. */
  readonly trouble: (line: string) => void;
  /** Between two times of writing. */
  readonly everyMs?: number;
}

const everyHalfMinute = 30_000;
/** Rows in one commit: a few milliseconds. */
const atOnce = 500;

export function openStartCache(options: StartCacheOptions): StartCache {
  const { folder, fingerprint, trouble, everyMs = everyHalfMinute } = options;
  const traces = tracesOf();
  const waiting = new Map<FamilyId, KeptRow | null>();
  let file: StartFile | undefined = startFile(folder, fingerprint, trouble);
  let before: Map<string, KeptRow> = file?.all() ?? new Map<string, KeptRow>();
  let step: NodeJS.Immediate | undefined;

  const sealOf = (family: FamilyId, records: readonly Stored[], text: string): string =>
    hash('sha256', `${fingerprint}\n${family}\n${traces.of(family, records)}\n${text}`, 'hex');

  function writeSome(): void {
    const rows = [...firstOf(waiting, atOnce)];
    try {
      file?.write(rows.map(([family, row]) => ({ family, row })));
      for (const [family] of rows) waiting.delete(family);
    } catch (error) {
      giveUp(error);
    }
  }

  function giveUp(error: unknown): void {
    trouble(`The start cache cannot be written and is left out until the next start: ${String(error)}`);
    waiting.clear();
    clearInterval(timer);
    file?.discard();
    file = undefined;
  }

  function writeInSteps(): void {
    step = undefined;
    writeSome();
    if (waiting.size > 0) step = setImmediate(writeInSteps);
  }

  function writeSoon(): void {
    if (waiting.size > 0) step ??= setImmediate(writeInSteps);
  }

  const timer = setInterval(writeSoon, everyMs);
  timer.unref();

  return {
    recall(family, records) {
      if (!file) return undefined;
      const found = before.get(family);
      if (found?.seal !== sealOf(family, records, found?.text ?? '')) return undefined;
      before.delete(family);
      return found.text;
    },
    keep(family, records, text) {
      if (!file) return;
      before.delete(family);
      waiting.set(family, { text, seal: sealOf(family, records, text) });
    },
    started() {
      for (const family of before.keys()) waiting.set(family as FamilyId, null);
      before = new Map();
      writeSoon();
    },
    close() {
      clearInterval(timer);
      clearImmediate(step);
      while (file && waiting.size > 0) writeSome();
      try {
        file?.close();
      } catch (error) {
        giveUp(error);
      }
      file = undefined;
    },
  };
}

/** Records under one hash: few calls, and little to read again when one is added. */
const block = 32;

/** A hash over all records of a family; of whole blocks it is kept, so that it is only taken further. */
function tracesOf() {
  const kept = new Map<FamilyId, { readonly count: number; readonly trace: string }>();
  return {
    of(family: FamilyId, records: readonly Stored[]): string {
      const known = kept.get(family);
      let { count, trace } = known && known.count <= records.length ? known : { count: 0, trace: '' };
      for (; count + block <= records.length; count += block)
        trace = further(trace, records.slice(count, count + block));
      kept.set(family, { count, trace });
      return further(trace, records.slice(count));
    },
  };
}

const further = (trace: string, records: readonly Stored[]): string =>
  hash('sha256', trace + records.map(contentOf).join(''), 'base64');

function* firstOf<Key, Value>(map: ReadonlyMap<Key, Value>, most: number): Generator<[Key, Value]> {
  let count = 0;
  for (const entry of map) {
    if ((count += 1) > most) return;
    yield entry;
  }
}
