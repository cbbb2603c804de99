import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Policy } from './domain/parameters.ts';

/**
 * Tells apart everything that could give another answer for the same records at the same instant: the rules, what reads
 * the records, the packages, the machine that runs them with its table of time zones, and the policy. A few milliseconds.
 */
export function fingerprintOf({ name, parameters }: Policy): string {
  const hash = createHash('sha256');
  const add = (what: string, text: string) => hash.update(`${what}\n${text.length}\n${text}\n`);
  for (const place of rules)
    for (const file of sourcesIn(place)) add(file, readFileSync(join(root, file), 'utf8'));
  add('versions', JSON.stringify(process.versions));
  add('policy', JSON.stringify([name, Object.entries(parameters).sort(byName)]));
  return hash.digest('hex');
}

const root = join(import.meta.dirname, '..');

/** Folders with all that is in them, and files. Installed packages are told by the exact versions in package.json. */
const rules = ['projections', 'src/domain', 'src/read', 'src/log/codec.ts', 'package.json'];

function sourcesIn(place: string): readonly string[] {
  if (/[.]\w+$/.test(place)) return [place];
  return readdirSync(join(root, place), { recursive: true, encoding: 'utf8' })
    .filter((file) => /[.](ts|js|json)$/.test(file))
    .map((file) => join(place, file))
    .sort();
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : 1;
