import type { RequestHandler } from 'express';
import { nameOf } from './paths.ts';
import type { Web } from './web.ts';

/** One line a request: which route, how it ended, how long it took. Never an address: it holds ids of families. */
export const requestLog =
  ({ logger, now, answered }: Pick<Web, 'logger' | 'now' | 'answered'>): RequestHandler =>
  (request, response, next) => {
    const from = now();
    response.on('close', () => {
      const route: unknown = (request.route as { path?: unknown } | undefined)?.path;
      const name = nameOf(route) ?? 'none';
      // A stream lasts as long as somebody looks.
      if (name !== 'apiLive')
        answered({
          route: name,
          method: request.method,
          status: response.statusCode,
          seconds: (now() - from) / 1000,
        });
      logger.info({
        method: request.method,
        route: route ?? null,
        status: response.statusCode,
        ms: now() - from,
      });
    });
    next();
  };
