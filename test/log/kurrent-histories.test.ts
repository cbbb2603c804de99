import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import { copied } from '../../src/log/copy.ts';
import { openKurrentLog } from '../../src/log/kurrent.ts';
import type { KurrentOptions } from '../../src/log/kurrent.ts';
import { masterKey, openSharedVault } from '../../src/log/vault.ts';
import { startKurrentServer } from '../support/kurrent-server/server.ts';
import type { KurrentServer } from '../support/kurrent-server/server.ts';
import { followed, ids, until } from '../support/following.ts';
import { ada, bo, checkedIn, collect, range } from '../support/log-contract.ts';
import { temporary } from './data-folder.ts';

/** Histories in which a node could take what it has for everything there is, or say that it wrote what it did not. */

const now = () => Date.now() as Instant;
const patience = { requestMs: 1000, totalMs: 3000 };
let folder: string;
let closing: (() => unknown)[];

beforeEach(() => {
  folder = mkdtempSync(join(temporary, 'waakvlam-histories-'));
  closing = [];
});
afterEach(async () => {
  for (const step of closing.reverse()) await step();
  rmSync(folder, { recursive: true });
});

async function serve(options = {}): Promise<KurrentServer> {
  const server = await startKurrentServer(options);
  closing.push(() => server.stop());
  return server;
}

function open(address: string, more: Partial<KurrentOptions> = {}) {
  const log = openKurrentLog({ address, now, patience, pulseMs: 100, ...more });
  closing.push(() => log.close());
  return log;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it('given two nodes that write other content under one id at once, then the second is told that it is taken', async () => {
  const server = await serve();
  const [one, other] = [open(server.connection), open(server.connection)];
  await collect(other.readFamily(ada));
  expect(await one.append(ada, 'any', [checkedIn('e-1')])).toMatchObject({ kind: 'appended' });
  expect(await other.append(ada, 'any', [checkedIn('e-1', { source: 'document' })])).toEqual({
    kind: 'id-taken',
    id: 'e-1',
  });
  await other.append(ada, 'any', [checkedIn('e-2')]);
  const walk = one.verify();
  let step = await walk.next();
  while (step.done !== true) step = await walk.next();
  expect(step.value).toMatchObject({ kind: 'sound', events: 2 });
});

it('given an import that is earlier than what this node has just written, then it is refused', async () => {
  const server = await serve();
  const log = open(server.connection);
  await log.append(ada, 0, [checkedIn('e-1')]);
  const early = checkedIn('e-2', { recordedAt: '2026-03-03T08:59:59.000Z' });
  expect(await log.append(ada, 'any', [early])).toMatchObject({ kind: 'recorded-too-early', id: 'e-2' });
  expect(await log.version(ada)).toBe(1);
});

it('given a backup that was put back under a running node, then it is never live again, and its copy is not believed', async () => {
  const [first, second] = [join(folder, 'first.db'), join(folder, 'second.db')];
  const before = await startKurrentServer({ file: first });
  const port = Number(/:(\d+)\?/.exec(before.connection)?.[1]);
  const troubles: string[] = [];
  const inner = open(before.connection, { trouble: (error) => troubles.push(error.message) });
  const place = { folder: join(folder, 'copy'), place: 'here', trouble: () => undefined };
  const node = copied(inner, place);
  await collect(node.readAll(0));
  const { seen, last } = followed(node);
  await node.append(ada, 'any', [checkedIn('e-1')]);
  await until(() => seen.length === 1);
  await before.kill();
  for (const end of ['', '-wal', '-shm'])
    if (existsSync(`${first}${end}`)) cpSync(`${first}${end}`, `${second}${end}`);
  await before.restart();
  await node.append(ada, 'any', [checkedIn('e-2'), checkedIn('e-3')]);
  await until(() => seen.length === 3 && last() === 'live');
  await before.stop();
  const after = await serve({ file: second, port });
  const writer = open(after.connection);
  for (const index of range(6)) await writer.append(bo, 'any', [checkedIn(`n-${index}`, { family: bo })]);
  await until(() => last() === 'behind' && troubles.length > 0);
  await pause(1500);
  expect([last(), ids(seen)]).toEqual(['behind', ['e-1', 'e-2', 'e-3']]);
  await node.close();
  const again = copied(open(after.connection), place);
  expect(ids(await collect(again.readAll(0)))).toEqual(['e-1', ...range(6).map((index) => `n-${index}`)]);
  await again.close();
}, 60_000);

it('given a subscription that breaks in the middle of a command while nobody answers reads, then nothing is left out', async () => {
  const server = await serve();
  const writer = open(server.connection);
  await writer.append(
    ada,
    'any',
    range(5).map((index) => checkedIn(`e-${index}`)),
  );
  const foreign = () => ({
    id: crypto.randomUUID(),
    type: 'foreign',
    contentType: 'application/json',
    data: Buffer.from('{}'),
    metadata: Buffer.from('{}'),
  });
  await server.store.append('other', 'any', range(1021).map(foreign));
  const log = open(server.connection, { patience: { requestMs: 500, totalMs: 500 } });
  server.plant({ method: 'subscribe', phase: 'stall', events: 2 });
  const { seen, states, last } = followed(log);
  await until(() => seen.length === 2);
  await until(() => states.some((state) => state.kind === 'behind' && state.why === 'stalled'));
  server.plant({ method: 'read', phase: 'unavailable', times: 100_000 });
  await pause(2500);
  server.clearFaults();
  await writer.append(bo, 'any', [checkedIn('b-1', { family: bo })]);
  await writer.append(ada, 'any', [checkedIn('e-9')]);
  await until(() => seen.length === 7 && last() === 'live', 25_000);
  expect(ids(seen)).toEqual(['e-0', 'e-1', 'e-2', 'e-3', 'e-4', 'b-1', 'e-9']);
}, 60_000);

it('given a machine whose clock is ten minutes behind, then it is not live: it would answer without the newest facts', async () => {
  const server = await serve();
  const troubles: string[] = [];
  const log = open(server.connection, {
    now: () => (Date.now() - 600_000) as Instant,
    trouble: (error) => troubles.push(error.message),
  });
  const { seen, last } = followed(log);
  await until(() => last() === 'live');
  await open(server.connection).append(ada, 0, [checkedIn('e-1')]);
  await until(() => seen.length === 1 && last() === 'behind');
  expect(troubles).toEqual([expect.stringContaining('Set the clock.') as string]);
});

it('given a key that was destroyed while a node was off, then its old copy does not bring it back', async () => {
  const server = await serve();
  const key = masterKey('', '11'.repeat(32));
  const vaultAt = async (name: string) => {
    const vault = await openSharedVault(
      { folder: join(folder, name), masterKey: key },
      open(server.connection).keys,
    );
    closing.push(() => {
      vault.close();
    });
    return vault;
  };
  const one = await vaultAt('one');
  const sealed = await one.seal(checkedIn('e-1', { sealed: { 'person:ada': 'Ada' } }));
  const off = join(folder, 'off');
  const { keys } = open(server.connection);
  // The first start breaks off when its keys are there and its place is not yet kept.
  const breaking = { ...keys, place: () => Promise.reject(new Error('gone')) };
  await expect(openSharedVault({ folder: off, masterKey: key }, breaking)).rejects.toThrow('gone');
  expect(await one.destroy(one.keysOf(ada))).toBe(1);
  const back = await vaultAt('off');
  const fresh = await vaultAt('fresh');
  expect([back, fresh].map((vault) => vault.open(sealed as never).sealed)).toEqual([{}, {}]);
});
