import { afterAll, beforeAll, expect, it } from 'vitest';
import { client, freePort, organisation } from './organisation.ts';
import type { Organisation } from './organisation.ts';
import { record, serve } from './server.ts';
import type { Served } from './server.ts';
import { tab } from './tab.ts';
import type { Tab } from './tab.ts';

/** Signing in at a real OpenID provider. */

let served: Served;
let provider: Organisation;
let site: { publicUrl: string; trustedProxies: []; allowsLocalPeople: true; requestsPerMinute: number };
const settings = () => ({
  issuer: provider.issuer,
  clientId: client.client_id,
  clientSecret: client.client_secret,
  rolesClaim: 'roles',
  teamClaim: 'team',
});

beforeAll(async () => {
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  provider = await organisation(publicUrl);
  site = { publicUrl, trustedProxies: [], allowsLocalPeople: true, requestsPerMinute: 100_000 };
  served = await serve({ port, site, oidc: settings() });
  await record(served, 'ada');
});
afterAll(async () => {
  await served.close();
  await provider.close();
});

/** Asks for a page, follows the link to the organisation, signs in there and agrees. */
async function through(asked: string, login: string): Promise<Tab> {
  const visitor = tab();
  await visitor.open(`${served.address}${asked}`);
  const link = /href="(\/oidc\/start[^"]*)"/.exec(visitor.text)?.[1] ?? '';
  await visitor.open(`${served.address}${link.replaceAll('&amp;', '&')}`);
  await visitor.submit({ prompt: 'login', login, password: 'any' });
  if (visitor.at.pathname.startsWith('/interaction')) await visitor.submit({ prompt: 'consent' });
  return visitor;
}

it('comes back to the page that was asked for, as the person whom the provider told of', async () => {
  provider.people['noor'] = { name: 'Noor van der Organisatie', roles: ['monitor', 'chef'], team: 'noord' };
  const visitor = await through('/families?q=ad&lang=en', 'noor');
  expect([visitor.status, visitor.at.pathname, visitor.at.search]).toEqual([
    200,
    '/families',
    '?q=ad&lang=en',
  ]);
  expect(visitor.text).toContain('Noor van der Organisatie');
  expect(visitor.at.href).not.toMatch(/code|state/);
});

it('gives a new secret at the sign-in, and the old one is worth nothing', async () => {
  provider.people['noor'] = { name: 'Noor', roles: ['monitor'] };
  const visitor = tab();
  await visitor.open(`${served.address}/oidc/start`);
  const planted = visitor.cookie(served.address);
  await visitor.submit({ prompt: 'login', login: 'noor', password: 'any' });
  if (visitor.at.pathname.startsWith('/interaction')) await visitor.submit({ prompt: 'consent' });
  const own = visitor.cookie(served.address);
  expect(own).not.toBe(planted);
  const ask = (cookie: string) => served.ask('GET', '/api/queue', { headers: { cookie } });
  expect([(await ask(planted)).status, (await ask(own)).status]).toEqual([401, 200]);
});

it('lets nobody in without a role that it knows, says whom to ask, and takes away what was', async () => {
  provider.people['kees'] = { name: 'Kees', roles: ['monitor'] };
  const before = await through('/queue', 'kees');
  expect([before.status, before.at.pathname]).toEqual([200, '/queue']);
  provider.people['kees'] = { name: 'Kees', roles: ['chef'] };
  const after = await through('/queue', 'kees');
  expect([after.status, after.at.pathname]).toEqual([403, '/oidc/callback']);
  expect(after.text).toContain('Vraag de beheerder van Waakvlam in uw organisatie om een rol.');
  // Also in the session that was open already.
  await before.open(`${served.address}/queue`);
  expect(before.at.pathname).toBe('/login');
});

it('takes no way back that it did not send anybody on, and no way back twice', async () => {
  const stranger = await served.asNobody.get('/oidc/callback?code=abc&state=def');
  expect(stranger.status).toBe(403);
  expect(stranger.text).toContain('Dit inloggen is verlopen of al gebruikt');
  const visitor = tab();
  await visitor.open(`${served.address}/oidc/start`);
  await visitor.open(`${served.address}/oidc/callback?code=abc&state=forged&iss=${provider.issuer}`);
  expect(visitor.status).toBe(403);
  expect(visitor.text).toContain('Inloggen via uw organisatie is niet gelukt');
  expect(visitor.text).not.toMatch(/unexpected|state|mismatch|OAUTH/);
  await visitor.open(`${served.address}/oidc/callback?code=abc&state=forged`);
  expect(visitor.text).toContain('Dit inloggen is verlopen of al gebruikt');
});

it('never goes to another site afterwards', async () => {
  const visitor = await through('/login?next=https://evil.example/', 'noor');
  expect([visitor.at.origin, visitor.at.pathname]).toEqual([served.address, '/queue']);
});

it('says in words that the provider does not answer, and comes back when it does', async () => {
  const other = await serve({
    port: 0,
    site,
    oidc: { ...settings(), issuer: `http://127.0.0.1:${await freePort()}` },
  });
  const told = await other.asNobody.get('/oidc/start');
  expect([told.status, told.headers['retry-after']]).toEqual([503, '30']);
  expect(told.text).toContain('De inlogdienst van uw organisatie geeft geen antwoord');
  expect(told.text).not.toMatch(/ECONN|fetch failed|127\.0\.0\.1/);
  await other.close();
});
