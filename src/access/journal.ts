import { hash } from 'node:crypto';
import type { FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Office } from './office.ts';

/** What a row says, on the node where it was written and in copies alike. */
const row = `at INTEGER NOT NULL,
    event TEXT NOT NULL,
    route TEXT NOT NULL,
    family TEXT,
    user TEXT NOT NULL,
    name TEXT NOT NULL,
    responsible TEXT NOT NULL,
    role TEXT NOT NULL,
    purpose TEXT NOT NULL,
    ground TEXT NOT NULL,
    outcome TEXT NOT NULL,
    address TEXT NOT NULL,
    session TEXT NOT NULL,
    hash TEXT NOT NULL`;

/**
 * Who opened what (NEN 7513). A row is on disk before the page it stands for is shown; no row is ever changed or
 * removed, and each carries a hash over itself and the hash of the row before it. What the chain cannot show is that
 * rows are missing at the very end: the number of rows and the last hash are shown to be kept elsewhere. Each node has a
 * chain of its own, and copies of those of the nodes that it shares a log with.
 */
export const journalSchema = `
  CREATE TABLE IF NOT EXISTS journal (
    n INTEGER PRIMARY KEY,
    ${row}
  ) STRICT;
  CREATE INDEX IF NOT EXISTS journal_family ON journal (family, n);
  CREATE INDEX IF NOT EXISTS journal_user ON journal (user, n);
  CREATE TRIGGER IF NOT EXISTS journal_keeps BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'the access log is never changed'); END;
  CREATE TRIGGER IF NOT EXISTS journal_remembers BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'the access log is never shortened'); END;
  CREATE TRIGGER IF NOT EXISTS journal_appends BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal WHERE n >= NEW.n)
    BEGIN SELECT RAISE(ABORT, 'the access log only grows'); END;
  CREATE TABLE IF NOT EXISTS journal_elsewhere (
    node TEXT NOT NULL,
    n INTEGER NOT NULL,
    ${row},
    PRIMARY KEY (node, n)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS journal_elsewhere_family ON journal_elsewhere (family, at);
  CREATE INDEX IF NOT EXISTS journal_elsewhere_user ON journal_elsewhere (user, at);
  CREATE INDEX IF NOT EXISTS journal_elsewhere_at ON journal_elsewhere (at);
  CREATE TRIGGER IF NOT EXISTS journal_elsewhere_keeps BEFORE UPDATE ON journal_elsewhere
    BEGIN SELECT RAISE(ABORT, 'the access log is never changed'); END;
  CREATE TRIGGER IF NOT EXISTS journal_elsewhere_remembers BEFORE DELETE ON journal_elsewhere
    BEGIN SELECT RAISE(ABORT, 'the access log is never shortened'); END;
`;

export const accessEvents = ['read', 'list', 'write', 'emergency'] as const;
export const outcomes = ['granted', 'refused', 'failed'] as const;

/** What somebody did or tried to do. */
export interface Access {
  readonly at: Instant;
  readonly event: (typeof accessEvents)[number];
  /** The name of the address in the table of routes; the address itself may hold what nobody should keep. */
  readonly route: string;
  /** The client of NEN 7513, by pseudonym; absent where it was about no single family. */
  readonly family?: FamilyId;
  readonly user: string;
  /** As the user was called then. */
  readonly name: string;
  /** Under whose responsibility the user acted. */
  readonly responsible: string;
  readonly role: string;
  readonly purpose: string;
  /** Of the working relation; none where access was refused. */
  readonly ground: string;
  readonly outcome: (typeof outcomes)[number];
  /** Where the user came from, shortened: a network, not a machine. */
  readonly address: string;
  /** Names the session; not the secret in its cookie. */
  readonly session: string;
}

export interface JournalRow extends Access {
  readonly n: number;
  /** Absent: it was written here. */
  readonly node?: string;
}

export interface Journal {
  /**
   * On disk when it returns.
   * @throws AccessNotLogged if it cannot be written: then nothing may be shown.
   */
  write(rows: readonly Access[]): void;
  /** Newest first. */
  find(filter: JournalFilter, page: { readonly from: number; readonly size: number }): readonly JournalRow[];
  count(filter: JournalFilter): number;
  verify(): Verified;
  /** The copies of what other nodes wrote. */
  verifyOthers(): readonly (Verified & { readonly node: string })[];
}

export class AccessNotLogged extends Error {
  override readonly name = 'AccessNotLogged';
}

export interface JournalFilter {
  readonly family?: string | undefined;
  readonly user?: string | undefined;
  readonly outcome?: string | undefined;
  readonly event?: string | undefined;
  readonly ground?: string | undefined;
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

export type Verified =
  | { readonly kind: 'whole'; readonly rows: number; readonly last: string }
  /** The first row that does not fit what stands before it. */
  | { readonly kind: 'broken'; readonly at: number };

const start = '0'.repeat(64);

const columns = [
  'at',
  'event',
  'route',
  'family',
  'user',
  'name',
  'responsible',
  'role',
  'purpose',
  'ground',
  'outcome',
  'address',
  'session',
] as const satisfies readonly (keyof Access)[];

type Cell = string | number | null;

export function journal({ db, inOneCommit }: Office): Journal {
  const last = db.prepare('SELECT n, hash FROM journal ORDER BY n DESC LIMIT 1');
  const insert = db.prepare(
    `INSERT INTO journal (n, ${columns.join(', ')}, hash) VALUES (?, ${columns.map(() => '?').join(', ')}, ?)`,
  );
  const all = db.prepare('SELECT * FROM journal ORDER BY n');
  const ofNode = db.prepare('SELECT * FROM journal_elsewhere WHERE node = ? ORDER BY n');
  const nodes = db.prepare('SELECT DISTINCT node FROM journal_elsewhere ORDER BY node');
  const hasOthers = db.prepare('SELECT 1 FROM journal_elsewhere LIMIT 1');

  function append(rows: readonly Access[]): void {
    const before = last.get() ?? { n: 0, hash: start };
    let n = Number(before['n']);
    let previous = String(before['hash']);
    for (const row of rows) {
      n += 1;
      const cells = columns.map((column): Cell => row[column] ?? null);
      previous = link(previous, n, cells);
      insert.run(n, ...cells, previous);
    }
  }

  return {
    write(rows) {
      if (rows.length === 0) return;
      try {
        inOneCommit(() => {
          append(rows);
        });
      } catch (cause) {
        throw new AccessNotLogged('the access log cannot be written', { cause });
      }
    },
    find(filter, { from, size }) {
      const { text, values } = where(filter);
      if (hasOthers.get() === undefined) {
        const rows = db.prepare(`SELECT * FROM journal ${text} ORDER BY n DESC LIMIT ? OFFSET ?`);
        return rows.all(...values, size, from).map(read);
      }
      const rows = db.prepare(`SELECT n, ${columns.join(', ')}, NULL AS node FROM journal ${text}
        UNION ALL SELECT n, ${columns.join(', ')}, node FROM journal_elsewhere ${text}
        ORDER BY at DESC, node, n DESC LIMIT ? OFFSET ?`);
      return rows.all(...values, ...values, size, from).map(read);
    },
    count(filter) {
      const { text, values } = where(filter);
      const tables = ['journal', 'journal_elsewhere'].map((table) =>
        db.prepare(`SELECT count(*) AS count FROM ${table} ${text}`),
      );
      return tables.reduce((sum, table) => sum + Number(table.get(...values)?.['count']), 0);
    },
    verify: () => verified(all.iterate()),
    verifyOthers: () =>
      nodes.all().map((row) => {
        const node = String(row['node']);
        return { node, ...verified(ofNode.iterate(node)) };
      }),
  };
}

/** Whether each row fits what stands before it. */
function verified(chain: Iterable<Readonly<Record<string, unknown>>>): Verified {
  let previous = start;
  let rows = 0;
  for (const row of chain) {
    rows += 1;
    const cells = columns.map((column) => row[column] as Cell);
    if (row['n'] !== rows || row['hash'] !== link(previous, rows, cells)) return { kind: 'broken', at: rows };
    previous = row['hash'];
  }
  return { kind: 'whole', rows, last: previous };
}

/** JSON keeps fields apart whatever stands in them. */
const link = (previous: string, n: number, cells: readonly Cell[]): string =>
  hash('sha256', JSON.stringify([previous, n, ...cells]), 'hex');

function where({ from, until, ...equal }: JournalFilter) {
  const parts: [string, Cell | undefined][] = [
    ...Object.entries(equal).map(([column, value]): [string, Cell | undefined] => [`${column} = ?`, value]),
    ['at >= ?', from],
    ['at < ?', until],
  ];
  const given = parts.flatMap(([text, value]) => (value === undefined ? [] : [{ text, value }]));
  return {
    text: given.length === 0 ? '' : `WHERE ${given.map(({ text }) => text).join(' AND ')}`,
    values: given.map(({ value }) => value),
  };
}

function read({ hash: _, family, node, ...row }: Record<string, unknown>): JournalRow {
  return {
    ...row,
    ...(family !== null && { family }),
    ...(typeof node === 'string' && { node }),
  } as unknown as JournalRow;
}
