import { pathToFileURL } from 'node:url';
import { DatabaseSync } from 'node:sqlite';

/** The one place that opens SQLite files, so that all of them have the same settings. */
export type Database = DatabaseSync;

/** FULL flushes at every commit: an acknowledgement survives a power cut. Checkpoints are ours to time (see `files.ts`). */
export function openForWriting(path: string): Database {
  const db = new DatabaseSync(path);
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 0;
    PRAGMA cache_size = -65536;
    PRAGMA cache_spill = OFF;
    PRAGMA temp_store = MEMORY;
  `);
  return db;
}

/** For what may be lost: whole after a kill or a power cut, but the last commits may be missing. */
export function openDisposable(path: string): Database {
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

/** `still`: nobody writes meanwhile and there is no write-ahead log, so that SQLite need not make files beside it. */
export function openForReading(path: string, still: boolean): Database {
  const db = still
    ? new DatabaseSync(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true })
    : new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  db.exec('PRAGMA cache_size = -65536');
  return db;
}

/** A lock of the operating system: it ends with the process that holds it, however that ends. Null if somebody else has it. */
export function lockFile(path: string): Database | null {
  const db = new DatabaseSync(path);
  try {
    db.exec('BEGIN EXCLUSIVE');
    return db;
  } catch (error) {
    db.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === 5) return null;
    throw error;
  }
}
