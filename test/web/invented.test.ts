import { afterEach, expect, it } from 'vitest';
import { record, serve } from './server.ts';
import type { Served } from './server.ts';

/** An empty store is offered the invented region, and says for good that it is invented. */

let served: Served | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'confirmed=yes' };

it('is offered, loads only when confirmed, shows progress, and stays marked after a restart', async () => {
  served = await serve();
  expect(served.said.join('\n')).toContain('npm start -- --invented');
  const start = await served.get('/');
  expect(start.text).toContain('Laad de verzonnen regio');
  expect(start.text).not.toContain('Verzonnen gegevens.');
  const unconfirmed = await served.ask('POST', '/invented', { ...form, body: '' });
  expect([unconfirmed.status, await served.position()]).toEqual([400, 0]);
  expect((await served.ask('POST', '/invented', form)).status).toBe(303);
  const loading = await served.get('/');
  expect(loading.text).toMatch(/van 100 gezinnen/);
  expect((await served.ask('POST', '/invented', form)).status).toBe(409);
  // Cut off in the middle: it goes on where it was.
  await served.restart();
  while (!served.said.includes('The invented region has been loaded.'))
    await new Promise((done) => setTimeout(done, 200));
  const south = await served.as('other-team');
  for (const [team, count] of [
    [served, 60],
    [south, 40],
  ] as const) {
    const { json } = await team.get('/api/families?limit=100');
    expect([(json['families'] as object[]).length, json['next']]).toEqual([count, null]);
  }
  const position = await served.position();
  await served.restart();
  expect(await served.position()).toBe(position);
  expect((await served.get('/queue')).text).toContain('Verzonnen gegevens.');
}, 180_000);

it('never goes into a store that holds something', async () => {
  served = await serve();
  await record(served, 'ada');
  const told = await served.ask('POST', '/invented', form);
  expect([told.status, await served.position()]).toEqual([409, 7]);
  expect((await served.get('/queue')).text).not.toContain('Verzonnen gegevens.');
});
