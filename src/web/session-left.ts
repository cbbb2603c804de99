import type { Request } from 'express';
import type { Answer } from './answer.ts';
import { isProblem } from './problem.ts';
import { readQuery } from './query.ts';
import type { Ask } from './route.ts';
import type { Web } from './web.ts';

type Needs = Pick<Web, 'sessions' | 'now'>;

/** How long the session of the visitor still lasts; asking does not put its end off. */
export const sessionLeft =
  (web: Needs): Ask =>
  (request, _response, { visitor }) => {
    const query = readQuery(request, []);
    return isProblem(query) ? query : told(web, request, visitor.kind === 'person');
  };

/** Somebody says that they are still at work. */
export const keepSession =
  (web: Needs): Ask =>
  (request, _response, { visitor }) => {
    const query = readQuery(request, []);
    if (isProblem(query)) return query;
    if (visitor.kind === 'person') web.sessions.used(request.sessionID);
    return told(web, request, visitor.kind === 'person');
  };

function told({ sessions, now }: Needs, request: Request, isSignedIn: boolean): Answer {
  const end = isSignedIn ? sessions.endOf(request.sessionID) : undefined;
  const body = { secondsLeft: end ? (end.at - now()) / 1000 : 0, isFixed: end?.isFixed ?? true };
  return { kind: 'json', body };
}
