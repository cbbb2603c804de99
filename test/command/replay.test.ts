import { execSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { paced } from '../../scripts/commands/replay/pace.ts';
import { addressOf, serveReplay } from '../../scripts/commands/replay/to-clients.ts';
import { replayTo } from '../../scripts/commands/replay/to-output.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { openRelease } from '../../src/release/open.ts';
import { replayOrder } from '../../src/release/replay-order.ts';
import { writeRelease } from '../support/a-release.ts';
import { waakvlam } from '../support/command.ts';
import { dasAndEgel } from '../release/named-families.ts';

const scratch = mkdtempSync(join(tmpdir(), 'waakvlam-replay-'));
const folder = join(scratch, 'release');
writeRelease(folder, dasAndEgel, { until: '2025-04-01T00:00:00.000Z' });
const order = replayOrder(openRelease(folder, { check: 'all' }), { by: 'recorded' });
afterAll(() => {
  order.close();
  rmSync(scratch, { recursive: true });
});

const idsOf = (lines: string) =>
  lines
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { id: string }).id);
const script = join(import.meta.dirname, '../../scripts/waakvlam.ts');

describe('on standard output', () => {
  it('every line of the release comes as it is, in the order of recording', async () => {
    const { code, stdout, stderr } = await waakvlam(['replay', folder, '--speed', 'max']);
    const recorded = ['d1', 'e1', 'd2', 'e2', 'd3'];
    expect([code, stderr, idsOf(stdout)]).toEqual([0, '', recorded]);
    const lineOf = (id: string) => JSON.stringify(dasAndEgel.find((each) => each.id === id));
    expect(stdout).toBe(recorded.map((id) => `${lineOf(id)}\n`).join(''));
  });

  it('in the order of what happened, between two instants', async () => {
    const { stdout } = await waakvlam([
      ...['replay', folder, '--speed', 'max', '--order', 'occurred'],
      ...['--from', '2025-01-07T00:00:00Z', '--until', '2025-02-01T00:00:00Z'],
    ]);
    expect(idsOf(stdout)).toEqual(['e1', 'd3', 'd2']);
  });

  it.each([
    [['--speed', '0'], '--speed: "0" is not a number above 0'],
    [['--order', 'random'], '--order: "random" is neither recorded nor occurred'],
    [
      ['--from', '2025-02-01T00:00:00Z', '--until', '2025-02-01T00:00:00Z'],
      '--until: must be later than --from',
    ],
    [['--until', '2026-01-01T00:00:00Z'], '--until: this release ends at 2025-04-01T00:00:00.000Z'],
    [['--serve', '70000'], '--serve: a port is a number up to 65535'],
  ])('%j is a usage error', async (args, words) => {
    const { code, stdout, stderr } = await waakvlam(['replay', folder, ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
  });

  it('a reader that has seen enough is no fault', () => {
    const command = `${process.execPath} ${script} replay ${folder} --speed max | head -n 1; echo \${PIPESTATUS[0]}`;
    const told = execSync(command, { shell: '/bin/bash', encoding: 'utf8' }).split('\n');
    expect([idsOf(told[0] ?? ''), told[1]]).toEqual([['d1'], '0']);
  });

  it('Ctrl+C ends it between two lines, and says how far it was', async () => {
    // At 1000 times life the second event, a day later, is due after 86 seconds.
    const child = spawn(process.execPath, [script, 'replay', folder, '--speed', '1000']);
    let [text, words] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (text += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => {
      words += piece.toString();
      if (words.endsWith('shorter\n')) child.kill('SIGINT');
    });
    const [code] = (await once(child, 'close')) as [number];
    expect([code, idsOf(text)]).toEqual([130, ['d1']]);
    expect(words).toBe(
      'waakvlam: the next event comes in 86 s; a higher --speed makes pauses shorter\nwaakvlam: stopped after 1 of 5 events\n',
    );
  });

  it('waits for a slow reader, and writes nothing meanwhile', async () => {
    const written: string[] = [];
    let free: () => void = () => undefined;
    const out = {
      write: (text: string) =>
        new Promise<void>((done) => {
          written.push(text);
          free = done;
        }),
      close: () => Promise.resolve(),
    };
    let now = 0;
    const pace = { delay: (_at: Instant) => (now++ === 1 ? 1 : 0) };
    const done = replayTo(out, order, { pace, say: () => undefined, signal: new AbortController().signal });
    await new Promise((resolve) => setImmediate(resolve));
    expect(written.map(idsOf)).toEqual([['d1']]);
    free();
    await expect.poll(() => written.map(idsOf)).toEqual([['d1'], ['e1', 'd2', 'e2', 'd3']]);
    free();
    expect(await done).toBe(5);
  });
});

it('the pace: an event is due when so much life has passed since the first, divided by the speed', () => {
  let now = 5000;
  const pace = paced(1000, () => now);
  const hour = 3_600_000;
  const at = (hours: number) => (Date.parse('2025-01-06T09:00:00Z') + hours * hour) as Instant;
  expect([pace.delay(at(0)), pace.delay(at(24))]).toEqual([0, 86_400]);
  now += 80_000;
  expect([pace.delay(at(24)), pace.delay(at(1))]).toEqual([6400, 0]);
  expect(paced(Infinity, () => now).delay(at(1))).toBe(0);
});

describe('over HTTP', () => {
  const listening = async (speed = Infinity) => {
    const stop = new AbortController();
    const pace = () => paced(speed, () => performance.now());
    const server = await serveReplay(order, { port: 0, mark: 'abc123', pace, signal: stop.signal });
    return {
      address: addressOf(server),
      end: () => {
        stop.abort();
      },
    };
  };
  const fields = (text: string, name: string) =>
    [...text.matchAll(new RegExp(`^${name}: (.*)$`, 'gm'))].map(([, value]) => value);

  it('every client gets all of it from its own beginning, and the end', async () => {
    const { address, end } = await listening();
    for (let client = 1; client <= 2; client += 1) {
      const answer = await fetch(address);
      const text = await answer.text();
      expect(answer.headers.get('content-type')).toBe('text/event-stream');
      expect(fields(text, 'id')).toEqual([0, 1, 2, 3, 4].map((place) => `abc123.${place}`));
      expect(fields(text, 'event')).toEqual([
        ...['PersonJoined', 'PersonJoined', 'PlanActivated', 'PlanActivated', 'IncidentRecorded', 'end'],
      ]);
      expect(idsOf(fields(text, 'data').slice(0, 5).join('\n'))).toEqual(['d1', 'e1', 'd2', 'e2', 'd3']);
      expect(fields(text, 'data').at(-1)).toBe('{"events":5}');
    }
    end();
  });

  it('goes on after Last-Event-ID; who has all gets 204, who comes from another replay 409', async () => {
    const { address, end } = await listening();
    const after = (id: string) => fetch(address, { headers: { 'last-event-id': id } });
    expect(fields(await (await after('abc123.2')).text(), 'id')).toEqual(['abc123.3', 'abc123.4']);
    const statuses = [];
    for (const id of ['abc123.4', 'abc123.5', 'def456.2', '2']) statuses.push((await after(id)).status);
    expect(statuses).toEqual([204, 409, 409, 409]);
    end();
  });

  it('answers this machine alone, GET alone, and / alone', async () => {
    const { address, end } = await listening();
    const status = (options: object) =>
      new Promise((done) =>
        request(address, options, (answer) => {
          answer.resume();
          done(answer.statusCode);
        }).end(),
      );
    expect([
      await status({ headers: { host: 'attacker.example' } }),
      await status({ method: 'POST' }),
      await status({ path: '/families' }),
    ]).toEqual([403, 405, 404]);
    end();
  });

  it('tells a long pause, and ends every stream when it is stopped', async () => {
    const { address, end } = await listening(1000);
    const reader = ((await fetch(address)).body ?? new ReadableStream<Uint8Array>()).getReader();
    let text = '';
    while (!text.includes('next event')) text += Buffer.from((await reader.read()).value ?? []).toString();
    expect(fields(text, 'id')).toEqual(['abc123.0']);
    expect(text).toContain(': the next event comes in 86 s');
    end();
    await expect(reader.read()).rejects.toThrow();
  });
});
