import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adasFamily, fact, record, serve } from './server.ts';
import type { Asker, Served, Told } from './server.ts';

/** Who may open what, and who saw what, over a real socket. */

let served: Served;
let monitor: Asker;
let stranger: Asker;
beforeAll(async () => {
  served = await serve();
  await record(served, 'fam-aaaa');
  const tied = {
    events: [
      ...adasFamily('fam-tied'),
      fact('fam-tied', 'PartyInvolved', {
        party: 'party:gp',
        kind: 'gp',
        informal: false,
        livesWith: ['person:ada'],
      }),
      fact('fam-tied', 'PartyInvolved', { party: 'party:gp', kind: 'gp', informal: false }),
    ],
  };
  await served.post('/api/families/fam-tied/events', tied, { 'idempotency-key': 'tied' });
  monitor = await served.as('monitor');
  stranger = await served.as('other-monitor');
  served.relate('monitor', 'fam-aaaa');
});
afterAll(() => served.close());

function journalOf(where: string): readonly Readonly<Record<string, unknown>>[] {
  const db = new DatabaseSync(join(served.folder, 'office.db'), { readOnly: true });
  try {
    return db.prepare(`SELECT * FROM journal WHERE ${where} ORDER BY n`).all();
  } finally {
    db.close();
  }
}

const form = (asker: Asker, path: string, values: Readonly<Record<string, string>>): Promise<Told> =>
  asker.ask('POST', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(values).toString(),
  });

it('opens the families that somebody works with, and lists no other', async () => {
  expect((await monitor.get('/families/fam-aaaa')).status).toBe(200);
  expect((await monitor.get('/families')).text).toContain('fam-aaaa');
  expect((await stranger.get('/families/fam-aaaa')).status).toBe(403);
  expect((await stranger.get('/families')).text).not.toContain('fam-aaaa');
});

/** A page says when it was made, to who prints it. */
const withoutClock = (told: Told | undefined): string =>
  (told?.text ?? '').replaceAll(/<time datetime="[^"]*">[^<]*<\/time>/g, '');

it('answers the same for a family that does not exist and for one that is not theirs', async () => {
  for (const path of ['', '/timeline', '/access', '/emergency']) {
    const [there, not] = await Promise.all(
      ['fam-aaaa', 'fam-zzzz'].map((family) => stranger.get(`/families/${family}${path}`)),
    );
    expect(there?.status).toBe(not?.status);
    expect(withoutClock(there).replaceAll('fam-aaaa', 'fam-zzzz')).toBe(withoutClock(not));
  }
  const [there, not] = await Promise.all(
    ['fam-aaaa', 'fam-zzzz'].map((family) => stranger.get(`/api/families/${family}/status`)),
  );
  expect(there?.status).toBe(403);
  expect(there?.text.replaceAll('fam-aaaa', 'fam-zzzz')).toBe(not?.text);
});

it('refuses who was ever recorded as living with somebody of the family', async () => {
  served.relate('monitor', 'fam-tied', 'party:gp');
  const [tied, unknown] = await Promise.all([
    monitor.get('/families/fam-tied'),
    monitor.get('/families/fam-zzzz'),
  ]);
  expect(tied.status).toBe(403);
  expect(tied.text.replaceAll('fam-tied', 'fam-zzzz')).toBe(unknown.text);
  expect((await monitor.get('/families')).text).not.toContain('fam-tied');
});

it('ends a relation at the next request', async () => {
  const given = served.relate('other-monitor', 'fam-aaaa');
  expect((await stranger.get('/families/fam-aaaa')).status).toBe(200);
  served.relations.end(given.id, 'test');
  expect((await stranger.get('/families/fam-aaaa')).status).toBe(403);
});

it('writes down openings, lists and refusals, with the fields of NEN 7513', async () => {
  await monitor.get('/families/fam-aaaa');
  await monitor.get('/families');
  await stranger.get('/families/fam-aaaa');
  expect(journalOf("user = 'monitor' AND event = 'read' AND family = 'fam-aaaa'").at(-1)).toMatchObject({
    route: 'family',
    name: 'Mia Monitor',
    responsible: 'monitor',
    role: 'monitor',
    purpose: 'care',
    ground: 'own',
    outcome: 'granted',
    address: '127.0.0.0/24',
    session: expect.stringMatching(/^[0-9a-f]{16}$/) as string,
  });
  expect(journalOf("user = 'monitor' AND event = 'list'").at(-1)).toMatchObject({ family: 'fam-aaaa' });
  expect(journalOf("user = 'other-monitor'").at(-1)).toMatchObject({
    family: 'fam-aaaa',
    outcome: 'refused',
  });
});

it('shows who works with the family who looked', async () => {
  const { text, status } = await monitor.get('/families/fam-aaaa/access');
  expect(status).toBe(200);
  expect(text).toContain('Mia Monitor (monitor)');
  expect(text).toContain('geweigerd');
});

it('opens in an emergency with the number typed and a reason, marks it, and reports it until it was seen', async () => {
  const path = '/families/fam-aaaa/emergency';
  const wrong = await form(stranger, path, { number: 'fam-aaab', reason: 'danger', note: 'kort' });
  expect(wrong.status).toBe(422);
  expect(wrong.text).toContain('Dit is niet het nummer uit het adres.');
  expect(wrong.text).toContain('Schrijf minstens 10 tekens.');
  expect((await stranger.get('/families/fam-aaaa')).status).toBe(403);

  const note = 'Ada belde zelf en huilde.';
  const told = await form(stranger, path, { number: 'fam-aaaa', reason: 'bell', note });
  expect([told.status, told.headers['location']]).toEqual([303, '/families/fam-aaaa']);
  expect((await stranger.get('/families/fam-aaaa')).text).toContain('Noodopening.');
  expect(journalOf("event = 'emergency'").at(-1)).toMatchObject({
    user: 'other-monitor',
    ground: 'emergency',
  });

  const db = new DatabaseSync(join(served.folder, 'office.db'), { readOnly: true });
  expect(db.prepare('SELECT note FROM emergency').all()).toEqual([
    { note: expect.stringMatching(/^sealed1[.]/) as string },
  ]);
  db.close();

  expect((await monitor.get('/')).headers['location']).toBe('/notices');
  const notice = await monitor.get('/notices');
  expect(notice.text).toContain(note);
  const opening = /name="opening" value="(\d+)"/.exec(notice.text)?.[1] ?? '';
  await form(monitor, '/notices', { opening });
  expect((await monitor.get('/')).headers['location']).toBe('/queue');
  expect((await monitor.get('/families/fam-aaaa/access')).text).toContain(note);
});

it('answers an emergency opening the same for a family that does not exist', async () => {
  const other = await served.as('team');
  const told = await form(other, '/families/fam-zzzz/emergency', {
    number: 'fam-zzzz',
    reason: 'duty',
    note: 'Ik val in voor een zieke collega.',
  });
  expect([told.status, told.headers['location']]).toEqual([303, '/families/fam-zzzz']);
});

it('shows nothing of a family while the access log cannot be written', async () => {
  const db = new DatabaseSync(join(served.folder, 'office.db'));
  db.exec("CREATE TRIGGER full BEFORE INSERT ON journal BEGIN SELECT RAISE(ABORT, 'no room'); END");
  for (const path of ['/families/fam-aaaa', '/families', '/api/families/fam-aaaa/status']) {
    const told = await monitor.get(path);
    expect(told.status).toBe(503);
    expect(told.text).not.toContain('person:');
    expect(told.text).not.toContain('status-');
  }
  expect((await monitor.get('/families')).text).toContain('Waakvlam kan nu niet opschrijven wie wat opent');
  db.exec('DROP TRIGGER full');
  db.close();
  expect((await monitor.get('/families/fam-aaaa')).status).toBe(200);
});
