import { parentPort, workerData } from 'node:worker_threads';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import { declared, familyCells, isLimit } from './guest.ts';
import type { Answer, Guest } from './guest.ts';

/** The thread in which the module of a researcher runs: gets families as text, gives back answers in their order. */

export interface Started {
  readonly code: string;
  readonly memory: number;
  /** How long it may run, in milliseconds. */
  readonly time: number;
  readonly until: string;
}

/** Nothing: asks for the declaration; otherwise the events of families, each as the JSON text of a list. */
export type Asked = readonly string[] | null;
export type Answered = readonly Answer[];

const { code, memory, time, until } = workerData as Started;
const end = performance.now() + time;
const quickjs = await newQuickJSWASMModuleFromVariant(import('@jitl/quickjs-wasmfile-release-sync'));
const guest: Guest = { quickjs, code, memory, isOver: () => performance.now() > end };

parentPort?.on('message', (asked: Asked) => {
  parentPort?.postMessage(asked ? answersTo(asked) : [declared(guest)]);
});

/** Up to the first limit that was reached. */
function answersTo(families: readonly string[]): Answered {
  const answers: Answer[] = [];
  for (const events of families) {
    const answer = familyCells(guest, events, until);
    answers.push(answer);
    if (isLimit(answer)) break;
  }
  return answers;
}
