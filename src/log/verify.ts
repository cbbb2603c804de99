import { existsSync } from 'node:fs';
import { readEvent } from '../domain/reading.ts';
import type { FamilyId } from '../domain/ids.ts';
import { entryOf } from './codec.ts';
import type { Entry } from './codec.ts';
import type { Position, Version } from './log.ts';
import { chainStart, idKey, link } from './sqlite/chain.ts';
import { sealBeside } from './sqlite/closing-seal.ts';
import type { Database } from './sqlite/database.ts';
import { beforeMark, databaseIn, openReadOnly, walOf } from './sqlite/files.ts';
import { readHeadMark } from './sqlite/head-mark.ts';
import { isBeingWritten } from './sqlite/lock.ts';
import { schemaFault } from './sqlite/schema.ts';
import { inspectWal } from './sqlite/wal.ts';
import { LogUnavailable } from './unavailable.ts';

/**
 * Reads a whole store and compares everything with everything: the chain, the columns with the text, the text with the
 * parser, versions and times with their order, the indexes with the rows, the end with its mark, the file with its seal.
 *
 * What it cannot see, because nothing depends on it: bytes of a store that is open or was killed after a checkpoint and that
 * belong to no row or index (free space), and frames of the write-ahead log that are in the database already. What it
 * cannot see although it matters: somebody who replaces the end of the log together with chain, mark and seal.
 * Whoever keeps the `chain` of an earlier verdict elsewhere will see that too.
 */
export type Verdict =
  | { readonly kind: 'sound'; readonly events: number; readonly chain: string }
  | {
      readonly kind: 'damaged';
      /** The first event that differs or is missing; null if every event is whole and only other bytes have changed. */
      readonly position: Position | null;
      readonly what: string;
    };

export interface Progress {
  readonly position: Position;
  readonly of: Position;
}

/** Changes no event, and may run beside a server: then the files that change under its hands are left out. */
export function* verify(folder: string): Generator<Progress, Verdict> {
  const path = databaseIn(folder);
  const isStill = !isBeingWritten(folder);
  const mark = isStill ? readHeadMark(path) : null;
  if (!existsSync(path) && mark === null && !existsSync(walOf(path)))
    throw new LogUnavailable('missing', `There is no log in ${folder}.`, 'Check the data folder.');
  const wal = isStill ? inspectWal(walOf(path)) : null;
  const sealed = isStill ? sealBeside(path).fault() : null;
  let reached = 0;
  try {
    const db = openReadOnly(folder);
    try {
      const verdict = yield* walk(db, (position) => (reached = position));
      if (verdict.kind === 'damaged') return verdict;
      const lost = beforeMark(db, mark);
      if (lost !== null) return damaged(mark === 'changed' ? null : reached + 1, lost);
      if (wal?.kind === 'damaged') return damaged(reached + 1, wal.what);
      const outside = sealed ?? schemaFault(db) ?? indexFault(db);
      return outside === null ? verdict : damaged(positionIn(outside), outside);
    } finally {
      db.close();
    }
  } catch (error) {
    return damaged(reached + 1, `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Small enough that a server beside it is never kept from tidying its files. */
const stretch = 1000;

function* walk(db: Database, reach: (position: Position) => void): Generator<Progress, Verdict> {
  const rows =
    db.prepare(`SELECT position, families.name AS family, version, types.name AS type, occurred_from AS 'from',
      occurred_to AS 'to', reported_at AS reportedAt, recorded_at AS recordedAt, id, supersedes, routine, hex(key) AS key,
      hex(chain) AS chain, CAST(body AS BLOB) AS body
    FROM events LEFT JOIN families ON families.number = family LEFT JOIN types ON types.number = type
    WHERE position > ? ORDER BY position LIMIT ${stretch}`);
  const of = Number(db.prepare('SELECT max(position) AS last FROM events').get()?.['last'] ?? 0);
  const streams = new Map<FamilyId, Last>();
  let previous = chainStart;
  for (let position = 0; position < of;) {
    const before = position;
    for (const row of rows.iterate(position)) {
      const fault = faultIn(row as unknown as Row, position + 1, previous, streams);
      if (fault !== null) return damaged(position + 1, fault);
      position += 1;
      previous = String(row['chain']).toLowerCase();
      reach(position);
      if (position % stretch === 0) break;
    }
    if (position === before) return damaged(position + 1, 'the event cannot be found');
    yield { position, of };
  }
  return { kind: 'sound', events: of, chain: previous };
}

interface Row extends Omit<Entry, 'body'> {
  readonly position: Position;
  readonly version: Version;
  readonly key: string;
  readonly chain: string;
  readonly body: Uint8Array;
}

interface Last {
  readonly version: Version;
  readonly recordedAt: number;
}

function faultIn(
  row: Row,
  position: Position,
  previous: string,
  streams: Map<FamilyId, Last>,
): string | null {
  if (row.position !== position) return `the event is missing; the next one is ${row.position}`;
  const entry = entryIn(row.body);
  if (typeof entry === 'string') return entry;
  const column = columns.find((name) => entry[name] !== row[name]);
  if (column !== undefined)
    return `the column ${column} says ${String(row[column])}, the text says ${String(entry[column])}`;
  if (row.key !== idKey(entry.id).toString('hex').toUpperCase()) return 'the key is not that of the id';
  if (row.chain.toLowerCase() !== link(previous, position, row.version, entry)) return 'the chain is broken';
  const last = streams.get(entry.family) ?? { version: 0, recordedAt: -Infinity };
  if (row.version !== last.version + 1)
    return `version ${row.version} follows version ${last.version} of ${entry.family}`;
  if (entry.recordedAt < last.recordedAt)
    return 'it was recorded before the event that precedes it in its family';
  streams.set(entry.family, row);
  return null;
}

const columns = [
  'id',
  'type',
  'family',
  'from',
  'to',
  'reportedAt',
  'recordedAt',
  'supersedes',
  'routine',
] as const;

/** What the stored text says, or why it says nothing. The text itself goes on as it is: the chain is over its characters. */
function entryIn(bytes: Uint8Array): Entry | string {
  try {
    const body = utf8.decode(bytes);
    const reading = readEvent(JSON.parse(body));
    if (reading.kind === 'ignored') return 'its type or version is not known here';
    if (reading.kind === 'rejected')
      return `its text is not accepted: ${reading.rejection.path} ${reading.rejection.reason}`;
    return { ...entryOf(reading.event), body };
  } catch {
    return 'its text is not JSON';
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** SQLite's own check: pages, and every index against its table. */
function indexFault(db: Database): string | null {
  const answer = String(Object.values(db.prepare('PRAGMA integrity_check(1)').get() ?? {})[0]);
  return answer === 'ok' ? null : answer;
}

/** "row 17 missing from index events_key" */
const positionIn = (fault: string) => {
  const row = /\brow (\d+)\b/.exec(fault)?.[1];
  return row === undefined ? null : Number(row);
};

const damaged = (position: Position | null, what: string): Verdict => ({ kind: 'damaged', position, what });
