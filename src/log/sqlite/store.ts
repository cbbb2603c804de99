import { decode } from '../codec.ts';
import type { Entry } from '../codec.ts';
import type { FamilyId } from '../../domain/ids.ts';
import type { Stored } from '../log.ts';
import type { Database } from './database.ts';
import type { Group, NewRow, Standing, Stream } from './judge.ts';
import { namesIn } from './names.ts';
import { rowsIn } from './rows.ts';
import type { Rows } from './rows.ts';

/** The rows of an open database: reading them, and writing a group of new ones in one commit. */
export interface Store extends Standing {
  readonly rows: Rows;
  write(group: Group): void;
}

export function storeIn(db: Database): Store {
  const families = namesIn(db, 'families');
  const types = namesIn(db, 'types');
  const rows = rowsIn(db, families, types);
  const insert = db.prepare(`INSERT INTO events (position, family, version, type, occurred_from, occurred_to,
    reported_at, recorded_at, id, supersedes, routine, key, chain, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const [begin, commit] = [db.prepare('BEGIN IMMEDIATE'), db.prepare('COMMIT')];
  const streams = new Map<FamilyId, Stream>();
  let last = rows.last();

  function stream(family: FamilyId): Stream {
    const known = streams.get(family);
    if (known) return known;
    const found = rows.lastOf(family);
    streams.set(family, found);
    return found;
  }

  function write(group: Group): void {
    const newFamilies = newNames(families, group.rows, ({ family }) => family);
    const newTypes = newNames(types, group.rows, ({ type }) => type);
    begin.run();
    try {
      for (const [name, number] of newFamilies) families.write(number, name);
      for (const [name, number] of newTypes) types.write(number, name);
      for (const row of group.rows) writeRow(row);
      commit.run();
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK');
      throw error;
    }
    for (const [name, number] of newFamilies) families.learn(number, name);
    for (const [name, number] of newTypes) types.learn(number, name);
    for (const [family, reached] of group.streams) streams.set(family, reached);
    last = group.rows.at(-1) ?? last;

    function writeRow({ position, version, entry, key, chain }: NewRow): void {
      const { family, type, from, to, reportedAt, recordedAt, id, supersedes, routine, body } = entry;
      const numbers = [
        newFamilies.get(family) ?? families.numberOf(family),
        newTypes.get(type) ?? types.numberOf(type),
      ] as const;
      insert.run(
        position,
        numbers[0],
        version,
        numbers[1],
        from,
        to,
        reportedAt,
        recordedAt,
        id,
        supersedes,
        routine,
        key,
        Buffer.from(chain, 'hex'),
        body,
      );
    }
  }

  return {
    get position() {
      return last.position;
    },
    get chain() {
      return last.chain;
    },
    stream,
    kept: rows.withKey,
    rows,
    write,
  };
}

/** The records of rows that have just been written, without reading them back. */
export function recordsOf(rows: readonly NewRow[]): Stored[] {
  return rows.map(({ position, version, entry }) => ({ position, version, record: decode(entry) }));
}

function newNames(
  names: ReturnType<typeof namesIn>,
  rows: readonly NewRow[],
  nameIn: (entry: Entry) => string,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const { entry } of rows) {
    const name = nameIn(entry);
    if (!found.has(name) && names.numberOf(name) === 0) found.set(name, names.next() + found.size);
  }
  return found;
}
