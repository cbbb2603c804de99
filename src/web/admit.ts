import type { Request } from 'express';
import type { Nobody, Person, Relation } from '../access/visitor.ts';
import { FamilyId, PartyId } from '../domain/ids.ts';
import { beginning } from '../domain/instant.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { FamilyVisit, Needs, OpenVisit, PersonVisit, Visit } from './route.ts';
import type { Web } from './web.ts';

export const nobody: Nobody = { kind: 'nobody' };

/** Lets a visitor in as far as a route is for them, or says why not. */
export async function admit(
  { views }: Pick<Web, 'views'>,
  request: Request,
  needs: Needs,
): Promise<Visit | Problem> {
  await Promise.resolve();
  if (needs.scope === 'open') return { visitor: nobody } satisfies OpenVisit;
  const visitor: Person = { kind: 'person', account: { id: 'local', name: '', roles: ['monitor', 'team'] } };
  const relation = (family: FamilyId): Relation => ({
    family,
    party: PartyId.parse('party:team'),
    ground: 'own',
    since: beginning,
  });
  const person: PersonVisit = { visitor, relations: { of: relation, families: () => views.families() } };
  if (needs.scope === 'person') return person;
  const family = FamilyId.safeParse(request.params['family']);
  if (needs.scope === 'watcher' || !family.success) return problem('no-such-family');
  return { ...person, family: family.data, relation: relation(family.data) } satisfies FamilyVisit;
}
