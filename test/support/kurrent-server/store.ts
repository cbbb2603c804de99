import { openForWriting } from '../../../src/log/sqlite/database.ts';
import { groupCommit } from '../../../src/log/sqlite/group-commit.ts';
import type { Outcome } from '../../../src/log/sqlite/group-commit.ts';

/** An event as the server keeps it. `position` is commit and prepare position in one: a byte offset, with gaps. */
export interface Row {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  /** In .NET ticks since 1970: a tenth of a microsecond. */
  readonly created: string;
}

export type Proposed = Pick<Row, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;
export type Expected = 'any' | 'no-stream' | 'stream-exists' | number;

export type Written =
  | { readonly kind: 'written'; readonly revision: number; readonly position: number }
  | { readonly kind: 'wrong-version'; readonly current: number; readonly expected: Expected }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'too-large'; readonly limit: number };

export interface Store {
  append(stream: string, expected: Expected, events: readonly Proposed[]): Promise<Written>;
  /** From a revision on, or down; what was truncated is left out. Null if there is no such stream, or no longer. */
  readStream(stream: string, from: number, backwards: boolean, most: number): Row[] | null;
  /** Deleted for ever? */
  isTombstoned(stream: string): boolean;
  readAll(from: number, backwards: boolean, most: number): Row[];
  isBoundary(position: number): boolean;
  last(): number;
  /** Told after each commit. */
  onCommit(listener: (rows: readonly Row[]) => void): () => void;
  /** What must survive a restart besides events. */
  kept(name: string): string | undefined;
  keep(name: string, value: string): void;
  close(): void;
}

/** The server's own default for the size of one append. */
export const maxAppendSize = 1_048_576;
const largestGroup = 1024;

/** What counts towards it. */
const sizeOf = ({ type, data, metadata }: Proposed) => type.length * 2 + data.length + metadata.length;

const tombstone = '$streamDeleted';

interface Command {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly Proposed[];
}

/**
 * Durable in a file, or in memory. As on the real server (IndexWriter.CheckCommit), an append is idempotent for the same
 * ids at the same exact revision, or for the same ids in the stream where any revision will do, and for nothing else;
 * what is truncated stays in the order of all events.
 */
export function openStore(path: string, now: () => number): Store {
  const db = openForWriting(path);
  db.exec(`
    CREATE TABLE IF NOT EXISTS events (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL,
      id TEXT NOT NULL, type TEXT NOT NULL, contentType TEXT NOT NULL, data BLOB NOT NULL, metadata BLOB NOT NULL,
      created TEXT NOT NULL, UNIQUE (stream, revision)) STRICT;
    CREATE INDEX IF NOT EXISTS by_id ON events (id, stream);
    CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  `);
  const rows = <T>(sql: string) => {
    const statement = db.prepare(sql);
    return (...values: (string | number)[]) => statement.all(...values) as unknown as T[];
  };
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const lastOf = rows<Row>('SELECT * FROM events WHERE stream = ? ORDER BY revision DESC LIMIT 1');
  const up = rows<Row>('SELECT * FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?');
  const down = rows<Row>(
    'SELECT * FROM events WHERE stream = ? AND revision BETWEEN ? AND ? ORDER BY revision DESC LIMIT ?',
  );
  const byId = rows<Row>('SELECT * FROM events WHERE stream = ? AND id = ? LIMIT 1');
  const allUp = rows<Row>('SELECT * FROM events WHERE position >= ? ORDER BY position LIMIT ?');
  const allDown = rows<Row>('SELECT * FROM events WHERE position <= ? ORDER BY position DESC LIMIT ?');
  const byPosition = rows<Row>('SELECT * FROM events WHERE position = ?');
  const keptValue = rows<{ value: string }>('SELECT value FROM kept WHERE name = ?');
  const listeners = new Set<(rows: readonly Row[]) => void>();
  const revisions = new Map<string, { revision: number; isTombstone: boolean }>();
  let position = allDown(Number.MAX_SAFE_INTEGER, 1)[0]?.position ?? 0;

  function standing(stream: string): { revision: number; isTombstone: boolean } {
    const known = revisions.get(stream);
    if (known) return known;
    const row = lastOf(stream)[0];
    const found = { revision: row?.revision ?? -1, isTombstone: row?.type === tombstone };
    revisions.set(stream, found);
    return found;
  }

  function judged({ stream, expected, events }: Command, fresh: Row[]): Written {
    const size = events.reduce((sum, event) => sum + sizeOf(event), 0);
    if (size > maxAppendSize) return { kind: 'too-large', limit: maxAppendSize };
    const { revision, isTombstone } = standing(stream);
    if (isTombstone) return { kind: 'deleted' };
    const at = expected === 'no-stream' ? -1 : expected;
    const isSoftlyDeleted = revision >= 0 && truncatedBefore(stream, fresh) > revision;
    if (typeof at === 'number' && at < revision) {
      const again = repetition(stream, at + 1, events, fresh);
      if (again) return again;
    }
    const isRight =
      expected === 'any' ||
      (expected === 'stream-exists' ? revision >= 0 && !isSoftlyDeleted : at === revision) ||
      (expected === 'no-stream' && isSoftlyDeleted);
    if (!isRight) return { kind: 'wrong-version', current: revision, expected };
    if (typeof at !== 'number') {
      const again = anyRepetition(stream, events, fresh);
      if (again === 'partly') return { kind: 'wrong-version', current: revision, expected };
      if (again) return again;
    }
    if (isSoftlyDeleted) bringBack(stream, revision + 1, fresh);
    for (const [index, event] of events.entries()) {
      const row = {
        ...event,
        stream,
        revision: revision + 1 + index,
        position: advance(event),
        created: ticks(),
      };
      fresh.push(row);
      revisions.set(stream, { revision: row.revision, isTombstone: row.type === tombstone });
    }
    return { kind: 'written', revision: revision + events.length, position };
  }

  /** Where any revision will do, the ids of events in the stream tell. */
  function anyRepetition(
    stream: string,
    events: readonly Proposed[],
    fresh: readonly Row[],
  ): Written | 'partly' | null {
    let last: Row | undefined;
    for (const { id } of events) {
      const known = fresh.find((row) => row.stream === stream && row.id === id) ?? byId(stream, id)[0];
      if (!known) return last ? 'partly' : null;
      last = known;
    }
    return last ? { kind: 'written', revision: last.revision, position: last.position } : null;
  }

  /** An append to a softly deleted stream moves its beginning to the first new event. */
  function bringBack(stream: string, from: number, fresh: Row[]): void {
    const name = `$$${stream}`;
    const { revision } = standing(name);
    const event = {
      id: crypto.randomUUID(),
      type: '$metadata',
      contentType: 'application/json',
      data: Buffer.from(JSON.stringify({ $tb: from })),
      metadata: new Uint8Array(),
    };
    const row = {
      ...event,
      stream: name,
      revision: revision + 1,
      position: advance(event),
      created: ticks(),
    };
    fresh.push(row);
    revisions.set(name, { revision: row.revision, isTombstone: false });
  }

  function repetition(
    stream: string,
    from: number,
    events: readonly Proposed[],
    fresh: readonly Row[],
  ): Written | null {
    const own = fresh.filter((row) => row.stream === stream && row.revision >= from);
    const stored = [...up(stream, from, events.length), ...own].slice(0, events.length);
    const last = stored.at(-1);
    const isSame =
      stored.length === events.length && stored.every(({ id }, index) => id === events[index]?.id);
    return isSame && last ? { kind: 'written', revision: last.revision, position: last.position } : null;
  }

  function advance({ data, metadata }: Proposed): number {
    position += 150 + data.length + metadata.length;
    return position;
  }

  const ticks = () => (BigInt(Math.trunc(now())) * 10_000n).toString();

  function write(commands: readonly Command[]): readonly Outcome<Written>[] {
    const fresh: Row[] = [];
    const results = commands.map((command) => ({ value: judged(command, fresh) }));
    if (fresh.length === 0) return results;
    db.exec('BEGIN IMMEDIATE');
    for (const row of fresh)
      insert.run(
        row.position,
        row.stream,
        row.revision,
        row.id,
        row.type,
        row.contentType,
        row.data,
        row.metadata,
        row.created,
      );
    db.exec('COMMIT');
    for (const listener of listeners) listener(fresh);
    return results;
  }

  /** `$tb` of the stream's metadata; a soft delete sets it beyond everything. */
  function truncatedBefore(stream: string, fresh: readonly Row[] = []): number {
    const name = `$$${stream}`;
    if (stream.startsWith('$$') || standing(name).revision < 0) return 0;
    const metadata = fresh.findLast((row) => row.stream === name) ?? lastOf(name)[0];
    if (!metadata) return 0;
    const { $tb } = JSON.parse(Buffer.from(metadata.data).toString('utf8')) as { $tb?: number };
    return $tb ?? 0;
  }

  const commits = groupCommit(write, largestGroup);
  return {
    append: (stream, expected, events) => commits.submit({ stream, expected, events }),
    readStream(stream, from, backwards, most) {
      const { revision } = standing(stream);
      const least = truncatedBefore(stream);
      if (revision < 0 || least > revision) return null;
      return backwards ? down(stream, least, from, most) : up(stream, Math.max(from, least), most);
    },
    isTombstoned: (stream) => standing(stream).isTombstone,
    readAll: (from, backwards, most) => (backwards ? allDown(from, most) : allUp(from, most)),
    isBoundary: (at) => at === 0 || byPosition(at).length > 0,
    last: () => position,
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    kept: (name) => keptValue(name)[0]?.value,
    keep(name, value) {
      db.prepare('INSERT INTO kept VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value').run(
        name,
        value,
      );
    },
    close() {
      commits.drain();
      db.close();
    },
  };
}
