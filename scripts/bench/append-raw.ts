import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { Entrant, Setting } from './contestants.ts';
import { regionEvents } from './invented.ts';
import { writing } from './writing.ts';

/** For everybody who writes: a commit is flushed to disk, and a checkpoint comes after about as many pages as ours. */
export const pragmas = [
  'PRAGMA journal_mode = WAL',
  'PRAGMA synchronous = FULL',
  'PRAGMA wal_autocheckpoint = 4096',
  'PRAGMA cache_size = -65536',
  'PRAGMA temp_store = MEMORY',
];

/**
 * The floor: one table without an index, one row an event, BEGIN, INSERT, COMMIT. Nothing is checked, nothing is
 * chained, the same id can be stored twice. With many writers, all that wait share one transaction.
 */
export function appendRaw({ folder, writers = 1 }: Setting): Entrant {
  const db = new DatabaseSync(join(folder, 'raw.db'));
  for (const pragma of pragmas) db.exec(pragma);
  db.exec(
    'CREATE TABLE events (position INTEGER PRIMARY KEY, id TEXT, family TEXT, type TEXT, body TEXT) STRICT',
  );
  const insert = db.prepare('INSERT INTO events (id, family, type, body) VALUES (?, ?, ?, ?)');
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
  let waiting: { readonly event: PlanEvent; readonly written: () => void }[] = [];

  function write(): void {
    const group = waiting;
    waiting = [];
    begin.run();
    for (const { event } of group) insert.run(event.id, event.family, event.type, JSON.stringify(event));
    commit.run();
    for (const { written } of group) written();
  }

  const together = (event: PlanEvent) =>
    new Promise<void>((written) => {
      if (waiting.push({ event, written }) === 1) setImmediate(write);
    });

  /** One writer has nobody to wait for. */
  const alone = (event: PlanEvent) => {
    waiting.push({ event, written: () => undefined });
    write();
  };

  const append = writers === 1 ? alone : together;
  return {
    ready: { rate: 0 },
    run: writing({ events: regionEvents(), writers, append }),
    close() {
      db.close();
      return Promise.resolve();
    },
  };
}
