import { existsSync } from 'node:fs';
import type { Instant } from '../../domain/instant.ts';
import { LogUnavailable, unavailable } from '../unavailable.ts';
import { checkKind, checkTask, outcomeOf, usualTerms } from '../work.ts';
import type { TakeOptions, Taking, Task, Work, Worker, WorkTerms } from '../work.ts';
import { groupCommit } from './group-commit.ts';
import { openWorkFile, workFileIn } from './work-file.ts';
import type { Claim } from './work-file.ts';

export interface WorkOptions {
  /** The data folder; made if it does not exist. Only one process at a time, as with the log in it. */
  readonly folder: string;
  readonly now: () => Instant;
  readonly terms?: WorkTerms;
}

/** More than this in one commit would keep the first ones waiting. */
const largestGroup = 1024;
/** Takers look by themselves now and then: an operator may have replayed from another process. */
const longestSleepMs = 5000;

/** The embedded engine: the nodes are the takers of one process. Throws LogUnavailable if the folder cannot be used. */
export function openWork({ folder, now, terms = usualTerms }: WorkOptions): Work {
  const guarded = guardedAt(folder);
  const file = guarded(() => openWorkFile(folder));
  guarded(file.giveBack);
  const offers = groupCommit((tasks: readonly Task[]) => {
    guarded(() => {
      file.add(tasks, now());
    });
    wakeAll();
    return tasks.map(() => ({ value: undefined }));
  }, largestGroup);
  const takers = new Set<Taker>();
  let isClosed = false;

  function take(kind: string, worker: Worker, { trouble }: TakeOptions = {}): Taking {
    checkKind(kind);
    const taker = takerOf(async () => {
      try {
        const at = now();
        const claim = guarded(() => file.claim(kind, at, (at + 2 * terms.leaseMs) as Instant));
        if (claim === null) return Math.max((guarded(() => file.nextDue(kind)) ?? Infinity) - now(), 1);
        await attempt(claim, worker);
        return 0;
      } catch (error) {
        trouble?.(error instanceof Error ? error : new Error(String(error)));
        return terms.firstRetryMs;
      }
    });
    takers.add(taker);
    return {
      async stop() {
        await taker.stop();
        takers.delete(taker);
      },
    };
  }

  async function attempt(claim: Claim, worker: Worker): Promise<void> {
    const outcome = await outcomeOf(worker, claim.task, claim.attempt, terms);
    guarded(() => {
      if (outcome.kind === 'done') file.done(claim);
      else if (outcome.kind === 'park') file.park(claim, now(), outcome.reason);
      else file.retry(claim, (now() + outcome.waitMs) as Instant, outcome.reason);
    });
  }

  async function ask<T>(question: () => T | Promise<T>): Promise<T> {
    if (isClosed)
      throw new LogUnavailable('closed', `The work in ${folder} has been closed.`, 'Open it again.');
    return guarded(question);
  }

  const wakeAll = () => {
    for (const taker of takers) taker.wake();
  };

  return {
    offer: (task) =>
      ask(() => {
        checkTask(task);
        return offers.submit(task);
      }),
    take,
    parked: (kind) => ask(() => file.parked(kind)),
    replayParked: (kind) =>
      ask(() => {
        const replayed = file.replayParked(kind);
        wakeAll();
        return replayed;
      }),
    async close() {
      if (isClosed) return;
      isClosed = true;
      offers.drain();
      await Promise.all([...takers].map((taker) => taker.stop()));
      file.close();
    },
  };
}

/** A look at the tasks of a folder beside the process that does them. */
export function openWorkAside(folder: string): Pick<Work, 'parked' | 'replayParked' | 'close'> {
  const guarded = guardedAt(folder);
  if (!existsSync(workFileIn(folder)))
    throw new LogUnavailable(
      'missing',
      `There is no work in ${folder}.`,
      'Check the data folder, or start the server once.',
    );
  const file = guarded(() => openWorkFile(folder));
  return {
    parked: (kind) => Promise.resolve(guarded(() => file.parked(kind))),
    replayParked: (kind) => Promise.resolve(guarded(() => file.replayParked(kind))),
    close() {
      file.close();
      return Promise.resolve();
    },
  };
}

const guardedAt =
  (folder: string) =>
  <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw unavailable(error, folder);
    }
  };

interface Taker {
  wake(): void;
  stop(): Promise<void>;
}

/** Takes a step, then sleeps as long as the step says or until it is woken. */
function takerOf(step: () => Promise<number>): Taker {
  const ending = new AbortController();
  let woken = Promise.withResolvers<undefined>();

  async function run(): Promise<void> {
    while (!ending.signal.aborted) {
      // Whoever wakes during the step is not missed.
      woken = Promise.withResolvers();
      const ms = await step();
      if (ms > 0) await sleep(Math.min(ms, longestSleepMs), woken.promise);
    }
  }

  const running = run();
  return {
    wake: () => {
      woken.resolve(undefined);
    },
    stop() {
      ending.abort();
      woken.resolve(undefined);
      return running;
    },
  };
}

async function sleep(ms: number, woken: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([woken, over]);
  clearTimeout(timer);
}
