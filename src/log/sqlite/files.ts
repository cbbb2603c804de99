import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LogUnavailable, unavailable } from '../unavailable.ts';
import { sealBeside, syncFolder } from './closing-seal.ts';
import type { ClosingSeal } from './closing-seal.ts';
import { openForReading, openForWriting } from './database.ts';
import type { Database } from './database.ts';
import { openHeadMark, readHeadMark } from './head-mark.ts';
import type { Head } from './head-mark.ts';
import { isBeingWritten, takeLock } from './lock.ts';
import { prepareSchema } from './schema.ts';
import { inspectWal } from './wal.ts';

/** The files of a data folder, opened for the one writer. */
export interface Files {
  readonly db: Database;
  /** After a commit, before it is acknowledged: how far the log has come, and roughly how many pages that took. */
  committed(head: Head, pages: number): void;
  close(): void;
}

/** Pages written between two checkpoints: enough that an index page is written back once for many events. */
const checkpointAfter = 4096;

export function openFiles(folder: string, pageLimit?: number): Files {
  makeFolder(folder);
  const lock = takeLock(folder);
  try {
    const files = opened(folder, lock.release);
    if (pageLimit !== undefined) files.db.exec(`PRAGMA max_page_count = ${pageLimit}`);
    return files;
  } catch (error) {
    lock.release();
    throw error;
  }
}

function opened(folder: string, release: () => void): Files {
  const path = databaseIn(folder);
  const seal = sealBeside(path);
  refuseDamage(folder, path, seal);
  const isNew = !existsSync(path);
  const db = openForWriting(path);
  prepareSchema(db, folder);
  const mark = openHeadMark(path);
  if (isNew && checkpoint(db, seal, 'TRUNCATE')) seal.write();
  let pending = 0;
  return {
    db,
    committed(head, pages) {
      mark.set(head);
      pending += pages;
      if (pending < checkpointAfter) return;
      pending = 0;
      checkpoint(db, seal, 'PASSIVE');
    },
    close() {
      const isClean = checkpoint(db, seal, 'TRUNCATE');
      db.close();
      mark.close();
      if (isClean) trySeal(seal);
      release();
    },
  };
}

/** A store without a disk. */
export function memoryFiles(): Files {
  const db = openForWriting(':memory:');
  prepareSchema(db, 'memory');
  return {
    db,
    committed: () => undefined,
    close() {
      db.close();
    },
  };
}

/** A second look at the log, beside the writer or without one. */
export function openReadOnly(folder: string): Database {
  const path = databaseIn(folder);
  if (!existsSync(path))
    throw new LogUnavailable(
      'missing',
      `There is no log in ${folder}.`,
      'Check the data folder, or start the server once.',
    );
  try {
    return openForReading(path, walSize(path) === 0 && !isBeingWritten(folder));
  } catch (error) {
    throw unavailable(error, folder);
  }
}

export const databaseIn = (folder: string) => join(folder, 'events.db');
export const walOf = (path: string) => `${path}-wal`;
export const walSize = (path: string) => (existsSync(walOf(path)) ? statSync(walOf(path)).size : 0);

function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  syncFolder(dirname(folder));
}

/** What opening, and the first write after it, would turn into silent loss. */
function refuseDamage(folder: string, path: string, seal: ClosingSeal): void {
  const wal = inspectWal(walOf(path));
  const what = wal.kind === 'damaged' ? wal.what : (seal.sizeFault() ?? headFault(path));
  if (what === null) return;
  throw new LogUnavailable(
    'damaged',
    `The log in ${folder} is damaged: ${what}.`,
    'Keep a copy of the folder, run `waakvlam verify`, and put back a backup.',
  );
}

/** Read-only, because closing a writer would throw the damaged write-ahead log away. */
function headFault(path: string): string | null {
  const mark = readHeadMark(path);
  if (!existsSync(path)) return mark === null && walSize(path) === 0 ? null : 'the database file is gone';
  const db = openForReading(path, walSize(path) === 0);
  try {
    return beforeMark(db, mark);
  } finally {
    db.close();
  }
}

/** What the end of the log lacks, seen from its mark; null if nothing. */
export function beforeMark(db: Database, mark: Head | 'changed' | null): string | null {
  if (mark === null) return null;
  if (mark === 'changed') return 'the mark of the last acknowledged event has changed';
  const row = db.prepare('SELECT hex(chain) AS chain FROM events WHERE position = ?').get(mark.position);
  if (row === undefined) return `event ${mark.position} was acknowledged and is not there`;
  return String(row['chain']).toLowerCase() === mark.chain
    ? null
    : `event ${mark.position} is not the one that was acknowledged`;
}

/** True if all that is committed is in the database file. A failure, of a full disk for instance, waits for the next time. */
function checkpoint(db: Database, seal: ClosingSeal, mode: 'PASSIVE' | 'TRUNCATE'): boolean {
  try {
    seal.remove();
    return db.prepare(`PRAGMA wal_checkpoint(${mode})`).get()?.['busy'] === 0;
  } catch {
    return false;
  }
}

/** Without its seal the log is as safe as after a kill: what is in rows is covered by the chain. */
function trySeal(seal: ClosingSeal): void {
  try {
    seal.write();
  } catch {
    seal.remove();
  }
}
