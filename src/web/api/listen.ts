import type { AskShowing } from '../route.ts';
import { mostListeners } from '../live.ts';
import type { FamilyId } from '../../domain/ids.ts';
import { signsNow } from '../news.ts';
import { isProblem, problem } from '../problem.ts';
import { readNumber, readQuery } from '../query.ts';
import type { Web } from '../web.ts';

/** Tells from now on which families have other answers; with `Last-Event-ID`, or `since`, also what changed after it. */
export const listen =
  ({ live, views }: Pick<Web, 'live' | 'views'>): AskShowing =>
  (request, response, { relations }) => {
    const query = readQuery(request, ['since', 'list']);
    if (isProblem(query)) return query;
    const given = readNumber(query, 'since', Number.MAX_SAFE_INTEGER);
    if (isProblem(given)) return given;
    const last = request.get('last-event-id');
    if (last !== undefined && !/^\d{1,15}$/.test(last))
      return problem('bad-header', {
        path: 'Last-Event-ID',
        detail: 'It must be the id of a message, such as 1767225600000.',
      });
    if (query.list !== undefined && query.list !== 'queue')
      return problem('bad-parameter', { path: 'list', detail: 'It must be queue, or be left out.' });
    if (request.method === 'HEAD') return { kind: 'file', body: '', type: 'text/event-stream' };
    if (live.listeners >= mostListeners)
      return problem('too-many-listeners', { headers: { 'Retry-After': '30' } });
    const signs = (families: readonly FamilyId[] | null) => signsNow(views, families ?? relations.families());
    live.listen(response, last === undefined ? (given ?? null) : Number(last), {
      mayHear: (family) => relations.of(family) !== undefined,
      signs: query.list === 'queue' ? signs : undefined,
    });
    return { kind: 'stream' };
  };
