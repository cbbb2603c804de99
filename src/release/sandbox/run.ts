import { Worker } from 'node:worker_threads';
import type { CellRule } from '../cells/rounding.ts';
import type { ReleasedFamily } from '../released.ts';
import type { ResultTable } from '../result.ts';
import { isLimit } from './guest.ts';
import type { Answer } from './guest.ts';
import { declaredTables, limits } from './reducer.ts';
import type { DeclaredTable } from './reducer.ts';
import { Tally, cellsIn } from './tally.ts';
import type { Answered, Asked, Started } from './worker.ts';

export interface Projection {
  /** The JavaScript text of a reducer, see reducer.ts. */
  readonly code: string;
  readonly families: Iterable<ReleasedFamily>;
  readonly until: string;
  readonly rule: CellRule;
  /** Time on the wall for everything together. */
  readonly seconds: number;
  /** Of the interpreter, in megabytes. */
  readonly megabytes: number;
  readonly onFamily?: () => void;
}

/** Tables, or why there are none: the module is wrong, or it went over its limits. Never in words of the data. */
export type Projected =
  | { readonly tables: readonly ResultTable[] }
  | { readonly refused: 'module' | 'limits'; readonly why: string };

/**
 * Runs a reducer over families in a thread of its own and protects what it counted. The thread is ended whatever
 * happens; when it does not answer in time it is ended from here. What `families` throws is thrown on.
 */
export async function project(projection: Projection): Promise<Projected> {
  const { code, until, seconds, megabytes } = projection;
  if (code.length > limits.module)
    return { refused: 'module', why: `the module has more than ${String(limits.module)} characters` };
  const started: Started = { code, until, memory: megabytes * 1024 * 1024, time: seconds * 1000 };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: started,
    env: {},
    execArgv: [],
    stdin: false,
    stdout: true,
    stderr: true,
    // The interpreter's memory is outside this heap, which only holds one batch of families as text.
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  const late = AbortSignal.timeout(seconds * 1000 + grace);
  try {
    return await inWorker(projection, (asked) => exchange(worker, asked, late));
  } finally {
    await worker.terminate();
  }
}

/** After its time a module stops itself between two steps; only one that cannot is ended from outside. */
const grace = 500;

/** Families are sent as so many characters at a time, so that one batch is small and a thread is never waited for long. */
const batch = 500_000;

type Ask = (asked: Asked) => Promise<Answered>;

async function inWorker(
  { families, rule, onFamily, seconds, megabytes }: Projection,
  ask: Ask,
): Promise<Projected> {
  const [first] = await ask(null);
  if (!first || 'failed' in first)
    return refused(first, { seconds, megabytes }, 'before any family was read');
  const tables = declaredTables(first.text);
  if (typeof tables === 'string') return { refused: 'module', why: tables };
  const count = new Count(tables, rule);
  for (const events of batches(families)) {
    for (const answer of await ask(events)) {
      if (isLimit(answer)) return refused(answer, { seconds, megabytes }, 'at a family');
      count.add(answer);
      onFamily?.();
    }
  }
  return count.result();
}

function* batches(families: Iterable<ReleasedFamily>): Generator<readonly string[]> {
  let texts: string[] = [];
  let size = 0;
  for (const { events } of families) {
    const text = JSON.stringify(events);
    texts.push(text);
    size += text.length;
    if (size < batch) continue;
    yield texts;
    [texts, size] = [[], 0];
  }
  if (texts.length > 0) yield texts;
}

/** Counts cells, and failures by their kind and line. */
class Count {
  readonly #tables: readonly DeclaredTable[];
  readonly #tallies: readonly Tally[];
  readonly #rule: CellRule;
  readonly #failures = new Map<string, number>();

  constructor(tables: readonly DeclaredTable[], rule: CellRule) {
    this.#tables = tables;
    this.#tallies = tables.map((table) => new Tally(table));
    this.#rule = rule;
  }

  add(answer: Answer): void {
    const cells = 'text' in answer ? cellsIn(answer.text, this.#tables) : said(answer);
    if (typeof cells === 'string') this.#failures.set(cells, (this.#failures.get(cells) ?? 0) + 1);
    else for (const tally of this.#tallies) tally.add(cells.get(tally.table.id) ?? []);
  }

  /** How a module fails for a few families would tell something of them: which of its lines they reach. */
  result(): Projected {
    if (this.#failures.size === 0)
      return { tables: this.#tallies.map((tally) => tally.protected(this.#rule)) };
    const least = String(this.#rule.least);
    const often = [...this.#failures]
      .filter(([, families]) => families >= this.#rule.least)
      .map(([what]) => what);
    const what =
      often.length > 0 ? often.sort().join('; ') : `in ways that fewer than ${least} families share`;
    const next = 'try it on an invented release (waakvlam simulate), where everything may be printed';
    return { refused: 'module', why: `the module fails for some families: ${what}; ${next}` };
  }
}

function said(answer: Exclude<Answer, { readonly text: string }>): string {
  switch (answer.failed) {
    case 'error':
      return answer.line === null ? answer.kind : `${answer.kind} in line ${String(answer.line)}`;
    case 'answer':
      return answer.why;
    case 'time':
    case 'memory':
    case 'broken':
      return answer.failed;
  }
}

interface Given {
  readonly seconds: number;
  readonly megabytes: number;
}

function refused(answer: Answer | undefined, { seconds, megabytes }: Given, when: string): Projected {
  if (!answer || 'text' in answer) return { refused: 'module', why: 'the module gave no answer' };
  switch (answer.failed) {
    case 'time':
      return {
        refused: 'limits',
        why: `the module was stopped after ${String(seconds)} seconds (--seconds)`,
      };
    case 'memory':
      return {
        refused: 'limits',
        why: `the module used more than ${String(megabytes)} megabytes (--memory)`,
      };
    case 'broken':
      return { refused: 'limits', why: 'the module broke its interpreter off' };
    case 'error':
    case 'answer':
      return { refused: 'module', why: `${said(answer)}, ${when}` };
  }
}

/** One question and its answer. A thread that dies, or does not come back, answers for itself. */
function exchange(worker: Worker, asked: Asked, late: AbortSignal): Promise<Answered> {
  return new Promise((done) => {
    const end = (answer: Answered) => {
      worker.off('message', end).off('error', died).off('exit', died);
      late.removeEventListener('abort', overdue);
      done(answer);
    };
    // What the error says is not passed on: it may hold what the module saw.
    const died = () => {
      end([{ failed: 'broken' }]);
    };
    const overdue = () => {
      end([{ failed: 'time' }]);
    };
    worker.on('message', end).on('error', died).on('exit', died);
    if (late.aborted) overdue();
    else late.addEventListener('abort', overdue);
    worker.postMessage(asked);
  });
}
