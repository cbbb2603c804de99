import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SessionData } from 'express-session';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountsIn, accountsSchema } from '../../../src/access/accounts.ts';
import { draftsIn, draftsSchema } from '../../../src/access/drafts.ts';
import { journal, journalSchema } from '../../../src/access/journal.ts';
import { meetingsIn, meetingsSchema } from '../../../src/access/meetings.ts';
import { openOffice } from '../../../src/access/office.ts';
import { savedViewsIn, savedViewsSchema } from '../../../src/access/saved-views.ts';
import { sessionsIn, sessionsSchema } from '../../../src/access/sessions.ts';
import { inboxOf } from '../../../src/access/sharing/inbox.ts';
import { outboxOf } from '../../../src/access/sharing/outbox.ts';
import { sharedTables } from '../../../src/access/sharing/tables.ts';
import { parseInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';

/** What nodes know of people is the same on all once all have heard all, whatever the order. */

const start = parseInstant('2026-03-02T09:00:00Z') as Instant;
const schemas = [
  accountsSchema,
  draftsSchema,
  journalSchema,
  meetingsSchema,
  savedViewsSchema,
  sessionsSchema,
];
const tables = sharedTables.filter(({ name }) => /^(account|draft|meeting|saved|session)/.test(name));

interface Told {
  readonly id: string;
  readonly change: string;
  readonly node: string;
  readonly place: number;
}

function node(folder: string, now: () => Instant) {
  const office = openOffice(folder, schemas);
  const outbox = outboxOf(office);
  const inbox = inboxOf(office, outbox.node);
  const sessions = sessionsIn({ office, now, cookie: {}, idleMs: 10 * 3_600_000, longestMs: 12 * 3_600_000 });
  return {
    accounts: accountsIn(office),
    drafts: draftsIn(office, new Uint8Array(32)),
    meetings: meetingsIn(office),
    saved: savedViewsIn(office),
    sessions,
    log: journal(office),
    send(): Told[] {
      const sent: Told[] = [];
      for (;;) {
        const waiting = outbox.next(3);
        const last = waiting.at(-1);
        if (!last) return sent;
        sent.push(...waiting.map(({ id, change }) => ({ id, change, node: outbox.node, place: 0 })));
        outbox.sent(last.lane, last.n);
      }
    },
    hear(told: readonly Told[]) {
      inbox.take('kept', told);
    },
    holds: () =>
      Object.fromEntries(
        tables.map(({ name, key }) => [
          name,
          office.db.prepare(`SELECT * FROM ${name} ORDER BY ${key.join(', ')}`).all(),
        ]),
      ),
    close() {
      inbox.close();
      office.close();
    },
  };
}

const step = fc.record({
  at: fc.integer({ min: 0, max: 2 }),
  what: fc.constantFrom(
    ...([
      'draft',
      'drop',
      'keep',
      'forget',
      'in',
      'use',
      'out',
      'all out',
      'told',
      'open',
      'change',
    ] as const),
    ...(['close', 'look', 'send', 'hear', 'hear'] as const),
  ),
  who: fc.constantFrom('noor', 'noor', 'sam'),
  name: fc.constantFrom('a', 'a', 'b'),
  text: fc.constantFrom('one', 'two', 'three'),
  // Two steps of one node never fall in one millisecond here.
  passes: fc.integer({ min: 1, max: 300_000 }),
  seed: fc.nat(),
});

it('nodes know the same of people whatever the order', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 5, maxLength: 60 }),
      fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: 3, maxLength: 3 }),
      fc.nat(),
      (steps, skews, order) => {
        const root = mkdtempSync(join(tmpdir(), 'waakvlam-people-'));
        let time = start;
        const nodes = skews.map((skew, index) =>
          node(join(root, String(index)), () => (time + skew) as Instant),
        );
        const pool: Told[] = [];
        const made: string[] = [];
        let looks = 0;
        for (const { at, what, who, name, text, passes, seed } of steps) {
          time = (time + passes) as Instant;
          const here = nodes[at];
          if (!here) continue;
          const { accounts, drafts, meetings, saved, sessions, log } = here;
          const now = (time + (skews[at] ?? 0)) as Instant;
          const id = `${who}-${name}`;
          if (what === 'draft')
            drafts.keep({ account: who, key: name, family: 'f', address: {}, values: { text: [text] } }, now);
          if (what === 'drop') drafts.drop(who, name);
          if (what === 'keep') saved.keep(who, { name, query: text }, now);
          if (what === 'forget') saved.forget(who, name);
          if (what === 'in') {
            // The name of a session is drawn, and never given again.
            made.push(`session-${made.length}`);
            sessions.store.set(made.at(-1) ?? '', { account: who } as SessionData);
          }
          const session = made[seed % made.length] ?? 'none';
          if (what === 'use') sessions.used(session);
          if (what === 'out') sessions.store.destroy(session);
          if (what === 'all out') sessions.endAllOf(who);
          if (what === 'told') accounts.told({ id: who, name: text, roles: ['monitor'] }, now);
          if (what === 'open' && nodes.every((each) => each.meetings.find('noord', id) === null))
            meetings.open({
              ...{ id, team: 'noord', openedBy: who, openedAt: now },
              ...{ participants: [], agenda: [] },
            });
          if (what === 'change') meetings.change('noord', id, { participants: [text], agenda: [] });
          if (what === 'close') meetings.close('noord', id, now);
          if (what === 'look') {
            looks += 1;
            log.write([look(now)]);
          }
          if (what === 'send') pool.push(...here.send());
          if (what === 'hear') here.hear(shuffled(pool, seed).slice(0, 1 + (seed % 7)));
        }
        for (const each of nodes) pool.push(...each.send());
        for (const [index, each] of nodes.entries()) each.hear(shuffled(pool, order + index));
        const [first, ...others] = nodes.map((each) => each.holds());
        for (const other of others) expect(other).toEqual(first);
        for (const each of nodes) {
          expect(each.log.count({})).toBe(looks);
          for (const chain of [each.log.verify(), ...each.log.verifyOthers()])
            expect(chain.kind).toBe('whole');
          each.close();
        }
        rmSync(root, { recursive: true });
      },
    ),
    { numRuns: 100 },
  );
});

const look = (at: Instant) => ({
  ...{ at, event: 'read' as const, route: 'family', user: 'noor', name: 'Noor', responsible: 'noor' },
  ...{
    role: 'monitor',
    purpose: 'care',
    ground: 'own',
    outcome: 'granted' as const,
    address: '',
    session: '',
  },
});

/** The same for the same seed. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
  let state = seed % 2_147_483_648;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return all
    .map((one) => ({ one, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ one }) => one);
}
