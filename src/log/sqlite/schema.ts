import { LogUnavailable } from '../unavailable.ts';
import type { Database } from './database.ts';

/**
 * Families and types are numbers in the rows of events. Two indexes only, for finding an id and for reading a family:
 * each one more costs a page of disk for every event.
 */
const tables = [
  `CREATE TABLE families (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT`,
  `CREATE TABLE types (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT`,
  `CREATE TABLE events (
    position INTEGER PRIMARY KEY, family INTEGER NOT NULL, version INTEGER NOT NULL, type INTEGER NOT NULL,
    occurred_from INTEGER NOT NULL, occurred_to INTEGER NOT NULL, reported_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL,
    id TEXT NOT NULL, supersedes TEXT, routine INTEGER NOT NULL, key BLOB NOT NULL, chain BLOB NOT NULL, body TEXT NOT NULL) STRICT`,
  `CREATE UNIQUE INDEX events_key ON events (key)`,
  `CREATE UNIQUE INDEX events_family ON events (family, version)`,
];

const idStored = 'an id is stored once';

/** The guard found an id that is stored already. */
export const isIdStored = (error: unknown) => error instanceof Error && error.message === idStored;

/** INSERT OR REPLACE removes rows without asking the delete triggers: so the insert itself is guarded too. */
const guards = [
  `CREATE TRIGGER events_only_grow BEFORE INSERT ON events BEGIN
    SELECT RAISE(ABORT, 'a position must follow the last one')
      WHERE NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM events);
    SELECT RAISE(ABORT, 'a version must follow the last one of its family')
      WHERE NEW.version IS NOT (SELECT coalesce(max(version), 0) + 1 FROM events WHERE family = NEW.family);
    SELECT RAISE(ABORT, '${idStored}') WHERE EXISTS (SELECT 1 FROM events WHERE key = NEW.key);
  END`,
  ...['families', 'types'].map(
    (table) => `CREATE TRIGGER ${table}_only_grow BEFORE INSERT ON ${table} BEGIN
    SELECT RAISE(ABORT, 'a name is stored once')
      WHERE EXISTS (SELECT 1 FROM ${table} WHERE number = NEW.number OR name = NEW.name);
  END`,
  ),
  ...['events', 'families', 'types'].flatMap((table) => [
    `CREATE TRIGGER ${table}_never_change BEFORE UPDATE ON ${table} BEGIN SELECT RAISE(ABORT, 'what is stored stays'); END`,
    `CREATE TRIGGER ${table}_never_vanish BEFORE DELETE ON ${table} BEGIN SELECT RAISE(ABORT, 'what is stored stays'); END`,
  ]),
];

/** "Wkvl", so that `file events.db` and we ourselves recognise the store. */
const applicationId = 0x576b766c;
const format = 1;

/** Makes the tables of a new store; refuses one that is not ours or that a newer version made. */
export function prepareSchema(db: Database, place: string): void {
  if (number(db, 'SELECT count(*) FROM sqlite_schema') === 0) create(db);
  const fault = schemaFault(db);
  if (fault === null) return;
  if (fault === 'newer')
    throw new LogUnavailable(
      'newer-format',
      `${place} was written by a newer version.`,
      'Use that version, or put back an older backup.',
    );
  throw new LogUnavailable(
    'damaged',
    `${place} is not an event log: ${fault}.`,
    'Choose another folder, or put back a backup.',
  );
}

/** What is wrong with the tables, guards and format; null if nothing is. */
export function schemaFault(db: Database): string | null {
  if (number(db, 'PRAGMA application_id') !== applicationId) return 'it was made by another program';
  const version = number(db, 'PRAGMA user_version');
  if (version !== format) return version > format ? 'newer' : 'its format is unknown';
  const present = db
    .prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL')
    .all()
    .map((row) => row['sql']);
  const expected = [...tables, ...guards];
  const missing = expected.find((sql) => !present.includes(sql));
  if (missing !== undefined) return `it lacks ${nameOf(missing)}`;
  return present.length === expected.length ? null : 'it holds a table, index or trigger that is not ours';
}

function create(db: Database): void {
  db.exec(
    [
      'BEGIN',
      ...tables,
      ...guards,
      `PRAGMA application_id = ${applicationId}`,
      `PRAGMA user_version = ${format}`,
      'COMMIT',
    ].join(';\n'),
  );
}

function number(db: Database, sql: string): number {
  return Number(Object.values(db.prepare(sql).get() ?? {})[0]);
}

const nameOf = (sql: string) => /(?:TABLE|INDEX|TRIGGER) (\w+)/.exec(sql)?.[1] ?? sql;
