import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReleasedFamily } from '../released.ts';
import type { DifferenceInterval } from './differences.ts';
import type { Drawing } from './draws.ts';
import { figuresOf } from './figures.ts';
import type { LabTerms } from './figures.ts';
import { tally } from './tally.ts';
import type { Tallied, Tally } from './tally.ts';

/** Works families out on all cores: they know nothing of each other, and their sums come out the same in any order. */

export interface LabWork {
  readonly terms: LabTerms;
  readonly drawing: Drawing;
}

/** The intervals of a batch of families, in the order in which the families were given. */
export type BatchIntervals = readonly (readonly [family: string, DifferenceInterval])[];

/** What a thread is sent: families, or null when there are no more; it answers with intervals, and at the end once with its sums. */
export type ToThread = readonly ReleasedFamily[] | null;
export type FromThread = { readonly intervals: BatchIntervals } | { readonly tallied: Tallied };

/** Adds one batch to a tally. */
export function workOut(families: readonly ReleasedFamily[], terms: LabTerms, into: Tally): BatchIntervals {
  return families.flatMap((family) => {
    const figures = figuresOf(family, terms);
    if (figures === null) return [];
    into.add(figures);
    return figures.differences.map((interval) => [figures.family, interval] as const);
  });
}

/** How many events make a batch: enough that sending costs little, few enough that no thread waits at the end. */
const batchEvents = 2000;

/**
 * Gives out the intervals batch by batch in the order of the families, and the sums of all at the end. At most two
 * batches per thread are under way, so memory does not grow with the release.
 */
export async function* worked(
  families: Iterable<ReleasedFamily>,
  work: LabWork,
  threads = availableParallelism(),
): AsyncGenerator<{ readonly families: number; readonly intervals: BatchIntervals }, Tally> {
  const whole = tally(work.terms.policies.length, work.drawing);
  if (threads <= 1) {
    for (const batch of batches(families))
      yield { families: batch.length, intervals: workOut(batch, work.terms, whole) };
    return whole;
  }
  const crew = Array.from({ length: threads }, () => thread(work));
  try {
    const underway: { readonly families: number; readonly intervals: Promise<BatchIntervals> }[] = [];
    const next = async () => {
      const batch = underway.shift();
      return batch && { families: batch.families, intervals: await batch.intervals };
    };
    let turn = 0;
    for (const batch of batches(families)) {
      const worker = crew[turn++ % crew.length];
      if (worker) underway.push({ families: batch.length, intervals: worker.send(batch) });
      const done = underway.length >= 2 * threads ? await next() : undefined;
      if (done) yield done;
    }
    for (let done = await next(); done; done = await next()) yield done;
    for (const worker of crew) whole.merge(await worker.end());
    return whole;
  } finally {
    await Promise.all(crew.map((worker) => worker.stop()));
  }
}

function* batches(families: Iterable<ReleasedFamily>): Iterable<readonly ReleasedFamily[]> {
  let batch: ReleasedFamily[] = [];
  let events = 0;
  for (const family of families) {
    batch.push(family);
    events += family.events.length;
    if (events < batchEvents) continue;
    yield batch;
    batch = [];
    events = 0;
  }
  if (batch.length > 0) yield batch;
}

interface Thread {
  send(families: readonly ReleasedFamily[]): Promise<BatchIntervals>;
  end(): Promise<Tallied>;
  stop(): Promise<unknown>;
}

/** Answers come in the order in which batches were sent. */
function thread(work: LabWork): Thread {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: work });
  const waiting: {
    readonly resolve: (answer: FromThread) => void;
    readonly reject: (why: unknown) => void;
  }[] = [];
  worker.on('message', (answer: FromThread) => waiting.shift()?.resolve(answer));
  worker.on('error', (why) => {
    for (const each of waiting.splice(0)) each.reject(why);
  });
  const ask = (message: ToThread) => {
    const answer = new Promise<FromThread>((resolve, reject) => waiting.push({ resolve, reject }));
    // Whoever waits for it hears of a failure; nobody may be waiting yet.
    answer.catch(() => undefined);
    worker.postMessage(message);
    return answer;
  };
  return {
    async send(families) {
      const answer = await ask(families);
      return 'intervals' in answer ? answer.intervals : [];
    },
    async end() {
      const answer = await ask(null);
      if (!('tallied' in answer)) throw new Error('a thread of the lab ended without its sums');
      return answer.tallied;
    },
    stop: () => worker.terminate(),
  };
}
