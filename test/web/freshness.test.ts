import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { renderToString } from 'preact-render-to-string';
import type { Instant } from '../../src/domain/instant.ts';
import type { Freshness } from '../../src/log/log.ts';
import { screen } from '../../src/web/parts/screen.ts';
import { StatusBadge } from '../../src/web/parts/small.tsx';
import { cutLine } from './behind.ts';
import { fact, record, serve, signal } from './server.ts';
import type { Served } from './server.ts';

/** What pages and programs are told while followers of the log may miss something. */

const line = cutLine();
let served: Served;
beforeAll(async () => {
  served = await serve({}, undefined, line.open);
  await record(served, 'ada');
});
afterEach(() => {
  line.mend();
});
afterAll(() => served.close());

/** Long ago, so that a page shows the day as well. */
const since = '2026-03-05T13:02:00.000Z';
const notice = 'Wat daarna is vastgelegd, staat hier misschien nog niet.';

const pages = [
  '/queue',
  '/families',
  '/families/ada',
  '/families/ada/plan',
  '/families/ada/timeline',
  '/families/ada/record',
  '/meetings',
  '/help',
  '/no-such-page',
] as const;

describe('a node that is behind', () => {
  it('is not ready, says since when and why, and lives', async () => {
    line.cut(since);
    const told = await served.asNobody.get('/ready');
    expect([told.status, told.headers['retry-after'], told.json]).toEqual([
      503,
      '5',
      {
        status: 'behind',
        reason: 'dropped',
        meaning: 'The connection with the log was lost and is being made again.',
        since,
      },
    ]);
    expect((await served.asNobody.get('/health')).status).toBe(200);
    line.mend();
    const again = await served.asNobody.get('/ready');
    expect([again.status, again.json]).toEqual([200, { status: 'ready' }]);
  });

  it.each(pages)(
    'says so on top of %s, with the hour and what to do, and not when it is live',
    async (path) => {
      const before = await served.get(path);
      expect(before.text).not.toContain(notice);
      line.cut(since);
      const { text } = await served.get(path);
      const said = /<main[^>]*>.*?<div class="behind" role="status">(.*?)<\/div>/s.exec(text)?.[1] ?? '';
      expect(said).toContain('<strong>Stand van 5 mrt 2026 14:02.</strong> ' + notice);
      expect(said).toContain('Bel uw collega');
      const english = (await served.get(`${path}?lang=en`)).text;
      expect(english).toContain('<strong>As of 5 Mar 2026 14:02.</strong> What was recorded after that');
    },
  );

  it('never says that nobody needs help without the hour up to which that is known', async () => {
    const more = 'betekent nu niet dat niemand hulp nodig heeft';
    expect((await served.get('/queue')).text).not.toContain(more);
    line.cut(since);
    for (const path of ['/queue', '/families/ada/relapse', '/families?q=nobody'])
      expect((await served.get(path)).text, path).toContain(more);
  });

  it('says it at a personal link in words that tell nothing, in both languages, whatever the link', async () => {
    const words = 'Wat daarna is veranderd, ziet u hier misschien nog niet.';
    const before = await served.asNobody.get('/w/nothing');
    expect(before.text).not.toContain(words);
    line.cut(since);
    const [one, other] = [await served.asNobody.get('/w/nothing'), await served.asNobody.get('/w/another')];
    expect(one.status).toBe(404);
    expect(one.text).toContain(`<strong>Stand van 5 mrt 2026 14:02.</strong> ${words}`);
    expect(one.text).toContain(
      '<strong>As of 5 Mar 2026 14:02.</strong> What changed after that may not be here',
    );
    expect(one.text).toBe(other.text);
  });

  it('shows no safe status without the hour up to which that is known', () => {
    const screenAt = (freshness: Freshness) =>
      screen({ lang: 'nl', isInvented: false, visitor: { kind: 'nobody' }, freshness: () => freshness });
    const shown = (freshness: Freshness) =>
      (['unsafe', 'unknown', 'direct', 'durable'] as const).map((status) =>
        renderToString(StatusBadge({ status, screen: screenAt(freshness) })).includes('stand van'),
      );
    const behind = { kind: 'behind', since: Date.parse(since) as Instant, why: 'stalled' } as const;
    expect(shown({ kind: 'live' })).toEqual([false, false, false, false]);
    expect(shown(behind)).toEqual([false, false, true, true]);
  });

  it('tells programs in a header beside every answer', async () => {
    const header = async (path: string) => (await served.get(path)).headers['waakvlam-freshness'];
    expect(await header('/api/queue')).toBe('live');
    line.cut(since);
    for (const path of [
      '/api/queue',
      '/api/families',
      '/api/families/ada/status',
      '/api/families/ada/timeline',
    ])
      expect(await header(path), path).toBe(`behind; since="${since}"`);
  });

  it('records, does not hang on what it cannot show yet, and shows it once it is up to date', async () => {
    line.cut(since);
    const written = await served.post('/api/families/ada/events', signal('ada', 'red', { id: 'red-1' }));
    expect(written.status).toBe(201);
    const after = (await served.position()) + 1;
    const late = await served.get(`/api/queue?after=${after}`);
    expect([late.status, late.headers['retry-after'], late.json]).toMatchObject([
      503,
      '5',
      { reason: 'behind', path: 'after', wanted: after, since },
    ]);
    const page = await served.get(`/queue?after=${after}`);
    expect(page.status).toBe(503);
    expect(page.text).toContain('Wat als vastgelegd is bevestigd, is bewaard.');
    expect(page.text).toContain(notice);
    line.mend();
    const shown = await served.get(`/api/queue?after=${after}`);
    expect([shown.status, (shown.json['queue'] as object[]).length]).toEqual([200, 1]);
  });
});

it('says on a page from live data how it stood at the hour at which it was made', async () => {
  const { text } = await served.get('/queue');
  expect(text).toMatch(/<p class="stand"><time datetime="\d{4}-[^"]*Z">Stand van \d\d:\d\d\.<\/time><\/p>/);
});

it('tells of a family what it tells of another: who learns that it is behind learns about nobody', async () => {
  await served.post(
    '/api/families/fam-known/events',
    fact('fam-known', 'PersonJoined', {
      person: 'person:x',
      role: 'child',
      household: 'home',
    }),
  );
  line.cut(since);
  const told = async (family: string) => (await served.as('other-team')).get(`/families/${family}`);
  const [known, unknown] = [await told('fam-known'), await told('fam-unknown')];
  expect(known.text.replaceAll('fam-known', '')).toBe(unknown.text.replaceAll('fam-unknown', ''));
});
