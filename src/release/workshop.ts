import { DatabaseSync } from 'node:sqlite';
import { Unmakeable } from './unmakeable.ts';

/**
 * Where a release is made: one SQLite file in the unfinished folder. It holds the source until the release is whole, so
 * it is as confidential as the store, and it is deleted with the key in it at the end. What is recorded here of a step
 * is what an interrupted release goes on from.
 */
export interface Workshop {
  readonly db: DatabaseSync;
  note(name: string): string | undefined;
  setNote(name: string, value: string): void;
  /** All or nothing. */
  together<T>(work: () => T): T;
  close(): void;
}

/** A family that is looked at, and what became of it. */
export type Standing =
  | 'in'
  /** Somebody of the family objected. */
  | 'objection'
  /** Nothing of it was recorded before the end of observation. */
  | 'not_begun'
  /** Too few others look like it. */
  | 'stands_out';

export function openWorkshop(path: string): Workshop {
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT');
  } catch {
    db.close();
    throw new Unmakeable(
      'source',
      'another process is making this release; wait for it, or choose another folder',
    );
  }
  db.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = NORMAL;
    PRAGMA cache_size = -32768;
    PRAGMA temp_store = FILE;
    CREATE TABLE IF NOT EXISTS note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS source (family TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS family (
      pseudonym TEXT PRIMARY KEY, name TEXT NOT NULL, standing TEXT NOT NULL, weeks INTEGER NOT NULL, looks TEXT NOT NULL,
      history TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS objection (family TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS code (hierarchy TEXT, code TEXT, families INTEGER NOT NULL, PRIMARY KEY (hierarchy, code)) STRICT, WITHOUT ROWID;
  `);
  const read = db.prepare('SELECT value FROM note WHERE name = ?');
  const write = db.prepare('INSERT OR REPLACE INTO note VALUES (?, ?)');
  return {
    db,
    note: (name) => read.get(name)?.['value'] as string | undefined,
    setNote(name, value) {
      write.run(name, value);
    },
    together(work) {
      db.exec('BEGIN');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        db.exec('ROLLBACK');
        throw error;
      }
    },
    close() {
      db.close();
    },
  };
}
