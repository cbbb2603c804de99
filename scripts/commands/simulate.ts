import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import { startOfDay } from '../../src/domain/calendar.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { coverage, render } from '../region/coverage.ts';
import { family } from '../region/region.ts';
import { statusAnswer } from './answers.ts';
import { UsageError, countOption, dayOption } from './input.ts';
import { progressBar, say } from './progress.ts';

export interface SimulateOptions {
  readonly families: string;
  readonly seed: string;
  readonly from: string;
  readonly until: string;
  readonly out?: string;
  readonly coverage?: boolean;
}

/** Writes an invented region, family by family; the same options give the same bytes on every machine. */
export async function simulate(options: SimulateOptions): Promise<number> {
  const families = countOption('--families', options.families, 1);
  const seed = countOption('--seed', options.seed, 0);
  const from = dayOption('--from', options.from);
  const until = dayOption('--until', options.until);
  if (from >= until) throw new UsageError('--until: must be a later day than --from');
  const out = options.out === undefined ? process.stdout : createWriteStream(options.out);
  const isOpen = once(out, 'open');
  if (out !== process.stdout) await isOpen.catch(cannotWrite(options.out));
  const bar = progressBar('families', families);
  const shown = options.coverage === true ? coverageOf() : null;
  let events = 0;
  for (let number = 1; number <= families; number++) {
    const own = [...family(number, { seed, from, until })];
    await write(out, own.map((event) => `${JSON.stringify(event)}\n`).join(''));
    shown?.add(own, startOfDay(until));
    events += own.length;
    bar.update(number);
  }
  bar.stop();
  if (out !== process.stdout) await new Promise<void>((done) => out.end(done));
  say(`${events} invented events of ${families} families (seed ${seed})`);
  if (shown) process.stderr.write(shown.table());
  return 0;
}

function cannotWrite(path: string | undefined) {
  return (error: unknown): never => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(`--out: cannot write ${path ?? ''} (${code}); check the path`);
  };
}

async function write(out: Writable, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}

/** Looks at each family at the end and at ten moments on the way there. */
function coverageOf() {
  const events: PlanEvent[] = [];
  const statuses: unknown[] = [];
  return {
    add(own: readonly PlanEvent[], end: number) {
      events.push(...own);
      const file = { events: own, ignored: 0, rejections: [] };
      const first = Date.parse(own[0]?.recordedAt ?? '');
      for (let part = 1; part <= 10; part++) {
        const at = Math.round(first + ((end - first) * part) / 10) as Parameters<
          typeof statusAnswer
        >[1]['at'];
        if (own.length > 0) statuses.push(statusAnswer(file, { at, knownAt: at }, defaultPolicy));
      }
    },
    table: () => render(coverage(events, statuses)),
  };
}
