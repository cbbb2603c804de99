import { isUtf8 } from 'node:buffer';
import express from 'express';
import type { Express, NextFunction, Request, Response } from 'express';
import { problemIn, send } from './answer.ts';
import type { Ask } from './answer.ts';
import { recordEvents } from './api/events.ts';
import * as api from './api/families.ts';
import { listen } from './api/listen.ts';
import { health, ready } from './api/state.ts';
import { assets } from './assets.ts';
import { protectingHeaders, strangerIn } from './guard.ts';
import { errorPage } from './pages/error.tsx';
import { families } from './pages/families.tsx';
import { family } from './pages/family.tsx';
import { queue } from './pages/queue.tsx';
import { loadInvented, start } from './pages/start.tsx';
import { timeline } from './pages/timeline.tsx';
import { paths } from './paths.ts';
import type { PathName } from './paths.ts';
import { problem } from './problem.ts';
import { requestLog } from './request-log.ts';
import type { Web } from './web.ts';

type Route = { readonly get: Ask; readonly post?: never } | { readonly post: Ask; readonly get?: never };

/** What stands at every address. */
const routes = (web: Web): Readonly<Record<PathName, Route>> => ({
  start: { get: start(web) },
  queue: { get: queue(web) },
  families: { get: families(web) },
  family: { get: family(web) },
  timeline: { get: timeline(web) },
  invented: { post: loadInvented(web) },
  asset: { get: assets() },
  health: { get: health },
  ready: { get: ready(web) },
  apiQueue: { get: api.queue(web) },
  apiFamilies: { get: api.families(web) },
  apiStatus: { get: api.status(web) },
  apiTimeline: { get: api.timeline(web) },
  apiEvents: { post: recordEvents(web) },
  apiLive: { get: listen(web) },
});

const largestBody = '1mb';

export function app(web: Web): Express {
  const server = express();
  server.disable('x-powered-by');
  server.set('etag', false);
  // Queries are read by query.ts, which refuses what it does not know.
  server.set('query parser', false);
  server.enable('case sensitive routing');

  const show = (found: Parameters<typeof errorPage>[0], request: Request) =>
    errorPage(found, request, web.invented.isInvented);
  const answer = (ask: Ask) => async (request: Request, response: Response) => {
    send(await ask(request, response), request, response, show);
  };

  server.use(requestLog(web));
  server.use(...protectingHeaders);
  server.use((request, response, next) => {
    const stranger = strangerIn(request);
    if (stranger) send(stranger, request, response, show);
    else next();
  });

  const json = express.json({
    limit: largestBody,
    strict: false,
    type: 'application/json',
    verify: (_request, _response, body, charset) => {
      // What is no UTF-8 would be stored changed.
      if (charset !== 'utf-8' || !isUtf8(body))
        throw Object.assign(new Error('no UTF-8'), { type: 'entity.parse.failed' });
    },
  });
  const form = express.urlencoded({ limit: '10kb', extended: false });
  for (const [name, route] of Object.entries(routes(web)) as [PathName, Route][]) {
    const place = server.route(paths[name]);
    if (route.get) place.get(answer(route.get));
    else place.post(json, form, answer(route.post));
    place.all(
      answer(() => problem('wrong-method', { headers: { Allow: route.get ? 'GET, HEAD' : 'POST' } })),
    );
  }
  server.use(answer(() => problem('not-found')));

  server.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    const known = problemIn(error);
    if (!known || known.status >= 500) web.logger.error({ err: error }, 'a request failed');
    if (response.headersSent) next(error);
    else send(known ?? problem('failed'), request, response, show);
  });
  return server;
}
