import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NEVER, Subject } from 'rxjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Change } from '../../src/read/views.ts';
import { live } from '../../src/web/live.ts';
import { record, serve, signal } from './server.ts';
import type { Served } from './server.ts';

/** What changes is told as it happens, and to who was away first of all. */

interface Message {
  readonly id: string;
  readonly event: string;
  readonly data: { cause?: string; families?: string[]; all?: boolean };
}

interface Listening {
  next(): Promise<Message>;
  readonly ended: Promise<void>;
  stop(): void;
}

let served: Served;
beforeAll(async () => {
  served = await serve();
  await record(served, 'ada');
});
afterAll(() => served.close());

function listen(given: Readonly<Record<string, string>> = {}, to = served): Promise<Listening> {
  const headers = { cookie: to.cookie, ...given };
  return new Promise((resolve, reject) => {
    const request = get(`${to.address}/api/live`, { headers, agent: false }, (response) => {
      const told: Message[] = [];
      const waiting: ((message: Message) => void)[] = [];
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        // How new the answers are stands in a test of its own (freshness-live.test.ts).
        for (const block of blocks.filter((each) => !/^(:|event: freshness\n)/.test(each))) {
          const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
          const message = {
            id: field('id'),
            event: field('event'),
            data: JSON.parse(field('data')) as Message['data'],
          };
          const first = waiting.shift();
          if (first) first(message);
          else told.push(message);
        }
      });
      response.on('error', () => undefined);
      const ended = new Promise<void>((done) => response.on('close', done));
      resolve({
        next: () =>
          new Promise((done) => {
            const first = told.shift();
            if (first) done(first);
            else waiting.push(done);
          }),
        ended,
        stop: () => request.destroy(),
      });
    });
    request.on('error', reject);
  });
}

const ring = (family: string, id: string) =>
  served.post(`/api/families/${family}/events`, signal(family, 'orange', { id }));

it('tells which family has other answers, with a mark of time as id', async () => {
  const listening = await listen();
  const first = await listening.next();
  expect(first.event).toBe('listening');
  await ring('ada', 'live-1');
  const change = await listening.next();
  expect(change).toMatchObject({
    event: 'change',
    data: { cause: 'recorded', families: ['ada'], all: false },
  });
  expect(Number(change.id)).toBeGreaterThan(Number(first.id));
  expect(Object.keys(change.data).sort()).toEqual(['all', 'at', 'cause', 'families']);
  listening.stop();
});

it('tells who comes back first what changed since, without a gap', async () => {
  const listening = await listen();
  const { id } = await listening.next();
  listening.stop();
  await record(served, 'bo');
  await ring('ada', 'live-2');
  const again = await listen({ 'last-event-id': id });
  expect(await again.next()).toMatchObject({
    data: { families: ['ada', 'bo'], cause: 'recorded', all: expect.any(Boolean) as boolean },
  });
  await ring('bo', 'live-3');
  expect((await again.next()).data.families).toEqual(['bo']);
  again.stop();
});

it('says after a restart that time may have changed any answer meanwhile', async () => {
  const before = Date.now();
  await served.restart();
  const listening = await listen({ 'last-event-id': String(before - 1) });
  expect((await listening.next()).data).toMatchObject({ families: [], all: true });
  listening.stop();
});

it('names the header that is no mark', async () => {
  const told = await served.ask('GET', '/api/live', { headers: { 'last-event-id': 'x' } });
  expect([told.status, told.json['path']]).toEqual([400, 'Last-Event-ID']);
});

it('ends every stream when the server stops', async () => {
  const other = await serve();
  const listening = await listen();
  await listening.next();
  await other.close();
  const stopping = served.restart();
  await listening.ended;
  await stopping;
});

it('keeps no more than the latest for a client that does not read', async () => {
  const changes = new Subject<Change>();
  let position = 0;
  let clock = 0;
  const now = () => clock as Instant;
  const stream = live({ freshness: NEVER, changes, now });
  let unsent = () => 0;
  const server = createServer((_request, response) => {
    unsent = () => response.writableLength;
    stream.listen(response, null, { mayHear: () => true });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const last = new Promise<string>((resolve) => {
    get({ port, agent: false }, (response) => {
      response.pause();
      void flood().then(() => {
        let text = '';
        response.on('data', (part: Buffer) => {
          text = `${text}${part.toString()}`.slice(-40_000);
          if (text.includes(`id: ${clock + 1}\n`) && text.endsWith('\n\n')) resolve(text);
        });
        response.resume();
      });
    });
  });
  async function flood(): Promise<void> {
    for (let round = 0; round < 2000; round += 1) {
      position += 1;
      clock += 10;
      const families = Array.from({ length: 500 }, (_, index) => `family-${round}-${index}` as FamilyId);
      changes.next({ position, at: now(), families, cause: 'recorded' });
      if (round % 50 === 0) await new Promise((done) => setImmediate(done));
    }
    expect(unsent()).toBeLessThan(100_000);
  }
  expect((await last).split('data: ').at(-1)).toMatch(/"all":true/);
  stream.close();
  await new Promise((done) => server.close(done));
});
