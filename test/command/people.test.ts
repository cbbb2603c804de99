import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fits } from '../../src/access/passwords.ts';
import { readUsers } from '../../src/access/users-file.ts';
import { waakvlam } from '../support/command.ts';

/** The first accounts of an installation without an identity provider. */

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'waakvlam-people-'));
});
afterEach(() => {
  rmSync(data, { recursive: true });
});

const password = 'een lang genoeg wachtwoord';
const people = (args: readonly string[], input = '') => waakvlam(['people', ...args, '--data', data], input);

it('makes an account that only its owner can use, changes its password, and takes it away', async () => {
  const added = await people(['add', 'noor', '--name', 'Noor', '--role', 'monitor'], `${password}\n`);
  expect(added).toEqual({ code: 0, stdout: 'noor may sign in as monitor.\n', stderr: '' });
  const [first] = readUsers(data);
  expect(first).toMatchObject({ id: 'noor', name: 'Noor', roles: ['monitor'] });
  expect(first && (await fits(password, first.password))).toBe(true);
  const file = join(data, 'users.json');
  expect(readFileSync(file, 'utf8')).not.toContain(password);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect((await people(['list'])).stdout).toBe('noor\tNoor\tmonitor\t-\n');
  expect((await people(['password', 'noor'], 'een heel ander wachtwoord')).code).toBe(0);
  const [second] = readUsers(data);
  expect(second && (await fits(password, second.password))).toBe(false);
  expect((await people(['remove', 'noor'])).code).toBe(0);
  expect(readUsers(data)).toEqual([]);
}, 60_000);

it.each([
  [['add', 'noor', '--name', 'Noor', '--role', 'monitor'], 'te kort', 'a password has 12 to 200 characters'],
  [
    ['add', 'noor', '--name', 'Noor', '--role', 'baas'],
    password,
    'there is no role baas; choose from monitor',
  ],
  [['add', 'noor', '--name', 'Noor'], password, 'give at least one --role'],
  [['add', 'demo-noor', '--name', 'Noor', '--role', 'team'], password, 'must not begin with demo-'],
  [['remove', 'noor'], '', 'there is no account noor; waakvlam people list shows every one'],
])('%j says what is wrong and makes nothing', async (args, input, words) => {
  const { code, stderr } = await people(args, input);
  expect([code, stderr.includes(words), readUsers(data)]).toEqual([2, true, []]);
});
