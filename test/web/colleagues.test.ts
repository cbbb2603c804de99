import { afterAll, beforeAll, expect, it } from 'vitest';
import { record, serve } from './server.ts';
import type { Asker, Served, Told } from './server.ts';

/** Who works with a family: asked in, handed over, ended, begun. */

let served: Served;
let monitor: Asker;
let other: Asker;
beforeAll(async () => {
  served = await serve();
  await record(served, 'ada');
  served.relate('monitor', 'ada', 'party:school');
  monitor = await served.as('monitor');
  other = await served.as('other-monitor');
});
afterAll(() => served.close());

const send = (asker: Asker, path: string, body: Readonly<Record<string, string>>): Promise<Told> =>
  asker.ask('POST', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(body).toString(),
  });

it('lets a colleague in, and out again at the next request', async () => {
  expect((await other.get('/families/ada')).status).toBe(403);
  const path = '/families/ada/colleagues';
  const wrong = await send(monitor, path, { account: 'auditor', party: 'party:team' });
  expect([wrong.status, wrong.text.includes('niet bekend als professional')]).toEqual([422, true]);
  const given = await send(monitor, path, { account: 'other-monitor', party: 'party:school' });
  expect([given.status, given.text.includes('De collega heeft nu toegang.')]).toEqual([200, true]);
  expect((await other.get('/families/ada')).status).toBe(200);
  const held = served.relations.ofHolder('own', 'other-monitor').at(-1);
  expect(held).toMatchObject({ family: 'ada', party: 'party:school', givenBy: 'monitor', why: 'asked-in' });
  expect((await send(monitor, path, { end: String(held?.id) })).text).toContain(
    'De werkrelatie is beëindigd.',
  );
  expect((await other.get('/families/ada')).status).toBe(403);
});

it('leaves no family alone', async () => {
  const begun = await send(other, '/new-family', {
    key: 'aaaabbbb',
    kind: 'local_team',
    organisation: 'Wijkteam',
  });
  const family = /^\/families\/(fam-[a-z0-9]{10})\/record\?after=/.exec(
    String(begun.headers['location']),
  )?.[1];
  expect(family).toBeDefined();
  expect((await other.get(`/families/${family ?? ''}/colleagues`)).text).toContain('Wijkteam');
  const only = served.relations.ofHolder('own', 'other-monitor').at(-1);
  const refused = await send(other, `/families/${family ?? ''}/colleagues`, { end: String(only?.id) });
  expect([refused.status, refused.text.includes('U bent de enige')]).toEqual([422, true]);
  expect((await other.get(`/families/${family ?? ''}`)).status).toBe(200);
});

it('begins one family, however often the form is sent, and never takes over another’s', async () => {
  const form = { key: 'ccccdddd', kind: 'local_team', organisation: 'Wijkteam' };
  const [first, again] = [await send(other, '/new-family', form), await send(other, '/new-family', form)];
  expect(again.headers['location']).toBe(first.headers['location']);
  const taken = await send(monitor, '/new-family', form);
  expect(taken.headers['location']).not.toBe(first.headers['location']);
  const path = String(first.headers['location']).replace(/\?.*/, '');
  expect((await monitor.get(path)).status).toBe(403);
});

it('asks again what is missing, and keeps what was filled in', async () => {
  const told = await send(other, '/new-family', { kind: 'nothing', organisation: 'Wijkteam Noord' });
  expect(told.status).toBe(422);
  expect(told.text).toContain('value="Wijkteam Noord"');
  expect(told.text).toContain('Kies wat voor partij u bent.');
});
