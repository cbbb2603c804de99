import { hash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../codec.ts';
import type { Position, Version } from '../log.ts';
import { openDisposable } from './database.ts';
import type { Database } from './database.ts';

/** A row of the copy of a log that is elsewhere. */
export interface CopiedRow extends Entry {
  readonly position: Position;
  readonly version: Version;
}

/** Rows in the order of the log, each under a hash over itself and the one before it. */
export interface CopyFile {
  last(): CopiedRow | undefined;
  /** The position in front of the last one; 0 if there is none. */
  beforeLast(): Position;
  /** The next rows after a position, as far as they are whole. */
  after(position: Position, most: number): readonly CopiedRow[];
  /** All in one commit. */
  add(rows: readonly CopiedRow[]): void;
  /** Forgets what lies after a position. */
  cutAfter(position: Position): void;
  close(): void;
}

/** Raised when the tables change. */
const format = 1;
const start = '';

/** Made anew if it is of another place or format, or cannot be read. */
export function openCopyFile(folder: string, place: string): CopyFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, 'copy.db');
  try {
    const db = openDisposable(path);
    if (isUsable(db, place)) return fileOn(db);
    db.close();
  } catch {
    // What cannot be opened is worth no more than what is not there.
  }
  for (const end of ['', '-wal', '-shm']) rmSync(`${path}${end}`, { force: true, recursive: true });
  const db = openDisposable(path);
  db.exec(`
    CREATE TABLE made (format INTEGER NOT NULL, place TEXT NOT NULL) STRICT;
    CREATE TABLE events (position INTEGER PRIMARY KEY, family TEXT NOT NULL, version INTEGER NOT NULL, type TEXT NOT NULL,
      occurred_from INTEGER NOT NULL, occurred_to INTEGER NOT NULL, reported_at INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL, id TEXT NOT NULL, supersedes TEXT, routine INTEGER NOT NULL, body TEXT NOT NULL,
      seal TEXT NOT NULL) STRICT;
  `);
  db.prepare('INSERT INTO made VALUES (?, ?)').run(format, place);
  return fileOn(db);
}

function isUsable(db: Database, place: string): boolean {
  const made = db.prepare('SELECT format, place FROM made').get();
  return made?.['format'] === format && made['place'] === place;
}

type Sealed = CopiedRow & { readonly seal: string };

const columns = `position, family, version, type, occurred_from AS "from", occurred_to AS "to", reported_at AS reportedAt,
  recorded_at AS recordedAt, id, supersedes, routine, body, seal`;

function fileOn(db: Database): CopyFile {
  const last = db.prepare(`SELECT ${columns} FROM events ORDER BY position DESC LIMIT 1`);
  const before = db.prepare('SELECT position FROM events ORDER BY position DESC LIMIT 1 OFFSET 1');
  const sealAt = db.prepare('SELECT seal FROM events WHERE position <= ? ORDER BY position DESC LIMIT 1');
  const after = db.prepare(`SELECT ${columns} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const cut = db.prepare('DELETE FROM events WHERE position > ?');
  const sealBefore = (position: Position) => String(sealAt.get(position)?.['seal'] ?? start);

  return {
    last: () => last.get() as Sealed | undefined,
    beforeLast: () => Number(before.get()?.['position'] ?? 0),
    after(position, most) {
      const rows = after.all(position, most) as unknown as Sealed[];
      let seal = sealBefore(position);
      const torn = rows.findIndex((row) => row.seal !== (seal = sealOf(seal, row)));
      return torn < 0 ? rows : rows.slice(0, torn);
    },
    add(rows) {
      let seal = sealBefore(Number.MAX_SAFE_INTEGER);
      db.exec('BEGIN IMMEDIATE');
      try {
        for (const row of rows) {
          seal = sealOf(seal, row);
          const { position, family, version, type, from, to, reportedAt, recordedAt, id, supersedes } = row;
          const head = [position, family, version, type, from, to, reportedAt, recordedAt, id] as const;
          insert.run(...head, supersedes, row.routine, row.body, seal);
        }
        db.exec('COMMIT');
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    cutAfter(position) {
      cut.run(position);
    },
    close() {
      if (db.isOpen) db.close();
    },
  };
}

function sealOf(previous: string, row: CopiedRow): string {
  const { position, family, version, type, from, to, reportedAt, recordedAt, id, supersedes, routine, body } =
    row;
  const head = [position, family, version, type, from, to, reportedAt, recordedAt, id, supersedes, routine];
  return hash('sha256', `${previous}\n${head.join('\n')}\n${body}`, 'base64');
}
