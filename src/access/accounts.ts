import { z } from 'zod';
import type { Instant } from '../domain/instant.ts';
import type { Office } from './office.ts';
import { roles } from './visitor.ts';
import type { Account } from './visitor.ts';

/** What an identity provider told of somebody at the last sign-in. */
export const accountsSchema = `
  CREATE TABLE IF NOT EXISTS accounts (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, roles TEXT NOT NULL, team TEXT, told_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export interface Accounts {
  find(id: string): Account | undefined;
  all(): readonly { readonly account: Account; readonly at: Instant }[];
  /** Replaces what was told before: a role that is told no more is gone. */
  told(account: Account, at: Instant): void;
}

export function accountsIn({ db, inOneCommit }: Office): Accounts {
  const select = db.prepare('SELECT id, name, roles, team FROM accounts WHERE id = ?');
  const everybody = db.prepare('SELECT * FROM accounts ORDER BY id');
  const replace = db.prepare(
    'INSERT OR REPLACE INTO accounts (id, name, roles, team, told_at) VALUES (?, ?, ?, ?, ?)',
  );
  const toldAt = db.prepare('SELECT told_at + 1 AS at FROM accounts WHERE id = ?');
  return {
    find(id) {
      const row = select.get(id);
      return row === undefined ? undefined : accountIn(row);
    },
    all: () => everybody.all().map((row) => ({ account: accountIn(row), at: row['told_at'] as Instant })),
    told({ id, name, roles: told, team }, at) {
      inOneCommit(() => {
        // Later than what was told before, whichever node's clock was ahead.
        const least = Number(toldAt.get(id)?.['at'] ?? 0);
        replace.run(id, name, told.join(' '), team ?? null, Math.max(at, least));
      });
    },
  };
}

const stored = z.object({ id: z.string(), name: z.string(), roles: z.string(), team: z.string().nullable() });

function accountIn(row: unknown): Account {
  const { id, name, roles: told, team } = stored.parse(row);
  const words = told.split(' ');
  const known = roles.filter((role) => words.includes(role));
  return { id, name, roles: known, ...(team !== null && { team }) };
}
