import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventTypes } from '../../src/domain/event.ts';
import { langs } from '../../src/web/words/lang.ts';
import { eventNames } from '../../src/web/words/events.ts';
import { record, serve, signal } from './server.ts';
import type { Served } from './server.ts';

/** What a reader is shown. */

let served: Served;
beforeAll(async () => {
  served = await serve();
  await record(served, 'ada');
  const late = signal('ada', 'red', {
    id: 'red-1',
    occurred: '2025-03-01',
    reportedAt: '2025-03-02T10:00:00+01:00',
    sealed: { text: 'SECRET' },
  });
  await served.post('/api/families/ada/events', late);
});
afterAll(() => served.close());

const all = [
  '/queue',
  '/families',
  '/families/ada',
  '/families/ada/coverage',
  '/families/ada/decide',
  '/families/ada/relapse',
  '/families/ada/plan',
  '/families/ada/network',
  '/families/ada/timeline',
  '/families/ada?at=2024-01-01T10:00',
  '/families?q=zzz',
  '/nothing',
];

describe.each(all)('%s', (path) => {
  it.each(langs)('is one page in %s: one h1, no heading skipped, help lines, a skip link', async (lang) => {
    const { text } = await served.get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
    expect(text).toMatch(new RegExp(`^<!doctype html>\n<html lang="${lang}">`));
    const levels = [...text.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    levels.forEach((level, index) => {
      expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    });
    expect(text).toContain('112');
    expect(text).toContain('0800-2000');
    expect(text).toContain('href="#content"');
    expect(text).not.toMatch(/<script(?! src=)|<style| style=| on[a-z]+=/);
    expect(text).not.toContain('undefined');
    expect(text).not.toContain('SECRET');
  });

  it('has a caption and scopes in every table, and every id once', async () => {
    const { text } = await served.get(path);
    const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
    expect(count(/<table/g)).toBe(count(/<caption/g));
    expect(count(/<th[ >]/g)).toBe(count(/<th scope="(col|row)"/g));
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

it('opens with the relapse queue once something is stored', async () => {
  const told = await served.get('/?lang=en');
  expect([told.status, told.headers['location']]).toEqual([303, '/queue?lang=en']);
});

it('shows unknown as unknown', async () => {
  const { text } = await served.get('/families');
  expect(text).toContain('niet vast te stellen; stilte is geen veiligheid');
});

it('shows both kinds of rules, what is missing, and the fact that a status rests on', async () => {
  const { text } = await served.get('/families/ada');
  for (const rule of ['L1', 'D1', 'D6', 'U1', 'U11']) expect(text).toContain(`>${rule}</span>`);
  expect(text).toContain(
    'Een rood signaal of een acute bel staat nog open: terugvalsignaal op 1 maart 2025.',
  );
  expect(text).toContain('href="/families/ada/facts/red-1"');
});

it('marks what was recorded late', async () => {
  expect((await served.get('/families/ada/timeline')).text).toMatch(/\d+ maanden later vastgelegd/);
});

it('shows Amsterdam time and keeps the viewpoint in every link and in the form', async () => {
  const { text } = await served.get('/families/ada?at=2025-07-01T12:00:00Z');
  expect(text).toContain('U kijkt niet naar nu.');
  expect(text).toContain('1 jul 2025 14:00');
  expect(text).toContain('name="at" type="datetime-local" value="2025-07-01T14:00"');
  expect(text).toContain('name="known-at" type="datetime-local" value aria');
  expect(text).toContain('/families/ada/timeline?at=2025-07-01T12%3A00%3A00Z');
  expect(text).not.toContain('live.js');
});

it('names the field that holds no instant', async () => {
  const told = await served.get('/families/ada?known-at=gisteren');
  expect(told.status).toBe(400);
  expect(told.text).toContain('Veld: <code>known-at</code>');
  expect(told.text).toContain('Dit is geen moment');
});

it('says what is not there', async () => {
  expect((await served.get('/families/zoe')).text).toContain('Dit gezin is niet bekend');
  expect((await served.get('/families/ada?known-at=2020-01-01T00:00')).text).toContain(
    'was op dat moment nog niets bekend',
  );
  expect((await served.get('/families?q=zzz')).text).toContain('Geen gezin gevonden.');
});

it('never shows what came in as markup', async () => {
  const { text } = await served.get(`/families?q=${encodeURIComponent('"><b>x')}`);
  expect(text).not.toContain('<b>x');
});

it('has a name for every type of event in every language', () => {
  for (const type of eventTypes) for (const lang of langs) expect(eventNames[type][lang]).toMatch(/\w/);
});
