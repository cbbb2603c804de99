import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KurrentDBClient, jsonEvent } from '@kurrent/kurrentdb-client';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import { openKurrentLog } from '../../src/log/kurrent.ts';
import type { KurrentLog } from '../../src/log/kurrent.ts';
import type { Verdict } from '../../src/log/verify.ts';
import { followed, ids, until } from '../support/following.ts';
import { ada, bo, checkedIn, collect, range } from '../support/log-contract.ts';
import { throughGate } from '../support/kurrent-server/real.ts';
import type { Reachable } from '../support/kurrent-server/real.ts';
import { startKurrentServer } from '../support/kurrent-server/server.ts';
import type { KurrentServer, KurrentServerOptions } from '../support/kurrent-server/server.ts';

/** What goes wrong between a node and the server, in every phase; the test server can be told when. */

const now = () => Date.now() as Instant;
const folder = mkdtempSync(join(tmpdir(), 'waakvlam-failures-'));
const patience = { requestMs: 1000, totalMs: 6000 };

/** Set to the address of a real server, what a network can do wrong is tried on the way to it. */
const real = process.env['WAAKVLAM_TEST_KURRENTDB'];

let server: Reachable;
let logs: KurrentLog[];
/** The server that can be told what to do wrong; absent with a real one. */
let told: KurrentServer | undefined;

/** Another server than the usual one; with a real one such a test is left out. */
async function serve(skip: Skip, options: KurrentServerOptions = {}): Promise<KurrentServer> {
  if (real !== undefined) skip('a real server cannot be started with other settings, or killed, by a test');
  await server.stop();
  told = await startKurrentServer(options);
  server = gated(told);
  return told;
}

type Skip = (reason: string) => never;

/** The parts that are read anew each time stay those of the server. */
const gated = (its: KurrentServer): Reachable => ({
  connection: its.connection,
  prefix: '',
  plant: its.plant,
  clearFaults: its.clearFaults,
  cut: its.cut,
  hold: its.hold,
  letGo: its.letGo,
  stop: its.stop,
});

function open(address = server.connection): KurrentLog {
  const log = openKurrentLog({ address, now, patience, pulseMs: 100 });
  logs.push(log);
  return log;
}

beforeEach(async () => {
  logs = [];
  if (real !== undefined) {
    server = await throughGate(real);
    return;
  }
  told = await startKurrentServer({ file: join(folder, `${randomBytes(6).toString('hex')}.db`), noise: 3 });
  server = gated(told);
});
afterEach(async () => {
  server.clearFaults();
  server.letGo();
  await Promise.all(logs.map((log) => log.close()));
  await server.stop();
});

describe('an append', () => {
  it.each([
    ['before the request was looked at', 'before'],
    ['after the commit and before the answer', 'after'],
  ] as const)(
    'given a connection that is lost %s, then it is written once and gets its receipt',
    async (_, phase) => {
      const log = open();
      await log.append(ada, 0, [checkedIn('e-1')]);
      server.plant({ method: 'append', phase });
      const result = await log.append(ada, 1, [checkedIn('e-2'), checkedIn('e-3')]);
      if (told) expect(told.happened).toBe(1);
      expect(result).toMatchObject({ kind: 'appended', receipt: { version: 3, ids: ['e-2', 'e-3'] } });
      expect(ids(await collect(log.readFamily(ada)))).toEqual(['e-1', 'e-2', 'e-3']);
    },
  );

  it('given an answer that is lost, when user, page and client send it again, then it is one fact with one receipt', async () => {
    const [one, other] = [open(), open()];
    server.plant({ method: 'append', phase: 'after' });
    const first = await one.append(ada, 0, [checkedIn('e-1')]);
    const again = await other.append(ada, 0, [checkedIn('e-1')]);
    const later = await one.append(ada, 'any', [checkedIn('e-1')]);
    for (const result of [first, again, later])
      expect(result).toMatchObject({ kind: 'appended', receipt: { version: 1, ids: ['e-1'] } });
    const positions = [first, again, later].map(
      (result) => result.kind === 'appended' && result.receipt.position,
    );
    expect(new Set(positions).size).toBe(1);
    expect(ids(await collect(one.readFamily(ada)))).toEqual(['e-1']);
  });

  it('given an answer that is lost and somebody else who writes meanwhile, then both are there, once', async () => {
    const [one, other] = [open(), open()];
    server.plant({ method: 'append', phase: 'after' });
    const results = await Promise.all([
      one.append(ada, 'any', [checkedIn('e-1')]),
      other.append(ada, 'any', [checkedIn('e-2')]),
    ]);
    expect(results.map(({ kind }) => kind)).toEqual(['appended', 'appended']);
    expect(ids(await collect(one.readFamily(ada))).sort()).toEqual(['e-1', 'e-2']);
  });

  it('given an answer that comes twice or slowly, then it counts once', async () => {
    const log = open();
    server.plant({ method: 'append', phase: 'twice' });
    server.plant({ method: 'append', phase: 'slow', ms: 300 });
    for (const index of range(3)) await log.append(ada, index, [checkedIn(`e-${index}`)]);
    expect(await log.version(ada)).toBe(3);
  });

  it('given a server that never answers, then it is told in time, and that the same may be sent again', async () => {
    const log = open();
    await log.append(ada, 0, [checkedIn('e-1')]);
    server.hold();
    await expect(log.append(ada, 1, [checkedIn('e-2')])).rejects.toMatchObject({
      name: 'LogUnavailable',
      trouble: 'unreachable',
      nextStep: 'Send the same again: it is written once. Look whether the cluster has a leader.',
    });
    server.letGo();
    expect(await log.append(ada, 1, [checkedIn('e-2')])).toMatchObject({
      kind: 'appended',
      receipt: { version: 2 },
    });
    expect(ids(await collect(log.readFamily(ada)))).toEqual(['e-1', 'e-2']);
  }, 40_000);

  it('given a server that is busy for a while, then it waits and writes', async () => {
    const log = open();
    server.plant({ method: 'append', phase: 'unavailable', times: 3 });
    server.plant({ method: 'append', phase: 'exhausted' });
    expect(await log.append(ada, 0, [checkedIn('e-1')])).toMatchObject({ kind: 'appended' });
    if (told) expect(told.happened).toBe(4);
  });

  it('given a server without the batch method, then it is the same', async ({ skip }) => {
    await serve(skip, { hasBatchAppend: false });
    const log = open();
    server.plant({ method: 'append', phase: 'after' });
    expect(await log.append(ada, 0, [checkedIn('e-1')])).toMatchObject({ kind: 'appended' });
    expect(await log.append(ada, 0, [checkedIn('e-2')])).toEqual({
      kind: 'conflict',
      expected: 0,
      actual: 1,
    });
  });

  it('given more than the server takes in one piece, then it is refused in words and nothing is written', async () => {
    const log = open();
    const long = 'x'.repeat(1_100_000);
    await expect(log.append(ada, 0, [checkedIn('e-1', { sealed: { text: long } })])).rejects.toMatchObject({
      trouble: 'too-large',
    });
    expect(await log.append(ada, 0, [checkedIn('e-2')])).toMatchObject({ receipt: { version: 1 } });
  });
});

describe('two nodes', () => {
  it('given both write to one family on the same version, then one wins and the other gets the conflict', async () => {
    const [one, other] = [open(), open()];
    for (const version of range(20)) {
      const results = await Promise.all([
        one.append(ada, version, [checkedIn(`one-${version}`)]),
        other.append(ada, version, [checkedIn(`other-${version}`)]),
      ]);
      expect(results.map(({ kind }) => kind).sort()).toEqual(['appended', 'conflict']);
      expect(results).toContainEqual({ kind: 'conflict', expected: version, actual: version + 1 });
    }
    expect(await one.version(ada)).toBe(20);
  });

  it('given both write facts that always stand, then all are there, once, with times that never go back', async () => {
    const [one, other] = [open(), open()];
    const seen = followed(one);
    await Promise.all(
      range(40).flatMap((index) => [
        one.append(ada, 'any', [checkedIn(`one-${index}`)]),
        other.append(ada, 'any', [checkedIn(`other-${index}`)]),
      ]),
    );
    const stored = await collect(one.readFamily(ada));
    expect(new Set(ids(stored)).size).toBe(80);
    const times = stored.map(({ record }) => record.recordedAt);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    await until(() => seen.seen.length === 80);
    expect(ids(seen.seen)).toEqual(ids(stored));
    expect(await verdictOf(one)).toMatchObject({ kind: 'sound', events: 80 });
  });
});

describe('reading', () => {
  it.each(['before', 'middle', 'unavailable'] as const)(
    'given a connection that is lost %s, then every event comes once, in order',
    async (phase) => {
      const log = open();
      await log.append(
        ada,
        0,
        range(50).map((index) => checkedIn(`e-${index}`)),
      );
      server.plant({ method: 'read', phase, events: 20, times: 2 });
      expect(ids(await collect(log.readAll(0)))).toEqual(range(50).map((index) => `e-${index}`));
      if (told) expect(told.happened).toBe(2);
    },
  );

  it('given a server that is gone, then reading says so, without user and password', async ({ skip }) => {
    const its = await serve(skip, { users: { waakvlam: 's3cr3t' } });
    const log = open();
    await its.kill();
    const failure = await collect(log.readAll(0)).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'LogUnavailable', trouble: 'unreachable' });
    expect(String(failure)).not.toContain('s3cr3t');
    await its.restart();
  }, 40_000);
});

describe('following', () => {
  it('given connections that are lost again and again, then nothing is missing or double, and freshness is told', async () => {
    const log = open();
    const { seen, states, last } = followed(log);
    await until(() => last() === 'live');
    for (const round of range(5)) {
      await log.append(
        ada,
        'any',
        range(10).map((index) => checkedIn(`e-${round}-${index}`)),
      );
      if (round % 2 === 0) server.cut();
      else server.plant({ method: 'subscribe', phase: 'middle', events: 4 });
    }
    await until(() => seen.length >= 50 && last() === 'live');
    expect(ids(seen)).toEqual(ids(await collect(log.readAll(0))));
    expect(states.some((state) => state.kind === 'behind' && state.why === 'dropped')).toBe(true);
  }, 40_000);

  it('given a subscription on which nothing comes although the connection stands, then it is found out and made again', async ({
    skip,
  }) => {
    if (!told) skip('a real server does not fall silent on one subscription alone');
    const log = open();
    server.plant({ method: 'subscribe', phase: 'stall', events: 2 });
    const { seen, states, last } = followed(log);
    await log.append(
      ada,
      0,
      range(5).map((index) => checkedIn(`e-${index}`)),
    );
    await until(() => states.some((state) => state.kind === 'behind' && state.why === 'stalled'));
    await until(() => seen.length === 5 && last() === 'live');
    expect(ids(seen)).toEqual(range(5).map((index) => `e-${index}`));
  }, 40_000);

  it('given silence because nothing happens, then it is live; given silence because nothing gets through, then it is not', async () => {
    const log = open();
    const { states, last } = followed(log);
    await until(() => last() === 'live');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(last()).toBe('live');
    const before = Date.now();
    server.hold();
    await until(() => last() === 'behind');
    const state = states.at(-1);
    expect(state?.kind === 'behind' && state.since).toBeLessThanOrEqual(Date.now());
    expect(state?.kind === 'behind' && state.since).toBeGreaterThan(before - 1000);
    server.letGo();
    await until(() => last() === 'live', 25_000);
  }, 60_000);

  it('given a server that is killed and comes back, then following goes on where it was', async ({
    skip,
  }) => {
    const its = told ?? skip('a real server cannot be killed by a test');
    const log = open();
    const { seen, last } = followed(log);
    await log.append(ada, 0, [checkedIn('e-1')]);
    await until(() => seen.length === 1);
    await its.kill();
    await until(() => last() === 'behind');
    await its.restart();
    await log.append(bo, 0, [checkedIn('b-1', { family: bo })]);
    await until(() => seen.length === 2 && last() === 'live');
    expect(ids(seen)).toEqual(['e-1', 'b-1']);
  }, 40_000);

  it('given a server that is away for longer than anybody asks for keys, then following goes on all the same', async ({
    skip,
  }) => {
    const its = told ?? skip('a real server cannot be killed by a test');
    const address = server.connection;
    const troubles: Error[] = [];
    const log = openKurrentLog({
      ...{ address, now, patience: { requestMs: 200, totalMs: 300 }, pulseMs: 100 },
      trouble: (error) => troubles.push(error),
    });
    logs.push(log);
    await log.keys.listen(0, {
      made: () => undefined,
      destroyed: () => undefined,
      nothingUntil: () => undefined,
    });
    const { seen, errors, last } = followed(log);
    await log.append(ada, 0, [checkedIn('e-1')]);
    await until(() => seen.length === 1);
    await its.kill();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect([errors, last()]).toEqual([[], 'behind']);
    await its.restart();
    await until(() => last() === 'live');
    await log.append(ada, 1, [checkedIn('e-2')]);
    await until(() => seen.length === 2);
    expect([ids(seen), errors, troubles]).toEqual([['e-1', 'e-2'], [], []]);
  }, 40_000);

  it('given a server that has lost what was seen already, then it never counts as live', async ({ skip }) => {
    const its = await serve(skip);
    const log = open();
    const { seen, last } = followed(log);
    await log.append(
      ada,
      0,
      range(9).map((index) => checkedIn(`e-${index}`)),
    );
    await until(() => seen.length === 9 && last() === 'live');
    await its.kill();
    await its.restart();
    await until(() => last() === 'behind');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(last()).toBe('behind');
  }, 40_000);

  it('given an event of somebody else in the stream of a family, then followers go no further, say so once, and live on', async () => {
    const troubles: string[] = [];
    const log = openKurrentLog({
      address: server.connection,
      now,
      patience,
      pulseMs: 100,
      trouble: (error) => troubles.push(error.message),
    });
    logs.push(log);
    const { seen, errors, last } = followed(log);
    await log.append(ada, 0, [checkedIn('e-1')]);
    await until(() => seen.length === 1 && last() === 'live');
    const client = KurrentDBClient.connectionString(server.connection);
    await client.appendToStream(
      `${server.prefix}family-${ada}`,
      jsonEvent({ type: 'MonitorCheckedIn', data: { worry: 0 } }),
    );
    await client.dispose();
    await log.append(bo, 0, [checkedIn('b-1', { family: bo })]);
    await until(() => last() === 'behind' && troubles.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(troubles).toEqual([
      `Event 1 of the stream ${server.prefix}family-${ada} was not written by Waakvlam. Find out who writes to this stream, and run \`waakvlam verify\`.`,
    ]);
    expect([ids(seen), errors, last()]).toEqual([['e-1'], [], 'behind']);
  });

  it('given a slow reader, then no more than a stretch is held for it', async () => {
    const log = open();
    for (const round of range(40))
      await log.append(
        ada,
        'any',
        range(100).map((index) => checkedIn(`e-${round}-${index}`)),
      );
    let taken = 0;
    for await (const stored of log.readAll(0)) {
      taken += stored.version > 0 ? 1 : 0;
      if (taken % 1000 === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(taken).toBe(4000);
  });
});

describe('a cluster', () => {
  it('given a leader that changes, then writing and following go on, and nothing is lost', async ({
    skip,
  }) => {
    const its = await serve(skip, { nodes: 3, file: join(folder, 'cluster.db') });
    const log = open();
    const { seen, last } = followed(log);
    for (const round of range(6)) {
      expect(await log.append(ada, round, [checkedIn(`e-${round}`)])).toMatchObject({ kind: 'appended' });
      its.changeLeader();
    }
    await until(() => seen.length === 6 && last() === 'live');
    expect(ids(seen)).toEqual(range(6).map((index) => `e-${index}`));
  }, 60_000);

  it('given gossip that still names the old leader, then the write finds the new one', async ({ skip }) => {
    const its = await serve(skip, { nodes: 3, file: join(folder, 'gossip.db') });
    const log = open();
    await log.append(ada, 0, [checkedIn('e-1')]);
    its.changeLeader(1500);
    expect(await log.append(ada, 1, [checkedIn('e-2')])).toMatchObject({
      kind: 'appended',
      receipt: { version: 2 },
    });
    expect(ids(await collect(log.readFamily(ada)))).toEqual(['e-1', 'e-2']);
  }, 40_000);
});

describe('who may', () => {
  it('given wrong credentials, then it is refused at once, in words, and nothing is written', async ({
    skip,
  }) => {
    await serve(skip, { users: { waakvlam: 'right' } });
    const log = open(server.connection.replace('right', 'wrong'));
    await expect(log.append(ada, 0, [checkedIn('e-1')])).rejects.toMatchObject({ trouble: 'denied' });
    const good = open();
    expect(await good.version(ada)).toBe(0);
  });

  it('given something that is no address, then it says how one looks', () => {
    expect(() => openKurrentLog({ address: 'kurrentdb://', now })).toThrow(
      'Write it like kurrentdb://user:password@host:2113?tls=true.',
    );
  });
});

async function verdictOf(log: KurrentLog): Promise<Verdict> {
  const walk = log.verify();
  for (;;) {
    const step = await walk.next();
    if (step.done === true) return step.value;
  }
}

describe('verify', () => {
  async function written(): Promise<KurrentLog> {
    const log = open();
    for (const index of range(4)) {
      await log.append(ada, 'any', [checkedIn(`a-${index}`), checkedIn(`a2-${index}`)]);
      await log.append(bo, 'any', [checkedIn(`b-${index}`, { family: bo })]);
    }
    return log;
  }

  it('given what nodes wrote, then it is sound, and the chain is the same for every reader', async () => {
    const log = await written();
    const verdict = await verdictOf(log);
    expect(verdict).toEqual({
      kind: 'sound',
      events: 12,
      chain: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(await verdictOf(open())).toEqual(verdict);
  });

  it('given an event that somebody wrote with other tools, then it is named', async () => {
    const log = await written();
    const client = KurrentDBClient.connectionString(server.connection);
    await client.appendToStream(
      `${server.prefix}family-${ada}`,
      jsonEvent({ type: 'MonitorCheckedIn', data: { worry: 0 } }),
    );
    await client.dispose();
    expect(await verdictOf(log)).toMatchObject({
      kind: 'damaged',
      what: expect.stringContaining('was not written by Waakvlam') as string,
    });
  });

  it('given a copy of an event of ours under another number, then the chain shows it', async ({ skip }) => {
    const its = told ?? skip('nobody writes past the client of a real server');
    const log = await written();
    const [row] = its.store.readStream(`family-${ada}`, 2, false, 1) ?? [];
    await its.store.append(`family-${ada}`, 'any', row ? [{ ...row, id: crypto.randomUUID() }] : []);
    expect(await verdictOf(log)).toMatchObject({ kind: 'damaged', what: 'the chain is broken' });
  });

  it('given a stream that was deleted, then the family is named', async () => {
    const log = await written();
    const client = KurrentDBClient.connectionString(server.connection);
    await client.deleteStream(`${server.prefix}family-${bo}`);
    await client.dispose();
    expect(await verdictOf(log)).toEqual({
      kind: 'damaged',
      position: null,
      what: `the stream of ${bo} ends at version 0, and it had 4`,
    });
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
