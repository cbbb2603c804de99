import { FamilyId, PartyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Office } from './office.ts';
import { relationsSchema } from './relations.ts';
import type { HeldRelation, WorkingRelations } from './relations.ts';
import type { Account } from './visitor.ts';

/** Families opened without a working relation, with the reason; what was written beside it is sealed. */
export const emergencySchema = `
  ${relationsSchema}
  CREATE TABLE IF NOT EXISTS emergency (
    relation INTEGER PRIMARY KEY REFERENCES relation (id),
    family TEXT NOT NULL,
    account TEXT NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    note TEXT NOT NULL,
    note_id TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS emergency_seen (
    relation INTEGER NOT NULL REFERENCES emergency (relation), account TEXT NOT NULL, at INTEGER NOT NULL,
    PRIMARY KEY (relation, account)
  ) STRICT, WITHOUT ROWID;
`;

/** The party under which somebody writes who opened a family in an emergency: nobody takes it for a known one. */
export const emergencyParty = PartyId.parse('party:emergency');

export const emergencyReasons = ['danger', 'bell', 'duty', 'other'] as const;
export type EmergencyReason = (typeof emergencyReasons)[number];

export interface EmergencyOpening {
  readonly relation: number;
  readonly family: FamilyId;
  readonly account: string;
  /** As the account was called then. */
  readonly name: string;
  readonly reason: EmergencyReason;
  /** Sealed: it may name people. */
  readonly note: string;
  /** Under which the note was sealed. */
  readonly noteId: string;
  readonly since: Instant;
  readonly until: Instant;
}

interface Asked extends Pick<EmergencyOpening, 'family' | 'reason' | 'note' | 'noteId' | 'until'> {
  readonly by: Account;
}

export interface Emergencies {
  /** The one that runs already if there is one: it is not made longer. */
  open(asked: Asked): HeldRelation;
  /** Newest first. */
  ofFamily(family: FamilyId): readonly EmergencyOpening[];
  all(most: number): readonly EmergencyOpening[];
  /** Of these families, by others, and not yet seen by this account; newest first. */
  unseen(account: string, families: readonly FamilyId[]): readonly EmergencyOpening[];
  seen(account: string, relation: number): void;
}

export function emergencies(
  { db, inOneCommit }: Office,
  relations: WorkingRelations,
  now: () => Instant,
): Emergencies {
  const insert = db.prepare(`INSERT OR IGNORE INTO emergency
    (relation, family, account, name, reason, note, note_id, since, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`);
  const ofFamily = db.prepare('SELECT * FROM emergency WHERE family = ? ORDER BY since DESC, relation DESC');
  const all = db.prepare('SELECT * FROM emergency ORDER BY since DESC, relation DESC LIMIT ?');
  const unseen = db.prepare(`SELECT * FROM emergency WHERE account <> ? AND relation NOT IN
    (SELECT relation FROM emergency_seen WHERE account = ?) ORDER BY since DESC, relation DESC`);
  const see = db.prepare('INSERT OR IGNORE INTO emergency_seen (relation, account, at) VALUES (?, ?, ?)');

  return {
    open({ by, family, reason, note, noteId, until }) {
      const given = relations.give({
        ground: 'emergency',
        holder: by.id,
        family,
        party: emergencyParty,
        until,
        givenBy: by.id,
        why: 'emergency',
      });
      inOneCommit(() =>
        insert.run(
          ...[given.id, family, by.id, by.name, reason, note, noteId],
          ...[given.since, given.until ?? until],
        ),
      );
      return given;
    },
    ofFamily: (family) => ofFamily.all(family).map(read),
    all: (most) => all.all(most).map(read),
    unseen: (account, families) =>
      unseen
        .all(account, account)
        .map(read)
        .filter(({ family }) => families.includes(family)),
    seen(account, relation) {
      inOneCommit(() => see.run(relation, account, now()));
    },
  };
}

function read(row: Record<string, unknown>): EmergencyOpening {
  return {
    relation: Number(row['relation']),
    family: FamilyId.parse(row['family']),
    account: String(row['account']),
    name: String(row['name']),
    reason: row['reason'] as EmergencyReason,
    note: String(row['note']),
    noteId: String(row['note_id']),
    since: row['since'] as Instant,
    until: row['until'] as Instant,
  };
}
