import { defaultPolicy } from '../../src/domain/parameters.ts';
import { startOfDay } from '../../src/domain/calendar.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { coverage, render } from '../region/coverage.ts';
import { family } from '../region/region.ts';
import { statusAnswer } from './answers.ts';
import { UsageError, countOption, dayOption } from './input.ts';
import { fileOutput, standardOutput } from './output.ts';
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
  const out = options.out === undefined ? standardOutput() : fileOutput(options.out, 'w');
  const bar = progressBar('families', families);
  const shown = options.coverage === true ? coverageOf() : null;
  let events = 0;
  for (let number = 1; number <= families; number++) {
    const own = [...family(number, { seed, from, until })];
    await out.write(own.map((event) => `${JSON.stringify(event)}\n`).join(''));
    shown?.add(own, startOfDay(until));
    events += own.length;
    bar.update(number);
  }
  bar.stop();
  await out.close();
  say(`${events} invented events of ${families} families (seed ${seed})`);
  if (shown) process.stderr.write(shown.table());
  return 0;
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
