import { decode } from '../codec.ts';
import type { EventId, FamilyId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Position, Stored, Version } from '../log.ts';
import type { Database } from './database.ts';
import type { Names } from './names.ts';

/** Reading the rows of events, always a stretch at a time: no statement stays open while somebody thinks about a record. */
export interface Rows {
  /** The next stretch after a position; empty at the end. */
  after(position: Position, most: number): Stored[];
  ofFamily(family: FamilyId, after: Version, most: number): Stored[];
  last(): { readonly position: Position; readonly chain: string };
  /** Version and time of the last event of a family; version 0 if it has none. */
  lastOf(family: FamilyId): { readonly version: Version; readonly recordedAt: Instant };
  withKey(key: Uint8Array): Kept | null;
}

/** What is needed to answer a command that was written before. */
export interface Kept {
  readonly position: Position;
  readonly version: Version;
  readonly id: EventId;
  readonly body: string;
}

/** Times that are equal, as most are, travel once: a replay of a million events makes that many numbers fewer. */
const columns = `position, version, family, type, nullif(occurred_from, recorded_at), nullif(occurred_to, recorded_at),
  nullif(reported_at, recorded_at), recorded_at, id, supersedes, routine, body`;

type Row = [
  position: Position,
  version: Version,
  family: number,
  type: number,
  from: Instant | null,
  to: Instant | null,
  reportedAt: Instant | null,
  recordedAt: Instant,
  id: EventId,
  supersedes: EventId | null,
  routine: 0 | 1,
  body: string,
];

export function rowsIn(db: Database, families: Names, types: Names): Rows {
  const stretch = prepared(`SELECT ${columns} FROM events WHERE position > ? ORDER BY position LIMIT ?`);
  const family = prepared(
    `SELECT ${columns} FROM events WHERE family = ? AND version > ? ORDER BY version LIMIT ?`,
  );
  const last = db.prepare('SELECT position, hex(chain) AS chain FROM events ORDER BY position DESC LIMIT 1');
  const lastOf = db.prepare(
    'SELECT version, recorded_at FROM events WHERE family = ? ORDER BY version DESC LIMIT 1',
  );
  const withKey = db.prepare('SELECT position, version, id, body FROM events WHERE key = ?');

  function prepared(sql: string) {
    const statement = db.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }

  function stored(row: Row): Stored {
    const recordedAt = row[7];
    const record = decode({
      id: row[8],
      type: types.nameOf(row[3]),
      family: families.nameOf(row[2]) as FamilyId,
      from: row[4] ?? recordedAt,
      to: row[5] ?? recordedAt,
      reportedAt: row[6] ?? recordedAt,
      recordedAt,
      supersedes: row[9],
      routine: row[10],
      body: row[11],
    });
    return { position: row[0], version: row[1], record };
  }

  return {
    after: (position, most) => (stretch.all(position, most) as unknown as Row[]).map(stored),
    ofFamily: (name, after, most) =>
      (family.all(families.numberOf(name), after, most) as unknown as Row[]).map(stored),
    last() {
      const row = last.get();
      return { position: Number(row?.['position'] ?? 0), chain: String(row?.['chain'] ?? '').toLowerCase() };
    },
    lastOf(name) {
      const row = lastOf.get(families.numberOf(name));
      return {
        version: Number(row?.['version'] ?? 0),
        recordedAt: Number(row?.['recorded_at'] ?? -Infinity) as Instant,
      };
    },
    withKey: (key) => (withKey.get(key) as unknown as Kept | undefined) ?? null,
  };
}

/** All stretches one after another. A stretch is at most 512 events, fewer after large ones, so memory stays small. */
export function* inStretches(
  read: (after: number, most: number) => Stored[],
  after: number,
  orderOf: (stored: Stored) => number,
): Generator<Stored, void, undefined> {
  let from = after;
  for (let most = 64; ; most = Math.min(512, most * 2)) {
    const stretch = read(from, most);
    for (const stored of stretch) yield stored;
    const end = stretch.at(-1);
    if (end === undefined || stretch.length < most) return;
    from = orderOf(end);
  }
}
