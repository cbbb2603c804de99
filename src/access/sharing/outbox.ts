import { randomBytes } from 'node:crypto';
import type { Lane } from '../../log/exchange.ts';
import type { Database } from '../../log/sqlite/database.ts';
import { columnsOf } from '../office.ts';
import type { Office } from '../office.ts';
import { sharedTables } from './tables.ts';
import type { SharedTable } from './tables.ts';

/**
 * What this node has written and not yet told the others. A trigger puts each row there in the commit that wrote it,
 * whichever process that was, so a node that dies before it has sent them sends them after its restart.
 */
export interface Outbox {
  readonly node: string;
  /** The oldest, all of one lane; empty if everything has been sent. */
  next(most: number): readonly Waiting[];
  sent(lane: Lane, until: number): void;
}

export interface Waiting {
  readonly n: number;
  /** Drawn anew for each: a database that was put back from a backup never repeats one. */
  readonly id: string;
  readonly lane: Lane;
  /** Table and row, as JSON. */
  readonly change: string;
}

/** Makes the office a shared one, with all that it holds, if it is not yet. */
export function outboxOf(office: Office): Outbox {
  const { db, inOneCommit } = office;
  const node = inOneCommit(() => join(office));
  const first = db.prepare(
    'SELECT * FROM outbox WHERE lane = (SELECT lane FROM outbox ORDER BY n LIMIT 1) ORDER BY n LIMIT ?',
  );
  const remove = db.prepare('DELETE FROM outbox WHERE lane = ? AND n <= ?');
  return {
    node,
    next: (most) => first.all(most) as unknown as readonly Waiting[],
    sent(lane, until) {
      inOneCommit(() => remove.run(lane, until));
    },
  };
}

/** The name of this node; its triggers are made anew, because tables may have got columns. */
function join(office: Office): string {
  const { db } = office;
  db.exec(`CREATE TABLE IF NOT EXISTS outbox (
    n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, lane TEXT NOT NULL, change TEXT NOT NULL
  ) STRICT`);
  const present = sharedTables.filter(({ name }) => columnsOf(db, name).length > 0);
  const before = db.prepare('SELECT node FROM sharing').get()?.['node'];
  if (before === undefined) {
    db.prepare('INSERT INTO sharing (id, node) VALUES (1, ?)').run(randomBytes(6).toString('hex'));
    for (const table of present) {
      renumber(office, table);
      db.exec(`INSERT INTO outbox (id, lane, change) SELECT ${told(db, table, table.name)} FROM ${table.name}
        ORDER BY ${table.key.join(', ')}`);
    }
  }
  for (const table of present) watch(db, table);
  return String(db.prepare('SELECT node FROM sharing').get()?.['node']);
}

/** Numbers that were given in turn are given by every node: they make place for numbers that are only given here. */
function renumber({ db, newNumber }: Office, { name, numbers }: SharedTable): void {
  if (numbers === undefined) return;
  db.exec('PRAGMA defer_foreign_keys = ON');
  for (const row of db.prepare(`SELECT id FROM ${name} ORDER BY id`).all()) {
    const number = newNumber();
    db.prepare(`UPDATE ${name} SET id = ? WHERE id = ?`).run(number, Number(row['id']));
    for (const other of numbers)
      if (columnsOf(db, other).length > 0)
        db.prepare(`UPDATE ${other} SET ${name} = ? WHERE ${name} = ?`).run(number, Number(row['id']));
  }
}

function watch(db: Database, table: SharedTable): void {
  for (const event of ['INSERT', 'UPDATE'])
    db.exec(`
      DROP TRIGGER IF EXISTS ${table.name}_told_${event};
      CREATE TRIGGER ${table.name}_told_${event} AFTER ${event} ON ${table.name}
        WHEN (SELECT applying FROM sharing) = 0
        BEGIN INSERT INTO outbox (id, lane, change) SELECT ${told(db, table, 'NEW')}; END;
    `);
}

/** What is put into the outbox about a row, as SQL. */
function told(db: Database, { name, lane }: SharedTable, row: string): string {
  const cells = columnsOf(db, name).map((column) => {
    const cell = `${row}.${column.name}`;
    return `'${column.name}', ${column.isBlob ? `iif(${cell} IS NULL, NULL, hex(${cell}))` : cell}`;
  });
  return `lower(hex(randomblob(16))), '${lane}', json_object('table', '${name}', 'row', json_object(${cells.join(', ')}))`;
}
