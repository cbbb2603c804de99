import type { Request } from 'express';
import { isInForce } from '../access/links.ts';
import type { Link } from '../access/links.ts';
import { networkOf } from './access-log.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';
import type { WatcherVisit } from './route.ts';
import type { Web } from './web.ts';

type Needs = Pick<Web, 'views' | 'links' | 'journal' | 'now'>;

/**
 * Lets in who has a link in force about which something is still asked. A link that never was, has expired, was ended or
 * has nothing to ask gives one answer. Every opening is in the access log before anything is shown.
 */
export function admitWatcher(web: Needs, request: Request): WatcherVisit | Problem {
  const at = web.now();
  const link = web.links.find(String(request.params['secret']));
  const isLetIn =
    link !== null && isInForce(link, at) && web.views.asked(link.family, link.party, at).length > 0;
  note(web, request, link, isLetIn);
  if (!isLetIn) return problem('link-ended');
  web.links.opened(link, at);
  const { family, party, id } = link;
  const { freshness } = web.views;
  return { at, freshness, visitor: { kind: 'watcher', family, party, link: id }, link };
}

function note({ journal, now }: Needs, request: Request, link: Link | null, isLetIn: boolean): void {
  journal.write([
    {
      at: now(),
      event: request.method === 'POST' ? 'write' : 'read',
      route: 'watcher',
      ...(link && { family: link.family }),
      user: link ? `link:${link.id}` : 'link:unknown',
      name: '',
      responsible: link?.party ?? '',
      role: 'watcher',
      purpose: 'care',
      ground: link ? 'link' : '',
      outcome: isLetIn ? 'granted' : 'refused',
      address: networkOf(request.ip),
      session: '',
    },
  ]);
}
