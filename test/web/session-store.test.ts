import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cookie } from 'express-session';
import type { SessionData } from 'express-session';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountsIn, accountsSchema } from '../../src/access/accounts.ts';
import { openOffice } from '../../src/access/office.ts';
import type { Office } from '../../src/access/office.ts';
import { peopleOf } from '../../src/access/people.ts';
import { sessionsIn, sessionsSchema } from '../../src/access/sessions.ts';
import type { Sessions } from '../../src/access/sessions.ts';
import { readUsers, writeUsers } from '../../src/access/users-file.ts';
import { beginning, never } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { testPassword, writePeople } from './people.ts';

/** How long a session lasts, by a clock that we set. */

const minute = 60_000;
let folder: string;
let office: Office;
let sessions: Sessions;
let now: Instant;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waakvlam-office-'));
  office = openOffice(folder, [accountsSchema, sessionsSchema]);
  now = Date.UTC(2026, 2, 1) as Instant;
  const limits = { idleMs: 30 * minute, longestMs: 12 * 60 * minute };
  sessions = sessionsIn({ office, now: () => now, cookie: { httpOnly: true }, ...limits });
});
afterEach(() => {
  office.close();
  rmSync(folder, { recursive: true });
});

const begin = (id: string, facts: Partial<SessionData>) => {
  sessions.store.set(id, { cookie: new Cookie(), ...facts } as SessionData);
};
const after = (minutes: number) => {
  now = (now + minutes * minute) as Instant;
};

it('ends when nobody works in it for half an hour', () => {
  begin('a', { account: 'noor' });
  after(29);
  expect(sessions.isAlive('a')).toBe(true);
  sessions.used('a');
  after(29);
  expect(sessions.isAlive('a')).toBe(true);
  after(1);
  expect(sessions.isAlive('a')).toBe(false);
});

it('ends after twelve hours, however busy', () => {
  begin('a', { account: 'noor' });
  for (let quarter = 0; quarter < 47; quarter += 1) {
    after(15);
    sessions.used('a');
  }
  expect(sessions.isAlive('a')).toBe(true);
  after(15);
  expect(sessions.isAlive('a')).toBe(false);
});

it('waits a quarter of an hour for somebody who went to sign in elsewhere', () => {
  begin('a', { pending: '{}' });
  after(14);
  expect(sessions.isAlive('a')).toBe(true);
  after(1);
  expect(sessions.isAlive('a')).toBe(false);
});

it('ends every session of one account at once, and nobody else’s', () => {
  begin('a', { account: 'noor' });
  begin('b', { account: 'noor' });
  begin('c', { account: 'kees' });
  expect(sessions.endAllOf('noor')).toBe(2);
  expect(['a', 'b', 'c'].map(sessions.isAlive)).toEqual([false, false, true]);
});

it('keeps no secret that somebody could sign in with, and forgets what is over', () => {
  begin('a-secret-id', { account: 'noor' });
  expect(JSON.stringify(office.db.prepare('SELECT * FROM sessions').all())).not.toContain('a-secret-id');
  after(31);
  begin('b', { account: 'kees' });
  expect(office.db.prepare('SELECT account FROM sessions').all()).toEqual([
    Object.assign(Object.create(null), { account: 'kees' }),
  ]);
});

const peopleHere = (isInvented = false) =>
  peopleOf({ folder, accounts: accountsIn(office), allowsLocal: true, isInvented: () => isInvented });

it('takes a role, an account or a password away at the next request', () => {
  writePeople(folder);
  const people = peopleHere();
  expect(people.find('tester', now)?.roles).toEqual(['monitor', 'team']);
  const change = (alter: Parameters<ReturnType<typeof readUsers>['map']>[0]) => {
    writeUsers(folder, readUsers(folder).map(alter) as ReturnType<typeof readUsers>);
  };
  change((person) => ({ ...person, roles: ['team'] }));
  expect(people.find('tester', now)?.roles).toEqual(['team']);
  change((person) => ({ ...person, changedAt: '2026-03-01T00:00:01.000Z' }));
  expect(people.find('tester', now)).toBeUndefined();
  expect(people.find('tester', never)?.id).toBe('tester');
  writeUsers(folder, []);
  expect(people.find('tester', never)).toBeUndefined();
});

it('recognises people by their password alone, invented ones only among invented data', async () => {
  writePeople(folder);
  expect((await peopleHere().recognise('tester', testPassword))?.name).toBe('Toos Tester');
  expect(await peopleHere().recognise('tester', `${testPassword} `)).toBeNull();
  expect(await peopleHere().recognise('demo-monitor-1', 'verzonnen-mensen')).toBeNull();
  expect((await peopleHere(true).recognise('demo-monitor-1', 'verzonnen-mensen'))?.name).toBe('Noor Verbeek');
  expect(peopleHere().find('demo-monitor-1', beginning)).toBeUndefined();
});

it.each([
  ['{', 'cannot be understood'],
  ['{"version":1,"people":[{"id":"Noor"}]}', 'at people.0.id'],
  ['{"version":2,"people":[]}', 'at version'],
])('names a broken file and what to do: %s', async (text, words) => {
  const { writeFile } = await import('node:fs/promises');
  await writeFile(join(folder, 'users.json'), text);
  expect(() => peopleHere()).toThrow(words);
  expect(() => peopleHere()).toThrow('Put back a backup of this file');
});

it('writes passwords that cannot be read back', () => {
  writePeople(folder);
  expect(readFileSync(join(folder, 'users.json'), 'utf8')).not.toContain(testPassword);
});
