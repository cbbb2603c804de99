import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';

/** Headers that leave a page nothing but its own style, script and address. */
export const protectingHeaders: readonly RequestHandler[] = [
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'style-src': ["'self'"],
        'img-src': ["'self'"],
        'font-src': ["'self'"],
        'script-src': ["'self'"],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
        'require-trusted-types-for': ["'script'"],
        'trusted-types': ["'none'"],
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    // There is no TLS on the loopback address.
    strictTransportSecurity: false,
  }),
  (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  },
];

const ownNames = ['127.0.0.1', 'localhost'];

/** Another site may point its name at this machine, or send a form here: neither is answered. */
export function strangerIn(request: Request): Problem | null {
  const { localPort } = request.socket;
  const hosts = ownNames.map((name) => `${name}:${localPort ?? ''}`);
  const host = request.headers.host?.toLowerCase() ?? '';
  if (!hosts.includes(host)) return problem('foreign-host', { path: 'Host' });
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  // Browsers say where a request comes from; a form on a page without referrer has the origin null.
  const site = request.get('sec-fetch-site');
  if (site !== undefined) {
    return site === 'same-origin' || site === 'none'
      ? null
      : problem('foreign-origin', { path: 'Sec-Fetch-Site' });
  }
  const { origin } = request.headers;
  const isOwn = origin === undefined || hosts.some((each) => origin === `http://${each}`);
  return isOwn ? null : problem('foreign-origin', { path: 'Origin' });
}
