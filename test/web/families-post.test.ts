import { afterAll, beforeAll, expect, it } from 'vitest';
import { record, serve, signal } from './server.ts';
import type { Served } from './server.ts';

/** What is done from the list of families: an alarm is seen, a view is kept. Each leads back to where it was done. */

let served: Served;
beforeAll(async () => {
  served = await serve();
  await record(served, 'ada');
  await served.post('/api/families/ada/events', signal('ada', 'red', { id: 'red-1' }));
});
afterAll(() => served.close());

const form = (path: string, fields: Readonly<Record<string, string>>) =>
  served.ask('POST', path, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
const seenAlarms = async () => [...(await served.get('/families')).text.matchAll(/\(gezien\)/g)].length;

it('records once that an alarm was seen, and comes back to the same choice', async () => {
  const { text } = await served.get('/families?status=unknown&sort=contact');
  expect(text).toContain('aria-label="Gezien: Rood signaal of acute bel, gezin ada"');
  const fields = { rule: 'L5', subject: 'red-1', view: 'status=unknown&sort=contact' };
  const before = await served.position();
  const told = await form('/families/ada/acknowledge', fields);
  expect(told.status).toBe(303);
  expect(told.headers['location']).toMatch(
    new RegExp(`^/families\\?status=unknown&sort=contact&after=${before + 1}&done=ack-[\\w-]{43}&of=ada$`),
  );
  expect(await seenAlarms()).toBe(1);
  expect((await form('/families/ada/acknowledge', fields)).headers['location']).toBe(
    '/families?status=unknown&sort=contact',
  );
  expect(await served.position()).toBe(before + 1);
});

it('records nothing for an alarm that does not hold', async () => {
  const before = await served.position();
  const told = await form('/families/ada/acknowledge', { rule: 'W13', subject: 'step-9', view: '' });
  expect([told.status, told.headers['location'], await served.position()]).toEqual([
    303,
    '/families',
    before,
  ]);
});

it('leads nowhere but to the list, whatever the form says', async () => {
  const view = 'status=unknown&evil=//example.org&at=2020-01-01';
  const told = await form('/families/ada/acknowledge', { rule: 'x', subject: 'y', view });
  expect(told.headers['location']).toBe('/families?status=unknown');
});

it('keeps a view under a short name, across a restart, and forgets it', async () => {
  const told = await form('/saved-views', { name: 'Stil en dringend', view: 'quiet=silent&urgency=urgent' });
  expect([told.status, told.headers['location']]).toEqual([303, '/families?quiet=silent&urgency=urgent']);
  await served.restart();
  const { text } = await served.get('/families');
  expect(text).toContain('<a href="/families?quiet=silent&amp;urgency=urgent">Stil en dringend</a>');
  await form('/saved-views', { forget: 'Stil en dringend', view: '' });
  expect((await served.get('/families')).text).not.toContain('>Stil en dringend<');
});

it('refuses a name that is no short label', async () => {
  for (const name of ['', '   ', '<b>x</b>', 'x'.repeat(41)])
    expect([name, (await form('/saved-views', { name, view: '' })).status]).toEqual([name, 400]);
});
