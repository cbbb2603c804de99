import type { Request } from 'express';
import type { Person, Relations } from '../access/visitor.ts';
import { FamilyId } from '../domain/ids.ts';
import { logger } from './access-log.ts';
import { admitWatcher } from './admit-watcher.ts';
import { paths } from './paths.ts';
import type { PathName } from './paths.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { FamilyVisit, Needs, OpenVisit, PersonVisit, Visit } from './route.ts';
import { visitorOf } from './session.ts';
import type { Web } from './web.ts';

type Admitting = Pick<Web, 'views' | 'people' | 'sessions' | 'relations' | 'links' | 'journal' | 'now'>;

/**
 * Lets a visitor in as far as a route is for them, or says why not. The opening of a family is in the access log when
 * this answers; about a family nothing is looked up before the relation was found, so that a family that does not
 * exist and one that is not theirs give the same answer.
 */
export async function admit(
  web: Admitting,
  request: Request,
  route: PathName,
  needs: Needs,
): Promise<Visit | Problem> {
  await Promise.resolve();
  if (needs.scope === 'watcher') return admitWatcher(web, request);
  const at = web.now();
  const { freshness } = web.views;
  const visitor = visitorOf(web, request);
  if (needs.scope === 'open') return { visitor, at, freshness } satisfies OpenVisit;
  if (visitor.kind === 'nobody') return problem('not-signed-in');
  // A page that listens shows nothing new by itself: only who asks for a page is at work.
  if (request.path !== paths.apiLive) web.sessions.used(request.sessionID);
  const person: PersonVisit = { visitor, at, freshness, relations: openTo(web, visitor) };
  const log = logger(web, request, route, visitor);
  if (needs.scope === 'person') {
    if (needs.roles.some((role) => visitor.account.roles.includes(role))) return person;
    log.refused();
    return problem('not-your-page');
  }
  const family = FamilyId.safeParse(request.params['family']);
  if (!family.success) return problem('no-such-family');
  const relation = person.relations.of(family.data);
  if (!relation) {
    log.refused(needs.purpose, family.data);
    return problem('no-relation');
  }
  log.opened(needs.purpose, [{ family: family.data, relation }]);
  return { ...person, family: family.data, relation } satisfies FamilyVisit;
}

/**
 * The families that a person may open. Who lives with somebody of the family, or is linked to them, has no more than a
 * stranger.
 */
function openTo({ views, relations }: Admitting, { account }: Person): Relations {
  const held = relations.heldBy(account);
  const isTied = (family: FamilyId) => {
    const tied = views.tiedParties(family);
    return tied.size > 0 && relations.partiesOf(account, family).some((party) => tied.has(party));
  };
  const of = (family: FamilyId) => {
    const relation = held.of(family);
    return relation && !isTied(family) ? relation : undefined;
  };
  return { of, families: () => held.families().filter((family) => of(family) !== undefined) };
}
