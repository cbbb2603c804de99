import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openOffice } from '../../../src/access/office.ts';
import { relationsSchema, workingRelations } from '../../../src/access/relations.ts';
import { FamilyId, PartyId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { signedIn, writePeople } from '../people.ts';
import { namedFamily, sealedNames } from './stage.ts';

/** What an operator reads while a watcher reports: never who, never about whom, never the link. */

const family = 'fam-ada';
let folder: string;
let child: ChildProcess | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waakvlam-log-'));
  writePeople(folder);
  const office = openOffice(folder, [relationsSchema]);
  workingRelations(office, () => Date.now() as Instant).give({
    ground: 'own',
    holder: 'tester',
    family: FamilyId.parse(family),
    party: PartyId.parse('party:team'),
    givenBy: 'test',
    why: 'administrator',
  });
  office.close();
});
afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

it('logs what was asked and how it ended, and neither a link nor a name nor an id', async () => {
  const main = join(import.meta.dirname, '../../../src/main.ts');
  const running = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main], {
    env: { PATH: process.env['PATH'], WAAKVLAM_PORT: '0', WAAKVLAM_DATA: folder },
  });
  child = running;
  let log = '';
  running.stderr.on('data', (part: Buffer) => (log += part.toString()));
  const address = await new Promise<string>((resolve) => {
    let said = '';
    running.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const found = /http:\/\/[\w.:]+/.exec(said);
      if (found) resolve(found[0]);
    });
  });

  const { headers } = await signedIn(address);
  const filled = await fetch(`${address}/api/families/${family}/events`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'idempotency-key': 'fill-once-only' },
    body: JSON.stringify({ events: namedFamily(family) }),
  });
  expect(filled.status).toBe(201);
  const made = await fetch(`${address}/families/${family}/links`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ party: 'party:school', do: 'make', code: 'no' }),
  });
  const path = /<code>http:\/\/[^/]+(\/w\/[\w-]{43})<\/code>/.exec(await made.text())?.[1] ?? '';
  expect((await fetch(`${address}${path}`)).status).toBe(200);
  const told = await fetch(`${address}${path}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      do: 'check-in',
      round: '0',
      result: 'kept',
      worry: '0',
      text: 'Het kind huilde.',
    }),
  });
  expect(told.status).toBe(303);
  expect((await fetch(`${address}${path}x`)).status).toBe(404);
  const ended = new Promise((resolve) => running.on('close', resolve));
  running.kill('SIGTERM');
  await ended;

  expect(log).toMatch(/"method":"GET","route":"\/w\/:secret","status":200/);
  expect(log).toMatch(/"method":"POST","route":"\/w\/:secret","status":303/);
  expect(log).toMatch(/"method":"GET","route":"\/w\/:secret","status":404/);
  expect(path).toHaveLength(46);
  for (const secret of [path.slice(3), family, 'party:', 'person:', ...Object.values(sealedNames), 'huilde'])
    expect(log).not.toContain(secret);
});
