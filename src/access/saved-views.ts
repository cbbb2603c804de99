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
`;

export const mostViews = 30;

/** A short label: letters, digits, spaces and a few signs. */
export const isViewName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} ,.()+-]{0,39}$/u.test(name);

export function savedViewsIn({ db }: Pick<Office, 'db'>): SavedViews {
  const own = db.prepare('SELECT name, query FROM saved_views WHERE account = ? ORDER BY name');
  const put = db.prepare(
    `INSERT INTO saved_views (account, name, query, saved_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (account, name) DO UPDATE SET query = excluded.query, saved_at = excluded.saved_at`,
  );
  const remove = db.prepare('DELETE FROM saved_views WHERE account = ? AND name = ?');
  const of = (account: string) => own.all(account) as unknown as readonly SavedView[];
  return {
    of,
    keep(account, { name, query }, now) {
      const before = of(account);
      if (before.length >= mostViews && !before.some((view) => view.name === name)) return false;
      put.run(account, name, query, now);
      return true;
    },
    forget(account, name) {
      remove.run(account, name);
    },
  };
}
