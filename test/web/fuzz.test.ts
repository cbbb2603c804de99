import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { paths } from '../../src/web/paths.ts';
import { adasFamily, fact, record, serve } from './server.ts';
import type { Served, Told } from './server.ts';

/** Whatever is thrown at any door: an answer in words, never a failure, never a trace, and nothing written when refused. */

let served: Served;
beforeAll(async () => {
  served = await serve();
  await record(served, 'ada');
});
afterAll(() => served.close());

const rough = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '..',
    '%00',
    '%E0%A4%A',
    '%',
    '__proto__',
    'constructor',
    '<script>',
    'ada',
    'person:father',
    '\u0000',
    'null',
    'NaN',
    '1e9',
    '-1',
  ),
  fc.constantFrom(
    '2025-03-30T02:30',
    '2025-03-30T02:30:00Z',
    '9999-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '2025-13-01T00:00:00Z',
    '275760-09-13',
  ),
);
/** A stream does not end, and who signs out can ask nothing more. */
const endless: readonly string[] = [paths.apiLive, paths.logout, paths.away];
/** Sometimes encoded, sometimes raw, but always something that a socket can carry. */
const inPath = fc
  .tuple(rough, fc.boolean())
  .map(([text, isRaw]) =>
    isRaw ? text.replace(/[^\x21-\x7e]|[?#]/g, '%') : encodeURIComponent(text.toWellFormed()),
  );
const name = fc.oneof(
  fc.constantFrom('at', 'known-at', 'q', 'cursor', 'limit', 'page', 'lang', 'viewer'),
  inPath,
);
const query = fc
  .array(fc.tuple(name, inPath), { maxLength: 4 })
  .map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
const place = fc
  .oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(
        fc.constantFrom(...Object.values(paths).filter((path) => !endless.includes(path))),
        fc.oneof(fc.constant('ada'), inPath),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(
        inPath.map((path) => `/${path}`),
        fc.constant(''),
      ),
    },
  )
  .map(([path, value]) => path.replace(/:\w+/, () => value));

const header = fc.string({ unit: 'grapheme-ascii', maxLength: 30 }).map((text) => text.trim());
const headers = fc.record(
  {
    'if-match': fc.oneof(header, fc.constantFrom('"7"', '*', '"999"', '""')),
    'idempotency-key': header,
    'content-type': fc.oneof(
      header,
      fc.constantFrom(
        'application/json',
        'application/json;charset=utf-16',
        'application/x-www-form-urlencoded',
      ),
    ),
    'content-encoding': fc.constantFrom('gzip', 'deflate', 'identity', 'br', 'x'),
    accept: header,
    cookie: header,
    origin: header,
    'last-event-id': header,
  },
  { requiredKeys: [] },
);

/** Real events with a field changed, left out or replaced by anything. */
const wrongEvent = fc
  .tuple(
    fc.constantFrom(...(adasFamily('ada') as Record<string, unknown>[])),
    fc.constantFrom(
      'type',
      'version',
      'family',
      'by',
      'source',
      'data',
      'id',
      'occurred',
      'reportedAt',
      'hiddenFrom',
      'supersedes',
      'sealed',
    ),
    fc.jsonValue(),
  )
  .map(([event, field, value]) => ({ ...event, [field]: value }));
const body = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.json(),
  wrongEvent.map((event) => JSON.stringify(event)),
  fc.array(wrongEvent, { maxLength: 3 }).map((events) => JSON.stringify({ events })),
);

function expectInWords(told: Told): void {
  expect(told.status).toBeLessThan(500);
  expect(told.text).not.toMatch(/\bat .+\.(ts|js|tsx|mjs):\d+|node_modules|node:internal|Error:/);
}

const runs = { numRuns: 500 };

it('answers any address with any headers in words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE'),
      place,
      query,
      headers,
      async (method, path, search, given) => {
        const before = await served.position();
        expectInWords(await served.ask(method, `${path}${search && '?'}${search}`, { headers: given }));
        expect(await served.position()).toBe(before);
      },
    ),
    runs,
  );
}, 120_000);

it('answers any body in words, and writes nothing when it refuses', async () => {
  await fc.assert(
    fc.asyncProperty(place, headers, body, async (path, given, sent) => {
      const before = await served.position();
      const told = await served.ask('POST', path, { headers: given, body: sent });
      expectInWords(told);
      if (told.status >= 400) expect(await served.position()).toBe(before);
    }),
    runs,
  );
}, 120_000);

it('refuses any changed event whole, or records it so that every page still works', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(wrongEvent, { minLength: 1, maxLength: 3 }), fc.uuid(), async (events, key) => {
      const before = await served.position();
      const told = await served.post('/api/families/ada/events', { events }, { 'idempotency-key': key });
      expectInWords(told);
      const after = await served.position();
      if (told.status === 201) expect(after).toBe(told.json['position']);
      else expect(after).toBe(before);
    }),
    runs,
  );
  for (const path of [
    '/queue',
    '/families',
    '/families/ada',
    '/families/ada/timeline',
    '/api/families/ada/status',
  ])
    expect((await served.get(path)).status).toBe(200);
  expect(
    (
      await served.post(
        '/api/families/ada/events',
        fact('ada', 'PersonLeft', { person: 'person:ada' }, { id: 'end' }),
      )
    ).status,
  ).toBe(201);
}, 120_000);
