import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testPassword } from './people.ts';
import { serve } from './server.ts';
import type { Served, Told } from './server.ts';

/** What every answer tells the browser, whatever kind of answer it is. */

let served: Served;
let secure: Served;
beforeAll(async () => {
  served = await serve();
  const site = {
    publicUrl: 'https://waakvlam.example.nl',
    trustedProxies: ['127.0.0.1'],
    allowsLocalPeople: true,
    requestsPerMinute: 100_000,
  };
  secure = await serve({ site });
});
afterAll(async () => {
  await served.close();
  await secure.close();
});

const kinds = [
  ['a page', 'GET', '/help', 200],
  ['a redirect', 'GET', '/', 303],
  ['a file', 'GET', '/assets/icon.svg', 200],
  ['an answer for programs', 'GET', '/api/queue', 200],
  ['a refusal of a page', 'GET', '/families/nobody', 404],
  ['a refusal for programs', 'GET', '/api/families?limit=x', 400],
  ['no such place', 'GET', '/nowhere', 404],
  ['a wrong method', 'DELETE', '/queue', 405],
  ['a broken body', 'POST', '/api/families/ada/events', 404],
  ['a broken address', 'GET', '/%E0%A4%A', 400],
  ['the state', 'GET', '/health', 200],
] as const;

describe.each(kinds)('%s (%s %s)', (kind, method, path) => {
  const expectGuarded = ({ headers }: Told) => {
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none';.*frame-ancestors 'none';require-trusted-types-for 'script';trusted-types 'none'/,
    );
    expect(headers['content-security-policy']).not.toMatch(/unsafe|\*|data:/);
    if (kind !== 'a file') expect(headers['cache-control']).toBe('no-store');
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  };

  it('is guarded on this machine, without a word about TLS', async () => {
    const told = await served.ask(method, path);
    expectGuarded(told);
    expect(told.headers).not.toHaveProperty('strict-transport-security');
    expect(told.headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
  });

  it('is guarded behind TLS, and stays there', async () => {
    const told = await secure.ask(method, path);
    expectGuarded(told);
    expect(told.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(told.headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });
});

describe('behind TLS', () => {
  const enter = (headers: Readonly<Record<string, string>>) =>
    secure.asNobody.ask('POST', '/login', {
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: `account=monitor&password=${testPassword}`,
    });

  it('gives a cookie that goes over TLS and to this host alone', async () => {
    const [line = ''] = (await enter({})).headers['set-cookie'] ?? [];
    expect(line).toMatch(/^__Host-waakvlam=\S+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it.each([
    ['waakvlam.example.nl', 'https://waakvlam.example.nl', 303],
    ['waakvlam.example.nl:443', 'https://waakvlam.example.nl', 303],
    ['waakvlam.example.nl', 'http://waakvlam.example.nl', 403],
    ['waakvlam.example.nl', 'https://evil.example.nl', 403],
    ['waakvlam.example.nl:8080', 'https://waakvlam.example.nl', 421],
    ['evil.example.nl', 'https://waakvlam.example.nl', 421],
  ])('host %s, origin %s: %i', async (host, origin, status) => {
    expect((await enter({ host, origin })).status).toBe(status);
  });
});
