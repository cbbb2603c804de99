import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openOffice } from '../../src/access/office.ts';
import type { Office } from '../../src/access/office.ts';
import { relationsSchema, workingRelations } from '../../src/access/relations.ts';
import type { NewRelation, WorkingRelations } from '../../src/access/relations.ts';
import type { Account } from '../../src/access/visitor.ts';
import { FamilyId, PartyId } from '../../src/domain/ids.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';

/** Who works with which family. */

const noor: Account = { id: 'noor', name: 'Noor', roles: ['monitor'] };
const yasmina: Account = { id: 'yasmina', name: 'Yasmina', roles: ['team'], team: 'noord' };

let folder: string;
let office: Office;
let relations: WorkingRelations;
let clock: Instant;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waakvlam-office-'));
  office = openOffice(folder, [relationsSchema]);
  clock = parseInstant('2025-03-03T10:00:00Z') as Instant;
  relations = workingRelations(office, () => clock);
});
afterEach(() => {
  office.close();
  rmSync(folder, { recursive: true });
});

const family = (id: string) => FamilyId.parse(id);
const relation = (holder: string, id: string, more: Partial<NewRelation> = {}): NewRelation => ({
  ground: 'own',
  holder,
  family: family(id),
  party: PartyId.parse('party:jgz'),
  givenBy: 'ingrid',
  why: 'administrator',
  ...more,
});

it('opens what was given to the account, and nothing else', () => {
  relations.give(relation('noor', 'fam-b'));
  relations.give(relation('noor', 'fam-a'));
  relations.give(relation('sam', 'fam-c'));
  const held = relations.heldBy(noor);
  expect(held.families()).toEqual(['fam-a', 'fam-b']);
  expect(held.of(family('fam-a'))).toMatchObject({ party: 'party:jgz', ground: 'own', since: clock });
  expect(held.of(family('fam-c'))).toBeUndefined();
});

it('opens the families of the team to who has the role team, and to nobody of another team', () => {
  relations.give(relation('noord', 'fam-a', { ground: 'team' }));
  expect(relations.heldBy(yasmina).families()).toEqual(['fam-a']);
  expect(relations.heldBy({ ...yasmina, team: 'zuid' }).families()).toEqual([]);
  expect(relations.heldBy({ ...yasmina, roles: ['monitor'] }).families()).toEqual([]);
});

it('opens nothing to who is no professional, whatever was given', () => {
  relations.give(relation('omar', 'fam-a'));
  expect(relations.heldBy({ id: 'omar', name: 'Omar', roles: ['policy'] }).families()).toEqual([]);
});

it('ends at once, also when another process ends it', () => {
  const given = relations.give(relation('noor', 'fam-a'));
  const held = relations.heldBy(noor);
  expect(held.families()).toEqual(['fam-a']);
  const other = openOffice(folder, [relationsSchema]);
  expect(workingRelations(other, () => clock).end(given.id, 'ingrid')).toBe(true);
  other.close();
  expect(held.of(family('fam-a'))).toBeUndefined();
  expect(relations.end(given.id, 'ingrid')).toBe(false);
  expect(relations.ofFamily(family('fam-a'))).toMatchObject([{ until: clock, endedBy: 'ingrid' }]);
});

it('ends at the instant that it was given until', () => {
  const until = (clock + 1000) as Instant;
  relations.give(relation('noor', 'fam-a', { until, ground: 'emergency', why: 'emergency' }));
  const held = relations.heldBy(noor);
  clock = (until - 1) as Instant;
  expect(held.of(family('fam-a'))?.until).toBe(until);
  clock = until;
  expect(held.of(family('fam-a'))).toBeUndefined();
});

it('gives what runs already only once, and keeps which parties somebody ever was', () => {
  const first = relations.give(relation('noor', 'fam-a'));
  expect(relations.give(relation('noor', 'fam-a')).id).toBe(first.id);
  relations.end(first.id, 'noor');
  relations.give(relation('noor', 'fam-a', { party: PartyId.parse('party:gp') }));
  expect(relations.partiesOf(noor, family('fam-a'))).toEqual(['party:jgz', 'party:gp']);
});
