import { afterAll, beforeAll, expect, it } from 'vitest';
import { linksIn, linksSchema } from '../../src/access/links.ts';
import { openOffice } from '../../src/access/office.ts';
import type { Office } from '../../src/access/office.ts';
import { FamilyId, PartyId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { startKurrentServer } from '../support/kurrent-server/server.ts';
import type { KurrentServer } from '../support/kurrent-server/server.ts';
import { cookieIn, record, serve } from './server.ts';
import type { Served } from './server.ts';

/** Two whole Waakvlam servers on one log. Set to its address, a real KurrentDB server is used. */
const real = process.env['WAAKVLAM_TEST_KURRENTDB'];

let server: KurrentServer | undefined;
let [a, b]: Served[] = [];
let office: Office;

const family = 'fam-1';

beforeAll(async () => {
  server = real === undefined ? await startKurrentServer() : undefined;
  const address = server?.connection ?? real ?? '';
  const log = `${address}${address.includes('?') ? '&' : '?'}streamPrefix=nodes-${process.pid}-${Date.now()}-`;
  [a, b] = [await serve({ log, masterKey: '7'.repeat(64) }), await serve({ log, masterKey: '7'.repeat(64) })];
  office = openOffice(a.folder, [linksSchema]);
  const told = await record(a, family);
  expect(told.status).toBe(201);
}, 60_000);
afterAll(async () => {
  office.close();
  await a?.close();
  await b?.close();
  await server?.stop();
});

function both(): readonly [Served, Served] {
  if (!a || !b) throw new Error('not started');
  return [a, b];
}

it('a relation given on one node opens the family on the other', async () => {
  const [first, second] = both();
  const [here, there] = [await first.as('monitor'), await second.as('monitor')];
  expect((await there.get(`/families/${family}`)).status).toBe(403);
  const { id } = first.relate('monitor', family);
  await expect.poll(async () => (await there.get(`/families/${family}`)).status).toBe(200);
  expect((await here.get(`/families/${family}`)).status).toBe(200);
  expect(second.relations.end(id, 'tester')).toBe(true);
  await expect.poll(async () => (await here.get(`/families/${family}`)).status).toBe(403);
});

it('a link made on one node opens on the other and, revoked there, is closed on both', async () => {
  const [first, second] = both();
  const links = linksIn(office);
  const party = PartyId.parse('party:school');
  const at = Date.now() as Instant;
  const { secret } = links.make({
    family: FamilyId.parse(family),
    party,
    madeFor: party,
    at,
    expiresAt: (at + 86_400_000) as Instant,
    withCode: false,
  });
  const statuses = async () => {
    const told = [await first.asNobody.get(`/w/${secret}`), await second.asNobody.get(`/w/${secret}`)];
    return told.map(({ status }) => status);
  };
  await expect.poll(statuses).toEqual([200, 200]);
  const beside = openOffice(second.folder, [linksSchema]);
  linksIn(beside).end(FamilyId.parse(family), party, Date.now() as Instant);
  beside.close();
  await expect.poll(statuses).toEqual([404, 404]);
});

it('a look through one node stands in who looked of the other', async () => {
  const [first, second] = both();
  const looked = await first.as('team');
  first.relate('team', family);
  expect((await looked.get(`/families/${family}`)).status).toBe(200);
  await expect
    .poll(async () => (await second.get(`/families/${family}/access`)).text)
    .toContain('Tim Teamlid');
  const auditor = await second.as('auditor');
  const page = await auditor.get('/audit');
  expect(page.text).toContain('De regels van de andere server zijn ook heel.');
  expect((await auditor.get('/audit.csv?person=team')).text).toMatch(
    /"team","Tim Teamlid",.*,"[0-9a-f]{12}"/,
  );
});

it('who signs in through one node works through the other, and signing out there ends it on both', async () => {
  const [first, second] = both();
  const here = await first.as('team');
  const headers = { cookie: here.cookie };
  const there = async () => (await second.asNobody.ask('GET', '/families', { headers })).status;
  await expect.poll(there).toBe(200);
  const out = await second.asNobody.ask('POST', '/logout', {
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
  });
  expect(out.status).toBe(303);
  expect(cookieIn(out)).toBe('waakvlam=');
  await expect.poll(async () => (await here.get('/families')).status).toBe(303);
});
