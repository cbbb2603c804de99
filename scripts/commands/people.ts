import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import type { z } from 'zod';
import { hashPassword, longestPassword, shortestPassword } from '../../src/access/passwords.ts';
import { accountId, personName, readUsers, teamName, writeUsers } from '../../src/access/users-file.ts';
import { roles } from '../../src/access/visitor.ts';
import type { Role } from '../../src/access/visitor.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import { UsageError } from './input.ts';
import type { Clock, Printed } from './on-a-file.ts';

/** The people of an installation without an identity provider. A running monitor follows every change at once. */

export interface PersonOptions {
  readonly data: string;
  readonly name: string;
  readonly role: readonly string[];
  readonly team?: string;
}

export async function addPerson(account: string, options: PersonOptions, clock: Clock): Promise<Printed> {
  const people = readUsers(options.data);
  const id = checked(accountId, account, 'The account');
  if (people.some((person) => person.id === id))
    throw new UsageError(
      `account ${id} is there already; take it away first with: waakvlam people remove ${id}`,
    );
  const person = {
    id,
    name: checked(personName, options.name, 'The name'),
    roles: options.role.map(roleIn),
    ...(options.team !== undefined && { team: checked(teamName, options.team, 'The team') }),
  };
  if (person.roles.length === 0) throw new UsageError(`give at least one --role: ${roles.join(', ')}`);
  const password = await hashPassword(await newPassword());
  writeUsers(options.data, [...people, { ...person, password, changedAt: formatInstant(clock()) }]);
  return { text: `${id} may sign in as ${person.roles.join(', ')}.`, exit: 0 };
}

export function listPeople({ data }: { readonly data: string }): Printed {
  const people = readUsers(data);
  const rows = people.map(({ id, name, roles: given, team = '-' }) =>
    [id, name, given.join(' '), team].join('\t'),
  );
  return { text: rows.length === 0 ? 'There are no people yet.' : rows.join('\n'), exit: 0 };
}

export function removePerson(account: string, { data }: { readonly data: string }): Printed {
  const people = readUsers(data);
  known(account, people);
  writeUsers(
    data,
    people.filter(({ id }) => id !== account),
  );
  return { text: `${account} may no longer sign in, and is signed out.`, exit: 0 };
}

export async function changePassword(
  account: string,
  { data }: { readonly data: string },
  clock: Clock,
): Promise<Printed> {
  known(account, readUsers(data));
  const password = await hashPassword(await newPassword());
  const changedAt = formatInstant(clock());
  writeUsers(
    data,
    readUsers(data).map((person) => (person.id === account ? { ...person, password, changedAt } : person)),
  );
  return { text: `${account} has a new password, and is signed out everywhere.`, exit: 0 };
}

function known(account: string, people: readonly { readonly id: string }[]): void {
  if (!people.some(({ id }) => id === account))
    throw new UsageError(`there is no account ${account}; waakvlam people list shows every one`);
}

function checked<T>(schema: z.ZodType<T>, value: string, what: string): T {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  throw new UsageError(`${what} ${read.error.issues[0]?.message ?? 'is wrong'}`);
}

function roleIn(text: string): Role {
  const role = roles.find((each) => each === text);
  if (role === undefined) throw new UsageError(`there is no role ${text}; choose from ${roles.join(', ')}`);
  return role;
}

/** Never an argument: those stand in the history of the shell and in the list of processes. */
async function newPassword(): Promise<string> {
  const password = await (process.stdin.isTTY ? typed() : firstLine());
  if (password.length < shortestPassword || password.length > longestPassword)
    throw new UsageError(
      `a password has ${shortestPassword} to ${longestPassword} characters; a sentence is easy to remember`,
    );
  return password;
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin });
  for await (const line of lines) return line;
  return '';
}

/** Without an echo. */
async function typed(): Promise<string> {
  process.stderr.write('New password (it is not shown): ');
  const dark = new Writable({
    write: (_part, _encoding, done) => {
      done();
    },
  });
  const terminal = createInterface({ input: process.stdin, output: dark, terminal: true });
  const [line] = (await once(terminal, 'line')) as [string];
  terminal.close();
  process.stderr.write('\n');
  return line;
}
