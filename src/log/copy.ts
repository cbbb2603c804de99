import { map } from 'rxjs';
import { contentOf, decode, storedEntryOf } from './codec.ts';
import type { FamilyId } from '../domain/ids.ts';
import type { EventLog, Position, Stored, Version } from './log.ts';
import { openCopyFile } from './sqlite/copy-file.ts';
import type { CopiedRow, CopyFile } from './sqlite/copy-file.ts';

/**
 * A copy on this machine of a log that is elsewhere, so that a node that starts reads only what is new over the network.
 * It may always be deleted. It is used only if its last event stands in the log at the same place; a log that was put
 * back from a backup, or another one, is read anew. Names and free text are in it as they are in the log: sealed.
 */
export interface CopyOptions {
  readonly folder: string;
  /** Which log it is, without user and password. */
  readonly place: string;
  /** Told why it goes on without a copy. */
  readonly trouble: (error: Error) => void;
}

/** Events in one commit. */
const atOnce = 1000;
const everySecond = 1000;

export function copied(log: EventLog, { folder, place, trouble }: CopyOptions): EventLog {
  let file: CopyFile | undefined = attempt(() => openCopyFile(folder, place));
  let reached: Position = file?.last()?.position ?? 0;
  let waiting: CopiedRow[] = [];
  const versions = new Map<FamilyId, Version>();

  function attempt<T>(work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      trouble(
        new Error('The copy of the log on this machine cannot be used; the log itself is read.', {
          cause: error,
        }),
      );
      file?.close();
      file = undefined;
      waiting = [];
      return undefined;
    }
  }

  function flush(): void {
    const rows = waiting;
    waiting = [];
    if (rows.length > 0) attempt(() => file?.add(rows));
  }
  const timer = setInterval(flush, everySecond);
  timer.unref();

  /** What comes by is kept as text: a quarter of what the parsed event takes. */
  function keep(stored: Stored): Stored {
    if (!file || stored.position <= reached) return stored;
    const { family } = stored.record;
    const before = versions.get(family) ?? 0;
    // A copy with a gap would be believed at every start: none is better.
    if (stored.version !== before + 1) {
      forget();
      return stored;
    }
    versions.set(family, stored.version);
    reached = stored.position;
    const entry = storedEntryOf(stored.record);
    waiting.push({ ...entry, position: stored.position, version: stored.version });
    if (waiting.length >= atOnce) flush();
    return { position: stored.position, version: stored.version, record: decode(entry) };
  }

  async function* readAll(after: Position): AsyncGenerator<Stored, void, undefined> {
    let from = after;
    if (after === 0 && file) {
      await forgetWhatIsOfAnotherLog();
      for (;;) {
        const rows = attempt(() => file?.after(from, atOnce)) ?? [];
        for (const row of rows) {
          versions.set(row.family, row.version);
          yield recordIn(row);
        }
        from = rows.at(-1)?.position ?? from;
        if (rows.length < atOnce) break;
      }
      // What is torn lies behind the last whole row, and comes from the log once more.
      attempt(() => file?.cutAfter(from));
      reached = from;
    }
    const isContiguous = from <= reached;
    for await (const stored of log.readAll(from)) yield isContiguous ? keep(stored) : stored;
  }

  function forget(): void {
    waiting = [];
    attempt(() => file?.cutAfter(0));
    file?.close();
    file = undefined;
  }

  async function forgetWhatIsOfAnotherLog(): Promise<void> {
    const last = attempt(() => file?.last());
    if (!last) return;
    const there = await firstAfter(attempt(() => file?.beforeLast()) ?? 0);
    if (!there || contentOf(there) !== contentOf(recordIn(last))) attempt(() => file?.cutAfter(0));
  }

  /** Undefined also if no event ends at the position: then the log is another one. */
  async function firstAfter(position: Position): Promise<Stored | undefined> {
    try {
      for await (const stored of log.readAll(position)) return stored;
    } catch (error) {
      if (error instanceof Error && 'trouble' in error) throw error;
    }
    return undefined;
  }

  return {
    append: (family, expected, events) => log.append(family, expected, events),
    readFamily: (family, after) => log.readFamily(family, after),
    readAll,
    follow(after) {
      // What a follower who began further on would leave out, the copy must not pass over.
      return after <= reached ? log.follow(after).pipe(map(keep)) : log.follow(after);
    },
    freshness: log.freshness,
    head: () => log.head(),
    version: (family) => log.version(family),
    async close() {
      clearInterval(timer);
      flush();
      attempt(() => file?.close());
      file = undefined;
      await log.close();
    },
  };
}

const recordIn = (row: CopiedRow): Stored => ({
  position: row.position,
  version: row.version,
  record: decode(row),
});
