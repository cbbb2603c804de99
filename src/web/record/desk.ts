import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Recorded } from '../../domain/event.ts';
import type { FamilyId, PartyId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Register } from '../../read/views.ts';
import { readerOf } from '../pages/reader.ts';
import { withNames } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { isProblem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Query } from '../query.ts';
import type { FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import type { Form, Known } from './form.ts';
import { choicesOf } from './options.ts';
import type { Choice } from './options.ts';

/** Somebody who records something about one family: who, in which language, and what there is to choose from. */
export interface Desk {
  readonly family: FamilyId;
  readonly own: PartyId;
  readonly screen: Screen;
  readonly register: Register;
  readonly now: Instant;
  readonly query: Query<string>;
  readonly back: Back;
  readonly choices: (of: Known) => readonly Choice[];
  readonly text: (record: Recorded) => string | undefined;
}

/** Pages that can be returned to after recording. */
export const backs = [
  'family',
  'queue',
  'families',
  'coverage',
  'timeline',
  'familyRelapse',
  'familyPlan',
  'familyNetwork',
  'recordIndex',
] as const;
export type Back = (typeof backs)[number];

export function openDesk(
  { views, now, invented }: Pick<Web, 'views' | 'now' | 'invented'>,
  request: Request,
  visit: FamilyVisit,
  names: readonly string[] = [],
): Desk | Problem {
  const query = readQuery<string>(request, [...new Set(['lang', 'back', 'draft', ...names])]);
  if (isProblem(query)) return query;
  const reader = readerOf(query, invented, visit);
  if (isProblem(reader)) return reader;
  const { family, relation } = visit;
  const at = now();
  const register = views.register(family, { at, knownAt: at });
  const screen = withNames(reader, views.names(family, at));
  const text = (record: Recorded) => views.text(record);
  const catalogue = { register, screen, own: relation.party, text };
  const kept = new Map<Known, readonly Choice[]>();
  return {
    family,
    own: relation.party,
    screen,
    register,
    now: at,
    query,
    back: backs.find((each) => each === query['back']) ?? 'family',
    text,
    choices(of) {
      const found = kept.get(of) ?? choicesOf(of, catalogue);
      kept.set(of, found);
      return found;
    },
  };
}

/** Where the reader came from, showing what was recorded. */
export function backTo(
  { screen, family, back }: Desk,
  shown: { readonly after?: number; readonly done?: string } = {},
): string {
  const values =
    back === 'queue' || back === 'families' ? { ...shown, of: shown.done && family } : { ...shown, family };
  return screen.link(back, { ...values, at: undefined, 'known-at': undefined });
}

/** Field names that an address may fill in. */
export const namesOf = ({ fields, also }: Form): readonly string[] =>
  [...fields, ...(also?.fields ?? [])].map(({ name }) => name);

/** The same for the same form, so that a second sending is the same command. */
export const derived = (family: FamilyId, key: string, what: string): string =>
  createHash('sha256').update(`${family}\n${key}\n${what}`).digest('hex').slice(0, 32);
