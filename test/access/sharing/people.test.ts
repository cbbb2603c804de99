import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { SessionData } from 'express-session';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { accountsIn, accountsSchema } from '../../../src/access/accounts.ts';
import { draftsIn, draftsSchema } from '../../../src/access/drafts.ts';
import { meetingsIn, meetingsSchema } from '../../../src/access/meetings.ts';
import { openOffice } from '../../../src/access/office.ts';
import { savedViewsIn, savedViewsSchema } from '../../../src/access/saved-views.ts';
import { sessionsIn, sessionsSchema } from '../../../src/access/sessions.ts';
import { shareOffice } from '../../../src/access/sharing/share.ts';
import { FamilyId } from '../../../src/domain/ids.ts';
import { parseInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { exchangeHere } from '../../support/exchange.ts';
import type { ExchangeHere } from '../../support/exchange.ts';

/** What two nodes know of the people who use them. */

const masterKey = Uint8Array.from({ length: 32 }, (_, index) => index);
const schemas = [accountsSchema, draftsSchema, meetingsSchema, savedViewsSchema, sessionsSchema];

let folder: string;
let clock: Instant;
let exchange: ExchangeHere;
const open: (() => Promise<void>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waakvlam-sharing-'));
  clock = parseInstant('2026-03-02T09:00:00Z') as Instant;
  exchange = exchangeHere();
});
afterEach(async () => {
  for (const close of open.splice(0)) await close();
  rmSync(folder, { recursive: true });
});

async function node(name: string) {
  const office = openOffice(join(folder, name), schemas);
  const now = () => clock;
  const line = exchange.line();
  const sharing = await shareOffice({ office, exchange: line, masterKey, now, failed: () => undefined });
  open.push(async () => {
    await sharing.close();
    office.close();
  });
  const cookie = { path: '/' };
  const sessions = sessionsIn({ office, now, cookie, idleMs: 1_800_000, longestMs: 43_200_000 });
  const set = promisify((id: string, session: SessionData, done: (error?: unknown) => void) => {
    sessions.store.set(id, session, done);
  });
  const end = promisify((id: string, done: (error?: unknown) => void) => {
    sessions.store.destroy(id, done);
  });
  return {
    line,
    sessions,
    signIn: (id: string, account: string) => set(id, { account } as SessionData),
    signOut: end,
    accounts: accountsIn(office),
    drafts: draftsIn(office, masterKey),
    meetings: meetingsIn(office),
    saved: savedViewsIn(office),
  };
}

const later = (ms: number) => {
  clock = (clock + ms) as Instant;
};

it('who signs in through one node is signed in on the other, and signing out there ends it on both', async () => {
  const [a, b] = [await node('a'), await node('b')];
  await a.signIn('s1', 'noor');
  await expect.poll(() => b.sessions.isAlive('s1')).toBe(true);
  expect(b.sessions.live().get('noor')?.count).toBe(1);
  await b.signOut('s1');
  await expect.poll(() => a.sessions.isAlive('s1')).toBe(false);
});

it('a session that was ended on one node is not revived by its use on another that had not heard', async () => {
  const [a, b] = [await node('a'), await node('b')];
  await a.signIn('s1', 'noor');
  await expect.poll(() => b.sessions.isAlive('s1')).toBe(true);
  b.line.cut();
  await a.signOut('s1');
  later(600_000);
  b.sessions.used('s1');
  b.line.mend();
  await expect.poll(() => b.sessions.isAlive('s1')).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(a.sessions.isAlive('s1')).toBe(false);
});

it('work through one node keeps a session alive on the other', async () => {
  const [a, b] = [await node('a'), await node('b')];
  await a.signIn('s1', 'noor');
  await expect.poll(() => b.sessions.isAlive('s1')).toBe(true);
  later(1_500_000);
  b.sessions.used('s1');
  const until = (clock + 1_800_000) as Instant;
  await expect.poll(() => a.sessions.endOf('s1')?.at).toBe(until);
});

it('who is signed out everywhere is so on every node, also from a session not yet heard of', async () => {
  const [a, b] = [await node('a'), await node('b')];
  a.line.cut();
  await a.signIn('s1', 'noor');
  later(1000);
  b.sessions.endAllOf('noor');
  a.line.mend();
  await expect.poll(() => a.sessions.isAlive('s1')).toBe(false);
  later(1000);
  await a.signIn('s2', 'noor');
  await expect.poll(() => b.sessions.isAlive('s2')).toBe(true);
  expect(b.sessions.isAlive('s1')).toBe(false);
});

it('a role that was taken away at the last sign-in is gone on every node, whichever clock was ahead', async () => {
  const [a, b] = [await node('a'), await node('b')];
  later(5000);
  a.accounts.told({ id: 'oidc-1', name: 'Noor', roles: ['monitor', 'administrator'] }, clock);
  await expect.poll(() => b.accounts.find('oidc-1')?.roles).toEqual(['monitor', 'administrator']);
  later(-3000);
  b.accounts.told({ id: 'oidc-1', name: 'Noor', roles: ['monitor'] }, clock);
  await expect.poll(() => a.accounts.find('oidc-1')?.roles).toEqual(['monitor']);
});

it('a meeting that was closed on one node is closed on the other, with the same agenda', async () => {
  const [a, b] = [await node('a'), await node('b')];
  const agenda = [FamilyId.parse('fam-a')];
  const begun = { id: 'm1', team: 'noord', openedBy: 'noor', openedAt: clock, participants: [], agenda };
  a.meetings.open(begun);
  await expect.poll(() => b.meetings.find('noord', 'm1')?.agenda).toEqual(agenda);
  b.line.cut();
  b.meetings.change('noord', 'm1', { participants: ['school'], agenda });
  later(1000);
  a.meetings.close('noord', 'm1', clock);
  b.line.mend();
  const expected = { ...begun, participants: ['school'], closedAt: clock };
  for (const { meetings } of [a, b]) await expect.poll(() => meetings.find('noord', 'm1')).toEqual(expected);
});

it('a saved view is kept and forgotten everywhere, and may be kept again', async () => {
  const [a, b] = [await node('a'), await node('b')];
  a.saved.keep('noor', { name: 'mine', query: 'sort=name' }, clock);
  await expect.poll(() => b.saved.of('noor')).toEqual([{ name: 'mine', query: 'sort=name' }]);
  b.saved.forget('noor', 'mine');
  await expect.poll(() => a.saved.of('noor')).toEqual([]);
  a.saved.keep('noor', { name: 'mine', query: 'sort=date' }, clock);
  await expect.poll(() => b.saved.of('noor')).toEqual([{ name: 'mine', query: 'sort=date' }]);
});

it('a form that could not be sent is found on every node, and is gone on every node once it was', async () => {
  const [a, b] = [await node('a'), await node('b')];
  const draft = {
    account: 'noor',
    key: 'k1',
    family: 'fam-a',
    address: {},
    values: { text: ['ada was seen'] },
  };
  a.drafts.keep(draft, clock);
  await expect.poll(() => b.drafts.find('noor', 'k1', clock)).toEqual({ ...draft, keptAt: clock });
  expect(b.drafts.ownerOf(a.drafts.pass('noor', 'k1'), 'k1')).toBe('noor');
  b.drafts.drop('noor', 'k1');
  await expect.poll(() => a.drafts.find('noor', 'k1', clock)).toBeNull();
});
