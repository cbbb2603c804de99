import { createHash, randomBytes } from 'node:crypto';
import { Cookie, Store } from 'express-session';
import type { CookieOptions, SessionData } from 'express-session';
import { z } from 'zod';
import type { Instant } from '../domain/instant.ts';
import type { Office } from './office.ts';

/**
 * Only a hash of the secret in the cookie is kept: who reads this table cannot sign in with it. An end is kept for as long
 * as another node might still tell of the session.
 */
export const sessionsSchema = `
  CREATE TABLE IF NOT EXISTS sessions (
    hash TEXT PRIMARY KEY, account TEXT, pending TEXT, began_at INTEGER NOT NULL, used_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS sessions_by_account ON sessions (account);
  CREATE TABLE IF NOT EXISTS session_end (hash TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS sessions_end (account TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS session_end_ends AFTER INSERT ON session_end
    BEGIN DELETE FROM sessions WHERE hash = NEW.hash; END;
  CREATE TRIGGER IF NOT EXISTS sessions_end_ends AFTER INSERT ON sessions_end
    BEGIN DELETE FROM sessions WHERE account = NEW.account AND began_at < NEW.at; END;
  CREATE TRIGGER IF NOT EXISTS sessions_end_ends_later AFTER UPDATE ON sessions_end
    BEGIN DELETE FROM sessions WHERE account = NEW.account AND began_at < NEW.at; END;
  CREATE TRIGGER IF NOT EXISTS session_ended_before AFTER INSERT ON sessions
    WHEN EXISTS (SELECT 1 FROM session_end WHERE hash = NEW.hash)
      OR EXISTS (SELECT 1 FROM sessions_end WHERE account = NEW.account AND at > NEW.began_at)
    BEGIN DELETE FROM sessions WHERE hash = NEW.hash; END;
  CREATE TRIGGER IF NOT EXISTS session_ended_before_change AFTER UPDATE OF account, began_at ON sessions
    WHEN EXISTS (SELECT 1 FROM sessions_end WHERE account = NEW.account AND at > NEW.began_at)
    BEGIN DELETE FROM sessions WHERE hash = NEW.hash; END;
  CREATE TABLE IF NOT EXISTS session_secret (id INTEGER PRIMARY KEY CHECK (id = 1), secret TEXT NOT NULL) STRICT;
`;

declare module 'express-session' {
  interface SessionData {
    /** Who signed in; a session without it has only begun to. */
    account: string;
    /** What must come back from the identity provider. */
    pending: string;
    readonly beganAt: Instant;
  }
}

interface Limits {
  /** Without a request for this long, a session ends. */
  readonly idleMs: number;
  /** However busy, it ends after this. */
  readonly longestMs: number;
}

export interface Sessions {
  readonly store: Store;
  /** Signs the cookies; kept, so that a restart signs nobody out. */
  readonly secret: string;
  /** Somebody is at work in it. */
  used(id: string): void;
  isAlive(id: string): boolean;
  /** When it ends if nobody works in it any more; undefined if it has ended. */
  endOf(id: string): SessionEnd | undefined;
  /** Of each account, how many sessions live, and when the last of them began. */
  live(): ReadonlyMap<string, { readonly count: number; readonly lastBegan: Instant }>;
  /** Ends every session of an account at once; says how many. */
  endAllOf(account: string): number;
}

export interface SessionEnd {
  readonly at: Instant;
  /** Working in it does not put it off. */
  readonly isFixed: boolean;
}

interface Needs extends Limits {
  readonly office: Office;
  readonly now: () => Instant;
  readonly cookie: CookieOptions;
  /** Signs the cookies on every node that shares the office; left out, one is drawn and kept. */
  readonly secret?: string;
}

/** How long a sign-in at the identity provider may take. */
const longestPending = 15 * 60_000;
/** Writing at every request would cost a flush of the disk each time. */
const usedStep = (idleMs: number) => Math.min(60_000, idleMs / 20);

const row = z.object({
  account: z.string().nullable(),
  pending: z.string().nullable(),
  began_at: z.number(),
  used_at: z.number(),
});

export function sessionsIn({ office, now, cookie, idleMs, longestMs, secret }: Needs): Sessions {
  const { db, inOneCommit } = office;
  const select = db.prepare('SELECT account, pending, began_at, used_at FROM sessions WHERE hash = ?');
  const put = db.prepare(`
    INSERT INTO sessions (hash, account, pending, began_at, used_at) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (hash) DO UPDATE SET account = excluded.account, pending = excluded.pending, used_at = excluded.used_at
  `);
  const use = db.prepare('UPDATE sessions SET used_at = ? WHERE hash = ? AND used_at < ?');
  const remove = db.prepare('INSERT OR IGNORE INTO session_end (hash, at) VALUES (?, ?)');
  const noteEnd = db.prepare(`INSERT INTO sessions_end (account, at) VALUES (?, ?)
    ON CONFLICT (account) DO UPDATE SET at = max(at, excluded.at)`);
  const forgetEnds = db.prepare('DELETE FROM session_end WHERE at <= ?');
  const removeAllOf = db.prepare('DELETE FROM sessions WHERE account = ?');
  const removeOld = db.prepare(
    'DELETE FROM sessions WHERE used_at <= ? OR began_at <= ? OR (account IS NULL AND began_at <= ?)',
  );

  /** What is kept of a session that has not ended. */
  const find = (id: string) => {
    const found = select.get(hashOf(id));
    if (found === undefined) return null;
    const kept = row.parse(found);
    const idleAt = kept.used_at + idleMs;
    const latestAt = kept.began_at + (kept.account === null ? longestPending : longestMs);
    const at = Math.min(idleAt, latestAt) as Instant;
    return now() < at ? { ...kept, end: { at, isFixed: latestAt <= idleAt } } : null;
  };

  const living = db.prepare(`SELECT account, count(*) AS count, max(began_at) AS last_began FROM sessions
    WHERE account IS NOT NULL AND used_at > ? AND began_at > ? GROUP BY account`);

  const read = (id: string): SessionData | null => {
    const found = find(id);
    if (found === null) return null;
    const { account, pending, began_at: beganAt } = found;
    return {
      cookie: Object.assign(new Cookie(), cookie),
      beganAt: beganAt as Instant,
      ...(account !== null && { account }),
      ...(pending !== null && { pending }),
    } as SessionData;
  };

  class OfficeStore extends Store {
    override get = (id: string, done: (error: unknown, session?: SessionData | null) => void): void => {
      answer(done, () => read(id));
    };
    override set = (id: string, session: SessionData, done?: (error?: unknown) => void): void => {
      answer(done, () => {
        inOneCommit(() => {
          removeOld.run(now() - idleMs, now() - longestMs, now() - longestPending);
          forgetEnds.run(now() - 2 * longestMs);
          put.run(hashOf(id), own(session, 'account'), own(session, 'pending'), now(), now());
        });
      });
    };
    override destroy = (id: string, done?: (error?: unknown) => void): void => {
      answer(done, () => {
        inOneCommit(() => remove.run(hashOf(id), now()));
      });
    };
  }

  return {
    store: new OfficeStore(),
    secret: secret ?? secretIn(office),
    used: (id) => {
      inOneCommit(() => use.run(now(), hashOf(id), now() - usedStep(idleMs)));
    },
    isAlive: (id) => find(id) !== null,
    endOf: (id) => find(id)?.end,
    live: () =>
      new Map(
        living
          .all(now() - idleMs, now() - longestMs)
          .map((found) => [
            String(found['account']),
            { count: Number(found['count']), lastBegan: found['last_began'] as Instant },
          ]),
      ),
    endAllOf: (account) =>
      inOneCommit(() => {
        const { changes } = removeAllOf.run(account);
        noteEnd.run(account, now());
        return Number(changes);
      }),
  };
}

export const newSessionId = (): string => randomBytes(32).toString('base64url');

const hashOf = (id: string): string => createHash('sha256').update(id).digest('base64url');

const own = (session: Partial<SessionData>, name: 'account' | 'pending'): string | null =>
  session[name] ?? null;

function secretIn({ db, inOneCommit }: Office): string {
  const select = db.prepare('SELECT secret FROM session_secret WHERE id = 1');
  const found = z.object({ secret: z.string() }).optional();
  const kept = found.parse(select.get());
  if (kept) return kept.secret;
  const secret = randomBytes(32).toString('base64url');
  inOneCommit(() => db.prepare('INSERT INTO session_secret (id, secret) VALUES (1, ?)').run(secret));
  return secret;
}

/** The session library wants to be called back, also with what went wrong. */
function answer<T>(done: ((error?: unknown, value?: T) => void) | undefined, ask: () => T): void {
  let value: T;
  try {
    value = ask();
  } catch (error) {
    done?.(error);
    return;
  }
  done?.(null, value);
}
