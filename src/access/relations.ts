import { FamilyId, PartyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Office } from './office.ts';
import { professionals } from './visitor.ts';
import type { Account, Relation, Relations } from './visitor.ts';

/**
 * Who works with which family, as which party, since when and until when. Nothing is removed: what ended stays.
 * An end is of all that its holder was given for the family before it, also of what another node tells of later.
 */
export const relationsSchema = `
  CREATE TABLE IF NOT EXISTS relation (
    id INTEGER PRIMARY KEY,
    ground TEXT NOT NULL CHECK (ground IN ('own', 'team', 'emergency')),
    holder TEXT NOT NULL,
    family TEXT NOT NULL,
    party TEXT NOT NULL,
    since INTEGER NOT NULL,
    until INTEGER,
    given_by TEXT NOT NULL,
    why TEXT NOT NULL,
    ended_by TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS relation_holder ON relation (holder, family);
  CREATE INDEX IF NOT EXISTS relation_family ON relation (family);
  CREATE TABLE IF NOT EXISTS relation_end (
    ground TEXT NOT NULL, holder TEXT NOT NULL, family TEXT NOT NULL, at INTEGER NOT NULL, ended_by TEXT NOT NULL,
    PRIMARY KEY (ground, holder, family, at, ended_by)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER IF NOT EXISTS relation_end_ends AFTER INSERT ON relation_end BEGIN
    UPDATE relation SET until = NEW.at, ended_by = NEW.ended_by
      WHERE ground = NEW.ground AND holder = NEW.holder AND family = NEW.family AND since < NEW.at
        AND (until IS NULL OR until > NEW.at OR (until = NEW.at AND coalesce(ended_by, '') < NEW.ended_by));
  END;
  CREATE TRIGGER IF NOT EXISTS relation_ended_before AFTER INSERT ON relation BEGIN
    UPDATE relation SET (until, ended_by) = (
      SELECT at, ended_by FROM relation_end
        WHERE ground = NEW.ground AND holder = NEW.holder AND family = NEW.family AND at > NEW.since
        ORDER BY at, ended_by DESC LIMIT 1)
      WHERE id = NEW.id AND EXISTS (SELECT 1 FROM relation_end
        WHERE ground = NEW.ground AND holder = NEW.holder AND family = NEW.family AND at > NEW.since
          AND (NEW.until IS NULL OR at < NEW.until OR (at = NEW.until AND coalesce(NEW.ended_by, '') < ended_by)));
  END;
`;

/** Why somebody was given a relation. A choice, not a text: a text could name people of the family. */
export const relationReasons = [
  'new-family',
  'handed-over',
  'asked-in',
  'administrator',
  'programme',
  'invented',
  'emergency',
] as const;
export type RelationReason = (typeof relationReasons)[number];

export interface HeldRelation extends Relation {
  readonly id: number;
  /** The account, or the team if the ground is team. */
  readonly holder: string;
  readonly givenBy: string;
  readonly why: RelationReason;
  readonly endedBy?: string;
}

export type NewRelation = Omit<HeldRelation, 'id' | 'since' | 'endedBy'>;

export interface WorkingRelations {
  /** The families that an account may open: as it stands whenever it is asked. */
  heldBy(account: Account): Relations;
  /** As which parties an account ever worked with a family, ended relations included. */
  partiesOf(account: Account, family: FamilyId): readonly PartyId[];
  /** Everybody who ever worked with a family, oldest first. */
  ofFamily(family: FamilyId): readonly HeldRelation[];
  /** All that was ever given to an account or a team. */
  ofHolder(ground: HeldRelation['ground'], holder: string): readonly HeldRelation[];
  isRunning(relation: HeldRelation): boolean;
  /** Gives it from now on; the one that runs already if there is one for the same holder and family. */
  give(relation: NewRelation): HeldRelation;
  /** Ends a running relation now; false if there is none with this number. */
  end(id: number, by: string): boolean;
  isEmpty(): boolean;
}

export function workingRelations(
  { db, inOneCommit, newNumber }: Office,
  now: () => Instant,
): WorkingRelations {
  const byHolder = db.prepare('SELECT * FROM relation WHERE ground = ? AND holder = ? ORDER BY since, id');
  const byFamily = db.prepare('SELECT * FROM relation WHERE family = ? ORDER BY since, id');
  const dataVersion = db.prepare('PRAGMA data_version');
  const insert = db.prepare(`INSERT INTO relation
    (id, ground, holder, family, party, since, until, given_by, why) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`);
  const lastEnd = db.prepare(
    'SELECT max(at) AS at FROM relation_end WHERE ground = ? AND holder = ? AND family = ?',
  );
  const note = db.prepare(`INSERT OR IGNORE INTO relation_end (ground, holder, family, at, ended_by)
    SELECT ground, holder, family, ?, ? FROM relation WHERE id = ?`);
  const close = db.prepare(
    'UPDATE relation SET until = ?, ended_by = ? WHERE id = ? AND ended_by IS NULL AND (until IS NULL OR until > ?)',
  );
  const first = db.prepare('SELECT 1 FROM relation LIMIT 1');
  let seenVersion: unknown;
  const kept = new Map<string, ReadonlyMap<FamilyId, readonly HeldRelation[]>>();

  /** What somebody ended has ended, also where the clock is behind that of the node where it was done. */
  const isRunning = ({ since, until, endedBy }: HeldRelation) =>
    since <= now() && endedBy === undefined && (until === undefined || until > now());
  const ofHolder: WorkingRelations['ofHolder'] = (ground, holder) => byHolder.all(ground, holder).map(read);

  /** What was given to an account, by family; read again as soon as this or another process has written. */
  function givenTo({ id, team, roles }: Account): ReadonlyMap<FamilyId, readonly HeldRelation[]> {
    const version = dataVersion.get()?.['data_version'];
    if (version !== seenVersion) kept.clear();
    seenVersion = version;
    const key = JSON.stringify([id, team, roles]);
    const found = kept.get(key);
    if (found) return found;
    const isProfessional = professionals.some((role) => roles.includes(role));
    const given = [
      ...(isProfessional ? ofHolder('own', id) : []),
      ...(team !== undefined && roles.includes('team') ? ofHolder('team', team) : []),
      ...(isProfessional ? ofHolder('emergency', id) : []),
    ];
    const families = Map.groupBy(given, ({ family }) => family);
    kept.set(key, families);
    return families;
  }

  return {
    heldBy: (account) => ({
      of: (family) => givenTo(account).get(family)?.find(isRunning),
      families: () =>
        [...givenTo(account)]
          .filter(([, given]) => given.some(isRunning))
          .map(([family]) => family)
          .sort(),
    }),
    partiesOf: (account, family) => (givenTo(account).get(family) ?? []).map(({ party }) => party),
    ofFamily: (family) => byFamily.all(family).map(read),
    ofHolder,
    isRunning,
    give({ ground, holder, family, party, until, givenBy, why }) {
      kept.clear();
      return inOneCommit(() => {
        const running = ofHolder(ground, holder).find((each) => each.family === family && isRunning(each));
        if (running) return running;
        // The clock of the node where the one before it was ended may be ahead of ours.
        const since = Math.max(now(), Number(lastEnd.get(ground, holder, family)?.['at'] ?? 0));
        const row = insert.get(
          ...[newNumber(), ground, holder, family, party],
          ...[since, until ?? null, givenBy, why],
        );
        return read(row ?? {});
      });
    },
    end(id, by) {
      kept.clear();
      return inOneCommit(() => {
        const at = now();
        if (close.run(at, by, id, at).changes === 0) return false;
        note.run(at, by, id);
        return true;
      });
    },
    isEmpty: () => first.get() === undefined,
  };
}

function read(row: Record<string, unknown>): HeldRelation {
  return {
    id: Number(row['id']),
    ground: row['ground'] as HeldRelation['ground'],
    holder: String(row['holder']),
    family: FamilyId.parse(row['family']),
    party: PartyId.parse(row['party']),
    since: row['since'] as Instant,
    ...(row['until'] !== null && { until: row['until'] as Instant }),
    givenBy: String(row['given_by']),
    why: row['why'] as RelationReason,
    ...(typeof row['ended_by'] === 'string' && { endedBy: row['ended_by'] }),
  };
}
