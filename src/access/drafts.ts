import type { Instant } from '../domain/instant.ts';
import type { Office } from './office.ts';
import { open, seal, secretFor } from './sealed.ts';

/**
 * Forms that could not be recorded because the session had ended or the log could not be used. Sealed, for the account
 * that filled them in, and gone after a day: nothing of them is a fact.
 */
export const draftsSchema = `
  CREATE TABLE IF NOT EXISTS drafts (
    account TEXT NOT NULL, key TEXT NOT NULL, family TEXT NOT NULL, sealed BLOB NOT NULL, kept_at INTEGER NOT NULL,
    PRIMARY KEY (account, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS draft_gone (
    account TEXT NOT NULL, key TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (account, key)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS draft_gone_takes AFTER INSERT ON draft_gone BEGIN
    DELETE FROM drafts WHERE account = NEW.account AND key = NEW.key AND kept_at <= NEW.at;
  END;
  CREATE TRIGGER IF NOT EXISTS draft_gone_takes_later AFTER UPDATE ON draft_gone BEGIN
    DELETE FROM drafts WHERE account = NEW.account AND key = NEW.key AND kept_at <= NEW.at;
  END;
  CREATE TRIGGER IF NOT EXISTS draft_gone_took AFTER INSERT ON drafts
    WHEN EXISTS (SELECT 1 FROM draft_gone WHERE account = NEW.account AND key = NEW.key AND at >= NEW.kept_at)
    BEGIN DELETE FROM drafts WHERE account = NEW.account AND key = NEW.key; END;
`;

export interface Draft {
  readonly account: string;
  /** Of the form: one form has one draft. */
  readonly key: string;
  readonly family: string;
  /** Where the form stands: the page and the values of its address. */
  readonly address: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, readonly string[]>>;
}

export interface Drafts {
  keep(draft: Draft, now: Instant): void;
  /** Of this account about one family, the latest first. */
  of(account: string, family: string, now: Instant): readonly (Draft & { readonly keptAt: Instant })[];
  find(account: string, key: string, now: Instant): Draft | null;
  drop(account: string, key: string): void;
  /** A text for inside a form that tells whose it is, also when the session has ended; only made here. */
  pass(account: string, key: string): string;
  /** Whose form it is; null if the text was not made for this form. */
  ownerOf(pass: string, key: string): string | null;
}

const longest = 24 * 3_600_000;
const mostPerAccount = 20;

export function draftsIn({ db, inOneCommit }: Office, masterKey: Uint8Array): Drafts {
  const secret = secretFor(masterKey, 'drafts');
  const insert = db.prepare(
    'INSERT INTO drafts (account, key, family, sealed, kept_at) VALUES (?, ?, ?, ?, ?) ON CONFLICT (account, key) DO UPDATE SET sealed = excluded.sealed, kept_at = excluded.kept_at',
  );
  const forget = db.prepare('DELETE FROM drafts WHERE kept_at <= ?');
  const forgetGone = db.prepare('DELETE FROM draft_gone WHERE at <= ?');
  const goes = (which: string) =>
    db.prepare(`INSERT INTO draft_gone (account, key, at) SELECT account, key, kept_at FROM drafts
      WHERE account = ? AND ${which} ON CONFLICT (account, key) DO UPDATE SET at = max(at, excluded.at)`);
  const tooMany = goes(
    'key NOT IN (SELECT key FROM drafts WHERE account = ? ORDER BY kept_at DESC, key LIMIT ?)',
  );
  /** Later than all that another node may tell of the draft that it replaces. */
  const lastOf = db.prepare(`SELECT max(at) + 1 AS at FROM (
    SELECT kept_at AS at FROM drafts WHERE account = ? AND key = ?
    UNION ALL SELECT at FROM draft_gone WHERE account = ? AND key = ?)`);
  const some = db.prepare(
    'SELECT * FROM drafts WHERE account = ? AND family = ? AND kept_at > ? ORDER BY kept_at DESC, key',
  );
  const one = db.prepare('SELECT * FROM drafts WHERE account = ? AND key = ? AND kept_at > ?');
  const gone = goes('key = ?');

  const place = (account: string, key: string) => `draft\n${account}\n${key}`;
  const opened = (row: Row): (Draft & { readonly keptAt: Instant })[] => {
    const text = open(secret, place(row.account, row.key), row.sealed);
    if (text === null) return [];
    const { address, values } = JSON.parse(text) as Pick<Draft, 'address' | 'values'>;
    const { account, key, family } = row;
    return [{ account, key, family, address, values, keptAt: row.kept_at as Instant }];
  };

  return {
    keep({ account, key, family, address, values }, now) {
      const sealed = seal(secret, place(account, key), JSON.stringify({ address, values }));
      inOneCommit(() => {
        forget.run(now - longest);
        forgetGone.run(now - 2 * longest);
        const least = Number(lastOf.get(account, key, account, key)?.['at'] ?? 0);
        insert.run(account, key, family, sealed, Math.max(now, least));
        tooMany.run(account, account, mostPerAccount);
      });
    },
    of: (account, family, now) =>
      (some.all(account, family, now - longest) as unknown as Row[]).flatMap(opened),
    find(account, key, now) {
      const row = one.get(account, key, now - longest) as unknown as Row | undefined;
      return row === undefined ? null : (opened(row)[0] ?? null);
    },
    drop(account, key) {
      inOneCommit(() => gone.run(account, key));
    },
    pass: (account, key) => seal(secret, `pass\n${key}`, account).toString('base64url'),
    ownerOf: (pass, key) => open(secret, `pass\n${key}`, Buffer.from(pass, 'base64url')),
  };
}

interface Row {
  readonly account: string;
  readonly key: string;
  readonly family: string;
  readonly sealed: Uint8Array;
  readonly kept_at: number;
}
