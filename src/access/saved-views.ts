import type { Instant } from '../domain/instant.ts';
import type { Office } from './office.ts';

/** Views of the list of families that somebody keeps under a short name: an address, never what it shows. */
export interface SavedView {
  readonly name: string;
  /** The query of the address. */
  readonly query: string;
}

export interface SavedViews {
  /** By name. */
  of(account: string): readonly SavedView[];
  /** Keeps a view; one of the same name is replaced. False if there are too many. */
  keep(account: string, view: SavedView, now: Instant): boolean;
  forget(account: string, name: string): void;
}

export const savedViewsSchema = `
  CREATE TABLE IF NOT EXISTS saved_views (
    account TEXT NOT NULL, name TEXT NOT NULL, query TEXT NOT NULL, saved_at INTEGER NOT NULL,
    PRIMARY KEY (account, name)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS saved_view_gone (
    account TEXT NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (account, name)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS saved_view_gone_takes AFTER INSERT ON saved_view_gone BEGIN
    DELETE FROM saved_views WHERE account = NEW.account AND name = NEW.name AND saved_at <= NEW.at;
  END;
  CREATE TRIGGER IF NOT EXISTS saved_view_gone_takes_later AFTER UPDATE ON saved_view_gone BEGIN
    DELETE FROM saved_views WHERE account = NEW.account AND name = NEW.name AND saved_at <= NEW.at;
  END;
  CREATE TRIGGER IF NOT EXISTS saved_view_gone_took AFTER INSERT ON saved_views
    WHEN EXISTS (SELECT 1 FROM saved_view_gone WHERE account = NEW.account AND name = NEW.name AND at >= NEW.saved_at)
    BEGIN DELETE FROM saved_views WHERE account = NEW.account AND name = NEW.name; END;
`;

export const mostViews = 30;

/** A short label: letters, digits, spaces and a few signs. */
export const isViewName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} ,.()+-]{0,39}$/u.test(name);

export function savedViewsIn({ db, inOneCommit }: Office): SavedViews {
  const own = db.prepare('SELECT name, query FROM saved_views WHERE account = ? ORDER BY name');
  const put = db.prepare(
    `INSERT INTO saved_views (account, name, query, saved_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (account, name) DO UPDATE SET query = excluded.query, saved_at = excluded.saved_at`,
  );
  const remove = db.prepare(`INSERT INTO saved_view_gone (account, name, at)
    SELECT account, name, saved_at FROM saved_views WHERE account = ? AND name = ?
    ON CONFLICT (account, name) DO UPDATE SET at = max(at, excluded.at)`);
  /** Later than all that another node may tell of the view that it replaces. */
  const lastOf = db.prepare(`SELECT max(at) + 1 AS at FROM (
    SELECT saved_at AS at FROM saved_views WHERE account = ? AND name = ?
    UNION ALL SELECT at FROM saved_view_gone WHERE account = ? AND name = ?)`);
  const of = (account: string) => own.all(account) as unknown as readonly SavedView[];
  return {
    of,
    keep(account, { name, query }, now) {
      const before = of(account);
      if (before.length >= mostViews && !before.some((view) => view.name === name)) return false;
      const least = Number(lastOf.get(account, name, account, name)?.['at'] ?? 0);
      inOneCommit(() => put.run(account, name, query, Math.max(now, least)));
      return true;
    },
    forget(account, name) {
      inOneCommit(() => remove.run(account, name));
    },
  };
}
