import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPassword } from './people.ts';
import { cookieIn, serve } from './server.ts';
import type { Served, Told } from './server.ts';

/** Who may come in, and how often somebody may try. */

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const form = 'application/x-www-form-urlencoded';
const enter = (
  fields: Readonly<Record<string, string>>,
  { to = served, path = '/login', headers = {} }: { to?: Served; path?: string; headers?: object } = {},
): Promise<Told> =>
  to.asNobody.ask('POST', path, {
    headers: { 'content-type': form, ...headers },
    body: new URLSearchParams(fields).toString(),
  });
const right = { account: 'monitor', password: testPassword };

describe('the door', () => {
  it('sends who asks for a page to the sign-in and back, and tells a program', async () => {
    const page = await served.asNobody.get('/families?q=a&lang=en');
    expect([page.status, page.headers['location']]).toEqual([
      303,
      '/login?next=%2Ffamilies%3Fq%3Da%26lang%3Den&lang=en',
    ]);
    const program = await served.asNobody.get('/api/queue');
    expect([program.status, program.json['reason']]).toEqual([401, 'not-signed-in']);
    const back = await enter(right, { path: '/login?next=%2Ffamilies%3Fq%3Da%26lang%3Den' });
    expect([back.status, back.headers['location']]).toEqual([303, '/families?q=a&lang=en']);
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/%5Cevil.example/..//x',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/api/queue',
    '/logout',
    '/oidc/start',
  ])('goes to no place that is not ours to read: %s', async (next) => {
    const told = await enter(right, { path: `/login?next=${encodeURIComponent(next)}` });
    const to = new URL(String(told.headers['location']), served.address);
    expect([told.status, to.origin]).toEqual([303, served.address]);
    if (!next.startsWith('/%5C')) expect(to.pathname).toBe('/');
  });

  it('says the same of a wrong password and of an unknown account, and keeps only the account', async () => {
    const wrong = await enter({ account: 'monitor', password: 'not-the-password' });
    const unknown = await enter({ account: 'stranger', password: 'not-the-password' });
    expect([wrong.status, unknown.status]).toEqual([403, 403]);
    expect(wrong.text).toContain('De accountnaam of het wachtwoord klopt niet.');
    expect(wrong.text.replaceAll('monitor', 'stranger')).toBe(unknown.text);
    expect(wrong.text).not.toContain('not-the-password');
    expect([cookieIn(wrong), cookieIn(unknown)]).toEqual(['', '']);
  });

  it('asks for what was left out', async () => {
    const told = await enter({ account: 'monitor', password: '' });
    expect([told.status, told.text.includes('Vul uw accountnaam en uw wachtwoord in.')]).toEqual([403, true]);
  });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('takes no form from another site: %j', async (headers) => {
    const told = await enter(right, { headers });
    expect([told.status, cookieIn(told)]).toEqual([403, '']);
    const everyday = await served.as('monitor');
    const out = await everyday.ask('POST', '/logout', { headers });
    expect([out.status, (await everyday.get('/api/queue')).status]).toEqual([403, 200]);
  });

  it('knows invented people only where the data are invented', async () => {
    const told = await enter({ demo: 'demo-monitor-1' });
    expect([told.status, cookieIn(told)]).toEqual([403, '']);
    expect((await served.asNobody.get('/login')).text).not.toContain('Noor Verbeek');
  });

  it('lets nobody in with a password where only an organisation knows who somebody is', async () => {
    const site = {
      publicUrl: undefined,
      trustedProxies: [],
      allowsLocalPeople: true,
      requestsPerMinute: 100_000,
    };
    const other = await serve({ site });
    site.allowsLocalPeople = false;
    await other.restart();
    const told = await enter(right, { to: other });
    expect([told.status, cookieIn(told)]).toEqual([403, '']);
    // Who was signed in is so no longer.
    expect((await other.get('/api/queue')).status).toBe(401);
    expect((await other.asNobody.get('/')).headers['location']).toBe('/login');
    await other.close();
  });
});

describe('the cookie', () => {
  it('is out of reach of scripts and other sites, and a secret of its own each time', async () => {
    const [first, second] = [await enter(right), await enter(right)];
    const [line = ''] = first.headers['set-cookie'] ?? [];
    expect(line).toMatch(/^waakvlam=s%3A[\w-]{43}\.[\w%-]+; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(cookieIn(first)).not.toBe(cookieIn(second));
  });

  it('is worth nothing when it was changed, and nothing after signing out', async () => {
    const visitor = await served.as('monitor');
    const ask = async (cookie: string) =>
      (await served.asNobody.ask('GET', '/api/queue', { headers: { cookie } })).status;
    const flipped = visitor.cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const other = visitor.cookie.replace(/s%3A./, (start) => `s%3A${start.endsWith('A') ? 'B' : 'A'}`);
    expect([await ask(visitor.cookie), await ask(flipped), await ask(other)]).toEqual([200, 401, 401]);
    const out = await visitor.ask('POST', '/logout');
    expect([out.status, out.headers['location']]).toEqual([303, '/login']);
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(await ask(visitor.cookie)).toBe(401);
  });

  it('is renewed at the sign-in: one that was planted before opens nothing', async () => {
    const planted = (await served.as('auditor')).cookie;
    const told = await enter(right, { headers: { cookie: planted } });
    expect(cookieIn(told)).not.toBe(planted);
    const { status } = await served.asNobody.ask('GET', '/api/queue', { headers: { cookie: planted } });
    expect(status).toBe(401);
  });

  it('stays good when the server starts again', async () => {
    const visitor = await served.as('monitor');
    await served.restart();
    expect((await visitor.get('/api/queue')).status).toBe(200);
  });
});

describe('guessing', () => {
  it('gets slower and then stops for a while, also with the right password', async () => {
    const other = await serve();
    const statuses: number[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1)
      statuses.push((await enter({ account: 'team', password: 'wrong-password' }, { to: other })).status);
    expect(statuses).toEqual(Array<number>(10).fill(403));
    const told = await enter({ account: ' TEAM ', password: testPassword }, { to: other });
    expect([told.status, cookieIn(told)]).toEqual([429, '']);
    expect(Number(told.headers['retry-after'])).toBeGreaterThan(800);
    expect(told.text).toContain('Wacht een kwartier en probeer het opnieuw.');
    expect((await enter(right, { to: other })).status).toBe(303);
    await other.close();
  });

  it('does not go on from one address with other accounts', async () => {
    const other = await serve();
    for (let attempt = 0; attempt < 50; attempt += 1)
      await enter({ account: `guess-${attempt}`, password: '' }, { to: other });
    expect((await enter(right, { to: other })).status).toBe(429);
    await other.close();
  }, 60_000);

  it('answers a program that asks without end', async () => {
    const site = { publicUrl: undefined, trustedProxies: [], allowsLocalPeople: true, requestsPerMinute: 60 };
    const other = await serve({ site });
    for (let index = 0; index < 60; index += 1) await other.get('/help');
    const [page, program] = [await other.get('/help'), await other.get('/api/queue')];
    expect([page.status, program.status, program.json['reason']]).toEqual([429, 429, 'too-many-requests']);
    expect(Number(page.headers['retry-after'])).toBeGreaterThan(0);
    expect((await other.get('/health')).status).toBe(200);
    await other.close();
  });
});
