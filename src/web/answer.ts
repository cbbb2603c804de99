import type { Request, Response } from 'express';
import { problem, problemDetails } from './problem.ts';
import type { Problem } from './problem.ts';

/** What a route gives back; only this file writes it to the wire. `stream` has written it already. */
export type Answer =
  | { readonly kind: 'json'; readonly body: unknown; readonly status?: number; readonly headers?: Headers }
  | { readonly kind: 'page'; readonly html: string; readonly status?: number; readonly headers?: Headers }
  | {
      readonly kind: 'file';
      readonly body: Buffer | string;
      readonly type: string;
      readonly headers?: Headers;
    }
  | { readonly kind: 'redirect'; readonly to: string; readonly headers?: Headers }
  | { readonly kind: 'stream' }
  | Problem;

/**
 * What a route for professionals gives back that is about no single family: with every family of which it shows
 * something, so that each opening is in the access log before the page leaves.
 */
export type Showing =
  | (Extract<Answer, { kind: 'page' | 'json' }> & { readonly shows: readonly string[] })
  | Exclude<Answer, { kind: 'page' | 'json' }>;

type Headers = Readonly<Record<string, string>>;

/** How a problem is shown where people read: as a page. */
export type ShowProblem = (found: Problem, request: Request) => string;

export function send(answer: Answer, request: Request, response: Response, showProblem: ShowProblem): void {
  switch (answer.kind) {
    case 'json':
      response
        .status(answer.status ?? 200)
        .set(answer.headers ?? {})
        .json(answer.body);
      return;
    case 'page':
      response
        .status(answer.status ?? 200)
        .set(answer.headers ?? {})
        .type('html')
        .send(answer.html);
      return;
    case 'file':
      response
        .set(answer.headers ?? {})
        .type(answer.type)
        .send(answer.body);
      return;
    case 'redirect':
      response.set(answer.headers ?? {}).redirect(303, answer.to);
      return;
    case 'stream':
      return;
    case 'problem':
      sendProblem(answer, request, response, showProblem);
  }
}

function sendProblem(found: Problem, request: Request, response: Response, showProblem: ShowProblem): void {
  response.status(found.status).set(found.headers ?? {});
  if (!isForPrograms(request.path)) {
    response.type('html').send(showProblem(found, request));
    return;
  }
  // Programs that say nothing get English.
  const lang = request.acceptsLanguages('en', 'nl') === 'nl' ? 'nl' : 'en';
  const details = problemDetails(found, request.path, lang);
  response.set('Content-Language', lang).vary('Accept-Language');
  response.type('application/problem+json').send(JSON.stringify(details));
}

export const isForPrograms = (path: string) => /^\/(api(\/|$)|health$|ready$|metrics$)/i.test(path);

/** What the web library objects to, by its own name; null if it is a failure of ours. */
export function problemIn(error: unknown): Problem | null {
  if (!(error instanceof Error)) return null;
  if (error.name === 'AccessNotLogged') return problem('not-logged', { headers: { 'Retry-After': '60' } });
  if (error.name === 'LogUnavailable') return problem('unavailable');
  if (error instanceof URIError) return problem('bad-address');
  const status = 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status < 400 || status > 499) return null;
  const type = 'type' in error ? error.type : '';
  if (type === 'entity.parse.failed') return problem('bad-json');
  if (status === 413) return problem('too-large');
  if (status === 415) return problem('wrong-media-type');
  return problem('bad-body');
}
