import type { Request } from 'express';
import { paths } from './paths.ts';

/** As long as a value in an address may be. */
const longest = 200;

/** Where to go after signing in: a page of our own, or the start. Another site must not be able to choose it. */
export function ownPath(text: string | undefined): string {
  if (text === undefined || text.length > longest || !/^\/(?![/\\])[\x21-\x5b\x5d-\x7e]*$/.test(text))
    return paths.start;
  const { pathname, search } = new URL(text, 'http://own.invalid');
  return isForReaders(pathname) ? `${pathname}${search}` : paths.start;
}

/** The page that was asked for, to come back to it; too long an address comes back without its query. */
export function askedFor({ originalUrl, path }: Request): string | undefined {
  const asked = originalUrl.length > longest ? path : originalUrl;
  return ownPath(asked) === paths.start ? undefined : asked;
}

const isForReaders = (path: string) =>
  !/^\/(api|oidc|login|logout|assets|health|ready|metrics|away|invented|session)(\/|$)/i.test(path) &&
  !path.startsWith('//');
