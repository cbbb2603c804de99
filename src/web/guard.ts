import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';
import { paths } from './paths.ts';
import { isHttps } from './site.ts';
import type { Site } from './site.ts';
import { problem } from './problem.ts';
import type { Problem } from './problem.ts';

/** Headers that leave a page nothing but its own style, script and address. */
export const protectingHeaders = (site: Site): readonly RequestHandler[] => [
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
        ...(isHttps(site) && { 'upgrade-insecure-requests': [] }),
      },
    },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    // There is no TLS on the loopback address.
    strictTransportSecurity: isHttps(site) && { maxAge: 365 * 24 * 3600 },
  }),
  (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    next();
  },
];

const ownNames = ['127.0.0.1', 'localhost', '[::1]'];

/** Another site may point its name at this machine, or send a form here: neither is answered. */
export function strangerIn({ publicUrl }: Site, request: Request): Problem | null {
  const { localPort } = request.socket;
  const origins = ownNames.map((name) => `http://${name}:${localPort ?? ''}`);
  if (publicUrl !== undefined) origins.push(publicUrl);
  const host = request.headers.host?.toLowerCase() ?? '';
  // Figures are fetched from each node by its own name, and rest on no cookie: another name misleads nobody.
  if (request.path === paths.metrics) return null;
  if (!origins.some((origin) => isHostOf(origin, host))) return problem('foreign-host', { path: 'Host' });
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  // Browsers say where a request comes from; a form on a page without referrer has the origin null.
  const site = request.get('sec-fetch-site');
  if (site !== undefined) {
    return site === 'same-origin' || site === 'none'
      ? null
      : problem('foreign-origin', { path: 'Sec-Fetch-Site' });
  }
  const { origin } = request.headers;
  const isOwn = origin === undefined || origins.includes(origin);
  return isOwn ? null : problem('foreign-origin', { path: 'Origin' });
}

/** With or without the port that goes without saying. */
function isHostOf(origin: string, host: string): boolean {
  const { protocol } = new URL(origin);
  const usual = protocol === 'https:' ? ':443' : ':80';
  return origin === `${protocol}//${host.endsWith(usual) ? host.slice(0, -usual.length) : host}`;
}
