import { PersonId } from '../../domain/ids.ts';
import { formatInstant } from '../../domain/instant.ts';
import type { Ask, AskShowing, FamilyVisit } from '../route.ts';
import { familyPage, notKnown, waitFor } from '../asking.ts';
import { isProblem, problem } from '../problem.ts';
import { readNumber, readQuery, readStandpoint } from '../query.ts';
import type { Web } from '../web.ts';

type Needs = Pick<Web, 'views' | 'now'>;

/** The relapse queue as of now (R8), in its order. */
export const queue =
  ({ views }: Needs): AskShowing =>
  async (request, _response, { relations }) => {
    const query = readQuery(request, ['after']);
    if (isProblem(query)) return query;
    const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
    if (late) return late;
    const { asOf, rows } = views.queue();
    const own = rows.filter(({ family }) => relations.of(family));
    return {
      kind: 'json',
      shows: own.map(({ family }) => family),
      body: { at: formatInstant(asOf), queue: own },
    };
  };

const usualPage = 20;
const largestPage = 100;

/** Some families at a time: status is worked out for those of the page alone. */
export const families =
  ({ views, now }: Needs): AskShowing =>
  async (request, _response, { relations }) => {
    const query = readQuery(request, ['cursor', 'limit', 'q', 'at', 'known-at', 'after']);
    if (isProblem(query)) return query;
    const standpoint = readStandpoint(query, now());
    if (isProblem(standpoint)) return standpoint;
    const limit = readNumber(query, 'limit', largestPage, 1);
    if (isProblem(limit)) return limit;
    const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
    if (late) return late;
    const page = familyPage(views, relations, standpoint.viewpoint, { ...query, limit: limit ?? usualPage });
    const { at, knownAt } = standpoint.viewpoint;
    const rows = page.families.map(({ family, safety, alarms, relapse }) => ({
      family,
      status: safety.status,
      evidence: safety.evidence,
      decided: safety.decided,
      candidate: safety.candidate,
      since: safety.since,
      guaranteed: relapse.guaranteed,
      alarms: alarms.length,
    }));
    return {
      kind: 'json',
      shows: rows.map(({ family }) => family),
      body: { at: formatInstant(at), knownAt: formatInstant(knownAt), families: rows, next: page.next },
    };
  };

export const status =
  ({ views, now }: Needs): Ask<FamilyVisit> =>
  async (request, _response, { family }) => {
    const query = readQuery(request, ['at', 'known-at', 'after']);
    if (isProblem(query)) return query;
    const standpoint = readStandpoint(query, now());
    if (isProblem(standpoint)) return standpoint;
    const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
    if (late) return late;
    const { at, knownAt } = standpoint.viewpoint;
    const found = views.status(family, standpoint.viewpoint);
    if (found === null) return notKnown(views, family);
    const body = { at: formatInstant(at), knownAt: formatInstant(knownAt), ...found };
    return { kind: 'json', body, headers: { ETag: `"${views.version(family)}"` } };
  };

export const timeline =
  ({ views, now }: Needs): Ask<FamilyVisit> =>
  async (request, _response, { family }) => {
    const query = readQuery(request, ['known-at', 'viewer', 'after']);
    if (isProblem(query)) return query;
    const standpoint = readStandpoint(query, now());
    if (isProblem(standpoint)) return standpoint;
    const viewer = PersonId.optional().safeParse(query.viewer);
    if (!viewer.success)
      return problem('bad-parameter', {
        path: 'viewer',
        detail: 'It must be a person, such as person:father.',
      });
    const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
    if (late) return late;
    const { knownAt } = standpoint.viewpoint;
    const events = views.timeline(family, knownAt, viewer.data);
    if (events === null) return notKnown(views, family);
    const body = { family, knownAt: formatInstant(knownAt), events };
    return { kind: 'json', body, headers: { ETag: `"${views.version(family)}"` } };
  };
