import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentOf } from '../../src/log/codec.ts';
import { copied } from '../../src/log/copy.ts';
import type { EventLog, Stored } from '../../src/log/log.ts';
import { openKurrentLog } from '../../src/log/kurrent.ts';
import type { KurrentServer } from '../support/kurrent-server/server.ts';
import { startKurrentServer } from '../support/kurrent-server/server.ts';
import { ada, bo, checkedIn, collect, range } from '../support/log-contract.ts';
import { now, temporary } from './data-folder.ts';

/** A node that starts again reads only what is new over the network, and never believes a copy of something else. */

let folder: string;
let server: KurrentServer;
let troubles: string[];
const opened: EventLog[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(temporary, 'waakvlam-copy-'));
  server = await startKurrentServer({ now });
  troubles = [];
});
afterEach(async () => {
  for (const log of opened.splice(0)) await log.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** The log with its copy, and how many events came from the server. */
function open(address = server.connection, place = 'here') {
  const inner = openKurrentLog({ address, now, pulseMs: 100 });
  const asked = { events: 0 };
  async function* counted(after: number): AsyncGenerator<Stored> {
    for await (const stored of inner.readAll(after)) {
      asked.events += 1;
      yield stored;
    }
  }
  const trouble = (error: Error) => troubles.push(error.message);
  const log = copied({ ...inner, readAll: counted }, { folder, place, trouble });
  opened.push(log);
  return { log, asked };
}

const text = async (log: EventLog) => (await collect(log.readAll(0))).map(contentOf).join('');

async function fill(log: EventLog, from: number, count: number): Promise<void> {
  for (const index of range(count)) {
    const family = index % 3 === 0 ? bo : ada;
    await log.append(family, 'any', [
      checkedIn(`e-${from + index}`, { family, sealed: { text: `dicht ${index}` } }),
      checkedIn(`f-${from + index}`, { family }),
    ]);
  }
}

it('given a second start, then only the tail comes from the server, and it is the same log', async () => {
  const first = open();
  await fill(first.log, 0, 30);
  const before = await text(first.log);
  expect(first.asked.events).toBe(60);
  await first.log.close();
  const second = open();
  expect(await text(second.log)).toBe(before);
  // The last one is asked for to know the log again.
  expect(second.asked.events).toBe(1);
  await fill(second.log, 100, 2);
  await second.log.close();
  const third = open();
  const straight = openKurrentLog({ address: server.connection, now });
  opened.push(straight);
  expect(await text(third.log)).toBe(await text(straight));
  expect(third.asked.events).toBe(1 + 4);
  expect(troubles).toEqual([]);
});

it('given what came by while it was followed, then the next start has it', async () => {
  const first = open();
  await fill(first.log, 0, 3);
  await text(first.log);
  const seen: Stored[] = [];
  first.log.follow(await first.log.head()).subscribe((stored) => seen.push(stored));
  await fill(first.log, 10, 3);
  while (seen.length < 6) await new Promise((resolve) => setTimeout(resolve, 5));
  await first.log.close();
  const second = open();
  expect((await collect(second.log.readAll(0))).length).toBe(12);
  expect(second.asked.events).toBe(1);
});

it('given another log at the same place, or one that was put back, then the copy is forgotten', async () => {
  const first = open();
  await fill(first.log, 0, 10);
  await text(first.log);
  await first.log.close();
  const other = await startKurrentServer({ now });
  const second = open(other.connection);
  await fill(second.log, 50, 4);
  expect((await collect(second.log.readAll(0))).map(({ record }) => record.id as string)).toEqual(
    range(4).flatMap((index) => [`e-${50 + index}`, `f-${50 + index}`]),
  );
  await second.log.close();
  const third = open(other.connection);
  expect((await collect(third.log.readAll(0))).length).toBe(8);
  expect(third.asked.events).toBe(1);
  await third.log.close();
  await other.stop();
});

it('given a copy for another place, then it is made anew', async () => {
  const first = open();
  await fill(first.log, 0, 5);
  await text(first.log);
  await first.log.close();
  const second = open(server.connection, 'there');
  expect((await collect(second.log.readAll(0))).length).toBe(10);
  expect(second.asked.events).toBe(10);
});

it('given a row that was changed on disk, then everything from it on comes from the server', async () => {
  const first = open();
  await fill(first.log, 0, 20);
  const before = await text(first.log);
  await first.log.close();
  const db = new DatabaseSync(join(folder, 'copy.db'));
  db.exec(`UPDATE events SET body = replace(body, '"worry":0', '"worry":3') WHERE id = 'e-9'`);
  db.close();
  const second = open();
  expect(await text(second.log)).toBe(before);
  expect(second.asked.events).toBe(1 + 40 - 18);
});

it('given a file that is no database, or bytes that changed anywhere, then the log is read all the same', async () => {
  const first = open();
  await fill(first.log, 0, 20);
  const before = await text(first.log);
  await first.log.close();
  const path = join(folder, 'copy.db');
  const bytes = readFileSync(path);
  for (let at = 0; at < bytes.length; at += 997) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] as number) ^ 4;
    writeFileSync(path, changed);
    const again = open();
    expect(await text(again.log)).toBe(before);
    await again.log.close();
  }
  writeFileSync(path, 'no database at all');
  const last = open();
  expect(await text(last.log)).toBe(before);
}, 60_000);
