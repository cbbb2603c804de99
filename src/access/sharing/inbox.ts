import type { Heard, Lane } from '../../log/exchange.ts';
import type { Office } from '../office.ts';
import { merging } from './merge.ts';

/** What other nodes told. */
export interface Inbox {
  /** How far a lane has been heard. */
  placeIn(lane: Lane): number;
  /** All of it, and how far that goes, in one commit. */
  take(lane: Lane, entries: readonly Opened[]): void;
  close(): void;
}

export interface Opened extends Pick<Heard, 'id' | 'node' | 'place'> {
  readonly change: string;
}

/** Rows that only a later version understands are kept, and tried again at each start. */
const inboxSchema = `
  CREATE TABLE IF NOT EXISTS heard (lane TEXT PRIMARY KEY, place INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS not_understood (id TEXT PRIMARY KEY, node TEXT NOT NULL, change TEXT NOT NULL) STRICT;
`;

/** Writes beside the office, so that whatever is kept in memory there is read again. */
export function inboxOf(office: Office, own: string): Inbox {
  office.db.exec(inboxSchema);
  const db = office.beside();
  // Rows may come before those that they refer to.
  db.exec('PRAGMA foreign_keys = OFF');
  const merge = merging(db, own);
  const place = db.prepare('SELECT place FROM heard WHERE lane = ?');
  const reach = db.prepare(
    'INSERT INTO heard (lane, place) VALUES (?, ?) ON CONFLICT (lane) DO UPDATE SET place = max(place, excluded.place)',
  );
  const applying = db.prepare('UPDATE sharing SET applying = ?');
  const keep = db.prepare('INSERT OR IGNORE INTO not_understood (id, node, change) VALUES (?, ?, ?)');
  const kept = db.prepare('SELECT * FROM not_understood');
  const forget = db.prepare('DELETE FROM not_understood WHERE id = ?');

  function inOneCommit(work: () => void): void {
    db.exec('BEGIN IMMEDIATE');
    try {
      applying.run(1);
      work();
      applying.run(0);
      db.exec('COMMIT');
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }

  inOneCommit(() => {
    for (const { id, node, change } of kept.all())
      if (merge(String(change), String(node))) forget.run(String(id));
  });

  return {
    placeIn: (lane) => Number(place.get(lane)?.['place'] ?? 0),
    take(lane, entries) {
      const last = entries.at(-1);
      if (!last) return;
      inOneCommit(() => {
        for (const { id, node, change } of entries) if (!merge(change, node)) keep.run(id, node, change);
        reach.run(lane, last.place);
      });
    },
    close() {
      if (db.isOpen) db.close();
    },
  };
}
