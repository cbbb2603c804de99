import { hash } from 'node:crypto';
import type { CookieOptions, Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { newSessionId } from '../access/sessions.ts';
import type { Account, Nobody, Person } from '../access/visitor.ts';
import { isHttps } from './site.ts';
import type { Site } from './site.ts';
import type { Web } from './web.ts';

export const nobody: Nobody = { kind: 'nobody' };

/** Lax, because the identity provider sends the visitor back from another site. */
export const cookieOf = (site: Pick<Site, 'publicUrl'>): CookieOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: isHttps(site),
});

/** A browser takes a cookie with this beginning from nobody but the host itself, over TLS. */
const cookieName = (site: Pick<Site, 'publicUrl'>) => (isHttps(site) ? '__Host-waakvlam' : 'waakvlam');

/** Finds the session of the cookie; none is made before somebody signs in. */
export function findSession({ sessions, site }: Pick<Web, 'sessions' | 'site'>): RequestHandler {
  const find = session({
    name: cookieName(site),
    store: sessions.store,
    secret: sessions.secret,
    genid: newSessionId,
    cookie: cookieOf(site),
    resave: false,
    saveUninitialized: false,
    proxy: true,
  });
  return (request, response, next) => {
    // The public address says how visitors come here, also where a proxy forgets to.
    request.headers['x-forwarded-proto'] = isHttps(site) ? 'https' : 'http';
    find(request, response, next);
  };
}

/** Who asks, as things stand now: who lost an account or a role has lost it at the next request. */
export function visitorOf({ people }: Pick<Web, 'people'>, request: Request): Person | Nobody {
  const { account: id, beganAt } = sessionIn(request);
  if (id === undefined || beganAt === undefined) return nobody;
  const account = people.find(id, beganAt);
  if (account === undefined || account.roles.length === 0) return nobody;
  return { kind: 'person', account, session: referenceOf(request.sessionID) };
}

/** A new session with a new secret, so that one that was planted before is worth nothing. */
export async function signIn(request: Request, account: Pick<Account, 'id'>): Promise<void> {
  await settled((done) => request.session.regenerate(done));
  request.session.account = account.id;
  await settled((done) => request.session.save(done));
}

/** What must fit when the visitor comes back from elsewhere; it is good for once. */
export async function keepPending(request: Request, pending: string | null): Promise<void> {
  if (pending === null) delete request.session.pending;
  else request.session.pending = pending;
  await settled((done) => request.session.save(done));
}

export const pendingOf = (request: Request): string | undefined => sessionIn(request).pending;

/** Ends the session at once, and has the browser forget what it kept of it. */
export async function signOut(
  { site }: Pick<Web, 'site'>,
  request: Request,
  response: Response,
): Promise<void> {
  await settled((done) => request.session.destroy(done));
  response.clearCookie(cookieName(site), cookieOf(site));
  response.set('Clear-Site-Data', '"cache", "storage"');
}

/** Tells sessions apart in the access log, and opens none. */
const referenceOf = (id: string): string => hash('sha256', `reference ${id}`, 'hex').slice(0, 16);

/** Before the session has been looked for there is none: a request may be refused earlier. */
const sessionIn = (request: Request): Partial<Request['session']> =>
  'session' in request ? request.session : {};

function settled(ask: (done: (error: Error | null | undefined) => void) => unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    ask((error) => {
      if (error === null || error === undefined) resolve();
      else reject(error);
    });
  });
}
