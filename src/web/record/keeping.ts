import type { Request } from 'express';
import { to } from '../paths.ts';
import type { Lang } from '../words/lang.ts';
import type { Web } from '../web.ts';
import type { Sending } from './send.tsx';
import { first, valuesIn } from './values.ts';

/** Forms that could not be recorded wait a day for who filled them in. */

type Place = Readonly<Record<string, string>>;

/** Pages with a form, by the name under which a draft remembers them. */
const pages = ['record', 'correct', 'retract'] as const;
type FormPath = (typeof pages)[number];

/** The link that opens a draft; undefined if its page is not there any more. */
export function draftLink(place: Place, key: string, lang: Lang): string | undefined {
  const { page, ...values } = place;
  const found = pages.find((each) => each === page);
  return found && to(found, { ...values, draft: key, lang: lang === 'nl' ? undefined : lang });
}

export const isSamePlace = (place: Place, { path, address }: Pick<Sending, 'path' | 'address'>): boolean =>
  place['page'] === path && Object.entries(address).every(([name, value]) => place[name] === value);

/** False if it could not be kept either: then the page that still shows it is all there is. */
export function keep(
  { drafts, now, logger }: Pick<Web, 'drafts' | 'now' | 'logger'>,
  account: string,
  { path, address, desk, values }: Pick<Sending, 'path' | 'address' | 'desk' | 'values'>,
): boolean {
  const key = first(values, 'key');
  try {
    drafts.keep({ account, key, family: desk.family, address: { page: path, ...address }, values }, now());
    return true;
  } catch (error) {
    logger.error({ err: error }, 'a form could not be kept');
    return false;
  }
}

/** The session had ended when a form was sent: it is kept for whose form it was, and opened again after signing in. */
export function keptAtTheDoor(
  { drafts, now }: Pick<Web, 'drafts' | 'now'>,
  request: Request,
  lang: Lang,
): string | undefined {
  if (request.method !== 'POST' || !request.is('application/x-www-form-urlencoded')) return undefined;
  const { family, kind, id } = request.params;
  const page = pageOf(request.path);
  const values = valuesIn(request.body);
  const key = first(values, 'key');
  const account = drafts.ownerOf(first(values, 'pass'), key);
  if (typeof family !== 'string' || page === undefined || account === null) return undefined;
  const rest = page === 'record' ? { kind: String(kind) } : { id: String(id) };
  const address = { page, family, ...rest };
  drafts.keep({ account, key, family, address, values }, now());
  return draftLink(address, key, lang);
}

/** Which page with a form stands at an address. */
export function pageOf(path: string): FormPath | undefined {
  if (/\/record\/[^/]+$/.test(path)) return 'record';
  return pages.find((page) => page !== 'record' && path.endsWith(`/${page}`));
}
