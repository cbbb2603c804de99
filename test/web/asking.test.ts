import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { record, serve, signal } from './server.ts';
import type { Served } from './server.ts';

/** The questions of the API, and how it says that one cannot be answered. */

let served: Served;
let recordedAt: string;
let version = 0;
beforeAll(async () => {
  served = await serve();
  await record(served, 'ada');
  const timeline = await served.get('/api/families/ada/timeline');
  recordedAt = (timeline.json['events'] as { recordedAt: string }[])[0]?.recordedAt ?? '';
  await record(served, 'bo');
  const told = await served.post(
    '/api/families/ada/events',
    signal('ada', 'red', { id: 'red-1', hiddenFrom: ['person:father'] }),
  );
  version = Number(told.json['version']);
});
afterAll(() => served.close());

describe('answers', () => {
  it('GET /api/queue: the family that needs help now', async () => {
    const { json } = await served.get('/api/queue');
    expect(json).toEqual({
      at: expect.any(String) as string,
      queue: [
        {
          family: 'ada',
          candidate: 'red-1',
          urgency: 'acute',
          helpDue: expect.any(String) as string,
          overdue: false,
        },
      ],
    });
  });

  it('GET /api/families: a page at a time, with a cursor', async () => {
    const first = (await served.get('/api/families?limit=1')).json;
    expect([(first['families'] as { family: string }[]).map(({ family }) => family), first['next']]).toEqual([
      ['ada'],
      'ada',
    ]);
    const second = (await served.get('/api/families?limit=1&cursor=ada')).json;
    expect(second).toMatchObject({
      families: [{ family: 'bo', status: 'unknown', alarms: expect.any(Number) as number }],
      next: null,
    });
    expect((await served.get('/api/families?q=zzz')).json).toMatchObject({ families: [], next: null });
  });

  it('GET /api/families/:id/status: the object of the command line, with its viewpoint and version', async () => {
    const told = await served.get('/api/families/ada/status');
    expect(told.headers['etag']).toBe(`"${version}"`);
    expect(Object.keys(told.json)).toEqual([
      'at',
      'knownAt',
      'family',
      'safety',
      'coverage',
      'relapse',
      'plan',
      'continuity',
      'alarms',
    ]);
    expect(told.json).toMatchObject({ safety: { status: 'unknown' }, relapse: { guaranteed: true } });
  });

  it('looks from any instant, with offset, with an unencoded plus, or by the Amsterdam clock', async () => {
    for (const at of [
      '2025-03-30T03:30:00%2B02:00',
      '2025-03-30T03:30:00+02:00',
      '2025-03-30T01:30:00Z',
      '2025-03-30T02:30',
    ])
      expect((await served.get(`/api/families/ada/status?at=${at}`)).json['at']).toBe(
        '2025-03-30T01:30:00.000Z',
      );
    expect((await served.get('/api/families/ada/status?at=2025-10-26T02:30')).json['at']).toBe(
      '2025-10-26T00:30:00.000Z',
    );
  });

  it('GET /api/families/:id/timeline: without what is hidden from the viewer', async () => {
    const all = (await served.get('/api/families/ada/timeline')).json['events'] as { id: string }[];
    const fathers = (await served.get('/api/families/ada/timeline?viewer=person:father')).json[
      'events'
    ] as object[];
    expect([all.length, fathers.length]).toEqual([8, 7]);
    expect(Object.keys(all[0] ?? {})).toEqual([
      'id',
      'type',
      'from',
      'to',
      'reportedAt',
      'recordedAt',
      'by',
      'source',
      'state',
    ]);
  });

  it('says when nothing was known yet', async () => {
    const told = await served.get('/api/families/ada/status?known-at=2020-01-01T00:00:00Z');
    expect([told.status, told.json]).toMatchObject([
      404,
      { reason: 'not-known-then', path: 'known-at', firstRecordedAt: recordedAt },
    ]);
  });

  it('says after two seconds that a position has not been reached', async () => {
    const told = await served.get('/api/queue?after=1000000');
    expect([told.status, told.json]).toMatchObject([409, { reason: 'not-yet', wanted: 1_000_000 }]);
  });

  it('GET /health and /ready', async () => {
    expect((await served.get('/health')).json).toEqual({ status: 'ok' });
    expect((await served.get('/ready')).json).toEqual({ status: 'ready' });
  });
});

describe('problems', () => {
  it.each([
    ['GET', '/api/nothing', 404, 'not-found', ''],
    ['GET', '/API/queue', 404, 'not-found', ''],
    ['GET', '/api/families/zoe/status', 404, 'no-such-family', ''],
    ['GET', '/api/families/a%20b/status', 404, 'no-such-family', ''],
    ['GET', '/api/families/%E0%A4%A/status', 400, 'bad-address', ''],
    ['GET', '/api/queue?after=%E0%A4%A', 400, 'bad-address', 'after'],
    ['GET', '/api/families/ada/status?at=yesterday', 400, 'bad-instant', 'at'],
    ['GET', '/api/families/ada/status?at=2025-02-30T10:00:00Z', 400, 'bad-instant', 'at'],
    ['GET', '/api/families/ada/status?known-at=2025-01-01', 400, 'bad-instant', 'known-at'],
    ['GET', '/api/families/ada/status?known_at=2025-01-01T00:00:00Z', 400, 'unknown-parameter', 'known_at'],
    ['GET', '/api/families/ada/status?__proto__=1', 400, 'unknown-parameter', '__proto__'],
    [
      'GET',
      '/api/families/ada/status?at=2025-01-01T00:00:00Z&at=2025-01-01T00:00:00Z',
      400,
      'repeated-parameter',
      'at',
    ],
    ['GET', `/api/families?q=${'x'.repeat(300)}`, 400, 'long-parameter', 'q'],
    ['GET', '/api/families?limit=101', 400, 'bad-parameter', 'limit'],
    ['GET', '/api/families?limit=-1', 400, 'bad-parameter', 'limit'],
    ['GET', '/api/queue?after=soon', 400, 'bad-parameter', 'after'],
    ['GET', '/api/families/ada/timeline?viewer=father', 400, 'bad-parameter', 'viewer'],
    ['GET', '/api/families/ada/events', 405, 'wrong-method', ''],
    ['POST', '/api/queue', 405, 'wrong-method', ''],
    ['DELETE', '/api/families/ada/events', 405, 'wrong-method', ''],
    ['OPTIONS', '/api/queue', 405, 'wrong-method', ''],
  ])('%s %s: %i %s', async (method, path, status, reason, field) => {
    const told = await served.ask(method, path);
    expect(told.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect([told.status, told.json['status'], told.json['reason'], told.json['path']]).toEqual([
      status,
      status,
      reason,
      field,
    ]);
    expect(told.json['instance']).toBe(path.split('?')[0]);
    expect(told.json['nextStep']).toEqual(expect.stringMatching(/\w/));
  });

  it('names the methods that are allowed', async () => {
    expect((await served.ask('PUT', '/api/queue')).headers['allow']).toBe('GET, HEAD');
    expect((await served.ask('PUT', '/api/families/ada/events')).headers['allow']).toBe('POST');
  });
});

it('leaves a page nothing but its own style, script and address', async () => {
  const { headers } = await served.get('/queue');
  expect(headers).toMatchObject({
    'content-security-policy':
      "default-src 'none';style-src 'self';img-src 'self';font-src 'self';script-src 'self';connect-src 'self';form-action 'self';base-uri 'none';frame-ancestors 'none';require-trusted-types-for 'script';trusted-types 'none'",
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(headers).not.toHaveProperty('x-powered-by');
  expect(headers).not.toHaveProperty('etag');
});
