import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { FamilyId, PartyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { LogUnavailable } from '../log/unavailable.ts';
import type { Office } from './office.ts';

/**
 * Personal links: each lets one party see its own agreements and answer about them, without an account. The secret stands
 * in the address alone; what is kept cannot be turned back into it. A code that is told by telephone makes a stolen
 * address useless. An end is of all links that the party got for the family before it, also of one that another node tells
 * of later.
 */
export interface Link {
  /** Names the link in the access log. */
  readonly id: string;
  readonly family: FamilyId;
  readonly party: PartyId;
  /** The party for which it was made: it is called when no other path is agreed. */
  readonly madeFor: PartyId;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  /** Revoked, replaced or given back. */
  readonly endedAt: Instant | null;
  readonly lastOpenedAt: Instant | null;
  readonly asksCode: boolean;
  /** How many more times the code may be tried; at 0 the link has ended. */
  readonly triesLeft: number;
}

export interface NewLink {
  readonly family: FamilyId;
  readonly party: PartyId;
  readonly madeFor: PartyId;
  readonly at: Instant;
  readonly expiresAt: Instant;
  readonly withCode: boolean;
}

/** Told once: neither can be found again. */
export interface Told {
  readonly link: Link;
  readonly secret: string;
  readonly code: string | null;
}

export type Trial =
  { readonly kind: 'right'; readonly proof: string } | { readonly kind: 'wrong'; readonly left: number };

export const linksSchema = `
  CREATE TABLE IF NOT EXISTS link (
    id TEXT PRIMARY KEY,
    secret_hash BLOB NOT NULL UNIQUE,
    code_hash BLOB,
    tries_left INTEGER NOT NULL,
    family TEXT NOT NULL,
    party TEXT NOT NULL,
    made_for TEXT NOT NULL,
    made_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at INTEGER,
    last_opened_at INTEGER,
    restored INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS link_by_family ON link (family, party);
  CREATE TABLE IF NOT EXISTS link_device (
    link TEXT NOT NULL REFERENCES link (id) ON DELETE CASCADE,
    proof_hash BLOB NOT NULL,
    PRIMARY KEY (link, proof_hash)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS link_end (
    family TEXT NOT NULL, party TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (family, party, at)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS link_end_ends AFTER INSERT ON link_end BEGIN
    UPDATE link SET ended_at = NEW.at
      WHERE family = NEW.family AND party = NEW.party AND made_at < NEW.at AND expires_at > NEW.at
        AND (ended_at IS NULL OR ended_at > NEW.at);
  END;
  CREATE TRIGGER IF NOT EXISTS link_ended_before AFTER INSERT ON link BEGIN
    UPDATE link SET ended_at = min(coalesce(ended_at, 9000000000000000), (SELECT min(at) FROM link_end
        WHERE family = NEW.family AND party = NEW.party AND at > NEW.made_at AND at < NEW.expires_at))
      WHERE id = NEW.id AND EXISTS (SELECT 1 FROM link_end
        WHERE family = NEW.family AND party = NEW.party AND at > NEW.made_at AND at < NEW.expires_at);
  END;
`;

const mostTries = 5;

export interface Links {
  /** Ends the links that the party had for this family. */
  make(wish: NewLink): Told;
  /**
   * The link of a secret, in force or not.
   * @throws LogUnavailable on a node that does not hear the others: a link may have been revoked there.
   */
  find(secret: string): Link | null;
  /** Those in force, by party. */
  of(family: FamilyId, at: Instant): readonly Link[];
  /** At once; false if there was none in force. */
  end(family: FamilyId, party: PartyId, at: Instant): boolean;
  opened(link: Link, at: Instant): void;
  /** A right code gives a proof that a telephone keeps; one try too many ends the link. */
  tryCode(link: Link, secret: string, code: string, at: Instant): Trial;
  isProven(link: Link, proof: string): boolean;
}

export function linksIn({ db, inOneCommit }: Office, isCutOff?: () => boolean): Links {
  const columns = `id, family, party, made_for, made_at, expires_at, ended_at, last_opened_at, code_hash IS NOT NULL AS asks_code, tries_left`;
  const inForce = 'ended_at IS NULL AND tries_left > 0 AND expires_at > ?';
  const insert = db.prepare(
    `INSERT INTO link (id, secret_hash, code_hash, tries_left, family, party, made_for, made_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const bySecret = db.prepare(`SELECT ${columns} FROM link WHERE secret_hash = ?`);
  const byFamily = db.prepare(`SELECT ${columns} FROM link WHERE family = ? AND ${inForce} ORDER BY party`);
  const endOf = db.prepare(
    'UPDATE link SET ended_at = ? WHERE family = ? AND party = ? AND ended_at IS NULL AND tries_left > 0 AND expires_at > ?',
  );
  const open = db.prepare('UPDATE link SET last_opened_at = ? WHERE id = ?');
  const codeOf = db.prepare('SELECT code_hash, tries_left FROM link WHERE id = ?');
  const failed = db.prepare('UPDATE link SET tries_left = tries_left - 1 WHERE id = ? AND tries_left > 0');
  const noteEnd = db.prepare('INSERT OR IGNORE INTO link_end (family, party, at) VALUES (?, ?, ?)');
  const restored = db.prepare('UPDATE link SET tries_left = ?, restored = restored + 1 WHERE id = ?');
  const prove = db.prepare('INSERT INTO link_device (link, proof_hash) VALUES (?, ?)');
  const proven = db.prepare('SELECT 1 FROM link_device WHERE link = ? AND proof_hash = ?');

  const endAll = (family: FamilyId, party: PartyId, at: Instant): boolean => {
    const { changes } = endOf.run(at, family, party, at);
    noteEnd.run(family, party, at);
    return changes > 0;
  };

  return {
    make({ family, party, madeFor, at, expiresAt, withCode }) {
      const secret = randomBytes(32).toString('base64url');
      const code = withCode ? newCode() : null;
      const id = randomBytes(9).toString('base64url');
      inOneCommit(() => {
        endAll(family, party, at);
        const hashed = code === null ? null : hashOfCode(secret, code);
        insert.run(id, hashOf(secret), hashed, mostTries, family, party, madeFor, at, expiresAt);
      });
      const link = { id, family, party, madeFor, madeAt: at, expiresAt, endedAt: null, lastOpenedAt: null };
      return { link: { ...link, asksCode: withCode, triesLeft: mostTries }, secret, code };
    },
    find(secret) {
      // Somebody dangerous may hold a link that was revoked on a node that this one does not hear.
      if (isCutOff?.() === true)
        throw new LogUnavailable(
          'unreachable',
          'This node has not heard for two minutes which links were revoked; none is opened.',
          'It hears again by itself: look whether WAAKVLAM_LOG can be reached.',
        );
      return read(bySecret.get(hashOf(secret)));
    },
    of: (family, at) => byFamily.all(family, at).flatMap((row) => read(row) ?? []),
    end: (family, party, at) => inOneCommit(() => endAll(family, party, at)),
    opened(link, at) {
      inOneCommit(() => open.run(at, link.id));
    },
    tryCode(link, secret, code, at) {
      return inOneCommit(() => {
        const row = codeOf.get(link.id);
        const known = row?.['code_hash'];
        const left = Number(row?.['tries_left'] ?? 0);
        const isRight =
          left > 0 && known instanceof Uint8Array && timingSafeEqual(known, hashOfCode(secret, code));
        if (!isRight) {
          if (left <= 1) endAll(link.family, link.party, at);
          failed.run(link.id);
          return { kind: 'wrong', left: Math.max(0, left - 1) };
        }
        restored.run(mostTries, link.id);
        const proof = randomBytes(32).toString('base64url');
        prove.run(link.id, hashOf(proof));
        return { kind: 'right', proof };
      });
    },
    isProven: (link, proof) => proven.get(link.id, hashOf(proof)) !== undefined,
  };
}

export const isInForce = ({ endedAt, expiresAt, triesLeft }: Link, at: Instant): boolean =>
  endedAt === null && at < expiresAt && triesLeft > 0;

const hashOf = (secret: string): Uint8Array => createHash('sha256').update(secret).digest();

/** The secret is not kept, so the few codes there are cannot be tried on what is kept. */
const hashOfCode = (secret: string, code: string): Uint8Array => hashOf(`${secret}\n${code}`);

/** Four digits, each as likely. */
function newCode(): string {
  for (;;) {
    const drawn = randomBytes(2).readUInt16BE();
    if (drawn < 60_000) return String(drawn % 10_000).padStart(4, '0');
  }
}

function read(row: Readonly<Record<string, unknown>> | undefined): Link | null {
  if (row === undefined) return null;
  const instant = (name: string) => row[name] as Instant;
  return {
    id: String(row['id']),
    family: FamilyId.parse(row['family']),
    party: PartyId.parse(row['party']),
    madeFor: PartyId.parse(row['made_for']),
    madeAt: instant('made_at'),
    expiresAt: instant('expires_at'),
    endedAt: row['ended_at'] === null ? null : instant('ended_at'),
    lastOpenedAt: row['last_opened_at'] === null ? null : instant('last_opened_at'),
    asksCode: row['asks_code'] === 1,
    triesLeft: Number(row['tries_left']),
  };
}
