import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openForReading, openForWriting } from './database.ts';
import { isBeingWritten } from './lock.ts';

/** The wrapped keys, in a file of their own: the log never forgets, this file must. */
export interface KeyFile {
  find(name: string): WrappedKey | null;
  /** All in one commit, on disk when it returns. A name that has a key already keeps it. */
  add(keys: readonly NamedKey[]): void;
  all(): NamedKey[];
  /** Every key whose name begins so. */
  namesFrom(prefix: string): string[];
  /** On return their bytes are in no file any more; how many there were. Copies on a backup or in the disk's spare blocks are not ours to reach. */
  erase(names: readonly string[]): number;
  /** How far keys of other nodes have been taken in; 0 if never. */
  heard(): number;
  hear(position: number): void;
  /** Where they were taken in from; 0 if never. */
  place(): number;
  keepPlace(place: number): void;
  close(): void;
}

export interface NamedKey extends WrappedKey {
  readonly name: string;
}

export interface WrappedKey {
  readonly id: string;
  readonly wrapped: Uint8Array;
}

export function openKeyFile(folder: string): KeyFile {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = openForWriting(join(folder, 'keys.db'));
  db.exec(`
    PRAGMA secure_delete = ON;
    PRAGMA wal_autocheckpoint = 1000;
    CREATE TABLE IF NOT EXISTS keys (name TEXT PRIMARY KEY, id TEXT NOT NULL, wrapped BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS place (one INTEGER PRIMARY KEY CHECK (one = 1), place INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS heard (one INTEGER PRIMARY KEY CHECK (one = 1), position INTEGER NOT NULL) STRICT;
  `);
  const find = db.prepare('SELECT id, wrapped FROM keys WHERE name = ?');
  const insert = db.prepare('INSERT OR IGNORE INTO keys (name, id, wrapped) VALUES (?, ?, ?)');
  const heard = db.prepare('SELECT position FROM heard');
  const hear = db.prepare(
    'INSERT INTO heard VALUES (1, ?) ON CONFLICT DO UPDATE SET position = excluded.position',
  );
  const place = db.prepare('SELECT place FROM place');
  const keepPlace = db.prepare(
    'INSERT INTO place VALUES (1, ?) ON CONFLICT DO UPDATE SET place = excluded.place',
  );
  const names = db.prepare(
    'SELECT name FROM keys WHERE substr(name, 1, length(?1)) = ?1 AND name >= ?1 ORDER BY name',
  );
  const remove = db.prepare('DELETE FROM keys WHERE name = ?');

  function inOneCommit<T>(work: () => T): T {
    db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      db.exec('COMMIT');
      return result;
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  function erase(gone: readonly string[]): number {
    const erased = inOneCommit(() =>
      gone.reduce((count, name) => count + Number(remove.run(name).changes), 0),
    );
    // secure_delete clears the row; copies that page splits left behind go with VACUUM, and those in the write-ahead log with it.
    db.exec('VACUUM');
    if (db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()?.['busy'] !== 0)
      throw new Error(
        'keys.db is being read by another program: the keys are gone from the database, not yet from its write-ahead log',
      );
    return erased;
  }

  return {
    find: (name) => (find.get(name) as unknown as WrappedKey | undefined) ?? null,
    add(keys) {
      inOneCommit(() => {
        for (const { name, id, wrapped } of keys) insert.run(name, id, wrapped);
      });
    },
    all: () => db.prepare('SELECT name, id, wrapped FROM keys').all() as unknown as NamedKey[],
    namesFrom: (prefix) => names.all(prefix).map((row) => String(row['name'])),
    erase,
    heard: () => Number(heard.get()?.['position'] ?? 0),
    hear(position) {
      hear.run(position);
    },
    place: () => Number(place.get()?.['place'] ?? 0),
    keepPlace(where) {
      keepPlace.run(where);
    },
    close() {
      if (db.isOpen) db.close();
    },
  };
}

/** A look at the keys of a folder that changes nothing in it; null if there are none. */
export function readKeyFile(
  folder: string,
): { find(name: string): WrappedKey | null; from(prefix: string): NamedKey[]; close(): void } | null {
  const path = join(folder, 'keys.db');
  if (!existsSync(path)) return null;
  const db = openForReading(path, !existsSync(`${path}-wal`) && !isBeingWritten(folder));
  const find = db.prepare('SELECT id, wrapped FROM keys WHERE name = ?');
  const from = db.prepare(
    'SELECT name, id, wrapped FROM keys WHERE substr(name, 1, length(?1)) = ?1 AND name >= ?1',
  );
  return {
    find: (name) => (find.get(name) as unknown as WrappedKey | undefined) ?? null,
    from: (prefix) => from.all(prefix) as unknown as NamedKey[],
    close() {
      db.close();
    },
  };
}
