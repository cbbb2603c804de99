import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { emergencies, emergencySchema } from '../../../src/access/emergency.ts';
import { journal, journalSchema } from '../../../src/access/journal.ts';
import type { Access } from '../../../src/access/journal.ts';
import { linksIn, linksSchema } from '../../../src/access/links.ts';
import { openOffice } from '../../../src/access/office.ts';
import { workingRelations } from '../../../src/access/relations.ts';
import { shareOffice } from '../../../src/access/sharing/share.ts';
import { FamilyId, PartyId } from '../../../src/domain/ids.ts';
import { parseInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { LogUnavailable } from '../../../src/log/log.ts';
import { exchangeHere } from '../../support/exchange.ts';
import type { ExchangeHere, Line } from '../../support/exchange.ts';

/** Two nodes with an office each, over one exchange. */

const family = FamilyId.parse('fam-a');
const party = PartyId.parse('party:jgz');
const noor = { id: 'noor', name: 'Noor', roles: ['monitor'] } as const;
const masterKey = Uint8Array.from({ length: 32 }, (_, index) => index);

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

async function node(name: string, key = masterKey) {
  const office = openOffice(join(folder, name), [emergencySchema, journalSchema, linksSchema]);
  const line: Line = exchange.line();
  const failures: unknown[] = [];
  const failed = (error: unknown) => failures.push(error);
  const sharing = await shareOffice({ office, exchange: line, masterKey: key, now: () => clock, failed });
  const relations = workingRelations(office, () => clock);
  let isOpen = true;
  const close = async () => {
    if (!isOpen) return;
    isOpen = false;
    await sharing.close();
    office.close();
  };
  open.push(close);
  return {
    line,
    name: sharing.node,
    failures,
    relations,
    journal: journal(office),
    links: linksIn(office, sharing.isCutOff),
    emergencies: emergencies(office, relations, () => clock),
    waiting: () => Number(office.db.prepare('SELECT count(*) AS count FROM outbox').get()?.['count']),
    heardUntil: sharing.heardUntil,
    close,
  };
}

const give = ({ relations }: Pick<Awaited<ReturnType<typeof node>>, 'relations'>) =>
  relations.give({ ground: 'own', holder: 'noor', family, party, givenBy: 'ingrid', why: 'asked-in' });

const link = ({ links }: Pick<Awaited<ReturnType<typeof node>>, 'links'>) =>
  links.make({
    family,
    party,
    madeFor: party,
    at: clock,
    expiresAt: (clock + 90 * 86_400_000) as Instant,
    withCode: true,
  });

const later = (ms: number) => {
  clock = (clock + ms) as Instant;
};

it('a relation given on one node opens the family on the other, and its end closes it there', async () => {
  const [a, b] = [await node('a'), await node('b')];
  expect(b.relations.heldBy(noor).families()).toEqual([]);
  const given = give(a);
  await expect.poll(() => b.relations.heldBy(noor).families()).toEqual([family]);
  expect(b.relations.ofFamily(family)).toEqual([given]);
  later(1000);
  expect(b.relations.end(given.id, 'sam')).toBe(true);
  await expect.poll(() => a.relations.heldBy(noor).families()).toEqual([]);
  expect(a.relations.ofFamily(family)).toEqual([{ ...given, until: clock, endedBy: 'sam' }]);
});

it('given on two nodes that could not hear each other, and ended on one: it is ended on both', async () => {
  const [a, b] = [await node('a'), await node('b')];
  a.line.cut();
  b.line.cut();
  const first = give(a);
  later(1000);
  give(b);
  later(1000);
  a.relations.end(first.id, 'ingrid');
  a.line.mend();
  b.line.mend();
  await expect.poll(() => [a, b].map(({ waiting }) => waiting())).toEqual([0, 0]);
  for (const each of [a, b]) {
    await expect
      .poll(() => each.relations.ofFamily(family).map(({ until }) => until))
      .toEqual([clock, clock]);
    expect(each.relations.heldBy(noor).families()).toEqual([]);
  }
});

it('given again after an end by a node whose clock is ahead: it holds, from that end on', async () => {
  const [a, b] = [await node('a'), await node('b')];
  const given = give(a);
  await expect.poll(() => b.relations.ofFamily(family)).toHaveLength(1);
  later(5000);
  a.relations.end(given.id, 'ingrid');
  const ended = clock;
  await expect.poll(() => b.relations.heldBy(noor).families()).toEqual([]);
  later(-3000);
  expect(give(b).since).toBe(ended);
  later(3000);
  await expect.poll(() => a.relations.heldBy(noor).families()).toEqual([family]);
});

it('a link made on one node opens on the other; revoked there, it is closed on both', async () => {
  const [a, b] = [await node('a'), await node('b')];
  const { secret } = link(a);
  await expect.poll(() => b.links.find(secret)).not.toBeNull();
  later(1000);
  expect(b.links.end(family, party, clock)).toBe(true);
  await expect.poll(() => a.links.find(secret)?.endedAt).toBe(clock);
});

it('a link that was revoked elsewhere before this node told of its last opening stays closed', async () => {
  const [a, b] = [await node('a'), await node('b')];
  const made = link(a);
  await expect.poll(() => b.links.find(made.secret)).not.toBeNull();
  a.line.cut();
  later(1000);
  const revoked = clock;
  b.links.end(family, party, clock);
  later(1000);
  a.links.opened(made.link, clock);
  a.line.mend();
  for (const { links } of [a, b])
    await expect.poll(() => links.find(made.secret)).toMatchObject({ endedAt: revoked, lastOpenedAt: clock });
});

it('a node that does not hear the others opens no link, until it does', async () => {
  const [a, b] = [await node('a'), await node('b')];
  const { secret } = link(a);
  await expect.poll(() => b.links.find(secret)).not.toBeNull();
  b.line.cut();
  later(120_000);
  expect(b.links.find(secret)).not.toBeNull();
  later(1);
  expect(() => b.links.find(secret)).toThrow(LogUnavailable);
  b.line.mend();
  await expect.poll(() => b.links.find(secret)?.endedAt).toBeNull();
});

it('wrong codes on one node count on the other, and a proof of a telephone holds on both', async () => {
  const [a, b] = [await node('a'), await node('b')];
  const made = link(a);
  await expect.poll(() => b.links.find(made.secret)).not.toBeNull();
  for (const left of [4, 3, 2]) {
    expect(a.links.tryCode(made.link, made.secret, 'none', clock)).toEqual({ kind: 'wrong', left });
  }
  await expect.poll(() => b.links.find(made.secret)?.triesLeft).toBe(2);
  const trial = b.links.tryCode(made.link, made.secret, made.code ?? '', clock);
  await expect.poll(() => a.links.find(made.secret)?.triesLeft).toBe(5);
  expect(a.links.isProven(made.link, trial.kind === 'right' ? trial.proof : '')).toBe(true);
  for (let turn = 0; turn < 5; turn += 1) a.links.tryCode(made.link, made.secret, 'none', clock);
  await expect.poll(() => b.links.find(made.secret)).toMatchObject({ triesLeft: 0, endedAt: clock });
  expect(b.links.of(family, clock)).toEqual([]);
});

it('the opening of a family in an emergency is told to colleagues on every node, once', async () => {
  const [a, b] = [await node('a'), await node('b')];
  const until = (clock + 86_400_000) as Instant;
  const given = a.emergencies.open({
    by: noor,
    family,
    reason: 'danger',
    note: 'sealed',
    noteId: 'n1',
    until,
  });
  await expect.poll(() => b.emergencies.unseen('ingrid', [family])).toHaveLength(1);
  expect(b.relations.heldBy(noor).of(family)).toEqual(given);
  b.emergencies.seen('ingrid', given.id);
  await expect.poll(() => a.emergencies.unseen('ingrid', [family])).toEqual([]);
});

it('what was written while the exchange was away is told when it is back, also after a restart', async () => {
  const a = await node('a');
  a.line.cut();
  give(a);
  await expect.poll(() => a.failures.length).toBeGreaterThan(0);
  await a.close();
  const b = await node('b');
  expect(b.relations.isEmpty()).toBe(true);
  await node('a');
  await expect.poll(() => b.relations.heldBy(noor).families()).toEqual([family]);
});

it('what was told although no answer came is told again and stands once', async () => {
  const [a, b] = [await node('a'), await node('b')];
  a.line.loseAnswers();
  give(a);
  await expect.poll(() => exchange.published().length).toBeGreaterThan(1);
  a.line.mend();
  await expect.poll(a.waiting).toBe(0);
  expect(b.relations.ofFamily(family)).toHaveLength(1);
});

it('a node that was away, or is new, knows everything when it begins', async () => {
  const [a, b] = [await node('a'), await node('b')];
  await b.close();
  const given = give(a);
  const { secret } = link(a);
  await expect.poll(a.waiting).toBe(0);
  for (const each of [await node('b'), await node('c')]) {
    expect(each.relations.ofFamily(family)).toEqual([given]);
    expect(each.links.find(secret)).not.toBeNull();
    expect(each.heardUntil()).toBe(clock);
  }
});

it('an office that was of one node brings what it holds, and its numbers meet no others', async () => {
  for (const name of ['a', 'b']) {
    const alone = openOffice(join(folder, name), [emergencySchema, journalSchema, linksSchema]);
    const relations = workingRelations(alone, () => clock);
    const until = (clock + 86_400_000) as Instant;
    const asked = { family, reason: 'danger', note: '', noteId: 'n', until } as const;
    const by = { ...noor, id: `noor-${name}` };
    expect(emergencies(alone, relations, () => clock).open({ by, ...asked }).id).toBe(1);
    alone.close();
  }
  const [a, b] = [await node('a'), await node('b')];
  for (const each of [a, b]) {
    await expect.poll(() => each.emergencies.ofFamily(family)).toHaveLength(2);
    const numbers = each.relations.ofFamily(family).map(({ id, holder }) => `${id} ${holder}`);
    const openings = each.emergencies
      .ofFamily(family)
      .map(({ relation, account }) => `${relation} ${account}`);
    expect(openings.sort()).toEqual(numbers.sort());
  }
  expect(b.relations.ofFamily(family)).toEqual(a.relations.ofFamily(family));
});

it('what a command writes in another process travels too', async () => {
  const [, b] = [await node('a'), await node('b')];
  const beside = openOffice(join(folder, 'a'), []);
  give({ relations: workingRelations(beside, () => clock) });
  beside.close();
  await expect.poll(() => b.relations.heldBy(noor).families()).toEqual([family]);
});

it('nobody without the master key reads what is told, and a node with another key does not begin', async () => {
  const a = await node('a');
  give(a);
  await expect.poll(a.waiting).toBe(0);
  const told = JSON.stringify(exchange.published());
  for (const secret of ['noor', 'fam-a', 'ingrid', 'jgz']) expect(told).not.toContain(secret);
  const other = node('b', new Uint8Array(32));
  await expect(other).rejects.toThrow(LogUnavailable);
  await expect(other).rejects.toMatchObject({ trouble: 'wrong-key' });
});

const opening = (user: string, at: Instant): Access => ({
  at,
  event: 'read',
  route: 'family',
  family,
  user,
  name: user,
  responsible: user,
  role: 'monitor',
  purpose: 'care',
  ground: 'own',
  outcome: 'granted',
  address: '10.1.2.0/24',
  session: 's1',
});

it('what was looked at through one node is shown by the other, newest first, and every chain is checked', async () => {
  const [a, b] = [await node('a'), await node('b')];
  const [first, second, third] = [0, 1000, 2000].map((ms) => (clock + ms) as Instant) as [
    Instant,
    Instant,
    Instant,
  ];
  a.journal.write([opening('noor', first)]);
  b.journal.write([opening('sam', second)]);
  a.journal.write([opening('noor', third)]);
  await expect.poll(() => b.journal.count({ family })).toBe(3);
  await expect.poll(() => a.journal.count({ family })).toBe(3);
  expect(b.journal.find({ family }, { from: 0, size: 10 })).toEqual([
    { n: 2, ...opening('noor', third), node: a.name },
    { n: 1, ...opening('sam', second) },
    { n: 1, ...opening('noor', first), node: a.name },
  ]);
  expect(b.journal.find({ user: 'noor' }, { from: 1, size: 1 })).toMatchObject([{ at: first }]);
  expect(b.journal.verifyOthers()).toEqual([{ node: a.name, ...a.journal.verify() }]);
});

it('rows of another node cannot be changed here, and a change around the database shows', async () => {
  const [a, b] = [await node('a'), await node('b')];
  a.journal.write([opening('noor', clock), opening('sam', clock)]);
  await expect.poll(() => b.journal.count({})).toBe(2);
  await b.close();
  const db = new DatabaseSync(join(folder, 'b', 'office.db'));
  expect(() => {
    db.exec("UPDATE journal_elsewhere SET user = 'nobody'");
  }).toThrow('never changed');
  expect(() => {
    db.exec('DELETE FROM journal_elsewhere');
  }).toThrow('never shortened');
  db.exec("DROP TRIGGER journal_elsewhere_keeps; UPDATE journal_elsewhere SET user = 'nobody' WHERE n = 2");
  db.close();
  const again = await node('b');
  expect(again.journal.verifyOthers()).toEqual([{ node: a.name, kind: 'broken', at: 2 }]);
});

it('an office that was put back from an older copy does not begin: others have rows that it lost', async () => {
  const a = await node('a');
  await a.close();
  cpSync(join(folder, 'a'), join(folder, 'old'), { recursive: true });
  const again = await node('a');
  again.journal.write([opening('noor', clock)]);
  await expect.poll(again.waiting).toBe(0);
  await again.close();
  await expect(node('old')).rejects.toMatchObject({ trouble: 'damaged' });
  const fresh = await node('new');
  expect(fresh.journal.verifyOthers()).toMatchObject([{ node: a.name, kind: 'whole', rows: 1 }]);
});
