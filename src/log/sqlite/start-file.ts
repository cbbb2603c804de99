import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDisposable } from './database.ts';
import type { Database } from './database.ts';

/** The file of the start cache: one row a family. Whatever is wrong with it, it is made anew. */
export interface StartFile {
  all(): Map<string, KeptRow>;
  /** All in one commit; null takes a row out. */
  write(rows: readonly { readonly family: string; readonly row: KeptRow | null }[]): void;
  close(): void;
  /** Closes it and takes it away; a full disk gets its room back. */
  discard(): void;
}

export interface KeptRow {
  readonly text: string;
  readonly seal: string;
}

/** Raised when the tables change. */
const format = 1;

/** Undefined if the folder cannot have one; `trouble` is told why, or why what was there is not used. */
export function startFile(
  folder: string,
  fingerprint: string,
  trouble: (line: string) => void,
): StartFile | undefined {
  const path = join(folder, 'start.db');
  try {
    const found = opened(path, fingerprint);
    if (typeof found !== 'string') return found;
    trouble(`The start cache is made anew: ${found}.`);
    remove(path);
    const made = opened(path, fingerprint);
    if (typeof made !== 'string') return made;
    trouble(`The start cache is left out: ${made}.`);
  } catch (error) {
    trouble(`The start cache is left out: ${String(error)}`);
  }
  return undefined;
}

/** Or why it cannot be used. */
function opened(path: string, fingerprint: string): StartFile | string {
  let db: Database | undefined;
  try {
    db = openDisposable(path);
    const why = prepared(db, fingerprint);
    if (why === null) return fileOn(db, path);
    db.close();
    return why;
  } catch (error) {
    if (db?.isOpen) db.close();
    return error instanceof Error ? error.message : String(error);
  }
}

function prepared(db: Database, fingerprint: string): string | null {
  const found = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found === 0) {
    if (Number(db.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.['count']) > 0)
      return 'the file is of something else';
    db.exec(`
      BEGIN;
      CREATE TABLE made (fingerprint TEXT NOT NULL) STRICT;
      CREATE TABLE kept (family TEXT PRIMARY KEY, text TEXT NOT NULL, seal TEXT NOT NULL) STRICT, WITHOUT ROWID;
      PRAGMA user_version = ${format};
    `);
    db.prepare('INSERT INTO made VALUES (?)').run(fingerprint);
    db.exec('COMMIT');
    return null;
  }
  if (found !== format) return `it has format ${found}, and this version writes ${format}`;
  if (db.prepare('SELECT fingerprint FROM made').get()?.['fingerprint'] !== fingerprint)
    return 'the rules, the policy or the software have changed';
  const check = String(db.prepare('PRAGMA quick_check(1)').get()?.['quick_check']);
  return check === 'ok' ? null : `it is damaged: ${check}`;
}

function fileOn(db: Database, path: string): StartFile {
  const put = db.prepare('INSERT OR REPLACE INTO kept VALUES (?, ?, ?)');
  const takeOut = db.prepare('DELETE FROM kept WHERE family = ?');
  const close = () => {
    if (db.isOpen) db.close();
  };
  return {
    all() {
      const rows = new Map<string, KeptRow>();
      try {
        for (const row of db.prepare('SELECT family, text, seal FROM kept').iterate())
          rows.set(String(row['family']), { text: String(row['text']), seal: String(row['seal']) });
      } catch {
        // What could be read is under its own seals; the rest is worked out again.
      }
      return rows;
    },
    write(rows) {
      db.exec('BEGIN IMMEDIATE');
      for (const { family, row } of rows)
        if (row) put.run(family, row.text, row.seal);
        else takeOut.run(family);
      db.exec('COMMIT');
    },
    close,
    discard() {
      try {
        close();
        remove(path);
      } catch {
        // Whatever stays is under a seal, or is made anew at the next start.
      }
    },
  };
}

function remove(path: string): void {
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { recursive: true, force: true });
}
