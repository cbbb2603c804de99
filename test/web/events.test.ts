import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../src/domain/instant.ts';
import { engines } from '../support/engines.ts';
import type { StartedEngine } from '../support/engines.ts';
import { adasFamily, fact, record as recordOn, serve, signal } from './server.ts';
import type { Served, Told } from './server.ts';

/** One command through the API: all of its events, or none; twice is once; what stands in the way is named. */

let served: Served;
const json = (headers: object = {}) => ({ 'content-type': 'application/json', ...headers });

/** The answers include what was recorded. */
async function shown(told: Told): Promise<Told> {
  if (told.status < 300) await served.get(String(told.headers['location']));
  return told;
}
const send = async (family: string, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  shown(await served.post(`/api/families/${family}/events`, body, headers));
const record = async (family: string) => shown(await recordOn(served, family));

describe.each(engines)('on the engine $name', ({ start }) => {
  let engine: StartedEngine;
  beforeAll(async () => {
    engine = await start(() => Date.now() as Instant);
    served = await serve({ log: engine.emptyPlace(), masterKey: '7'.repeat(64) });
  });
  afterAll(async () => {
    await served.close();
    await engine.stop();
  });

  describe('recording', () => {
    it('gives a receipt, the new version and a place to read it back', async () => {
      const told = await record('ada');
      expect(told.status).toBe(201);
      expect(told.headers['etag']).toBe('"7"');
      const position = Number(told.json['position']);
      expect(told.headers['location']).toBe(`/api/families/ada/status?after=${position}`);
      expect(told.json).toEqual({
        family: 'ada',
        position,
        version: 7,
        ids: expect.arrayContaining([expect.stringMatching(/^key-[\w-]{43}$/)]) as string[],
        repeated: false,
      });
      const status = await served.get(`/api/families/ada/status?after=${position}`);
      expect(status.json).toMatchObject({
        family: 'ada',
        safety: { status: 'unknown' },
        plan: { active: true },
      });
    });

    it('records a single event without a list', async () => {
      const told = await send(
        'single',
        fact('single', 'PlanActivated', { plan: 'p', agreedBy: ['party:team'] }, { id: 'single-1' }),
      );
      expect([told.status, told.json['ids']]).toEqual([201, ['single-1']]);
    });

    it('gives the first receipt again for the same key and content, also after a restart', async () => {
      const first = await record('twice');
      const before = await served.position();
      await served.restart();
      const second = await record('twice');
      expect([second.status, second.json]).toEqual([200, { ...first.json, repeated: true }]);
      expect(await served.position()).toBe(before);
    });

    it.each([
      [
        'other content',
        [
          ...adasFamily('key').slice(0, 6),
          fact('key', 'MonitorAccepted', { party: 'party:school', agreements: ['a1'], cadenceDays: 14 }),
        ],
      ],
      ['fewer events', adasFamily('key').slice(0, 3)],
      ['more events', [...adasFamily('key'), signal('key', 'red')]],
    ])('refuses the same key with %s', async (_what, events) => {
      await record('key');
      const before = await served.position();
      const told = await send('key', { events }, { 'idempotency-key': 'start-key' });
      expect([told.status, told.json['reason'], told.json['path']]).toEqual([
        422,
        'key-reused',
        'Idempotency-Key',
      ]);
      expect(await served.position()).toBe(before);
    });

    it('refuses an id that stands for something else', async () => {
      await send('taken', signal('taken', 'green', { id: 'taken-1' }));
      const told = await send('taken', signal('taken', 'red', { id: 'taken-1' }));
      expect([told.status, told.json['reason'], told.json['id']]).toEqual([409, 'id-taken', 'taken-1']);
    });
  });

  describe('If-Match', () => {
    it('tells what changed since the version that the writer saw', async () => {
      await record('match');
      await send('match', signal('match', 'green', { id: 'newer-1' }), { 'if-match': '"7"' });
      const told = await send('match', signal('match', 'red', { id: 'newer-2' }), { 'if-match': '"7"' });
      expect(told.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect([told.status, told.headers['etag'], told.json]).toEqual([
        412,
        '"8"',
        {
          type: 'urn:waakvlam:problem:conflict',
          title: 'Something else was recorded meanwhile',
          status: 412,
          detail: 'Something else was recorded meanwhile',
          instance: '/api/families/match/events',
          path: 'If-Match',
          reason: 'conflict',
          nextStep:
            'Look at what is new in newer, then send again with If-Match of the actual version if it still holds. Nothing was recorded.',
          expected: 7,
          actual: 8,
          newer: [{ version: 8, id: 'newer-1', type: 'RelapseSignalObserved' }],
        },
      ]);
    });

    it('names a header that is no version', async () => {
      const told = await send('match', signal('match', 'red', { id: 'x' }), { 'if-match': 'W/"7"' });
      expect([told.status, told.json['reason'], told.json['path']]).toEqual([400, 'bad-header', 'If-Match']);
    });
  });

  describe('what is not recorded', () => {
    it('names the field that does not fit', async () => {
      const events = [signal('bad', 'green', { id: 'b1' }), signal('bad', 'purple', { id: 'b2' })];
      const told = await send('bad', { events });
      expect([told.status, told.json]).toEqual([
        400,
        {
          type: 'urn:waakvlam:problem:malformed',
          title: 'An event does not have the agreed shape',
          status: 400,
          detail: 'events.1.data.level: the value does not fit the contract of events.',
          instance: '/api/families/bad/events',
          path: 'events.1.data.level',
          reason: 'malformed',
          nextStep: 'Correct the field that path names. Nothing was recorded.',
          event: 1,
          fault: 'invalid',
        },
      ]);
      expect((await served.get('/api/families/bad/status')).status).toBe(404);
    });

    it('says why a fact cannot be meant, and what to do', async () => {
      await record('meant');
      const checkIn = {
        party: 'party:gp',
        agreement: 'a1',
        result: 'kept',
        personsSeen: [],
        childAlone: false,
        joint: false,
        worry: 0,
      };
      const told = await send('meant', fact('meant', 'MonitorCheckedIn', checkIn, { id: 'm1' }));
      expect([told.status, told.json]).toMatchObject([
        422,
        {
          reason: 'refused',
          refusal: 'never-accepted',
          path: 'data.party',
          nextStep: expect.stringContaining('Record the acceptance first') as string,
        },
      ]);
      const dutch = await served.post(
        '/api/families/meant/events',
        fact('meant', 'MonitorCheckedIn', checkIn, { id: 'm1' }),
        { 'accept-language': 'nl' },
      );
      expect([dutch.status, dutch.headers['content-language'], dutch.json['nextStep']]).toEqual([
        422,
        'nl',
        'Deze partij heeft nooit ja gezegd tegen het letten op deze afspraak. Leg dat eerst vast, of leg een ander soort contact vast.',
      ]);
    });

    it('does not take a time that only the log sets, nor a fact of another family', async () => {
      const early = await send('own', signal('own', 'red', { id: 'o1', recordedAt: '2020-01-01T00:00:00Z' }));
      expect([early.status, early.json['path']]).toEqual([400, 'recordedAt']);
      const other = await send('own', signal('other', 'red', { id: 'o2' }));
      expect([other.status, other.json['refusal']]).toEqual([422, 'other-family']);
    });

    it('asks for an id if there is no key', async () => {
      const told = await send('noid', signal('noid', 'red'));
      expect([told.status, told.json['path'], told.json['fault']]).toEqual([400, 'id', 'missing']);
    });

    const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    it.each([
      ['broken JSON', json(), '{"events": [', 400, 'bad-json'],
      ['a body that nests deeper than a stack', json(), `{"type":"X","data":${nested}}`, 400, 'too-deep'],
      ['an empty list', json(), '{"events": []}', 400, 'no-events'],
      ['a number', json(), '4', 400, 'no-events'],
      ['no body', json(), '', 400, 'no-events'],
      ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=1', 415, 'wrong-media-type'],
      ['no content type', {}, '{}', 415, 'wrong-media-type'],
      [
        'an unknown charset',
        json({ 'content-type': 'application/json; charset=klingon' }),
        '{}',
        415,
        'wrong-media-type',
      ],
      ['an unknown encoding', json({ 'content-encoding': 'zip' }), '{}', 415, 'wrong-media-type'],
      ['broken compression', json({ 'content-encoding': 'gzip' }), 'x', 400, 'bad-body'],
      ['a body of more than a MiB', json(), JSON.stringify('x'.repeat(1_100_000)), 413, 'too-large'],
      ['too many events', json(), JSON.stringify({ events: Array(1001).fill({}) }), 413, 'too-large'],
      ['a key with spaces', json({ 'idempotency-key': 'a b' }), '{}', 400, 'bad-header'],
      ['a page of another site', json({ 'sec-fetch-site': 'cross-site' }), '{}', 403, 'foreign-origin'],
      ['another origin', json({ origin: 'http://elsewhere.example' }), '{}', 403, 'foreign-origin'],
      ['a name that was pointed here', json({ host: 'elsewhere.example' }), '{}', 421, 'foreign-host'],
    ])('refuses %s and writes nothing', async (_what, headers, body, status, reason) => {
      const before = await served.position();
      const told = await served.ask('POST', '/api/families/x/events', { headers, body });
      expect([told.status, told.json['reason'], told.headers['content-type']]).toEqual([
        status,
        reason,
        'application/problem+json; charset=utf-8',
      ]);
      expect(await served.position()).toBe(before);
    });
  });
});
