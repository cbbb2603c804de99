import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { FamilyId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { openKurrentLog } from '../../../src/log/kurrent.ts';
import type { Verdict } from '../../../src/log/verify.ts';
import { checkIn, plan } from '../../../test/support/berk.ts';
import { dice } from '../../../src/release/random.ts';
import { pause, startNode, startServer } from './members.ts';
import type { Node } from './members.ts';
import type { Report } from './node.ts';

/**
 * Three nodes write and read the same families while the server and the nodes are killed, cut off and held at random.
 * Afterwards: is every acknowledged event there, once; do all nodes answer alike; does verify pass? Exit code 1 if not.
 */
const options = new Command('chaos')
  .option('--minutes <number>', 'for how long', '10')
  .option('--families <number>', 'how many families', '24')
  .option('--writers <number>', 'commands on their way at the same time', '12')
  .option('--seed <number>', 'decides what goes wrong', '1')
  .parse()
  .opts<{ minutes: string; families: string; writers: string; seed: string }>();
const chance = dice(Number(options.seed), 0);
const base = mkdtempSync(join(tmpdir(), 'waakvlam-chaos-'));
const masterKey = randomBytes(32).toString('hex');
const say = (what: string) =>
  process.stderr.write(`chaos: ${(performance.now() / 1000).toFixed(0).padStart(4)} s: ${what}\n`);

interface Sent {
  readonly command: {
    readonly family: FamilyId;
    readonly events: readonly { readonly id: string }[];
    readonly expected: 'any' | number;
  };
  readonly settled: (report: Report | null) => void;
}

const waiting = new Map<string, Sent>();
const acknowledged = new Map<string, { readonly family: FamilyId; readonly position: number }>();
const broken: string[] = [];
const counts = { recorded: 0, refused: 0, unknown: 0, resent: 0 };
let lastPosition = 0;

const server = await startServer(join(base, 'kurrent.db'));
const nodes: Node[] = [];
const settledReports: (Report & { kind: 'settled' })[] = [];

function heard(report: Report): void {
  if (report.kind === 'broken') broken.push(report.what);
  if (report.kind === 'settled') settledReports.push(report);
  if (!('id' in report)) return;
  const sent = waiting.get(report.id);
  waiting.delete(report.id);
  sent?.settled(report);
}

/** Whatever was on its way to a node that is gone has an unknown outcome. */
function gone(): void {
  for (const [id, sent] of [...waiting]) {
    waiting.delete(id);
    sent.settled(null);
  }
}

/** Sends the same command until somebody knows what became of it. */
async function record(command: Sent['command']): Promise<Report> {
  const id = command.events[0]?.id ?? '';
  for (let attempt = 0; ; attempt += 1) {
    const up = nodes.filter((node) => node.isUp);
    if (up.length === 0) {
      await pause(200);
      continue;
    }
    const report = await new Promise<Report | null>((settled) => {
      waiting.set(id, { command, settled });
      chance.pick(up).send({ kind: 'record', command });
      setTimeout(() => {
        if (waiting.delete(id)) settled(null);
      }, 30_000).unref();
    });
    if (report?.kind === 'recorded') {
      counts.recorded += 1;
      lastPosition = Math.max(lastPosition, report.position);
      for (const event of command.events)
        acknowledged.set(event.id, { family: command.family, position: report.position });
      return report;
    }
    if (report?.kind === 'refused') {
      counts.refused += 1;
      return report;
    }
    counts.unknown += report === null ? 0 : 1;
    counts.resent += 1;
  }
}

const families = Array.from({ length: Number(options.families) }, (_, index) => `chaos-${index}` as FamilyId);
const of = (family: FamilyId, events: readonly object[]) =>
  events.map((event) => ({ ...event, family })) as unknown as Sent['command']['events'];

let number = 0;
function nextCommand(): Sent['command'] {
  const family = chance.pick(families);
  const own = Array.from({ length: chance.between(1, 3) }, () => {
    number += 1;
    const text = chance.chance(300) ? { sealed: { text: `gezien op de drempel, nummer ${number}` } } : {};
    return { ...checkIn(), id: `c-${number}`, ...text };
  });
  return { family, events: of(family, own), expected: 'any' };
}

async function write(until: number): Promise<void> {
  while (performance.now() < until) {
    await record(nextCommand());
    await pause(chance.between(0, 20));
  }
}

const troubles = { serverKilled: 0, cut: 0, held: 0, nodeKilled: 0 };

async function troubleMaker(until: number): Promise<void> {
  while (performance.now() < until) {
    await pause(chance.between(500, 5000));
    const what = chance.weighted([
      ['serverKilled', 3],
      ['cut', 4],
      ['held', 2],
      ['nodeKilled', 3],
    ] as const);
    troubles[what] += 1;
    if (what === 'serverKilled') await server.killFor(chance.between(100, 4000));
    else if (what === 'cut') server.cut();
    else if (what === 'held') await server.holdFor(chance.between(500, 9000));
    else await chance.pick(nodes).killFor(chance.between(100, 2000));
  }
}

try {
  for (let index = 0; index < 3; index += 1)
    nodes.push(await startNode([server.address, join(base, `node-${index}`), masterKey], heard, gone));
  for (const family of families) await record({ family, events: of(family, plan()), expected: 'any' });
  const until = performance.now() + Number(options.minutes) * 60_000;
  const telling = setInterval(() => {
    say(`${JSON.stringify(counts)} ${JSON.stringify(troubles)}`);
  }, 30_000);
  await Promise.all([
    troubleMaker(until),
    ...Array.from({ length: Number(options.writers) }, () => write(until)),
  ]);
  clearInterval(telling);
  say(`quiet; ${acknowledged.size} events were acknowledged`);
  process.exitCode = (await isWhole()) ? 0 : 1;
} finally {
  for (const node of nodes) node.end();
  server.end();
  rmSync(base, { recursive: true, force: true });
}

async function isWhole(): Promise<boolean> {
  await pause(2000);
  const at = Date.now() as Instant;
  for (const node of nodes) node.send({ kind: 'settle', position: lastPosition, at });
  for (
    let waited = 0;
    settledReports.length < nodes.length && broken.length === 0 && waited < 1200;
    waited += 1
  )
    await pause(100);
  const log = openKurrentLog({ address: server.address, now: () => Date.now() as Instant });
  const found = new Map<string, number>();
  for await (const { record: event } of log.readAll(0)) {
    const key = `${event.family} ${event.id}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  const verdict = await verdictOf(log.verify());
  await log.close();
  const missing = [...acknowledged]
    .filter(([id, { family }]) => !found.has(`${family} ${id}`))
    .map(([id]) => id);
  const double = [...found].filter(([, times]) => times > 1).map(([key]) => key);
  const digests = new Set(settledReports.map(({ digest }) => digest));
  const alike = settledReports.length === nodes.length && digests.size === 1;
  process.stdout.write(
    `${JSON.stringify(
      {
        minutes: Number(options.minutes),
        seed: Number(options.seed),
        ...counts,
        troubles,
        acknowledged: acknowledged.size,
        stored: found.size,
        missing,
        double,
        alike,
        timesBehind: settledReports.map(({ behind }) => behind),
        verdict,
        broken: broken.slice(0, 10),
      },
      null,
      2,
    )}\n`,
  );
  return missing.length + double.length + broken.length === 0 && alike && verdict.kind === 'sound';
}

async function verdictOf(walk: AsyncGenerator<unknown, Verdict>): Promise<Verdict> {
  for (;;) {
    const step = await walk.next();
    if (step.done === true) return step.value;
  }
}
