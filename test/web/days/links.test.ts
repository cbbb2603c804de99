import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fact, serve } from '../server.ts';
import type { Asker, Served, Told } from '../server.ts';
import { clockAt, fill, minutesLater, namedFamily, sealedNames } from './stage.ts';

/** A used, forged or stolen link reveals nothing: not to who holds it, and not to who reads what the server keeps. */

const family = 'fam-ada';
const school = 'party:school';
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const checkIn = 'do=check-in&round=0&result=kept&worry=0';

let served: Served;
let monitor: Asker;
beforeAll(async () => {
  clockAt('2026-03-10T09:00:00+01:00');
  served = await serve();
  await fill(served, family, [
    ...namedFamily(family),
    fact(family, 'PartyInvolved', { party: 'party:vt', kind: 'veilig_thuis', informal: false }),
  ]);
  served.relate('monitor', family);
  monitor = await served.as('monitor');
});
afterAll(async () => {
  vi.useRealTimers();
  await served.close();
});

interface Made {
  readonly path: string;
  readonly code: string;
}

async function make(code = 'no'): Promise<Made> {
  const told = await monitor.ask('POST', `/families/${family}/links`, {
    headers: form,
    body: `party=${school}&do=make&code=${code}`,
  });
  const path = /<code>http:\/\/[^/]+(\/w\/[\w-]{43})<\/code>/.exec(told.text)?.[1] ?? '';
  expect(path).not.toBe('');
  return { path, code: /class="code">(\d{4})</.exec(told.text)?.[1] ?? '' };
}

const post = (path: string, body: string, asker = served.asNobody) =>
  asker.ask('POST', path, { headers: form, body });

/** Everything of an answer but the clock of the machine. */
function bytes({ status, headers, text }: Told): string {
  const { date: _, ...rest } = headers;
  return JSON.stringify({ status, headers: rest, text });
}

const forged = `/w/${'x'.repeat(43)}`;
const answers = async (path: string) =>
  [
    await served.asNobody.get(path),
    await served.asNobody.get(`${path}?lang=en`),
    await post(path, checkIn),
  ].map(bytes);

describe('a link that does not work', () => {
  it('gives one answer, byte for byte, whether it was forged, replaced, revoked or has expired', async () => {
    const none = await answers(forged);
    expect(none.map((text) => (JSON.parse(text) as Told).status)).toEqual([404, 404, 404]);
    expect(none[1]).toBe(none[0]);
    expect(none[2]).toBe(none[0]);

    const first = await make();
    expect((await served.asNobody.get(first.path)).status).toBe(200);
    const second = await make();
    expect(await answers(first.path)).toEqual(none);

    expect((await served.asNobody.get(second.path)).status).toBe(200);
    await post(`/families/${family}/links`, `party=${school}&do=end`, monitor);
    expect(await answers(second.path)).toEqual(none);

    const third = await make();
    const withCode = await make('');
    expect(await answers(third.path)).toEqual(none);
    expect((await served.asNobody.get(withCode.path)).status).toBe(200);
    minutesLater(90 * 24 * 60);
    expect(await answers(withCode.path)).toEqual(none);
    expect(await answers('/w/x')).toEqual(none);
    monitor = await served.as('monitor');
  });

  it('ends after five wrong codes, and then not even the right one opens it', async () => {
    const none = await answers(forged);
    const { path, code } = await make('');
    const wrong = code === '0000' ? '0001' : '0000';
    const tries: number[] = [];
    for (let left = 4; left > 0; left -= 1) {
      const told = await post(path, `code=${wrong}`);
      tries.push(told.status);
      expect(told.text).toContain(`U kunt het nog ${left} keer proberen.`);
      expect(told.headers['set-cookie']).toBeUndefined();
    }
    expect(tries).toEqual([422, 422, 422, 422]);
    expect(bytes(await post(path, `code=${wrong}`))).toBe(none[0]);
    expect(bytes(await post(path, `code=${code}`))).toBe(none[0]);
    expect(await answers(path)).toEqual(none);
  });

  it('cannot be answered without the code, nor with the proof of another link', async () => {
    const before = await served.position();
    const first = await make('');
    const opened = await post(first.path, `code=${first.code}`);
    expect(opened.status).toBe(303);
    const cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
    const asFirst = { headers: { cookie, ...form }, body: checkIn };
    const second = await make('');
    for (const told of [
      await post(second.path, checkIn),
      await served.asNobody.ask('POST', second.path, asFirst),
    ]) {
      expect(told.status).toBe(422);
      expect(told.text).not.toContain('Is de afspraak gehouden?');
    }
    expect(await served.position()).toBe(before);
  });
});

it('names nobody on any page of the link, and records a check-in that is sent twice at once once', async () => {
  const { path } = await make();
  const pages = ['', '?lang=en', '?do=bell', '?do=stop', '?sent=bell', '?sent=worried', '?sent=away'];
  const told = [
    ...(await Promise.all(pages.map((more) => served.asNobody.get(`${path}${more}`)))),
    await post(path, 'do=check-in&round=0'),
    await post(path, 'do=bell&round=0'),
  ];
  expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200, 422, 422]);
  for (const { text, headers } of told) {
    const all = JSON.stringify([text, headers]);
    for (const name of [...Object.values(sealedNames), family, 'person:', 'party:', 'Zonneveld', 'Monitor'])
      expect(all).not.toContain(name);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
    expect(text).toContain('name="robots" content="noindex, nofollow"');
  }
  const before = await served.position();
  const twice = await Promise.all([post(path, checkIn), post(path, checkIn)]);
  expect(twice.map(({ status }) => status)).toEqual([303, 303]);
  expect(await served.position()).toBe(before + 1);
});

it('keeps neither the secret nor a name where people or programs may read it', async () => {
  const { path } = await make();
  await served.asNobody.get(path);
  await post(path, `${checkIn}&text=Het+kind+huilde.`);
  const secrets = [path.slice(3), ...Object.values(sealedNames), 'Zonneveld', 'huilde'];
  const office = new DatabaseSync(join(served.folder, 'office.db'), { readOnly: true });
  const tables = office.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
  expect(tables.map(({ name }) => name)).toContain('sessions');
  for (const { name } of tables) {
    const rows = JSON.stringify(office.prepare(`SELECT * FROM ${String(name)}`).all());
    for (const secret of secrets) expect(rows, String(name)).not.toContain(secret);
  }
  office.close();
  for (const file of readdirSync(served.folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  )) {
    const content = readFileSync(join(file.parentPath, file.name));
    for (const secret of secrets) expect(content.includes(secret), `${file.name}: ${secret}`).toBe(false);
  }
});
