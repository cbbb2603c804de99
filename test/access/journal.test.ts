import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { journal, journalSchema } from '../../src/access/journal.ts';
import type { Access, Journal } from '../../src/access/journal.ts';
import { openOffice } from '../../src/access/office.ts';
import type { Office } from '../../src/access/office.ts';
import { FamilyId } from '../../src/domain/ids.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';

/** The access log: complete, in order, and not to be changed unseen. */

let folder: string;
let office: Office;
let log: Journal;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waakvlam-office-'));
  office = openOffice(folder, [journalSchema]);
  log = journal(office);
});
afterEach(() => {
  office.close();
  rmSync(folder, { recursive: true });
});

const at = (text: string): Instant => parseInstant(text) as Instant;
const opening = (user: string, family: string, more: Partial<Access> = {}): Access => ({
  at: at('2025-03-03T10:00:00Z'),
  event: 'read',
  route: 'family',
  family: FamilyId.parse(family),
  user,
  name: 'Noor',
  responsible: user,
  role: 'monitor',
  purpose: 'care',
  ground: 'own',
  outcome: 'granted',
  address: '10.1.2.0/24',
  session: 's1',
  ...more,
});

it('gives back every field of what was written, newest first', () => {
  log.write([opening('noor', 'fam-a')]);
  log.write([opening('sam', 'fam-b', { outcome: 'refused', ground: '' })]);
  expect(log.find({}, { from: 0, size: 10 })).toEqual([
    { n: 2, ...opening('sam', 'fam-b', { outcome: 'refused', ground: '' }) },
    { n: 1, ...opening('noor', 'fam-a') },
  ]);
});

it('finds by person, family, outcome and period', () => {
  const later = at('2025-04-01T00:00:00Z');
  log.write([
    opening('noor', 'fam-a'),
    opening('noor', 'fam-b', { at: later, outcome: 'refused' }),
    opening('sam', 'fam-a', { at: later }),
  ]);
  expect(log.count({ user: 'noor' })).toBe(2);
  expect(log.count({ family: 'fam-a', from: later })).toBe(1);
  expect(log.count({ outcome: 'refused' })).toBe(1);
  expect(log.count({ until: later })).toBe(1);
});

it('is whole after writing, over several commits', () => {
  log.write([opening('noor', 'fam-a'), opening('noor', 'fam-b')]);
  log.write([opening('sam', 'fam-a')]);
  expect(log.verify()).toMatchObject({ kind: 'whole', rows: 3 });
});

it.each([
  ['changed', "UPDATE journal SET user = 'x' WHERE n = 2"],
  ['removed', 'DELETE FROM journal WHERE n = 2'],
  [
    'replaced',
    "INSERT OR REPLACE INTO journal SELECT n, at, event, route, family, 'x', name, responsible, role, purpose, ground, outcome, address, session, hash FROM journal WHERE n = 2",
  ],
])('refuses that a row is %s', (_, statement) => {
  log.write([opening('noor', 'fam-a'), opening('noor', 'fam-b')]);
  expect(() => {
    office.db.exec(statement);
  }).toThrow(/the access log/);
});

it.each([
  ['a changed field', "UPDATE journal SET user = 'x' WHERE n = 2", 2],
  ['a removed row', 'DELETE FROM journal WHERE n = 1', 1],
  ['an emptied family', 'UPDATE journal SET family = NULL WHERE n = 3', 3],
])('shows %s to who checks, also when the guards were taken away', (_, statement, where) => {
  log.write([opening('noor', 'fam-a'), opening('noor', 'fam-b'), opening('sam', 'fam-c')]);
  const intruder = new DatabaseSync(join(folder, 'office.db'));
  for (const name of ['keeps', 'remembers', 'appends']) intruder.exec(`DROP TRIGGER journal_${name}`);
  intruder.exec(statement);
  intruder.close();
  expect(log.verify()).toEqual({ kind: 'broken', at: where });
});
