import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isInForce, linksIn, linksSchema } from '../../src/access/links.ts';
import type { Links, NewLink } from '../../src/access/links.ts';
import { openOffice } from '../../src/access/office.ts';
import type { Office } from '../../src/access/office.ts';
import { FamilyId, PartyId } from '../../src/domain/ids.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';

/** Personal links of parties that watch. */

const instant = (text: string) => parseInstant(text) as Instant;
const monday = instant('2025-03-03T09:00:00Z');
const tuesday = instant('2025-03-04T09:00:00Z');
const june = instant('2025-06-01T09:00:00Z');
const ada = FamilyId.parse('ada');
const school = PartyId.parse('party:school');

let folder: string;
let office: Office;
let links: Links;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waakvlam-links-'));
  office = openOffice(folder, [linksSchema]);
  links = linksIn(office);
});
afterEach(() => {
  office.close();
  rmSync(folder, { recursive: true });
});

const wish = (more: Partial<NewLink> = {}): NewLink => ({
  family: ada,
  party: school,
  madeFor: PartyId.parse('party:team'),
  at: monday,
  expiresAt: june,
  withCode: false,
  ...more,
});

const inForce = (secret: string, at: Instant) => {
  const link = links.find(secret);
  return link !== null && isInForce(link, at);
};

describe('a link', () => {
  it('is found by its secret until it expires, and not from that instant on', () => {
    const { secret, link } = links.make(wish());
    expect(links.find(secret)).toEqual(link);
    expect(links.find('forged')).toBeNull();
    expect(inForce(secret, (june - 1) as Instant)).toBe(true);
    expect(inForce(secret, june)).toBe(false);
  });

  it('has a secret of 32 bytes, which stands nowhere in the office', () => {
    const { secret } = links.make(wish());
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    office.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const kept = readFileSync(join(folder, 'office.db'));
    expect(kept.includes('party:school')).toBe(true);
    expect(kept.includes(secret)).toBe(false);
    expect(kept.includes(Buffer.from(secret, 'base64url'))).toBe(false);
  });

  it('ends at once when it is revoked, and only then', () => {
    const { secret } = links.make(wish());
    expect(links.end(ada, PartyId.parse('party:aunt'), tuesday)).toBe(false);
    expect(inForce(secret, tuesday)).toBe(true);
    expect(links.end(ada, school, tuesday)).toBe(true);
    expect(inForce(secret, tuesday)).toBe(false);
    expect(links.end(ada, school, tuesday)).toBe(false);
  });

  it('replaces the one that the party had, in this family alone', () => {
    const first = links.make(wish());
    const elsewhere = links.make(wish({ family: FamilyId.parse('berk') }));
    const second = links.make(wish({ at: tuesday }));
    expect(inForce(first.secret, tuesday)).toBe(false);
    expect(links.find(second.secret)).toEqual(second.link);
    expect(links.find(elsewhere.secret)).toEqual(elsewhere.link);
    expect(links.of(ada, tuesday)).toEqual([second.link]);
  });

  it('remembers when it was last opened', () => {
    const { secret, link } = links.make(wish());
    links.opened(link, tuesday);
    expect(links.find(secret)).toEqual({ ...link, lastOpenedAt: tuesday });
  });
});

describe('a code', () => {
  const wrong = (code: string | null) => (code === '0000' ? '0001' : '0000');

  it('gives a proof that holds for this link alone', () => {
    const { link, secret, code } = links.make(wish({ withCode: true }));
    const other = links.make(wish({ party: PartyId.parse('party:aunt'), withCode: true }));
    expect(code).toMatch(/^\d{4}$/);
    const trial = links.tryCode(link, secret, code ?? '', tuesday);
    const proof = trial.kind === 'right' ? trial.proof : '';
    expect(links.isProven(link, proof)).toBe(true);
    expect(links.isProven(link, 'forged')).toBe(false);
    expect(links.isProven(other.link, proof)).toBe(false);
  });

  it('may be wrong four times; the fifth ends the link', () => {
    const { link, secret, code } = links.make(wish({ withCode: true }));
    const lefts = [1, 2, 3, 4].map(() => links.tryCode(link, secret, wrong(code), tuesday));
    expect(lefts).toEqual([4, 3, 2, 1].map((left) => ({ kind: 'wrong', left })));
    expect(links.find(secret)?.triesLeft).toBe(1);
    expect(links.tryCode(link, secret, wrong(code), tuesday)).toEqual({ kind: 'wrong', left: 0 });
    expect(inForce(secret, tuesday)).toBe(false);
    expect(links.tryCode(link, secret, code ?? '', tuesday)).toEqual({ kind: 'wrong', left: 0 });
  });

  it('may be wrong again as often after it was right', () => {
    const { link, secret, code } = links.make(wish({ withCode: true }));
    links.tryCode(link, secret, wrong(code), tuesday);
    links.tryCode(link, secret, code ?? '', tuesday);
    expect(links.tryCode(link, secret, wrong(code), tuesday)).toEqual({ kind: 'wrong', left: 4 });
  });
});
