import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waakvlam } from '../support/command.ts';
import { serve } from './server.ts';
import type { Served } from './server.ts';

/** What the pages of one family say, on fixed days of the contract's scenarios. */

let served: Served;
beforeAll(async () => {
  served = await serve({}, async (folder) => {
    const file = join(folder, 'scenarios.jsonl');
    const names = ['02-silence-is-not-safety', '08-coercive-control'];
    const events = names.flatMap((name) => {
      const path = join(import.meta.dirname, '../scenarios', `${name}.json`);
      return (JSON.parse(readFileSync(path, 'utf8')) as { events: object[] }).events;
    });
    writeFileSync(file, events.map((event) => JSON.stringify(event)).join('\n'));
    await waakvlam(['import', file, '--data', folder]);
  });
}, 60_000);
afterAll(() => served.close());

const on = (family: string, at: string, page = '') =>
  served.get(`/families/${family}${page}?at=${encodeURIComponent(at)}&known-at=${encodeURIComponent(at)}`);

it('D4: says who saw the child last, and that there is no sight since', async () => {
  const { text } = await on('fam-dijk', '2025-04-10T12:00:00+02:00');
  expect(text).toContain(
    'Aunt zag child voor het laatst op 8 januari 2025 en school op 7 januari 2025; daarna is er geen zicht. Nodig zijn 2 verschillende onafhankelijke partijen.',
  );
  expect(text).toContain('We weten het niet.');
  const heads = [...text.matchAll(/<p class="person-status">(.*?)<\/p>/g)].map(([, head]) => head ?? '');
  expect(heads.length).toBeGreaterThan(0);
  for (const head of heads) expect(head).not.toMatch(/Direct veilig|Duurzaam veilig|status-d/);
});

it('D1: names who must still consent freely where somebody may be afraid', async () => {
  const { text } = await on('fam-jansen', '2025-04-10T12:00:00+02:00');
  expect(text).toContain(
    'Father en mother moeten nog instemmen met afspraak a1, zonder dat de ander erbij is.',
  );
});

it('shows two numbers and whom each party saw last, and offers nothing to record in the past', async () => {
  const { text } = await on('fam-dijk', '2025-04-10T12:00:00+02:00', '/coverage');
  expect(text).toContain('2 partijen zeiden ja; 0 kijken echt mee.');
  expect(text).toContain('laatst op 7 januari 2025: afspraak nagekomen, zag child, kind alleen gezien');
  expect(text).not.toMatch(/<main.*href="[^"]*\/record\/.*<\/main>/);
});

it('leads from everything that is missing to a form that opens', async () => {
  const opened = new Set<string>();
  for (const page of ['', '/coverage', '/plan', '/network', '/relapse']) {
    const { text } = await served.get(`/families/fam-dijk${page}`);
    const links = [...text.matchAll(/href="([^"]*\/record\/[^"]*)"/g)].map(([, href]) =>
      (href ?? '').replaceAll('&amp;', '&'),
    );
    for (const link of new Set(links)) {
      expect([link, (await served.get(link)).status]).toEqual([link, 200]);
      opened.add(link);
    }
  }
  expect(opened.size).toBeGreaterThan(10);
});

it('keeps what was filled in and asks again before a decision above the evidence', async () => {
  const body = 'key=test-key-1&version=21&person=family&status=direct&judges=party%3Ateam&reasons=BECAUSE';
  const told = await served.ask('POST', '/families/fam-dijk/decide', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
  expect(told.status).toBe(422);
  expect(told.text).toContain('laten de feiten nu hoogstens zien: onbekend');
  expect(told.text).toContain('BECAUSE');
});

it('does not close an alarm that only help can end', async () => {
  const told = await served.ask('POST', '/families/fam-dijk/alarm', {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'act=close&rule=L1&subject=person%3Achild',
  });
  expect(told.status).toBe(409);
});
