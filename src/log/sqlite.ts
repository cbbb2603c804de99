import { of } from 'rxjs';
import type { FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { AppendResult, EventLog, Position, Stored } from './log.ts';
import type { Database } from './sqlite/database.ts';
import { memoryFiles, openFiles, openReadOnly } from './sqlite/files.ts';
import type { Files } from './sqlite/files.ts';
import { followersOf } from './sqlite/followers.ts';
import { groupCommit } from './sqlite/group-commit.ts';
import type { Outcome } from './sqlite/group-commit.ts';
import { groupOn } from './sqlite/judge.ts';
import type { Command, Group } from './sqlite/judge.ts';
import { namesIn } from './sqlite/names.ts';
import { inStretches, rowsIn } from './sqlite/rows.ts';
import type { Rows } from './sqlite/rows.ts';
import { isIdStored } from './sqlite/schema.ts';
import { recordsOf, storeIn } from './sqlite/store.ts';
import { LogUnavailable, unavailable } from './unavailable.ts';

export interface LogOptions {
  /** The data folder; made if it does not exist. */
  readonly folder: string;
  readonly now: () => Instant;
  /** The most pages of 4 KiB that the database may have, for a quota. */
  readonly pageLimit?: number;
}

/** The embedded engine: one process writes, everything is in one folder. Throws LogUnavailable if that cannot be. */
export function openLog({ folder, now, pageLimit }: LogOptions): EventLog {
  try {
    return logOn(openFiles(folder, pageLimit), folder, now);
  } catch (error) {
    throw unavailable(error, folder);
  }
}

/** The same engine without a disk, for tests. */
export function openMemoryLog({ now }: Pick<LogOptions, 'now'>): EventLog {
  return logOn(memoryFiles(), 'memory', now);
}

/** What can be asked of a log that another process writes; it sees what is committed when it is asked. */
export type LogReader = Pick<EventLog, 'readFamily' | 'readAll' | 'head' | 'version' | 'close'>;

export function openReader(folder: string): LogReader {
  const db = openReadOnly(folder);
  const rows = rowsIn(db, namesIn(db, 'families'), namesIn(db, 'types'));
  return {
    ...readingOf(db, rows, folder),
    head: () => Promise.resolve(rows.last().position),
    version: (family) => Promise.resolve(rows.lastOf(family).version),
    close() {
      if (db.isOpen) db.close();
      return Promise.resolve();
    },
  };
}

/** More than this in one commit would keep the first ones waiting. */
const largestGroup = 2048;

function logOn(files: Files, folder: string, now: () => Instant): EventLog {
  const store = storeIn(files.db);
  const followers = followersOf(store.rows.after, () => store.position);
  const commits = groupCommit(writeGroup, largestGroup);
  const reading = readingOf(files.db, store.rows, folder);
  let closed = false;

  function writeGroup(commands: readonly Command[]): readonly Outcome<AppendResult>[] {
    const asOf = now();
    try {
      return writeJudged(commands, groupOn(store, asOf, 'trusting'));
    } catch (error) {
      if (!isIdStored(error)) throw unavailable(error, folder);
    }
    try {
      return writeJudged(commands, groupOn(store, asOf, 'careful'));
    } catch (error) {
      throw unavailable(error, folder);
    }
  }

  function writeJudged(commands: readonly Command[], group: Group): readonly Outcome<AppendResult>[] {
    const outcomes = commands.map((command) => judged(group, command));
    if (group.rows.length === 0) return outcomes;
    const first = store.position + 1;
    store.write(group);
    files.committed(store, pagesOf(group));
    followers.tell(first, () => recordsOf(group.rows));
    return outcomes;
  }

  function append(command: Command): Promise<AppendResult> {
    return closed ? Promise.reject(closedLog(folder)) : commits.submit(command);
  }

  function close(): Promise<void> {
    if (closed) return Promise.resolve();
    commits.drain();
    closed = true;
    followers.end();
    files.close();
    return Promise.resolve();
  }

  return {
    append: (family, expected, events) => append({ family, expected, events }),
    ...reading,
    follow: followers.follow,
    freshness: of({ kind: 'live' }),
    head: () => Promise.resolve(store.position),
    version: (family) => Promise.resolve(store.stream(family).version),
    close,
  };
}

function judged(group: Group, command: Command): Outcome<AppendResult> {
  try {
    return { value: group.judge(command) };
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }
}

function readingOf(db: Database, rows: Rows, folder: string): Pick<EventLog, 'readFamily' | 'readAll'> {
  const guarded = <T>(read: () => T): T => {
    if (!db.isOpen) throw closedLog(folder);
    try {
      return read();
    } catch (error) {
      throw unavailable(error, folder);
    }
  };
  return {
    readFamily: (family: FamilyId, after = 0) =>
      inStretches((from, most) => guarded(() => rows.ofFamily(family, from, most)), after, versionOf),
    readAll: (after: Position) =>
      inStretches((from, most) => guarded(() => rows.after(from, most)), after, positionOf),
  };
}

/** A page in each of the two indexes, and those of the text itself. */
const pagesOf = ({ rows }: Group) => rows.reduce((pages, { body }) => pages + 2 + body.length / 4000, 2);

const positionOf = ({ position }: Stored) => position;
const versionOf = ({ version }: Stored) => version;

const closedLog = (folder: string) =>
  new LogUnavailable('closed', `The log in ${folder} has been closed.`, 'Open it again.');
