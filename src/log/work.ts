import type { Instant } from '../domain/instant.ts';

/**
 * Work that one node must do, once, whichever that is: a mail, a line in the operations log. A task has a name of its
 * own; the name is what makes it one, over all nodes and after every restart.
 */
export interface Work {
  /**
   * Hands in a task; on disk when it resolves. A name that was ever offered adds nothing, whatever came of it, and the
   * data of the first offer stand. When it rejects, the same may be offered again.
   * @throws TypeError if kind, name or data are not as `Task` says.
   */
  offer(task: Task): Promise<void>;
  /**
   * Does the tasks of a kind, those of one taker one after another, roughly in the order of their offering. Every node
   * may take: each task goes to one of them at a time. Goes on by itself after every failure of the engine.
   */
  take(kind: string, worker: Worker, options?: TakeOptions): Taking;
  /** What nobody tries any more until it is replayed, oldest first. */
  parked(kind: string): Promise<readonly Parked[]>;
  /** Gives everything that is parked to the takers again, with all its attempts; how many there were. */
  replayParked(kind: string): Promise<number>;
  /** Takes nothing new, and waits for the tasks in hand. */
  close(): Promise<void>;
}

/** It is not sealed: no names of people and no free text may stand in it. */
export interface Task {
  /** Lower-case letters, 32 at most: a kind is the beginning of names on the server, so no kind may begin another. */
  readonly kind: string;
  /** Printable ASCII without spaces, 300 characters at most. */
  readonly name: string;
  /** What the worker needs besides; 4000 characters of JSON at most. */
  readonly data: TaskData;
}
export type TaskData = Readonly<Record<string, string | number | boolean | null>>;

/**
 * Does one task. It is done at least once, and acknowledged once: who dies between the two leaves it to be done again,
 * perhaps by another node. So it must be safe to repeat, with the name of the task as the key by which a repetition is
 * known (an id of the mail, say), and it must not count on `attempt`, which may start anew when a server restarts.
 * Throwing means retry. Who takes longer than the lease has failed, and somebody else may have begun.
 */
export type Worker = (task: Task, attempt: number) => Promise<Verdict>;

/** Reasons are for operators: no names of people here either. */
export type Verdict = 'done' | { readonly retry: string } | { readonly park: string };

export interface TakeOptions {
  /** Told when taking itself fails: a full disk, a server that does not answer. It goes on trying. */
  readonly trouble?: (error: Error) => void;
}

export interface Taking {
  /** Takes nothing more; resolves when the task in hand has ended. */
  stop(): Promise<void>;
}

export interface Parked extends Task {
  readonly reason: string;
  readonly parkedAt: Instant;
}

/** The same for all kinds and nodes, because on a server they are settings of the group. */
export interface WorkTerms {
  /** After so many attempts that failed, a task is parked. */
  readonly attempts: number;
  /** How long the first retry waits, in milliseconds; each next one waits twice as long, up to `longestRetryMs`. */
  readonly firstRetryMs: number;
  readonly longestRetryMs: number;
  /** How long an attempt may take before the task is given to somebody else, in milliseconds. */
  readonly leaseMs: number;
}

/** Ten attempts take some ten minutes: longer than a restart of what the work needs, short enough to be noticed. */
export const usualTerms: WorkTerms = {
  attempts: 10,
  firstRetryMs: 1000,
  longestRetryMs: 120_000,
  leaseMs: 60_000,
};

/** What became of an attempt: the worker's verdict, with failures counted. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'retry'; readonly reason: string; readonly waitMs: number }
  | { readonly kind: 'park'; readonly reason: string };

/** Runs one attempt within its lease. */
export async function outcomeOf(
  worker: Worker,
  task: Task,
  attempt: number,
  terms: WorkTerms,
): Promise<Outcome> {
  // Each attempt before this one ended without an answer, perhaps because it took its process with it.
  if (attempt > terms.attempts) return { kind: 'park', reason: `no answer from ${terms.attempts} attempts` };
  const verdict = await verdictOf(worker, task, attempt, terms.leaseMs);
  if (verdict === 'done') return { kind: 'done' };
  if ('park' in verdict) return { kind: 'park', reason: shortened(verdict.park) };
  const reason = shortened(verdict.retry);
  if (attempt >= terms.attempts) return { kind: 'park', reason };
  const waitMs = Math.min(terms.firstRetryMs * 2 ** (attempt - 1), terms.longestRetryMs);
  return { kind: 'retry', reason, waitMs };
}

async function verdictOf(worker: Worker, task: Task, attempt: number, leaseMs: number): Promise<Verdict> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Verdict>((resolve) => {
    timer = setTimeout(() => {
      resolve({ retry: `not done in ${leaseMs} ms` });
    }, leaseMs);
  });
  try {
    return await Promise.race([worker(task, attempt), tooLate]);
  } catch (error) {
    return { retry: error instanceof Error ? error.message : String(error) };
  } finally {
    clearTimeout(timer);
  }
}

const shortened = (reason: string) => reason.slice(0, 500);

/** @throws TypeError that names the field. */
export function checkTask({ kind, name, data }: Task): void {
  checkKind(kind);
  if (!/^[!-~]{1,300}$/.test(name))
    throw new TypeError('the name of a task must be 1 to 300 printable ASCII characters without spaces');
  const wrong = Object.entries(data).find(([, value]) => value !== null && !plain.includes(typeof value));
  if (wrong) throw new TypeError(`data.${wrong[0]} of a task must be a text, a number, a boolean or null`);
  if (JSON.stringify(data).length > 4000)
    throw new TypeError('the data of a task must be at most 4000 characters of JSON');
}

export function checkKind(kind: string): void {
  if (!/^[a-z]{1,32}$/.test(kind))
    throw new TypeError('the kind of a task must be 1 to 32 lower-case letters');
}

const plain: readonly string[] = ['string', 'number', 'boolean'];
