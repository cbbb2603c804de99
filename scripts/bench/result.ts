import type { AppendRounds } from './append.ts';
import { durability } from './machine.ts';
import type { machine, versions } from './machine.ts';
import { median, rates, ratios, spread } from './measure.ts';
import type { Figures, Spread } from './measure.ts';
import type { Plan } from './plans.ts';
import type { LaneOutcome, Measured } from './run.ts';

/** What `--json` prints. Rates are events a second, ratios are medians over runs of the same round; null was not measured. */
export type Result = ReturnType<typeof resultOf>;

export interface Circumstances {
  readonly date: string;
  readonly plan: Plan;
  readonly machine: ReturnType<typeof machine>;
  readonly versions: ReturnType<typeof versions>;
  readonly missing: readonly string[];
}

export function resultOf(measured: Measured, { date, plan, machine, versions, missing }: Circumstances) {
  const { single, group64, replay, filled, status, statusReady, queue, queueReady, timeline, live } =
    measured;
  const { ours, parse, emmettBatch, emmettConsumer } = replay;
  return {
    append: {
      single: appendFigures(single),
      group64: { ...appendFigures(group64), p99ms: rounded(median(of(group64.ours, 'p99ms'))) },
    },
    replay: {
      ours: rate(ours),
      emmettConsumer: rate(emmettConsumer),
      emmettBatch: rate(emmettBatch),
      parseFloor: rate(parse),
      vsEmmettConsumer: ratio(ours, emmettConsumer),
      vsEmmettBatch: ratio(ours, emmettBatch),
      vsParseFloor: ratio(ours, parse),
    },
    status: { pastMs: rounded(status['pastMs']) },
    queue: { updateMs: rounded(queue['updateMs']) },
    timeline: timelineFigures(timeline),
    live: { p99ms: 'missing' in live ? null : rounded(live.p99ms) },
    spread: {
      append: { single: appendSpread(single), group64: appendSpread(group64) },
      replay: {
        ours: spreadOf(ours),
        emmettConsumer: spreadOf(emmettConsumer),
        emmettBatch: spreadOf(emmettBatch),
        parseFloor: spreadOf(parse),
        vsEmmettConsumer: ratioSpread(ours, emmettConsumer),
        vsEmmettBatch: ratioSpread(ours, emmettBatch),
        vsParseFloor: ratioSpread(ours, parse),
      },
    },
    events: {
      form: plan.name,
      appendRunMs: plan.append.runMs,
      replay: filled['events'] ?? 0,
      replayFamilies: ours[0]?.['families'] ?? null,
      bytesEach: rounded(measured.bytes),
      consumed: emmettConsumer?.[0]?.['events'] ?? 0,
      statusFamily: statusReady['events'] ?? 0,
      queueFamilies: queueReady['families'] ?? 0,
      queueEvents: queueReady['events'] ?? 0,
      queueRows: queueReady['queued'] ?? 0,
      live: 'missing' in live ? 0 : live.events,
    },
    detail: {
      appendRateWhileFilling: whole(filled.rate),
      replayHeapMB: rounded(median(of(ours, 'heapMB'))),
      statusColdMs: rounded(statusReady['coldMs']),
      statusSlowestFamilyMs: rounded(status['slowestMs']),
      statusP99ms: rounded(status['p99ms']),
      queueP99ms: rounded(queue['p99ms']),
      queueAskMs: rounded(queue['askMs']),
      queueHeapMB: rounded(queueReady['heapMB']),
      queueStartMs: rounded(queueReady['startMs']),
      liveMedianMs: 'missing' in live ? null : rounded(live.medianMs),
      liveMaxMs: 'missing' in live ? null : rounded(live.maxMs),
      livePerSecond: 'missing' in live ? null : live.perSecond,
    },
    durability,
    machine,
    versions,
    date,
    seconds: rounded(performance.now() / 1000),
    missing: [...missing, ...('missing' in live ? [`live: ${live.missing}`] : [])],
  };
}

export function timelineFigures({ ready, figures }: LaneOutcome) {
  return {
    events: ready['events'] ?? 0,
    warmMs: rounded(figures['warmMs']),
    p99ms: rounded(figures['p99ms']),
    processorMs: rounded(figures['processorMs']),
    newKnowledgeMs: rounded(figures['newKnowledgeMs']),
    coldMs: rounded(ready['coldMs']),
  };
}

type Runs = readonly Figures[] | undefined;

function appendFigures({ ours, emmett, raw }: AppendRounds) {
  return {
    ours: rate(ours),
    emmett: rate(emmett),
    raw: rate(raw),
    vsEmmett: ratio(ours, emmett),
    vsRaw: ratio(ours, raw),
  };
}

function appendSpread({ ours, emmett, raw }: AppendRounds) {
  return {
    ours: spreadOf(ours),
    emmett: spreadOf(emmett),
    raw: spreadOf(raw),
    vsEmmett: ratioSpread(ours, emmett),
    vsRaw: ratioSpread(ours, raw),
  };
}

const rate = (runs: Runs): number | null => (runs ? whole(median(rates(runs))) : null);
const ratio = (ours: readonly Figures[], others: Runs): number | null =>
  others ? rounded(median(ratios(ours, others))) : null;
const spreadOf = (runs: Runs): Spread | null => (runs ? each(spread(rates(runs)), whole) : null);
const ratioSpread = (ours: readonly Figures[], others: Runs): Spread | null =>
  others ? each(spread(ratios(ours, others)), rounded) : null;

const of = (runs: readonly Figures[], name: string) => runs.map((figures) => figures[name] ?? NaN);

function each({ min, median: middle, max, runs }: Spread, round: (value: number) => number): Spread {
  return { min: round(min), median: round(middle), max: round(max), runs };
}

const whole = (value: number) => Math.round(value);
/** Three digits that mean something. */
const rounded = (value = NaN) => Number(value.toPrecision(value >= 1000 ? 6 : 3));
