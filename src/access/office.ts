import { randomInt } from 'node:crypto';
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
  /** Called after each commit that was made here. */
  onCommit(done: () => void): void;
  /** A number that no other node gives; null where the office is of this node alone and rows are numbered in turn. */
  newNumber(): number | null;
  /** Another connection to the same file: what it writes is seen as written by somebody else. */
  beside(): Database;
  close(): void;
}

/** Stands in the file once the office is shared with other nodes. */
export const sharingSchema = `
  CREATE TABLE IF NOT EXISTS sharing (
    id INTEGER PRIMARY KEY CHECK (id = 1), node TEXT NOT NULL, applying INTEGER NOT NULL DEFAULT 0
  ) STRICT;
`;

/** Columns that tables of an earlier version do not have. */
const added = {
  link: { restored: 'INTEGER NOT NULL DEFAULT 0' },
  meetings: { changed: 'INTEGER NOT NULL DEFAULT 0' },
} as const;

/**
 * Opens `office.db` in the data folder and makes the tables that are missing.
 * @throws LogUnavailable if the folder cannot be written.
 */
export function openOffice(folder: string, schemas: readonly string[]): Office {
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const connect = () => {
      const db = openForWriting(join(folder, 'office.db'));
      db.exec('PRAGMA wal_autocheckpoint = 1000; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;');
      return db;
    };
    const db = connect();
    for (const schema of [sharingSchema, ...schemas]) db.exec(schema);
    for (const [table, columns] of Object.entries(added)) addColumns(db, table, columns);
    return office(db, connect, folder);
  } catch (error) {
    throw unavailable(error, folder);
  }
}

function addColumns(db: Database, table: string, columns: Readonly<Record<string, string>>): void {
  const has = columnsOf(db, table).map(({ name }) => name);
  if (has.length === 0) return;
  for (const [name, type] of Object.entries(columns))
    if (!has.includes(name)) db.exec(`ALTER TABLE ${table} ADD COLUMN ${name} ${type}`);
}

export function columnsOf(db: Database, table: string): readonly { name: string; isBlob: boolean }[] {
  return db
    .prepare(`PRAGMA table_info(${table})`)
    .all()
    .map(({ name, type }) => ({ name: String(name), isBlob: type === 'BLOB' }));
}

function office(db: Database, connect: () => Database, folder: string): Office {
  const told: (() => void)[] = [];
  const isShared = db.prepare('SELECT 1 FROM sharing');
  return {
    db,
    beside: connect,
    onCommit: (done) => told.push(done),
    newNumber: () =>
      isShared.get() === undefined ? null : randomInt(1, 2 ** 21) * 2 ** 32 + randomInt(2 ** 32),
    inOneCommit(work) {
      try {
        db.exec('BEGIN IMMEDIATE');
        const result = work();
        db.exec('COMMIT');
        for (const done of told) done();
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
