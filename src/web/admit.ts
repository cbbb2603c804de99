import type { Request } from 'express';
import type { Relation } from '../access/visitor.ts';
import { FamilyId, PartyId } from '../domain/ids.ts';
import { beginning } from '../domain/instant.ts';
import { paths } from './paths.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { FamilyVisit, Needs, OpenVisit, PersonVisit, Visit } from './route.ts';
import { visitorOf } from './session.ts';
import type { Web } from './web.ts';

/** Lets a visitor in as far as a route is for them, or says why not. */
export async function admit(
  web: Pick<Web, 'views' | 'people' | 'sessions'>,
  request: Request,
  needs: Needs,
): Promise<Visit | Problem> {
  await Promise.resolve();
  const visitor = visitorOf(web, request);
  if (needs.scope === 'open') return { visitor } satisfies OpenVisit;
  if (visitor.kind === 'nobody') return problem('not-signed-in');
  // A page that listens shows nothing new by itself: only who asks for a page is at work.
  if (request.path !== paths.apiLive) web.sessions.used(request.sessionID);
  const relation = (family: FamilyId): Relation => ({
    family,
    party: PartyId.parse('party:team'),
    ground: 'own',
    since: beginning,
  });
  const person: PersonVisit = { visitor, relations: { of: relation, families: () => web.views.families() } };
  if (needs.scope === 'person') return person;
  const family = FamilyId.safeParse(request.params['family']);
  if (needs.scope === 'watcher' || !family.success) return problem('no-such-family');
  return { ...person, family: family.data, relation: relation(family.data) } satisfies FamilyVisit;
}
