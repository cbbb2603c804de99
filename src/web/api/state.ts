import { formatInstant } from '../../domain/instant.ts';
import type { Freshness } from '../../read/views.ts';
import type { Ask } from '../route.ts';
import { isProblem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Web } from '../web.ts';

/** The process runs. */
export const health: Ask = (request) => {
  const query = readQuery(request, []);
  return isProblem(query) ? query : { kind: 'json', body: { status: 'ok' } };
};

/**
 * The whole log has been read and is followed: questions are answered from all that is known. Else a proxy may send
 * people to another node.
 */
export const ready =
  ({ views }: Pick<Web, 'views'>): Ask =>
  (request) => {
    const query = readQuery(request, []);
    if (isProblem(query)) return query;
    const freshness = views.freshness();
    if (freshness.kind === 'live') return { kind: 'json', body: { status: 'ready' } };
    const { since, why } = freshness;
    const body = { status: 'behind', reason: why, meaning: meanings[why], since: formatInstant(since) };
    return { kind: 'json', status: 503, body, headers: { 'Retry-After': '5' } };
  };

const meanings = {
  connecting: 'The connection with the log is being made.',
  dropped: 'The connection with the log was lost and is being made again.',
  stalled: 'The log sends nothing, although there is more.',
  slow: 'Reading the log takes longer than it grows.',
} as const satisfies Record<Extract<Freshness, { kind: 'behind' }>['why'], string>;
