import { createHmac } from 'node:crypto';
import type { Named } from './fields.ts';

/** The key of one release. Who has it can make the pseudonyms again; it is destroyed unless a follow-up is declared. */
export type ReleaseKey = Uint8Array & { readonly releaseKey: unique symbol };

/** HMAC-SHA-256 (RFC 2104) over parts that cannot run into each other. */
export function sign(key: ReleaseKey, ...parts: readonly string[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(`${part.length}:${part};`);
  return mac.digest();
}

export const familyPseudonym = (key: ReleaseKey, family: string): string =>
  `f${sign(key, 'family', family).toString('hex', 0, 8)}`;

/** Kinds of names that have a numbering of their own. */
type Numbered = Exclude<Named, 'either' | 'subject'>;

const prefixes: Readonly<Record<Numbered, string>> = {
  person: 'person:',
  party: 'party:',
  event: 'e',
  household: 'household-',
  organisation: 'organisation-',
  plan: 'plan-',
  condition: 'condition-',
  agreement: 'agreement-',
  ref: 'ref-',
  bell: 'bell-',
  signal: 'signal-',
};

/**
 * The names of one family. Each begins with its place among its like, so that what the rules decide "by id" comes out
 * as in the source; the rest says which family and cannot be worked out without the key.
 */
export interface Pseudonyms {
  readonly family: string;
  /** @throws if the name was not announced. */
  of(kind: Named, name: string): string;
}

/** Gathers every name before the first one is given out. */
export interface Announcing {
  announce(kind: Named, name: string): void;
}

export type Names = Pseudonyms & Announcing;

/** `compare` orders events; other names go by code point. */
export function namesOf(
  key: ReleaseKey,
  family: string,
  compareEvents: (a: string, b: string) => number = byCodePoint,
): Names {
  const announced = new Map<Numbered, Set<string>>();
  const given = new Map<Numbered, ReadonlyMap<string, string>>();
  const pseudonym = familyPseudonym(key, family);
  const setOf = (kind: Numbered): Set<string> => {
    const found = announced.get(kind) ?? new Set<string>();
    announced.set(kind, found);
    return found;
  };
  const number = (kind: Numbered): ReadonlyMap<string, string> => {
    const names = [...setOf(kind)].sort(kind === 'event' ? compareEvents : byCodePoint);
    const width = Math.max(2, String(names.length).length);
    return new Map(
      names.map((name, index) => [
        name,
        `${prefixes[kind]}${String(index + 1).padStart(width, '0')}-${
          kind === 'event' ? pseudonym.slice(1) : sign(key, kind, family, name).toString('hex', 0, 5)
        }`,
      ]),
    );
  };
  const numbered = (kind: Numbered): ReadonlyMap<string, string> => {
    const found = given.get(kind) ?? number(kind);
    given.set(kind, found);
    return found;
  };
  const of = (kind: Named, name: string): string => {
    if (kind === 'either') return isWord(name) ? name : of(kindOf(name), name);
    if (kind === 'subject') return name.split('/').map(part).join('/');
    const found = numbered(kind).get(name);
    if (found === undefined) throw new Error(`a ${kind} of this family was not announced`);
    return found;
  };
  /** What an alarm is about: never a new name. */
  const part = (name: string): string => {
    if (isWord(name)) return name;
    const kinds: readonly Numbered[] = ['person', 'party', 'agreement', 'event', 'ref'];
    for (const kind of kinds) {
      const found = numbered(kind).get(name);
      if (found !== undefined) return found;
    }
    return 'other';
  };
  return {
    family: pseudonym,
    announce(kind, name) {
      if (kind === 'subject' || (kind === 'either' && isWord(name))) return;
      setOf(kind === 'either' ? kindOf(name) : kind).add(name);
    },
    of,
  };
}

const isWord = (name: string): boolean => name === 'family' || name === 'system';
const kindOf = (name: string): 'person' | 'party' => (name.startsWith('person:') ? 'person' : 'party');
const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
