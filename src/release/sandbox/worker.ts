import { parentPort, workerData } from 'node:worker_threads';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import { declared, familyCells } from './guest.ts';
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
  const answers: Answered = asked
    ? asked.map((events) => familyCells(guest, events, until))
    : [declared(guest)];
  parentPort?.postMessage(answers);
});
