import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import { isProblem, problem } from './problem.ts';
import { readQuery } from './query.ts';
import type { Ask } from './route.ts';
import type { Web } from './web.ts';

type Needs = Pick<Web, 'operator'>;

/** Whether a request comes from the operators: with their token, never with somebody's session. */
export function isOperator({ operator }: Needs, request: Request): boolean {
  if (operator === undefined) return false;
  const given = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  // Of one length, so that the time of the comparison tells nothing.
  return given !== undefined && timingSafeEqual(hash(given), hash(operator.token));
}

const hash = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The figures of this node, for the operators alone; without a token there is no such page. */
export const metrics =
  ({ operator }: Needs): Ask =>
  async (request) => {
    if (operator === undefined) return problem('not-found');
    const query = readQuery(request, []);
    if (isProblem(query)) return query;
    if (!isOperator({ operator }, request))
      return problem('no-token', { path: 'Authorization', headers: { 'WWW-Authenticate': 'Bearer' } });
    return { kind: 'file', body: await operator.figures(), type: operator.contentType };
  };
