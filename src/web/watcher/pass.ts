import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Link } from '../../access/links.ts';
import type { Instant } from '../../domain/instant.ts';
import { isHttps } from '../site.ts';
import type { Web } from '../web.ts';

/** A telephone on which the right code was typed keeps a proof of it, so that the code is asked once. */

type Needs = Pick<Web, 'links' | 'site'>;

export function hasPass({ links, site }: Needs, request: Request, link: Link): boolean {
  if (!link.asksCode) return true;
  const proof = cookie(request, nameOf(site, link));
  return proof !== undefined && links.isProven(link, proof);
}

export function givePass(
  { site }: Needs,
  response: Response,
  { link, proof, now }: { readonly link: Link; readonly proof: string; readonly now: Instant },
): void {
  response.cookie(nameOf(site, link), proof, {
    path: '/w',
    httpOnly: true,
    // A message with the link is opened from another app: strict would ask for the code every time.
    sameSite: 'lax',
    secure: isHttps(site),
    maxAge: link.expiresAt - now,
  });
}

const nameOf = (site: Web['site'], { id }: Link) =>
  `${isHttps(site) ? '__Secure-' : ''}w-${createHash('sha256').update(id).digest('hex').slice(0, 16)}`;

function cookie(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}
