import { parentPort, workerData } from 'node:worker_threads';
import { tally } from './tally.ts';
import { workOut } from './threads.ts';
import type { FromThread, LabWork, ToThread } from './threads.ts';

/** One of the threads of threads.ts. */

const { terms, drawing } = workerData as LabWork;
const own = tally(terms.policies.length, drawing);
const answer = (message: FromThread) => parentPort?.postMessage(message);

parentPort?.on('message', (families: ToThread) => {
  if (families === null) answer({ tallied: own.tallied });
  else answer({ intervals: workOut(families, terms, own) });
});
