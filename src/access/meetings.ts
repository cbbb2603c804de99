import { z } from 'zod';
import { FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Office } from './office.ts';

/**
 * A meeting of an MDA++ team: who sat at the table, and which families are discussed. What was decided about a family
 * stands in the log of that family; this is only the agenda.
 */
export interface Meeting {
  readonly id: string;
  readonly team: string;
  readonly openedBy: string;
  readonly openedAt: Instant;
  /** Null while the meeting goes on. */
  readonly closedAt: Instant | null;
  /** Functions or colleagues, as the team names them. */
  readonly participants: readonly string[];
  /** In the order in which they are discussed. */
  readonly agenda: readonly FamilyId[];
}

export interface Meetings {
  open(meeting: Omit<Meeting, 'closedAt'>): void;
  /** Of this team only: another team's meeting does not exist. */
  find(team: string, id: string): Meeting | null;
  /** The latest first. */
  ofTeam(team: string, most: number): readonly Meeting[];
  /** False if the meeting was closed meanwhile; nothing is changed then. */
  change(team: string, id: string, change: Pick<Meeting, 'participants' | 'agenda'>): boolean;
  close(team: string, id: string, at: Instant): void;
}

export const meetingsSchema = `
  CREATE TABLE IF NOT EXISTS meetings (
    id TEXT PRIMARY KEY, team TEXT NOT NULL, opened_by TEXT NOT NULL, opened_at INTEGER NOT NULL, closed_at INTEGER,
    participants TEXT NOT NULL, agenda TEXT NOT NULL, changed INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX IF NOT EXISTS meetings_of_team ON meetings (team, opened_at);
`;

export function meetingsIn({ db, inOneCommit }: Office): Meetings {
  const insert = db.prepare(
    'INSERT INTO meetings (id, team, opened_by, opened_at, participants, agenda) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const one = db.prepare('SELECT * FROM meetings WHERE id = ? AND team = ?');
  const some = db.prepare('SELECT * FROM meetings WHERE team = ? ORDER BY opened_at DESC, id LIMIT ?');
  const update = db.prepare(
    'UPDATE meetings SET participants = ?, agenda = ?, changed = changed + 1 WHERE id = ? AND team = ? AND closed_at IS NULL',
  );
  const end = db.prepare('UPDATE meetings SET closed_at = ? WHERE id = ? AND team = ? AND closed_at IS NULL');
  return {
    open({ id, team, openedBy, openedAt, participants, agenda }) {
      inOneCommit(() =>
        insert.run(id, team, openedBy, openedAt, JSON.stringify(participants), JSON.stringify(agenda)),
      );
    },
    find(team, id) {
      const row = one.get(id, team);
      return row === undefined ? null : meetingIn(row);
    },
    ofTeam: (team, most) => some.all(team, most).map(meetingIn),
    change: (team, id, { participants, agenda }) =>
      inOneCommit(
        () => update.run(JSON.stringify(participants), JSON.stringify(agenda), id, team).changes === 1,
      ),
    close(team, id, at) {
      inOneCommit(() => end.run(at, id, team));
    },
  };
}

const stored = z
  .object({
    id: z.string(),
    team: z.string(),
    opened_by: z.string(),
    opened_at: z.int(),
    closed_at: z.int().nullable(),
    participants: z.string(),
    agenda: z.string(),
  })
  .transform((row): Meeting => ({
    id: row.id,
    team: row.team,
    openedBy: row.opened_by,
    openedAt: row.opened_at as Instant,
    closedAt: row.closed_at as Instant | null,
    participants: z.array(z.string()).parse(JSON.parse(row.participants)),
    agenda: z.array(FamilyId).parse(JSON.parse(row.agenda)),
  }));

const meetingIn = (row: unknown): Meeting => stored.parse(row);
