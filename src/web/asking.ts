import type { Relations } from '../access/visitor.ts';
import type { FamilyId } from '../domain/ids.ts';
import { formatInstant } from '../domain/instant.ts';
import type { FamilyStatus, Viewpoint, Views } from '../read/views.ts';
import { isProblem, problem } from './problem.ts';
import type { Problem } from './problem.ts';

/** How long a reader of its own writes is kept waiting. */
const longestWait = 2000;
/** While the answers are behind it is not to be expected soon. */
const behindWait = 200;

/** How long, in milliseconds, somebody waits for what was recorded and has not arrived here. */
export const patience = (views: Pick<Views, 'freshness'>): number =>
  views.freshness().kind === 'live' ? longestWait : behindWait;

/** Reads its own writes: null once the answers include the position. */
export async function waitFor(views: Views, position: number | undefined | Problem): Promise<Problem | null> {
  if (position === undefined) return null;
  if (isProblem(position)) return position;
  if (await views.reached(position, patience(views))) return null;
  const freshness = views.freshness();
  if (freshness.kind === 'behind')
    return problem('behind', {
      path: 'after',
      extra: { wanted: position, since: formatInstant(freshness.since) },
      headers: { 'Retry-After': '5' },
    });
  const extra = { wanted: position };
  return problem('not-yet', { path: 'after', extra, headers: { 'Retry-After': '1' } });
}

/** Nothing was recorded of the family by the instant of knowledge, or ever. */
export function notKnown(views: Views, family: FamilyId): Problem {
  if (views.version(family) === 0) return problem('no-such-family');
  const first = views.records(family)[0];
  return problem('not-known-then', {
    path: 'known-at',
    ...(first && { extra: { firstRecordedAt: formatInstant(first.record.recordedAt) } }),
  });
}

interface PageOptions {
  /** The last family of the page before. */
  readonly cursor?: string;
  /** Part of a family's id. */
  readonly q?: string;
  readonly limit: number;
}

/** The visitor's families after a cursor whose id holds a text; `next` is the cursor of the next page, null at the end. */
export function familyPage(
  views: Views,
  relations: Relations,
  viewpoint: Viewpoint,
  { cursor = '', q = '', limit }: PageOptions,
) {
  const families: FamilyStatus[] = [];
  let last: string | null = null;
  for (const family of relations.families()) {
    if (family <= cursor || !family.includes(q)) continue;
    if (families.length === limit) return { families, next: last };
    const status = views.status(family, viewpoint);
    if (status === null) continue;
    families.push(status);
    last = family;
  }
  return { families, next: null };
}
