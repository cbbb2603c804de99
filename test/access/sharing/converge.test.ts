import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emergencies, emergencySchema } from '../../../src/access/emergency.ts';
import { linksIn, linksSchema } from '../../../src/access/links.ts';
import { openOffice } from '../../../src/access/office.ts';
import { workingRelations } from '../../../src/access/relations.ts';
import { inboxOf } from '../../../src/access/sharing/inbox.ts';
import { outboxOf } from '../../../src/access/sharing/outbox.ts';
import type { Waiting } from '../../../src/access/sharing/outbox.ts';
import { sharedTables } from '../../../src/access/sharing/tables.ts';
import type { SharedTable } from '../../../src/access/sharing/tables.ts';
import { FamilyId, PartyId } from '../../../src/domain/ids.ts';
import { parseInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';

/** Nodes that hear the same in any order, with repetitions, hold the same; and nothing that was ended opens again. */

const start = parseInstant('2026-03-02T09:00:00Z') as Instant;
const families = ['fam-a', 'fam-a', 'fam-a', 'fam-b'].map((id) => FamilyId.parse(id));
const party = PartyId.parse('party:jgz');
const nodeCount = 3;

function node(folder: string, clock: () => Instant) {
  let office = openOffice(folder, [emergencySchema, linksSchema]);
  let outbox = outboxOf(office);
  let inbox = inboxOf(office, outbox.node);
  return {
    get relations() {
      return workingRelations(office, clock);
    },
    get emergencies() {
      return emergencies(office, workingRelations(office, clock), clock);
    },
    get links() {
      return linksIn(office);
    },
    send(): readonly Waiting[] {
      const sent: Waiting[] = [];
      for (;;) {
        const waiting = outbox.next(3);
        const last = waiting.at(-1);
        if (!last) return sent;
        sent.push(...waiting);
        outbox.sent(last.lane, last.n);
      }
    },
    hear(told: readonly Told[]) {
      inbox.take(
        'kept',
        told.map(({ id, change, from }) => ({ id, change, node: from, place: 0 })),
      );
    },
    restart() {
      this.close();
      office = openOffice(folder, [emergencySchema, linksSchema]);
      outbox = outboxOf(office);
      inbox = inboxOf(office, outbox.node);
    },
    close() {
      inbox.close();
      office.close();
    },
    holds: () =>
      Object.fromEntries(
        sharedTables
          .filter(isHere)
          .map(({ name, key }) => [
            name,
            office.db.prepare(`SELECT * FROM ${name} ORDER BY ${key.join(', ')}`).all(),
          ]),
      ),
    notUnderstood: () => office.db.prepare('SELECT * FROM not_understood').all(),
  };
}

/** Tables that this test writes. */
const isHere = ({ name }: SharedTable) => /^(relation|emergency|link)/.test(name);

interface Told extends Waiting {
  readonly from: string;
}

const step = fc.record({
  at: fc.integer({ min: 0, max: nodeCount - 1 }),
  what: fc.constantFrom(
    ...([
      'give',
      'give',
      'end',
      'end',
      'emergency',
      'see',
      'link',
      'revoke',
      'open',
      'wrong',
      'right',
    ] as const),
    ...(['send', 'hear', 'hear', 'restart'] as const),
  ),
  family: fc.constantFrom(...families),
  holder: fc.constantFrom('noor', 'noor', 'noor', 'sam'),
  passes: fc.integer({ min: 0, max: 60_000 }),
  seed: fc.nat(),
});

it(
  'nodes end in the same state whatever the order, and what was ended stays ended',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 5, maxLength: 60 }),
        fc.array(fc.integer({ min: -5000, max: 5000 }), { minLength: nodeCount, maxLength: nodeCount }),
        fc.nat(),
        (steps, skews, lastOrder) => {
          const root = mkdtempSync(join(tmpdir(), 'waakvlam-sharing-'));
          let time = start;
          const nodes = skews.map((skew, index) =>
            node(join(root, String(index)), () => (time + skew) as Instant),
          );
          const pool: Told[] = [];
          const codes = new Map<string, { readonly secret: string; readonly code: string }>();
          const ends: { holder: string; family: FamilyId; at: Instant }[] = [];
          const revoked: { family: FamilyId; at: Instant }[] = [];
          for (const { at, what, family, holder, passes, seed } of steps) {
            time = (time + passes) as Instant;
            const here = nodes[at];
            if (!here) continue;
            const now = (time + (skews[at] ?? 0)) as Instant;
            const { relations, links } = here;
            const link = links.of(family, now)[0];
            const told = link && codes.get(link.id);
            if (what === 'give')
              relations.give({ ground: 'own', holder, family, party, givenBy: 'ingrid', why: 'asked-in' });
            if (what === 'end') {
              const running = relations
                .ofHolder('own', holder)
                .find((each) => each.family === family && relations.isRunning(each));
              if (running && relations.end(running.id, `ended-by-${at}`))
                ends.push({ holder, family, at: now });
            }
            if (what === 'emergency')
              here.emergencies.open({
                by: { id: holder, name: holder, roles: ['monitor'] },
                family,
                reason: 'danger',
                note: '',
                noteId: '',
                until: (now + 86_400_000) as Instant,
              });
            if (what === 'see') {
              const [unseen] = here.emergencies.unseen('ingrid', [family]);
              if (unseen) here.emergencies.seen('ingrid', unseen.relation);
            }
            if (what === 'link') {
              const expiresAt = (now + 90 * 86_400_000) as Instant;
              const made = links.make({ family, party, madeFor: party, at: now, expiresAt, withCode: true });
              codes.set(made.link.id, { secret: made.secret, code: made.code ?? '' });
            }
            if (what === 'revoke' && links.end(family, party, now)) revoked.push({ family, at: now });
            if (what === 'open' && link) links.opened(link, now);
            if (what === 'wrong' && link && told) links.tryCode(link, told.secret, 'none', now);
            if (what === 'right' && link && told) links.tryCode(link, told.secret, told.code, now);
            if (what === 'send') pool.push(...here.send().map((each) => ({ ...each, from: String(at) })));
            if (what === 'hear') here.hear(shuffled(pool, seed).slice(0, 1 + (seed % 7)));
            if (what === 'restart') here.restart();
          }
          for (const [index, each] of nodes.entries())
            pool.push(...each.send().map((waiting) => ({ ...waiting, from: String(index) })));
          for (const [index, each] of nodes.entries()) each.hear(shuffled(pool, lastOrder + index));
          const [first, ...others] = nodes.map((each) => each.holds());
          for (const other of others) expect(other).toEqual(first);
          for (const each of nodes) {
            expect(each.notUnderstood()).toEqual([]);
            for (const { holder, family, at } of ends)
              for (const { since, until } of each.relations
                .ofHolder('own', holder)
                .filter((one) => one.family === family))
                if (since < at) expect(until ?? Infinity).toBeLessThanOrEqual(at);
            for (const { family, at } of revoked)
              for (const link of each.links.of(family, time)) expect(link.madeAt).toBeGreaterThanOrEqual(at);
            each.close();
          }
          rmSync(root, { recursive: true });
        },
      ),
      { numRuns: 80 },
    );
  },
);

/** The same for the same seed. */
function shuffled<T>(all: readonly T[], seed: number): T[] {
  let state = seed;
  const next = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return all
    .map((one) => ({ one, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ one }) => one);
}
