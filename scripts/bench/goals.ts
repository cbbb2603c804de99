import type { LoadOutcome } from './load/load.ts';
import type { Result, timelineFigures } from './result.ts';
import type { ReleaseStep } from './release/contest.ts';
import type { KurrentRounds, Pair } from './kurrent/contest.ts';
import { median, rates, ratios, spread } from './measure.ts';
import type { Figures, Spread } from './measure.ts';

/** A line of the table: what was measured, what it was to be, and whether it is. */
export interface Line {
  readonly what: string;
  readonly value: number | null;
  readonly unit: 'x' | 'ms' | '%' | '';
  readonly goal: number;
  readonly compared: string;
  readonly spread: Spread | null;
  readonly met: boolean | null;
}

export function linesOf({
  append,
  replay,
  status,
  queue,
  timeline,
  live,
  spread,
  events,
  detail,
}: Result): readonly Line[] {
  const { single, group64 } = append;
  const rates = (ours: number | null, other: number | null) => `${shown(ours)}/s against ${shown(other)}/s`;
  return [
    atLeast(3, single.vsEmmett, {
      what: 'durable append, one writer, against emmett-sqlite',
      compared: rates(single.ours, single.emmett),
      spread: spread.append.single.vsEmmett,
    }),
    atLeast(0.8, single.vsRaw, {
      what: 'the same, against raw node:sqlite',
      compared: rates(single.ours, single.raw),
      spread: spread.append.single.vsRaw,
    }),
    atLeast(8, group64.vsEmmett, {
      what: 'durable append, 64 writers, against emmett-sqlite',
      compared: `${rates(group64.ours, group64.emmett)}; p99 ${group64.p99ms} ms`,
      spread: spread.append.group64.vsEmmett,
    }),
    atLeast(10, replay.vsEmmettConsumer, {
      what: `replay of ${shown(events.replay)} events, against emmett-sqlite's consumer`,
      compared: rates(replay.ours, replay.emmettConsumer),
      spread: spread.replay.vsEmmettConsumer,
    }),
    atLeast(1.2, replay.vsEmmettBatch, {
      what: 'the same, against its batches of 10,000 without a fold',
      compared: rates(replay.ours, replay.emmettBatch),
      spread: spread.replay.vsEmmettBatch,
    }),
    atLeast(0.35, replay.vsParseFloor, {
      what: 'the same, against JSON.parse alone in memory',
      compared: rates(replay.ours, replay.parseFloor),
      spread: spread.replay.vsParseFloor,
    }),
    below(20, status.pastMs, {
      what: `status of a family of ${shown(events.statusFamily)} events at a past viewpoint`,
      compared: `slowest family ${detail.statusSlowestFamilyMs} ms, p99 ${detail.statusP99ms} ms, first call of a process ${detail.statusColdMs} ms`,
      spread: null,
    }),
    below(5, queue.updateMs, {
      what: `queue of ${shown(events.queueFamilies)} families after one new event`,
      compared: `${shown(events.queueRows)} rows; heap ${shown(detail.queueHeapMB)} MB for ${shown(events.queueEvents)} events`,
      spread: null,
    }),
    timelineLine(timeline),
    below(50, live.p99ms, {
      what: 'from a POST to the SSE message, 100 a second, p99',
      compared: `median ${detail.liveMedianMs ?? '-'} ms, most ${detail.liveMaxMs ?? '-'} ms`,
      spread: null,
    }),
  ];
}

export const timelineLine = ({
  events,
  warmMs,
  p99ms,
  processorMs,
  newKnowledgeMs,
  coldMs,
}: ReturnType<typeof timelineFigures>) =>
  below(50, warmMs, {
    what: `timeline of a family of ${shown(events)} events, as a page`,
    compared: `p99 ${p99ms} ms; ${processorMs} ms of processor time; first view of other knowledge ${newKnowledgeMs} ms; first page of a process ${coldMs} ms`,
    spread: null,
  });

/** What is recorded meanwhile stays in memory; more than this many percent would be something else. */
const mostGrowth = 5;

/** An office at work for a while; nothing is set for it that an installation does not have by itself. */
export function loadLines(load: LoadOutcome): readonly Line[] {
  const { overall, pages, memory, rssGrowth, keptBefore, keptAfter } = load;
  const last = memory.at(-1);
  const percent = (share: number | null) => (share === null ? null : Math.round(share * 1000) / 10);
  return [
    below(200, overall.p99ms, {
      what: `page with ${load.connections} live connections, ${load.viewsPerSecond} views a second, ${load.minutes} min, p99`,
      compared: `${shown(overall.views)} views, median ${overall.p50ms} ms, most ${overall.maxMs} ms, ${load.processorMsPerView} ms of processor time each; ${load.people} people, ${load.families} families, ${shown(load.storedEvents)} events; limits as installed`,
      spread: null,
    }),
    ...Object.entries(pages).map(([page, times]) =>
      below(200, times.p99ms, {
        what: `- ${page}`,
        compared: `${shown(times.views)} views, median ${times.p50ms} ms, most ${times.maxMs} ms`,
        spread: null,
      }),
    ),
    below(1, load.errors, {
      what: '- errors',
      unit: '',
      compared: `${shown(load.posts)} events recorded, ${shown(load.messages)} messages on ${load.reached} connections`,
      spread: null,
    }),
    below(mostGrowth, percent(rssGrowth), {
      what: '- memory of the process, growth over the second half',
      unit: '%',
      compared: `${memory[0]?.rssMB ?? '-'} MB first, ${last?.rssMB ?? '-'} MB last`,
      spread: null,
    }),
    below(mostGrowth, percent(keptAfter / keptBefore - 1), {
      what: '- what it keeps once garbage is collected, growth from beginning to end',
      unit: '%',
      compared: `${keptBefore} MB at the beginning, ${keptAfter} MB at the end`,
      spread: null,
    }),
  ];
}

/** Our log on KurrentDB against the official client by itself: our overhead stays below a fifth. */
export function kurrentLines({ server, single, group64, catchUp, follow }: KurrentRounds): readonly Line[] {
  const line = (what: string, { ours, bare }: Pair) => {
    const all = spread(ratios(ours, bare));
    const rate = (figures: readonly Figures[]) => shown(median(rates(figures)));
    return atLeast(0.8, Math.round(all.median * 100) / 100, {
      what,
      compared: `${rate(ours)}/s against ${rate(bare)}/s; ${server}`,
      spread: { ...all, min: Math.round(all.min * 100) / 100, max: Math.round(all.max * 100) / 100 },
    });
  };
  return [
    line('append through KurrentDB, one writer, against the bare client', single),
    line('the same, 64 writers', group64),
    line('catch-up by reading everything', catchUp),
    line('catch-up through a subscription', follow),
  ];
}

/** Constant memory: four times as many families may take half as much again, because caches fill up. In percent. */
const mostMemory = 50;
/** A release reads, measures and writes everything some ten times, and reads all it wrote as strictly as what comes in. */
const leastOfExport = 0.02;

const rounded = (value: number, digits: number) => Number(value.toFixed(digits));

export function releaseLines(steps: readonly ReleaseStep[]): readonly Line[] {
  const [first] = steps;
  const last = steps.at(-1);
  if (!first || !last) return [];
  const rate = ({ events }: ReleaseStep, seconds: number) => shown(events / seconds);
  return [
    atLeast(leastOfExport, rounded(last.export.seconds / last.release.seconds, 3), {
      what: `release of a store of ${shown(last.families)} families, against its plain export`,
      compared: `${rate(last, last.release.seconds)}/s against ${rate(last, last.export.seconds)}/s; ${shown(last.families / last.release.seconds)} families a second`,
      spread: null,
    }),
    below(mostMemory, rounded((last.release.peakMB / first.release.peakMB - 1) * 100, 0), {
      what: `its peak memory, growth since ${shown(first.families)} families`,
      unit: '%',
      compared: `${shown(last.release.peakMB)} MB against ${shown(first.release.peakMB)} MB; of the export ${shown(last.export.peakMB)} MB against ${shown(first.export.peakMB)} MB`,
      spread: null,
    }),
  ];
}

/** Where the time of a release goes, by what it tells on standard error; starting and short steps aside. */
export const releaseSteps = (steps: readonly ReleaseStep[]): readonly string[] =>
  steps.map(({ families, events, released, release }) => {
    const told = Object.entries(release.steps)
      .filter(([step, seconds]) => seconds >= 0.1 && !step.includes(' is ready'))
      .map(([step, seconds]) => `${step} ${seconds.toFixed(1)} s`);
    return `${shown(families)} families with ${shown(events)} events, of which ${shown(released.families)} with ${shown(released.events)} left, in ${release.seconds.toFixed(1)} s: ${told.join(', ')}`;
  });

type Rest = Pick<Line, 'what' | 'compared' | 'spread'>;

const atLeast = (goal: number, value: number | null, rest: Rest): Line => ({
  ...rest,
  value,
  unit: 'x',
  goal,
  met: value === null ? null : value >= goal,
});

const below = (goal: number, value: number | null, rest: Rest & Partial<Pick<Line, 'unit'>>): Line => ({
  unit: 'ms',
  ...rest,
  value,
  goal,
  met: value === null ? null : value < goal,
});

export const shown = (value: number | null): string =>
  value === null ? 'not measured' : Math.round(value).toLocaleString('en-GB');
