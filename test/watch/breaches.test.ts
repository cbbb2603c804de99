import { BehaviorSubject } from 'rxjs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { EventLog, Freshness, Submission } from '../../src/log/log.ts';
import { openMemoryLog } from '../../src/log/sqlite.ts';
import { openWork } from '../../src/log/sqlite/work.ts';
import type { Work } from '../../src/log/work.ts';
import { startHost } from '../../src/read/host.ts';
import type { Host } from '../../src/read/host.ts';
import { watchBreaches } from '../../src/watch/breaches.ts';
import type { BreachLine, BreachWatch } from '../../src/watch/breaches.ts';
import { temporaryFolder } from '../log/data-folder.ts';
import { berk, fact, instant, plan } from '../support/berk.ts';

interface Node {
  readonly host: Host;
  readonly watch: BreachWatch;
  readonly freshness: BehaviorSubject<Freshness>;
}

let clock: Instant;
let log: EventLog;
let work: Work;
let folder: ReturnType<typeof temporaryFolder>;
let nodes: Node[];
let lines: BreachLine[];
let troubles: Error[];

const now = () => clock;
const live: Freshness = { kind: 'live' };

beforeEach(async () => {
  clock = instant('2025-02-10T12:00:00+01:00');
  folder = temporaryFolder();
  log = openMemoryLog({ now });
  work = openWork({ folder: folder.data, now });
  [nodes, lines, troubles] = [[], [], []];
  await append(plan());
});
afterEach(async () => {
  vi.useRealTimers();
  await stopAll();
  await work.close();
  await log.close();
  folder[Symbol.dispose]();
});

const append = (events: readonly unknown[]) => log.append(berk, 'any', events as Submission[]);

async function startNode(
  its: Freshness = live,
  ownWork: Pick<Work, 'offer' | 'take'> = work,
  isInvented = () => false,
): Promise<Node> {
  const host = await startHost({ log, policy: defaultPolicy, now });
  const freshness = new BehaviorSubject<Freshness>(its);
  const watch = watchBreaches({
    views: host.views,
    work: ownWork,
    freshness,
    now,
    isInvented,
    warn: (line) => lines.push(line),
    trouble: (error) => troubles.push(error),
  });
  const node = { host, watch, freshness };
  nodes.push(node);
  return node;
}

async function stopAll(): Promise<void> {
  for (const { host, watch } of nodes.splice(0)) {
    await watch.stop();
    host.close();
  }
}

/** All nodes have judged what is recorded, and what they offered is done. */
async function settled(): Promise<void> {
  const head = await log.head();
  for (const { host } of nodes) await host.views.reached(head, 2000);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  for (let index = 0; index < 20; index += 1) await turn();
}

const bell = () =>
  fact('BellRung', {
    bell: 'b1',
    to: 'party:team',
    urgency: 'urgent',
    selfReport: true,
    person: 'person:child',
  });
const asked = (candidate: string, more: object = {}) =>
  fact(
    'ImmediateHelpRequested',
    { request: 'r1', candidate, persons: ['person:child'], help: 'family' },
    more,
  );
const waiting = (more: object = {}) =>
  fact('WaitlistPlacementRecorded', { ref: 'r1', provider: 'party:care', named: 'intake_queue' }, more);
const started = (more: object = {}) =>
  fact(
    'ImmediateHelpStarted',
    { request: 'r1', provider: 'party:care', form: 'in_person', bridging: false },
    more,
  );

it('given two nodes, when the term of help passes and nothing is recorded, then one line is written (W6)', async () => {
  await append([bell()]);
  const began = clock;
  vi.useFakeTimers({
    now: 0,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  });
  await startNode();
  await startNode();
  const pass = async (hours: number) => {
    // The clock of the nodes goes with their timers.
    for (let hour = 0; hour < hours; hour += 1) {
      clock = (clock + 3_600_000) as Instant;
      await vi.advanceTimersByTimeAsync(3_600_000);
    }
    await settled();
  };
  await pass(71);
  expect(lines).toEqual([]);
  await pass(2);
  const line = { family: 'fam-berk', rule: 'W6', since: '2025-02-13T11:00:00.000Z' };
  expect([lines, instant(line.since) - began]).toEqual([[line], 72 * 3_600_000]);
  await pass(48);
  expect([lines, troubles]).toEqual([[line], []]);
});

it('given two nodes, when a family is put on a waiting list, then one line is written, and none again after restarts (W5)', async () => {
  await startNode();
  await startNode();
  const rung = bell();
  await append([rung, asked(rung.id)]);
  clock = instant('2025-02-11T09:00:00+01:00');
  await append([waiting()]);
  await settled();
  const line = { family: 'fam-berk', rule: 'W5', since: '2025-02-11T08:00:00.000Z' };
  expect(lines).toEqual([line]);
  await stopAll();
  await startNode();
  await settled();
  await work.close();
  await stopAll();
  work = openWork({ folder: folder.data, now });
  await startNode();
  await startNode();
  await settled();
  expect(lines).toEqual([line]);
});

it('given a breach, when a late fact moves its instant, then it is the same breach; another fact is another one', async () => {
  await startNode();
  const rung = bell();
  await append([rung, asked(rung.id)]);
  clock = instant('2025-02-12T09:00:00+01:00');
  const placed = waiting({ occurred: '2025-02-12T08:00:00+01:00' });
  await append([placed]);
  await settled();
  await append([waiting({ occurred: '2025-02-11T08:00:00+01:00', supersedes: placed.id })]);
  await settled();
  expect(lines.map(({ since }) => since)).toEqual(['2025-02-12T07:00:00.000Z']);
  expect(nodes[0]?.host.views.breaches(berk).map(({ since }) => since)).toEqual([
    instant('2025-02-11T07:00:00.000Z'),
  ]);
  await append([waiting()]);
  await settled();
  expect(lines.map(({ since }) => since)).toEqual(['2025-02-12T07:00:00.000Z', '2025-02-12T08:00:00.000Z']);
});

it('given a node whose log is behind, then it says nothing until it has everything', async () => {
  const rung = bell();
  await append([rung]);
  clock = instant('2025-02-14T12:00:00+01:00');
  const { freshness, host } = await startNode({ kind: 'behind', since: clock, why: 'dropped' });
  await settled();
  expect([host.views.breaches().map(({ rule }) => rule), lines]).toEqual([['W6'], []]);
  // What it had not seen: help had started in time.
  const occurred = '2025-02-12T08:00:00+01:00';
  await append([asked(rung.id, { occurred }), started({ occurred })]);
  freshness.next(live);
  await settled();
  expect([host.views.breaches(), lines]).toEqual([[], []]);
});

it('given breaches of long ago, then only those without help are told at the first start', async () => {
  const rung = bell();
  await append([rung, asked(rung.id)]);
  clock = instant('2025-02-14T12:00:00+01:00');
  await append([started()]);
  clock = instant('2025-03-01T12:00:00+01:00');
  await append([fact('BellRung', { ...rung.data, bell: 'b2' })]);
  clock = instant('2025-06-01T12:00:00+02:00');
  const { host } = await startNode();
  await settled();
  expect(host.views.breaches().map(({ isOpen }) => isOpen)).toEqual([false, true]);
  expect(lines).toEqual([{ family: 'fam-berk', rule: 'W6', since: '2025-03-04T11:00:00.000Z' }]);
  await append([waiting({ occurred: '2025-02-12T08:00:00+01:00' })]);
  await settled();
  // Help has come since, but that there was a waiting list is new.
  expect(lines.slice(1)).toEqual([{ family: 'fam-berk', rule: 'W5', since: '2025-02-12T07:00:00.000Z' }]);
});

it('given an invented store, then only what begins from now on is told', async () => {
  const rung = bell();
  await append([rung, asked(rung.id)]);
  clock = instant('2025-02-14T12:00:00+01:00');
  await startNode(live, work, () => true);
  await settled();
  expect(nodes[0]?.host.views.breaches().map(({ rule }) => rule)).toEqual(['W6']);
  await append([waiting()]);
  await settled();
  expect(lines.map(({ rule }) => rule)).toEqual(['W5']);
});

it('given work that does not accept, then it is offered again', async () => {
  await append([bell()]);
  clock = instant('2025-02-14T12:00:00+01:00');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'] });
  let refusals = 2;
  await startNode(live, {
    take: work.take,
    offer: (task) => ((refusals -= 1) >= 0 ? Promise.reject(new Error('away')) : work.offer(task)),
  });
  await settled();
  expect([lines, troubles.map(({ message }) => message)]).toEqual([[], ['away']]);
  for (const _ of [1, 2]) {
    await vi.advanceTimersByTimeAsync(5000);
    await settled();
  }
  expect([lines.length, troubles.map(({ message }) => message)]).toEqual([1, ['away', 'away']]);
});
