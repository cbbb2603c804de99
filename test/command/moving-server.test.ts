import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonEvent } from '@kurrent/kurrentdb-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { openEngine } from '../../src/log/engine.ts';
import { openKurrentLog } from '../../src/log/kurrent.ts';
import { openReader } from '../../src/log/sqlite.ts';
import { certificateIn } from '../support/certificate.ts';
import { killedWhen, waakvlam } from '../support/command.ts';
import { startKurrentServer } from '../support/kurrent-server/server.ts';
import type { KurrentServer } from '../support/kurrent-server/server.ts';
import { ada, checkedIn } from '../support/log-contract.ts';
import { linesOf, movingGround, openedEvents, perFamily, writeEvents } from '../support/moving.ts';
import type { MovingGround } from '../support/moving.ts';

/** From one machine to a server and back, with the real command. Set to its address, a real server is used. */
const real = process.env['WAAKVLAM_TEST_KURRENTDB'];

let ground: MovingGround;
let here: string;
let server: KurrentServer | undefined;
let events: Record<string, string[]>;
/** The servers that nodes share are opened with a key that is given. */
let settings: { readonly WAAKVLAM_MASTER_KEY: string };

beforeAll(async () => {
  server = real === undefined ? await startKurrentServer() : undefined;
  ground = await movingGround(8);
  here = ground.path('here');
  expect(await waakvlam(['import', ground.region, '--data', here])).toMatchObject({ code: 0 });
  settings = { WAAKVLAM_MASTER_KEY: readFileSync(join(here, 'master.key'), 'utf8').trim() };
  events = await openedEvents(ground, ['--data', here]);
}, 60_000);
afterAll(async () => {
  await server?.stop();
  ground.clear();
});

/** A part of the server that nobody else uses. */
function freshAddress(on = server?.connection ?? real ?? ''): string {
  const prefix = `moving-${process.pid}-${(prefixes += 1)}-`;
  return `${on}${on.includes('?') ? '&' : '?'}streamPrefix=${prefix}`;
}
let prefixes = Date.now();

const told = (text: string) =>
  text.replace(/ in (\d+ min \d+|\d+[.]\d) s\b/g, ' in TIME').replace(/waakvlam: /g, '');
const same = () =>
  `the same in both: ${ground.events} events of 8 families in their order, and 80 statuses; compared in TIME\n`;
const moved = (written: number, before: number) =>
  `${written} written, ${before} stored before, 0 rejected, in TIME\n`;

async function storedAt(address: string): Promise<number> {
  const log = openKurrentLog({ address, now });
  try {
    let count = 0;
    for await (const _ of log.readAll(0)) count += 1;
    return count;
  } finally {
    await log.close();
  }
}

async function storedIn(folder: string): Promise<number> {
  if (!existsSync(join(folder, 'events.db'))) return 0;
  try {
    const reader = openReader(folder);
    const head = await reader.head();
    await reader.close();
    return head;
  } catch {
    // It is just being made.
    return 0;
  }
}

const now = () => Date.now() as Instant;

describe('a store that moves to a server', () => {
  it('given the way there and back, then every event, time, order and name is the same', async () => {
    const address = freshAddress();
    const there = await waakvlam(['import', here, '--log', address, '--data', here]);
    expect([there.code, told(there.stderr)]).toEqual([0, moved(ground.events, 0) + same()]);
    const again = await waakvlam(['import', here, '--log', address, '--data', here]);
    expect([again.code, told(again.stderr)]).toEqual([0, moved(0, ground.events) + same()]);
    const back = ground.path('back');
    const returned = await waakvlam(['import', address, '--data', back], '', settings);
    expect([returned.code, told(returned.stderr)]).toEqual([0, moved(ground.events, 0) + same()]);
    expect(await openedEvents(ground, ['--data', back], settings)).toEqual(events);
    for (const place of [['--log', address], []])
      expect(await waakvlam(['verify', '--data', back, ...place])).toMatchObject({ code: 0 });
  });

  it('given nodes that start on the server then, with the folder and with an empty one, then names open on both', async () => {
    const address = freshAddress();
    await waakvlam(['import', here, '--log', address, '--data', here]);
    const named = JSON.parse(
      linesOf(ground.region).find((line) => line.includes('"sealed":')) ?? '',
    ) as PlanEvent;
    cpSync(here, ground.path('old-node'), { recursive: true });
    for (const node of ['old-node', 'new-node']) {
      const engine = await openEngine({
        address,
        folder: ground.path(node),
        now,
        masterKey: settings.WAAKVLAM_MASTER_KEY,
      });
      for await (const { record } of engine.log.readFamily(named.family))
        if (record.id === named.id) expect([node, engine.vault.open(record.event)]).toEqual([node, named]);
      await engine.close();
    }
    expect.assertions(2);
  });

  it('given a node that goes to another server with its folder, then its keys are there for the others', async () => {
    const open = (address: string, node: string) =>
      openEngine({ address, folder: ground.path(node), now, masterKey: settings.WAAKVLAM_MASTER_KEY });
    const [one, other] = [freshAddress(), freshAddress()];
    const named = (id: string) => checkedIn(id, { sealed: { 'person:ada': 'Ada' } });
    const before = await open(one, 'wanders');
    await before.log.append(ada, 0, [await before.vault.seal(named('e-1'))]);
    await before.close();
    expect(await storedAt(one)).toBe(1);
    await (await open(one, 'wanders')).close();
    const after = await open(other, 'wanders');
    await after.log.append(ada, 0, [await after.vault.seal(named('e-2'))]);
    await after.close();
    const second = await open(other, 'second');
    for await (const { record } of second.log.readFamily(ada))
      expect(second.vault.open(record.event).sealed).toEqual({ 'person:ada': 'Ada' });
    await second.close();
    expect.assertions(2);
  });

  it('given a file, then it is taken in, and compared, and a second time found there', async () => {
    const address = freshAddress();
    const place = ['--log', address, '--data', ground.path('node')];
    const first = await waakvlam(['import', ground.region, ...place], '', settings);
    expect([first.code, told(first.stderr)]).toEqual([
      0,
      `${ground.events} written, 0 stored before, 0 ignored, 0 rejected\n${same()}`,
    ]);
    const second = await waakvlam(['import', ground.region, ...place], '', settings);
    expect([second.code, told(second.stderr)]).toEqual([
      0,
      `0 written, ${ground.events} stored before, 0 ignored, 0 rejected\n${same()}`,
    ]);
    const out = ground.path('from-server.jsonl');
    await waakvlam(['export', out, '--open', ...place], '', settings);
    expect(Object.values(perFamily(out)).flat().sort()).toEqual(
      Object.values(perFamily(ground.region)).flat().sort(),
    );
  });

  it('given two parts of one server, then they hold nothing of each other, and one moves into the other', async () => {
    const [one, other] = [freshAddress(), freshAddress()];
    const node = ground.path('two-parts');
    await waakvlam(['import', here, '--log', one, '--data', node], '', settings);
    expect(await storedAt(other)).toBe(0);
    const { code, stderr } = await waakvlam(['import', one, '--log', other, '--data', node], '', settings);
    expect([code, told(stderr)]).toEqual([0, moved(ground.events, 0) + same()]);
    const back = ground.path('back-from-other');
    await waakvlam(['import', other, '--data', back], '', settings);
    expect(await openedEvents(ground, ['--data', back], settings)).toEqual(events);
  });

  it('given a server that has a part of it and something else, then each event that it refuses is named', async () => {
    const [file, address] = [ground.path('other.jsonl'), freshAddress()];
    const [first = ''] = linesOf(ground.region);
    const event = JSON.parse(first) as { family: string; id: string };
    writeEvents(file, [{ ...event, source: 'document' }]);
    const place = ['--log', address, '--data', ground.path('part')];
    await waakvlam(['import', file, ...place], '', settings);
    const { code, stderr } = await waakvlam(['import', here, ...place], '', settings);
    expect([code, told(stderr)]).toEqual([
      1,
      `${event.id}: duplicate at id: another event with this id is stored; give it its own
${ground.events - 1} written, 0 stored before, 1 rejected, in TIME
NOT THE SAME: ${event.family}, version 1: ${event.id} has another source in the target
1 difference; compared in TIME
`,
    ]);
  });
});

describe('a move that is killed (kill -9)', () => {
  const halfway = () => Math.floor(ground.events / 3);

  it('to a server: the next run goes on and ends with the same', async () => {
    for (let round = 0; ; round += 1) {
      expect(round).toBeLessThan(20);
      const address = freshAddress();
      const log = openKurrentLog({ address, now });
      const isKilled = await killedWhen(
        ['import', here, '--log', address, '--data', here],
        async () => (await log.head()) > 0,
      );
      await log.close();
      const kept = await storedAt(address);
      if (!isKilled || kept === 0 || kept === ground.events) continue;
      const { code, stderr } = await waakvlam(['import', here, '--log', address, '--data', here]);
      expect([code, told(stderr)]).toEqual([0, moved(ground.events - kept, kept) + same()]);
      return;
    }
  }, 120_000);

  it('from a server: the next run goes on and ends with the same', async () => {
    const address = freshAddress();
    await waakvlam(['import', here, '--log', address, '--data', here]);
    for (let round = 0; ; round += 1) {
      expect(round).toBeLessThan(20);
      const back = ground.path(`killed-${round}`);
      const args = ['import', address, '--data', back];
      await killedWhen(args, async () => (await storedIn(back)) > halfway(), settings);
      const kept = await storedIn(back);
      if (kept === 0 || kept === ground.events) continue;
      const { code, stderr } = await waakvlam(args, '', settings);
      expect([code, told(stderr)]).toEqual([0, moved(ground.events - kept, kept) + same()]);
      expect(await openedEvents(ground, ['--data', back], settings)).toEqual(events);
      return;
    }
  }, 120_000);
});

describe('a source on a server that somebody else wrote to', () => {
  it('then nothing is moved, and the event is named', async () => {
    const address = freshAddress();
    await waakvlam(['import', here, '--log', address, '--data', here]);
    const log = openKurrentLog({ address, now });
    const foreign = jsonEvent({ type: 'Foreign', data: {} });
    await log.connection.client().appendToStream(`${log.names.familyPrefix}fam-0001`, foreign);
    await log.close();
    const back = ground.path('foreign');
    const { code, stderr } = await waakvlam(['import', address, '--data', back], '', settings);
    expect(code).toBe(1);
    expect(stderr).toMatch(/is not sound: position \d+: .*was not written by Waakvlam/);
    expect(stderr).toContain('nothing was moved');
    expect(await storedIn(back)).toBe(0);
  });
});

describe.skipIf(real !== undefined)('a server that goes away (no test takes a real one away)', () => {
  async function withServer(work: (server: KurrentServer, address: string) => Promise<void>) {
    const own = await startKurrentServer({ file: ground.path(`server-${(prefixes += 1)}.db`) });
    try {
      await work(own, own.connection);
    } finally {
      await own.stop();
    }
  }

  it(
    'given a while without it on the way there, then the move waits, and ends with the same',
    () =>
      withServer(async (own, address) => {
        const log = openKurrentLog({ address, now });
        const move = waakvlam(['import', here, '--log', address, '--data', here]);
        while ((await log.head()) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
        await own.kill();
        await log.close();
        await new Promise((resolve) => setTimeout(resolve, 2000));
        await own.restart();
        const { code, stderr } = await move;
        expect([code, told(stderr)]).toEqual([0, moved(ground.events, 0) + same()]);
      }),
    90_000,
  );

  it(
    'given a while without it on the way back, then the move waits, and ends with the same',
    () =>
      withServer(async (own, address) => {
        await waakvlam(['import', here, '--log', address, '--data', here]);
        const back = ground.path('waits');
        const move = waakvlam(['import', address, '--data', back], '', settings);
        while ((await storedIn(back)) === 0) await new Promise((resolve) => setTimeout(resolve, 2));
        await own.kill();
        await new Promise((resolve) => setTimeout(resolve, 2000));
        await own.restart();
        const { code, stderr } = await move;
        expect([code, told(stderr)]).toEqual([0, moved(ground.events, 0) + same()]);
      }),
    90_000,
  );
});

const folder = mkdtempSync(join(tmpdir(), 'waakvlam-tls-'));
const tls = certificateIn(folder);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A certificate is for a name. */
const byName = ({ connection }: KurrentServer) => connection.replace('127.0.0.1', 'localhost');

describe.skipIf(tls === null)('a server with TLS and passwords (openssl makes its certificate)', () => {
  let own: KurrentServer;
  beforeAll(async () => {
    own = await startKurrentServer({ ...(tls && { tls }), users: { joe: 'open-sesame' } });
  });
  afterAll(async () => {
    await own.stop();
  });

  it('given the right ones, then everything moves there and back', async () => {
    const address = freshAddress(byName(own));
    const back = ground.path('from-tls');
    const there = await waakvlam(['import', here, '--log', address, '--data', here]);
    expect([there.code, told(there.stderr)]).toEqual([0, moved(ground.events, 0) + same()]);
    expect(await waakvlam(['import', address, '--data', back], '', settings)).toMatchObject({ code: 0 });
    expect(await openedEvents(ground, ['--data', back], settings)).toEqual(events);
  });

  it.each([
    [
      'a wrong password',
      (address: string) => address.replace('open-sesame', 'open-barley'),
      'let this user in',
    ],
    ['no certificate that it trusts', (address: string) => address.replace(/&tlsCAFile=[^&]*/, ''), 'answer'],
  ])(
    'given %s, then nothing moves, and no error holds a password',
    async (_, changed, text) => {
      const { code, stderr } = await waakvlam([
        ...['import', here, '--data', here, '--log', changed(freshAddress(byName(own)))],
      ]);
      expect(code).toBe(1);
      expect(stderr).toMatch(new RegExp(`^waakvlam: kurrentdb://localhost:\\d+ does not ${text}`));
      expect(stderr).not.toMatch(/joe|sesame|barley|\n\s+at /);
    },
    60_000,
  );
});

describe('an address that is wrong', () => {
  it('given nobody there, then it says so without a password', async () => {
    const { code, stderr } = await waakvlam([
      'compare',
      'kurrentdb://joe:se@cret@127.0.0.1:1?tls=false',
      here,
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^waakvlam: kurrentdb:\/\/127[.]0[.]0[.]1:1 does not answer/);
    expect(stderr).not.toMatch(/joe|cret|\n\s+at /);
  }, 60_000);

  it('given no port, then it says how an address is written', async () => {
    const { code, stderr } = await waakvlam([
      'import',
      here,
      '--log',
      'kurrentdb://joe:secret@host:port',
      '--data',
      here,
    ]);
    expect([code, stderr]).toEqual([
      1,
      'waakvlam: WAAKVLAM_LOG (kurrentdb://host:port) is no address of a server. Write it like kurrentdb://user:password@host:2113?tls=true.\n',
    ]);
  });
});
