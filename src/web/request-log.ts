import type { RequestHandler } from 'express';
import type { Web } from './web.ts';

/** One line a request: which route, how it ended, how long it took. Never an address: it holds ids of families. */
export const requestLog =
  ({ logger, now }: Pick<Web, 'logger' | 'now'>): RequestHandler =>
  (request, response, next) => {
    const from = now();
    response.on('close', () => {
      const route: unknown = (request.route as { path?: unknown } | undefined)?.path;
      logger.info({
        method: request.method,
        route: route ?? null,
        status: response.statusCode,
        ms: now() - from,
      });
    });
    next();
  };
