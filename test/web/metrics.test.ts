import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bandOf } from '../../src/measure/band.ts';
import { cutLine } from './behind.ts';
import { record, serve, signal } from './server.ts';
import type { Served, Told } from './server.ts';

/** Figures for the operators: with their token alone, and about no single family. */

const metricsToken = 'a-token-of-more-than-32-characters-long';
const line = cutLine();
let served: Served;
beforeAll(async () => {
  const site = { publicUrl: undefined, trustedProxies: [], allowsLocalPeople: true, requestsPerMinute: 60 };
  served = await serve({ metricsToken, site }, undefined, line.open);
  await record(served, 'fam-ada');
  await served.post('/api/families/fam-ada/events', signal('fam-ada', 'red', { id: 'red-1' }));
});
afterAll(() => served.close());

const ask = (headers: Readonly<Record<string, string>>): Promise<Told> =>
  served.asNobody.ask('GET', '/metrics', { headers });
const asOperator = () => ask({ authorization: `Bearer ${metricsToken}` });

/** The value of each series, by its name with its labels. */
async function figures(): Promise<ReadonlyMap<string, number>> {
  const { text } = await asOperator();
  return new Map(
    text
      .split('\n')
      .filter((each) => each !== '' && !each.startsWith('#'))
      .map((each) => [each.slice(0, each.lastIndexOf(' ')), Number(each.slice(each.lastIndexOf(' ') + 1))]),
  );
}

describe('the figures of a node', () => {
  it('are not there without a token in the settings', async () => {
    const without = await serve();
    const told = await without.asNobody.ask('GET', '/metrics', {
      headers: { authorization: 'Bearer undefined' },
    });
    expect([told.status, told.json]).toMatchObject([404, { reason: 'not-found' }]);
    await without.close();
  });

  it('are not told to a person, to nobody, or with another token', async () => {
    const refused = [
      await ask({}),
      await served.get('/metrics'),
      await ask({ authorization: `Bearer ${metricsToken}x` }),
      await ask({ authorization: `Bearer ${metricsToken.slice(1)}` }),
      await ask({ authorization: `Basic ${metricsToken}` }),
    ];
    for (const { status, headers, json } of refused)
      expect([status, headers['www-authenticate'], json]).toMatchObject([
        401,
        'Bearer',
        { reason: 'no-token', path: 'Authorization' },
      ]);
  });

  it('are read at each node by its own name', async () => {
    expect((await ask({ authorization: `Bearer ${metricsToken}`, host: 'node-1:8717' })).status).toBe(200);
    expect((await served.asNobody.ask('GET', '/ready', { headers: { host: 'node-1:8717' } })).status).toBe(
      421,
    );
  });

  it('count what the log did, by outcome, and how pages were answered, by name', async () => {
    const before = await figures();
    const again = signal('fam-ada', 'red', { id: 'red-1' });
    await served.post('/api/families/fam-ada/events', again);
    await served.post('/api/families/fam-ada/events', signal('fam-ada', 'orange', { id: 'orange-1' }));
    await served.get('/families/fam-ada');
    const after = await figures();
    const more = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0);
    expect({
      written: more('waakvlam_append_seconds_count{outcome="written"}'),
      conflict: after.get('waakvlam_append_seconds_count{outcome="conflict"}'),
      followed: more('waakvlam_events_followed_total'),
      judged: more('waakvlam_judging_seconds_count') >= 1,
      family: more('waakvlam_http_request_seconds_count{route="family",method="GET",status="2xx"}'),
      drops: after.get('waakvlam_subscription_drops_total'),
      replayed: (after.get('waakvlam_replay_seconds') ?? 0) > 0,
      memory: (after.get('process_resident_memory_bytes') ?? 0) > 0,
    }).toEqual({
      written: 1,
      conflict: 0,
      followed: 1,
      judged: true,
      family: 1,
      drops: 0,
      replayed: true,
      memory: true,
    });
  });

  it('hold no family, no person and no address', async () => {
    const { text, headers } = await asOperator();
    expect(text).not.toMatch(/fam-ada|person:|party:|\/families/);
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
  });

  it('tell how far behind, and then not how many need help', async () => {
    const live = await figures();
    expect([live.get('waakvlam_log_live'), live.get('waakvlam_log_behind_seconds')]).toEqual([1, 0]);
    expect(live.get('waakvlam_families_needing_help')).toBe(4);
    line.cut('2026-03-05T13:02:00.000Z');
    const behind = await figures();
    expect(behind.get('waakvlam_log_live')).toBe(0);
    expect(behind.get('waakvlam_log_behind_seconds')).toBeGreaterThan(86_400);
    expect(behind.get('waakvlam_families_needing_help')).toBeNaN();
    expect(behind.get('waakvlam_open_breaches')).toBeNaN();
    line.mend();
  });

  it('are read as often as the operators like, while who guesses is slowed down', async () => {
    for (let n = 0; n < 70; n += 1) expect((await asOperator()).status).toBe(200);
    let last: Told | undefined;
    for (let n = 0; n < 70; n += 1) last = await ask({ authorization: 'Bearer guess' });
    expect(last?.status).toBe(429);
    expect((await asOperator()).status).toBe(200);
  });
});

it('a handful is told as four, none as none, many as they are', () => {
  expect([0, 1, 3, 4, 5, 120].map(bandOf)).toEqual([0, 4, 4, 4, 5, 120]);
});
