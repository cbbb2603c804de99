import type { QuickJSContext, QuickJSHandle, QuickJSWASMModule } from 'quickjs-emscripten-core';
import { limits } from './reducer.ts';

/**
 * One interpreter per family (QuickJS inside WebAssembly, about half a millisecond to make). It has the language and
 * nothing else: no function of the host is handed in, so there is no way out to find. No clock (no Date), no chance (no
 * Math.random, which would be seeded from the clock), no shared memory, no modules to import, and promises never go on.
 */
export interface Guest {
  readonly quickjs: QuickJSWASMModule;
  readonly code: string;
  /** Of one interpreter, in bytes. */
  readonly memory: number;
  /** Asked all the time while the module runs: true stops it. */
  readonly isOver: () => boolean;
}

/** `text`: what the module answered, as JSON. Otherwise why not, in words without anything of the data. */
export type Answer =
  | { readonly text: string }
  | { readonly failed: 'time' | 'memory' | 'broken' }
  /** The kind of the error, and the line of the module where it is known; never its message. */
  | { readonly failed: 'error'; readonly kind: string; readonly line: number | null }
  | { readonly failed: 'answer'; readonly why: string };

export const declared = (guest: Guest): Answer => run(guest, 'tables');

export const familyCells = (guest: Guest, events: string, until: string): Answer =>
  run(guest, 'family', [events, until]);

/** Taken before the module runs, so that it cannot put its own in their place. */
const frame = `(() => {
  const { parse, stringify } = JSON;
  delete Math.random;
  delete globalThis.SharedArrayBuffer;
  return (module, name, events, until) => {
    const found = module[name];
    const isFunction = typeof found === 'function';
    if (found === undefined || isFunction !== (name === 'family')) return 'missing';
    const text = stringify(isFunction ? found(parse(events), { until }) : found);
    if (typeof text !== 'string') return 'nothing';
    return text.length > ${String(limits.answer)} ? 'long' : '=' + text;
  };
})()`;

const language = {
  BaseObjects: true,
  Date: false,
  Eval: true,
  StringNormalize: true,
  RegExp: true,
  RegExpCompiler: true,
  JSON: true,
  Proxy: true,
  MapSet: true,
  TypedArrays: true,
  Promise: true,
  BigInt: true,
} as const;

function run(guest: Guest, name: 'tables' | 'family', given: readonly string[] = []): Answer {
  if (guest.isOver()) return { failed: 'time' };
  const runtime = guest.quickjs.newRuntime();
  const stop = { was: false };
  runtime.setMemoryLimit(guest.memory);
  runtime.setMaxStackSize(256 * 1024);
  runtime.setInterruptHandler(() => (stop.was ||= guest.isOver()));
  const context = runtime.newContext({ intrinsics: language });
  try {
    const asked = ask(context, guest.code, name, given);
    return stop.was ? { failed: 'time' } : asked;
  } finally {
    context.dispose();
    runtime.dispose();
  }
}

function ask(context: QuickJSContext, code: string, name: string, given: readonly string[]): Answer {
  const held: QuickJSHandle[] = [];
  const hold = <H extends QuickJSHandle>(handle: H): H => {
    held.push(handle);
    return handle;
  };
  try {
    const framed = hold(context.unwrapResult(context.evalCode(frame, 'frame.js')));
    const evaluated = context.evalCode(code, fileName, { type: 'module', strict: true });
    if (evaluated.error) return failure(context, hold(evaluated.error), code);
    const module = hold(evaluated.value);
    const state = context.getPromiseState(module);
    if (state.type === 'rejected') return failure(context, hold(state.error), code);
    if (state.type === 'pending' || state.notAPromise !== true)
      return { failed: 'answer', why: 'the module waits for something (await), which never comes' };
    const texts = [name, ...given].map((text) => hold(context.newString(text)));
    const called = context.callFunction(framed, context.undefined, module, ...texts);
    if (called.error) return failure(context, hold(called.error), code);
    return answer(context.getString(hold(called.value)), name);
  } finally {
    for (const handle of held) if (handle.alive) handle.dispose();
  }
}

const fileName = 'reducer.js';

function answer(text: string, name: string): Answer {
  if (text.startsWith('=')) return { text: text.slice(1) };
  if (text === 'long')
    return { failed: 'answer', why: `${name}: more than ${String(limits.answer)} characters` };
  const expected = name === 'family' ? 'a function family(events, { until })' : 'a list tables';
  if (text === 'missing') return { failed: 'answer', why: `the module exports no ${expected.slice(2)}` };
  return { failed: 'answer', why: `${name}: nothing that can be written as JSON` };
}

/** Whether nothing more can be asked: no reducer may go on after one of these. */
export const isLimit = (answer: Answer): boolean =>
  'failed' in answer && answer.failed !== 'error' && answer.failed !== 'answer';

/** Kinds that the language itself has; a module could name its own after what it saw. */
const kinds = [
  'Error',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'InternalError',
];

function failure(context: QuickJSContext, error: QuickJSHandle, code: string): Answer {
  const text = (key: string): string => {
    if (context.typeof(error) !== 'object') return '';
    // A getter of the module runs here, inside its interpreter and its limits.
    const got = context.getProp(error, key);
    try {
      return context.typeof(got) === 'string' ? context.getString(got) : '';
    } finally {
      got.dispose();
    }
  };
  try {
    const kind = kinds.find((name) => name === text('name')) ?? 'Error';
    if (kind === 'InternalError' && text('message') === 'out of memory') return { failed: 'memory' };
    const line = Number(/reducer[.]js:(\d{1,6})\b/.exec(text('stack'))?.[1] ?? NaN);
    return { failed: 'error', kind, line: line >= 1 && line <= code.split('\n').length ? line : null };
  } catch {
    return { failed: 'error', kind: 'Error', line: null };
  }
}
