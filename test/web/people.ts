import { argon2Sync } from 'node:crypto';
import { writeUsers } from '../../src/access/users-file.ts';
import type { Role } from '../../src/access/visitor.ts';

/** People who exist in tests only. Their passwords cost next to nothing to check. */

export const testPassword = 'een-lang-wachtwoord';

const cost = { memory: 8, passes: 1, parallelism: 1 };
const salt = Buffer.alloc(16, 7);

export const passwordOf = (password: string) => ({
  method: 'argon2id' as const,
  ...cost,
  salt: salt.toString('base64'),
  hash: argon2Sync('argon2id', { message: password, nonce: salt, tagLength: 32, ...cost }).toString('base64'),
});

const people = {
  tester: { name: 'Toos Tester', roles: ['monitor', 'team'], team: 'noord' },
  monitor: { name: 'Mia Monitor', roles: ['monitor'] },
  'other-monitor': { name: 'Max Monitor', roles: ['monitor'] },
  team: { name: 'Tim Teamlid', roles: ['team'], team: 'noord' },
  'other-team': { name: 'Tess Teamlid', roles: ['team'], team: 'zuid' },
  researcher: { name: 'Rik Onderzoeker', roles: ['researcher'] },
  policy: { name: 'Bea Beleid', roles: ['policy'] },
  administrator: { name: 'Bo Beheer', roles: ['administrator'] },
  auditor: { name: 'Ad Auditor', roles: ['auditor'] },
} as const satisfies Readonly<Record<string, { name: string; roles: readonly Role[]; team?: string }>>;

export type AccountId = keyof typeof people;

/** Puts `users.json` in a data folder. */
export function writePeople(folder: string): void {
  const password = passwordOf(testPassword);
  const changedAt = '2020-01-01T00:00:00.000Z';
  writeUsers(
    folder,
    Object.entries(people).map(([id, { roles, ...person }]) => ({
      id,
      roles: [...roles],
      ...person,
      password,
      changedAt,
    })),
  );
}

/** What `fetch` needs to ask as the tester. */
export async function signedIn(address: string): Promise<{ headers: { cookie: string } }> {
  const told = await fetch(`${address}/login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ account: 'tester', password: testPassword }),
  });
  return { headers: { cookie: told.headers.get('set-cookie')?.split(';')[0] ?? '' } };
}
