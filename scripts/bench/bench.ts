import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command, Option, InvalidArgumentError } from 'commander';
import { machine, versions } from './machine.ts';
import { installPeer, peerMissing } from './peer.ts';
import { full, quick } from './plans.ts';
import { kurrentLines, loadLines, releaseLines, releaseSteps, timelineLine } from './goals.ts';
import { kurrentContest } from './kurrent/contest.ts';
import { loadContest } from './load/load.ts';
import { releaseContest, wholeRegion } from './release/contest.ts';
import { markdown, table, tableOf } from './report.ts';
import { resultOf, timelineFigures } from './result.ts';
import { runAll, runTimeline } from './run.ts';
import { restart, restartTable } from './restarts.ts';
import { scale, scaleTable } from './scale.ts';
import { wire, wireTable } from './wire.ts';

/**
 * Measures speed against emmett-sqlite and the raw floor, on disk, in turns. Standard output holds the answer alone, in
 * one of three forms; what happens meanwhile is told on standard error.
 */
interface Options {
  readonly quick?: true;
  readonly json?: true;
  readonly markdown?: true;
  readonly scale?: true;
  readonly only?: 'timeline' | 'load' | 'kurrent' | 'wire' | 'restart' | 'release';
  readonly minutes?: number;
  readonly views?: number;
  readonly profile?: string;
  readonly events: readonly number[];
  readonly installPeer?: true;
  readonly folder: string;
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('It must be a whole number above zero.');
  return Number(text);
}

const counted = (text: string, earlier: readonly number[]): readonly number[] => [...earlier, whole(text)];

const upTo = (most: number) => (text: string) => {
  const number = whole(text);
  if (number > most) throw new InvalidArgumentError(`It must be ${most} at most.`);
  return number;
};

const command = new Command('bench')
  .option('--quick', 'fewer events, within 50 seconds; does not install the peer')
  .option('--json', 'print one JSON object')
  .option('--markdown', 'print the table of the README')
  .addOption(
    new Option('--only <section>', 'measure one section alone').choices([
      'timeline',
      'load',
      'kurrent',
      'wire',
      'restart',
      'release',
    ]),
  )
  .option('--minutes <n>', 'with --only load: for how long', upTo(60))
  .option('--views <n>', 'with --only load: page views a second', upTo(500))
  .option('--profile <folder>', 'with --only load: keep a profile of the processor time of the server')
  .option(
    '--scale',
    'show instead how replay and memory grow with the number of events; with --only release: of 100,000 families and 10 million events (an hour or more, and 30 GB of disk)',
  )
  .option('--events <n...>', 'with --scale or --only restart: how many events', counted, [])
  .option('--install-peer', 'install emmett-sqlite to compare with, and stop')
  .option('--folder <folder>', 'where to measure: on the disk that is meant', tmpdir())
  .parse();
const options = command.opts<Options>();

if (options.installPeer) {
  if (peerMissing() !== null) await installPeer();
  process.exitCode = peerMissing() === null ? 0 : 1;
} else {
  const base = mkdtempSync(join(options.folder, 'waakvlam-bench-'));
  const cleanUp = () => {
    rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      cleanUp();
      process.exit(1);
    });
  try {
    process.stdout.write(await measured(base));
  } finally {
    cleanUp();
  }
}

function measured(base: string): Promise<string> {
  if (options.only === 'timeline') return timelineAlone(base);
  if (options.only === 'load') return loadAlone(base);
  if (options.only === 'kurrent') return kurrentAlone(base);
  if (options.only === 'wire') return Promise.resolve(wireAlone());
  if (options.only === 'restart') return restarts(base);
  if (options.only === 'release') return releases(base);
  return options.scale ? growth(base) : contest(base);
}

async function timelineAlone(base: string): Promise<string> {
  const timeline = timelineFigures(await runTimeline(options.quick ? quick : full, base));
  return options.json ? `${JSON.stringify({ timeline })}\n` : tableOf([timelineLine(timeline)]);
}

async function kurrentAlone(base: string): Promise<string> {
  const { kurrent } = options.quick ? quick : full;
  const rounds = await kurrentContest(base, kurrent, (what) => {
    process.stderr.write(`bench: kurrent: ${what}\n`);
  });
  if (options.json)
    return `${JSON.stringify({ kurrent: rounds, machine: machine(base), versions: versions() })}\n`;
  return tableOf(kurrentLines(rounds));
}

function wireAlone(): string {
  const found = wire(options.quick ? 10_000 : 100_000);
  return options.json ? `${JSON.stringify({ wire: found })}\n` : wireTable(found);
}

async function loadAlone(base: string): Promise<string> {
  const { load } = options.quick ? quick : full;
  const { minutes = load.minutes, views: viewsPerSecond = load.viewsPerSecond } = options;
  const outcome = await loadContest(base, {
    course: { ...load, minutes, viewsPerSecond },
    profile: options.profile,
    say(what) {
      process.stderr.write(`bench: load: ${what}\n`);
    },
  });
  if (options.json)
    return `${JSON.stringify({ load: outcome, machine: machine(base), versions: versions() })}\n`;
  return `${tableOf(loadLines(outcome))}${outcome.firstErrors.map((error) => `ERROR: ${error}\n`).join('')}`;
}

async function restarts(base: string): Promise<string> {
  const sizes = options.quick ? [20_000, 50_000] : [100_000, 500_000];
  const found = await restart(base, options.events.length > 0 ? options.events : sizes);
  return options.json
    ? `${JSON.stringify({ restart: found, machine: machine(base), versions: versions() })}\n`
    : restartTable(found);
}

async function releases(base: string): Promise<string> {
  const { release } = options.quick ? quick : full;
  const found = await releaseContest(
    base,
    options.scale ? { ...release, sizes: wholeRegion } : release,
    (what) => {
      process.stderr.write(`bench: release: ${what}\n`);
    },
  );
  return options.json
    ? `${JSON.stringify({ release: found, machine: machine(base), versions: versions() })}\n`
    : `${tableOf(releaseLines(found))}${releaseSteps(found)
        .map((line) => `- ${line}\n`)
        .join('')}`;
}

async function growth(base: string): Promise<string> {
  const steps = await scale(base, options.events.length > 0 ? options.events : [100_000, 1_000_000]);
  return options.json
    ? `${JSON.stringify({ scale: steps, machine: machine(base), versions: versions() })}\n`
    : scaleTable(steps);
}

async function contest(base: string): Promise<string> {
  const plan = options.quick ? quick : full;
  if (!options.quick && peerMissing() !== null) await installPeer();
  const missing = peerMissing();
  if (missing !== null) process.stderr.write(`bench: ${missing}\n`);
  const before = machine(base);
  const all = await runAll(plan, base, missing === null);
  const result = resultOf(all, {
    date: new Date().toISOString().slice(0, 10),
    plan,
    machine: before,
    versions: versions(),
    missing: missing === null ? [] : [missing],
  });
  if (options.json) return `${JSON.stringify(result)}\n`;
  return options.markdown ? markdown(result) : table(result);
}
