import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LogUnavailable, unavailable } from '../log/unavailable.ts';
import { passwordHash } from './passwords.ts';
import { roles } from './visitor.ts';

/** The people of an installation that has no identity provider: `users.json` in the data folder. */
export type LocalPerson = z.infer<typeof localPerson>;

export const accountId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,39}$/, 'must be 1 to 40 small letters, digits, dots and hyphens')
  .refine((id) => !/^(demo|oidc)-/.test(id), 'must not begin with demo- or oidc-');
export const personName = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .regex(/^\P{Cc}+$/u, 'must be one line');
export const teamName = z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be like noord');

const localPerson = z.strictObject({
  id: accountId,
  name: personName,
  roles: z.array(z.enum(roles)).min(1),
  team: teamName.optional(),
  password: passwordHash,
  /** Who signed in before this must sign in again. */
  changedAt: z.iso.datetime(),
});

const usersFile = z
  .strictObject({ version: z.literal(1), people: z.array(localPerson) })
  .refine(
    ({ people }) => new Set(people.map(({ id }) => id)).size === people.length,
    'holds an account twice',
  );

const fileIn = (folder: string) => join(folder, 'users.json');

/** @throws LogUnavailable if the file is there and cannot be understood: nobody is let in by guessing. */
export function readUsers(folder: string): readonly LocalPerson[] {
  const file = fileIn(folder);
  if (!existsSync(file)) return [];
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw unavailable(error, file);
  }
  const read = usersFile.safeParse(parsed(text));
  if (read.success) return read.data.people;
  const [issue] = read.error.issues;
  const where = issue?.path.length ? ` at ${issue.path.join('.')}` : '';
  throw new LogUnavailable(
    'damaged',
    `${file} cannot be understood${where}: ${issue?.message ?? 'unknown fault'}.`,
    'Put back a backup of this file, or take it away and make the accounts again with: waakvlam people add.',
  );
}

/** The whole file at once: a reader sees the old one or the new one. */
export function writeUsers(folder: string, people: readonly LocalPerson[]): void {
  const file = fileIn(folder);
  try {
    if (!existsSync(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const text = `${JSON.stringify({ version: 1, people }, null, 2)}\n`;
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw unavailable(error, file);
  }
}

/** Read again when the file has changed, so that what is taken away holds at the next request. */
export function followUsers(folder: string): () => ReadonlyMap<string, LocalPerson> {
  let stamp = '';
  let people: ReadonlyMap<string, LocalPerson> = new Map();
  const now = () => {
    const found = statSync(fileIn(folder), { throwIfNoEntry: false });
    const next = found ? `${found.ino} ${found.mtimeMs} ${found.size}` : 'none';
    if (next !== stamp) {
      people = new Map(readUsers(folder).map((person) => [person.id, person]));
      stamp = next;
    }
    return people;
  };
  now();
  return now;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
