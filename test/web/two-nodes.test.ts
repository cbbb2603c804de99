import { readdirSync, rmSync } from 'node:fs';
import { get, request } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FamilyId } from '../../src/domain/ids.ts';
import { openEngine } from '../../src/log/engine.ts';
import type { Vault } from '../../src/log/vault.ts';
import { startKurrentServer } from '../support/kurrent-server/server.ts';
import type { KurrentServer } from '../support/kurrent-server/server.ts';
import { cutLine } from './behind.ts';
import { writePeople } from './people.ts';
import { opened, send } from './record/send.ts';
import { fact, record, serve, signal } from './server.ts';
import type { Asker, Served, Told } from './server.ts';

/** Two whole Waakvlam servers write to the same families. */

const masterKey = '7'.repeat(64);
/** Between the log and the answers of the second node. */
const line = cutLine();
let server: KurrentServer;
let [a, b]: Served[] = [];
let vault: Vault;

beforeAll(async () => {
  server = await startKurrentServer();
  const settings = { log: server.connection, masterKey };
  a = await serve(settings, undefined, async (options) => {
    const engine = await openEngine(options);
    ({ vault } = engine);
    return engine;
  });
  b = await serve(settings, undefined, line.open);
}, 60_000);
afterEach(() => {
  line.mend();
  server.letGo();
  server.clearFaults();
});
afterAll(async () => {
  await a?.close();
  await b?.close();
  await server.stop();
});

function both(): readonly [Served, Served] {
  if (!a || !b) throw new Error('not started');
  return [a, b];
}

/** A family that both nodes know, with seven events. */
async function known(family: string): Promise<readonly [Served, Served]> {
  const [first, second] = both();
  const told = await record(first, family);
  expect(told.status).toBe(201);
  expect((await second.get(`/api/families/${family}/status?after=${positionIn(told)}`)).status).toBe(200);
  return [first, second];
}

const write = (served: Served, family: string, id: string, version: number) =>
  served.post(`/api/families/${family}/events`, signal(family, 'green', { id }), {
    'if-match': `"${version}"`,
  });

/** What was recorded of a family, as a node tells it. */
async function ids(served: Served, family: string, after: number): Promise<string[]> {
  const { text } = await served.get(`/families/${family}/timeline?after=${after}`);
  return [...text.matchAll(/ id="e-([^"]+)"/g)].map(([, id = '']) => id).sort();
}

const positionIn = (told: Told) => Number(told.json['position']);

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('programs that write to one family at once', () => {
  it('given the same version, then one wins, the other is shown what changed, and nothing is lost', async () => {
    const family = 'at-once';
    const nodes = await known(family);
    let last = 0;
    const kept = ['one', 'two', 'three', 'four', 'five'];
    for (const [index, name] of kept.entries()) {
      const version = 7 + 2 * index;
      const told = await Promise.all(
        nodes.map((node, place) => write(node, family, `${name}-${place}`, version)),
      );
      expect(told.map(({ status }) => status).sort()).toEqual([201, 412]);
      const winner = told.findIndex(({ status }) => status === 201);
      const loser = 1 - winner;
      expect(told[loser]?.json).toMatchObject({
        reason: 'conflict',
        expected: version,
        actual: version + 1,
        newer: [{ version: version + 1, id: `${name}-${winner}`, type: 'RelapseSignalObserved' }],
      });
      const again = await write(nodes[loser] as Served, family, `${name}-${loser}`, version + 1);
      expect(again.status).toBe(201);
      last = positionIn(again);
      await nodes[winner]?.get(`/api/families/${family}/status?after=${last}`);
    }
    const [here, there] = await Promise.all(nodes.map((node) => ids(node, family, last)));
    expect(here).toEqual(there);
    for (const name of kept) expect(here).toEqual(expect.arrayContaining([`${name}-0`, `${name}-1`]));
  });

  it('given that what the other node wrote has not arrived yet, then the conflict waits for it', async () => {
    const family = 'waits';
    const [first, second] = await known(family);
    line.hold();
    expect((await write(first, family, 'late-1', 7)).status).toBe(201);
    const answer = write(second, family, 'late-2', 7);
    await later(300);
    line.mend();
    const told = await answer;
    expect([told.status, told.json['newer'], told.json['missing']]).toEqual([
      412,
      [{ version: 8, id: 'late-1', type: 'RelapseSignalObserved' }],
      undefined,
    ]);
  });

  it('given that it does not arrive, then the conflict says how much cannot be shown', async () => {
    const family = 'missing';
    const [first, second] = await known(family);
    line.cut('2026-03-05T13:02:00.000Z');
    await write(first, family, 'unseen-1', 7);
    await write(first, family, 'unseen-2', 8);
    const told = await write(second, family, 'unseen-3', 7);
    expect([told.status, told.headers['retry-after'], told.json]).toMatchObject([
      412,
      '1',
      {
        expected: 7,
        actual: 9,
        newer: [],
        missing: 2,
        detail: '2 of the newer events cannot be shown here yet.',
      },
    ]);
  });
});

it('given a key that was used on one node, when it comes on the other with fewer events before these have arrived, then it is refused', async () => {
  const family = 'fewer';
  const [first, second] = await known(family);
  const path = `/api/families/${family}/events`;
  const events = [signal(family, 'green'), signal(family, 'orange')];
  const headers = { 'idempotency-key': 'fewer-1' };
  line.hold();
  expect((await first.post(path, { events }, headers)).status).toBe(201);
  const told = await second.post(path, { events: events.slice(0, 1) }, headers);
  expect([told.status, told.json['reason']]).toEqual([422, 'key-reused']);
});

it('given many who write to one family on both nodes at once and expect nothing, then all of it is recorded, once, and both nodes tell the same', async () => {
  const family = 'many';
  const nodes = await known(family);
  const told = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      (nodes[index % 2] as Served).post(
        `/api/families/${family}/events`,
        signal(family, 'green', { id: `many-${index}` }),
      ),
    ),
  );
  expect(told.map(({ status }) => status)).toEqual(told.map(() => 201));
  const last = Math.max(...told.map(positionIn));
  const [here, there] = await Promise.all(nodes.map((node) => ids(node, family, last)));
  expect(here).toHaveLength(67);
  expect(here).toEqual(there);
});

it('given somebody who listens on one node, when another node records, then that family is told', async () => {
  const family = 'listened';
  const [first, second] = await known(family);
  const text = await new Promise<string>((resolve, reject) => {
    let heard = '';
    const asked = get(`${second.address}/api/live`, { headers: { cookie: second.cookie }, agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      response.on('data', (part: Buffer) => {
        if (heard === '') void write(first, family, 'heard', 7);
        heard += part.toString();
        if (!heard.includes('event: change')) return;
        asked.destroy();
        resolve(heard);
      });
      response.on('error', () => undefined);
    });
  });
  expect(text).toContain(`"families":["${family}"]`);
});

describe('people who record about one family at once', () => {
  const ended = (family: string) => `/families/${family}/record/agreement-ended`;
  const said = { agreement: 'a1', reason: 'achieved', source: 'observed', text: 'Het gaat goed.' };

  it('given a form that was opened before a colleague recorded on the other node, then the page shows what, keeps what was typed, and records it when sent again', async () => {
    const family = 'form';
    const [first, second] = await known(family);
    const values = { ...opened(await second.get(ended(family))), ...said };
    line.hold();
    expect((await write(first, family, 'meanwhile', 7)).status).toBe(201);
    const answer = send(ended(family), values, second);
    await later(300);
    line.mend();
    const told = await answer;
    expect(told.status).toBe(409);
    expect(told.text).toContain('Intussen is er iets anders vastgelegd');
    expect(told.text).toContain('#e-meanwhile');
    expect(told.text).toContain('Toch vastleggen');
    expect(opened(told)).toMatchObject({ agreement: ['a1'], reason: ['achieved'], text: ['Het gaat goed.'] });
    const sent = await send(ended(family), opened(told), second);
    expect(sent.status).toBe(303);
    const after = Number(/after=(\d+)/.exec(String(sent.headers['location']))?.[1]);
    expect(await ids(first, family, after)).toHaveLength(9);
  });

  it('given that it cannot be shown yet, then the page says so, and nobody records it unseen', async () => {
    const family = 'form-behind';
    const [first, second] = await known(family);
    const values = { ...opened(await second.get(ended(family))), ...said };
    line.cut('2026-03-05T13:02:00.000Z');
    await write(first, family, 'unseen', 7);
    const told = await send(ended(family), values, second);
    expect(told.status).toBe(409);
    expect(told.text).toContain('Wat erbij kwam, is hier nog niet allemaal te zien.');
    expect(told.text).not.toContain('Toch vastleggen');
    expect(opened(told)).toMatchObject({ text: ['Het gaat goed.'] });
    line.mend();
    const shown = await send(ended(family), opened(told), second);
    expect([shown.status, shown.text.includes('#e-unseen')]).toEqual([409, true]);
    expect((await send(ended(family), opened(shown), second)).status).toBe(303);
  });

  it('given a decision that was being written, then the page shows what came meanwhile or that it cannot, and keeps the decision', async () => {
    const family = 'decide';
    const [first, second] = await known(family);
    const path = `/families/${family}/decide`;
    const values = {
      ...opened(await second.get(path)),
      person: 'family',
      status: 'unknown',
      judges: 'party:team',
      reasons: 'Wij weten het nog niet.',
    };
    line.cut('2026-03-05T13:02:00.000Z');
    await write(first, family, 'news', 7);
    const told = await send(path, values, second);
    expect(told.status).toBe(409);
    expect(told.text).toContain('Wat nieuw is, is hier nog niet allemaal te zien.');
    expect(opened(told)).toMatchObject({ reasons: ['Wij weten het nog niet.'], version: ['7'] });
    line.mend();
    const shown = await send(path, { ...values, ...opened(told) }, second);
    expect([shown.status, shown.text.includes('/facts/news')]).toEqual([409, true]);
    expect((await send(path, { ...values, ...opened(shown) }, second)).status).toBe(303);
  });
});

it('given an answer that the server, the node and the network lose, when it is sent again on either node, then it is one fact with one receipt', async () => {
  const family = 'lost';
  const [first, second] = await known(family);
  const body = signal(family, 'orange');
  const headers = { 'idempotency-key': 'lost-1' };
  server.plant({ method: 'append', phase: 'after' });
  const happened = server.happened;
  const { hostname, port } = new URL(first.address);
  const sent = request({
    ...{ hostname, port, method: 'POST', path: `/api/families/${family}/events`, agent: false },
    headers: { 'content-type': 'application/json', cookie: first.cookie, ...headers },
  });
  sent.on('error', () => undefined);
  sent.end(JSON.stringify(body));
  await expect.poll(() => server.happened, { timeout: 5000 }).toBe(happened + 1);
  await expect.poll(() => server.store.readStream(`family-${family}`, 0, false, 100)?.length).toBe(8);
  sent.destroy();
  const path = `/api/families/${family}/events`;
  const told = [
    await second.post(path, body, headers),
    await first.post(path, body, headers),
    await second.post(path, body, headers),
  ];
  const [receipt] = told.map(({ json }) => json);
  expect(receipt).toMatchObject({ family, version: 8, repeated: true });
  for (const { status, json } of told) expect([status, json]).toEqual([200, receipt]);
  expect(await ids(first, family, Number(receipt?.['position']))).toHaveLength(8);
});

describe('names and texts', () => {
  const family = 'names';
  const people = { 'person:ada': 'Ada de Zwaan', 'person:father': 'Bert de Zwaan' };
  const joined = (person: keyof typeof people) =>
    fact(
      family,
      'PersonJoined',
      { person, role: person === 'person:ada' ? 'child' : 'parent', household: 'home' },
      { sealed: { [person]: people[person], text: `Woont er: ${person}.` } },
    );
  const shownBy = async (node: Asker, after = 0) =>
    (await node.get(`/families/${family}/timeline?after=${after}`)).text;

  it('given names that were recorded on one node, then the other reads them at once, and so does a node whose folder is empty or was deleted; destroyed on one, they are gone on all', async () => {
    const [first, second] = both();
    const told = await first.post(`/api/families/${family}/events`, {
      events: [joined('person:ada'), joined('person:father')].map((event, index) => ({
        ...event,
        id: `joined-${index}`,
      })),
    });
    expect(told.status).toBe(201);
    const after = positionIn(told);
    const read = async (node: Asker) => {
      for (const name of Object.values(people)) expect(await shownBy(node, after)).toContain(name);
      expect((await node.get(`/families/${family}/facts/joined-0`)).text).toContain('Woont er: person:ada.');
    };
    for (const node of [first, second]) await read(node);

    const third = await serve({ log: server.connection, masterKey });
    try {
      await read(third);
      await third.restart((folder) => {
        for (const file of readdirSync(folder)) rmSync(join(folder, file), { recursive: true });
        writePeople(folder);
      });
      const again = await third.as('tester');
      await read(again);
      const names = vault.keysOf(FamilyId.parse(family)).filter((name) => name.endsWith('/person:father'));
      expect(await vault.destroy(names)).toBe(1);
      for (const node of [first, second, again]) {
        await expect.poll(() => shownBy(node)).not.toContain('Bert de Zwaan');
        expect(await shownBy(node)).toContain('Ada de Zwaan');
      }
    } finally {
      await third.close();
    }
  });

  it('given a node with another master key, then it is refused in words', async () => {
    await expect(serve({ log: server.connection, masterKey: '8'.repeat(64) })).rejects.toThrow(
      'WAAKVLAM_MASTER_KEY does not open the keys that the nodes of this log share. Set it to the same key on every node.',
    );
    await expect(serve({ log: server.connection })).rejects.toThrow(
      'Nodes that share a log must share WAAKVLAM_MASTER_KEY, and it is left out. Set it to the same key on every node.',
    );
  });
});

it('given a connection that is held, then the node is not ready and pages say as of when they are, and both are live again once it is let go', async () => {
  const family = 'held';
  const [first] = await known(family);
  const ready = async () => (await first.asNobody.get('/ready')).status;
  const page = async () => (await first.get(`/families/${family}`)).text;
  const notice = 'Wat daarna is vastgelegd, staat hier misschien nog niet.';
  await expect.poll(ready, { timeout: 10_000 }).toBe(200);
  expect(await page()).not.toContain(notice);
  server.hold();
  await expect.poll(ready, { timeout: 30_000 }).toBe(503);
  expect((await first.asNobody.get('/ready')).json).toMatchObject({ status: 'behind' });
  const text = await page();
  expect(text).toContain(notice);
  expect(text).toMatch(/<strong>Stand van [^<]+<\/strong>/);
  server.letGo();
  await expect.poll(ready, { timeout: 30_000 }).toBe(200);
  expect(await page()).not.toContain(notice);
}, 90_000);
