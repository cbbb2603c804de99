import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../domain/instant.ts';
import type { Parked, Task, TaskData } from '../work.ts';
import { openForWriting } from './database.ts';

/** The tasks of one process, in a file of their own. What returns is on disk. */
export interface WorkFile {
  /** All in one commit; a name that is there already stays as it is. */
  add(tasks: readonly Task[], at: Instant): void;
  /** The task of a kind that is due longest, counted as attempted and not due again before `until`. */
  claim(kind: string, at: Instant, until: Instant): Claim | null;
  /** When the next task of a kind is due; null if none is waiting. */
  nextDue(kind: string): Instant | null;
  /** These three do nothing if somebody else has claimed the task since. */
  done(claim: Claim): void;
  retry(claim: Claim, due: Instant, reason: string): void;
  park(claim: Claim, at: Instant, reason: string): void;
  parked(kind: string): Parked[];
  replayParked(kind: string): number;
  /** What a process that ended had in hand is due at once. */
  giveBack(): void;
  close(): void;
}

export interface Claim {
  readonly number: number;
  readonly task: Task;
  /** How many times it has been claimed, this time included. */
  readonly attempt: number;
}

/** A task that is done stays, so that its name adds nothing when it is offered again. */
const schema = `
  PRAGMA wal_autocheckpoint = 1000;
  CREATE TABLE IF NOT EXISTS tasks (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'taken', 'parked', 'done')),
    attempts INTEGER NOT NULL DEFAULT 0, due INTEGER NOT NULL, reason TEXT, UNIQUE (kind, name)) STRICT;
  CREATE INDEX IF NOT EXISTS tasks_due ON tasks (kind, due) WHERE state IN ('waiting', 'taken');
  CREATE INDEX IF NOT EXISTS tasks_parked ON tasks (kind, number) WHERE state = 'parked';
`;
const isOpen = `state IN ('waiting', 'taken')`;

interface Row {
  readonly number: number;
  readonly kind: string;
  readonly name: string;
  readonly data: string;
  readonly attempts: number;
  readonly due: number;
  readonly reason: string | null;
}

export const workFileIn = (folder: string) => join(folder, 'work.db');

/** @throws errors of SQLite and of the file system, as they come. */
export function openWorkFile(folder: string): WorkFile {
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = openForWriting(workFileIn(folder));
  // Operators may look and replay while a server runs.
  db.exec('PRAGMA busy_timeout = 5000');
  db.exec(schema);
  const insert = db.prepare(
    `INSERT INTO tasks (kind, name, data, state, due) VALUES (?, ?, ?, 'waiting', ?) ON CONFLICT DO NOTHING`,
  );
  const claim = db.prepare(
    `UPDATE tasks SET state = 'taken', attempts = attempts + 1, due = ?3 WHERE number =
      (SELECT number FROM tasks WHERE kind = ?1 AND ${isOpen} AND due <= ?2 ORDER BY due, number LIMIT 1)
      RETURNING *`,
  );
  const nextDue = db.prepare(`SELECT min(due) AS due FROM tasks WHERE kind = ? AND ${isOpen}`);
  const settle = db.prepare(
    `UPDATE tasks SET state = ?3, due = ?4, reason = ?5 WHERE number = ?1 AND attempts = ?2 AND state = 'taken'`,
  );
  const parked = db.prepare(`SELECT * FROM tasks WHERE kind = ? AND state = 'parked' ORDER BY number`);
  const replay = db.prepare(
    `UPDATE tasks SET state = 'waiting', attempts = 0, due = 0 WHERE kind = ? AND state = 'parked'`,
  );

  return {
    add(tasks, at) {
      db.exec('BEGIN IMMEDIATE');
      try {
        for (const { kind, name, data } of tasks) insert.run(kind, name, JSON.stringify(data), at);
        db.exec('COMMIT');
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    claim(kind, at, until) {
      const row = claim.get(kind, at, until) as unknown as Row | undefined;
      return row ? { number: row.number, task: taskOf(row), attempt: row.attempts } : null;
    },
    nextDue: (kind) => (nextDue.get(kind)?.['due'] ?? null) as Instant | null,
    done({ number, attempt }) {
      settle.run(number, attempt, 'done', 0, null);
    },
    retry({ number, attempt }, due, reason) {
      settle.run(number, attempt, 'waiting', due, reason);
    },
    park({ number, attempt }, at, reason) {
      settle.run(number, attempt, 'parked', at, reason);
    },
    parked: (kind) =>
      (parked.all(kind) as unknown as Row[]).map((row) => ({
        ...taskOf(row),
        reason: row.reason ?? '',
        parkedAt: row.due as Instant,
      })),
    replayParked: (kind) => Number(replay.run(kind).changes),
    giveBack() {
      db.exec(`UPDATE tasks SET state = 'waiting', due = 0 WHERE state = 'taken'`);
    },
    close() {
      if (db.isOpen) db.close();
    },
  };
}

const taskOf = ({ kind, name, data }: Row): Task => ({ kind, name, data: JSON.parse(data) as TaskData });
