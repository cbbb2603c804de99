import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openForWriting } from '../log/sqlite/database.ts';
import type { Database } from '../log/sqlite/database.ts';
import { unavailable } from '../log/unavailable.ts';

/**
 * What Waakvlam keeps about the people who use it: who signed in, who may open which family, who opened it. It stands
 * apart from what happened in families (the log): it may be corrected and forgets what it must.
 */
export interface Office {
  readonly db: Database;
  /** All of it in one commit, on disk when it returns, or nothing. */
  inOneCommit<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens `office.db` in the data folder and makes the tables that are missing.
 * @throws LogUnavailable if the folder cannot be written.
 */
export function openOffice(folder: string, schemas: readonly string[]): Office {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const db = openForWriting(join(folder, 'office.db'));
    db.exec('PRAGMA wal_autocheckpoint = 1000; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;');
    for (const schema of schemas) db.exec(schema);
    return office(db, folder);
  } catch (error) {
    throw unavailable(error, folder);
  }
}

function office(db: Database, folder: string): Office {
  return {
    db,
    inOneCommit(work) {
      try {
        db.exec('BEGIN IMMEDIATE');
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw unavailable(error, folder);
      }
    },
    close() {
      if (db.isOpen) db.close();
    },
  };
}
