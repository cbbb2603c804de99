import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { isViewName, mostViews } from '../../access/saved-views.ts';
import type { Showing } from '../answer.ts';
import { listNames } from '../family-list.ts';
import { to } from '../paths.ts';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { readQuery } from '../query.ts';
import type { Ask, AskShowing, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { isLang } from '../words/lang.ts';

/** What is done from the list of families; each leads back to the address that it was done from. */

interface Sent {
  readonly field: (name: string) => string;
  /** The list as it was, and more. */
  readonly back: (more?: Readonly<Record<string, string | number>>) => Extract<Showing, { kind: 'redirect' }>;
  /** What of the list may be kept: nothing but the names that its address knows. */
  readonly view: Readonly<Record<string, string>>;
}

function sent(request: Request): Sent | Problem {
  const query = readQuery(request, ['lang']);
  if (isProblem(query)) return query;
  if (!request.is('application/x-www-form-urlencoded'))
    return problem('wrong-media-type', { path: 'Content-Type' });
  const form = (request.body ?? {}) as Readonly<Record<string, unknown>>;
  const field = (name: string) => (typeof form[name] === 'string' ? form[name] : '');
  const known: readonly string[] = listNames;
  const view = Object.fromEntries(
    [...new URLSearchParams(field('view'))].filter(
      ([name, value]) => known.includes(name) && value.length <= 64,
    ),
  );
  const lang = isLang(query.lang) && query.lang !== 'nl' ? query.lang : undefined;
  return {
    field,
    view,
    back: (more = {}) => ({ kind: 'redirect', to: to('families', { ...view, ...more, lang }) }),
  };
}

/** An alarm was seen. It is recorded once, however often it is sent; an alarm that is over is left alone. */
export const acknowledge =
  ({ views, handle, now }: Pick<Web, 'views' | 'handle' | 'now'>): Ask<FamilyVisit> =>
  async (request, _response, { family, relation }) => {
    const form = sent(request);
    if (isProblem(form)) return form;
    const [rule, subject] = [form.field('rule'), form.field('subject')];
    const status = views.status(family, { at: now(), knownAt: now() });
    const alarm = status?.alarms.find((each) => each.rule === rule && each.subject === subject);
    if (!alarm || alarm.acknowledged) return form.back();
    const digest = createHash('sha256').update([family, rule, subject, alarm.since].join('\n'));
    const event = {
      id: `ack-${digest.digest('base64url')}`,
      type: 'AlarmAcknowledged',
      version: 1,
      family,
      by: relation.party,
      source: 'observed',
      data: { rule, subject, by: relation.party },
    };
    const outcome = await handle({ family, expected: 'any', events: [event] });
    if (outcome.kind === 'recorded')
      return form.back({ after: outcome.receipt.position, done: event.id, of: family });
    if (outcome.kind === 'nothing-new' || outcome.kind === 'id-taken') return form.back();
    return outcome.kind === 'conflict'
      ? problem('busy', { headers: { 'Retry-After': '1' } })
      : problem('refused', { path: rule });
  };

/** A view of the list gets a short name, or loses it. */
export const savedViews =
  ({ saved, now }: Pick<Web, 'saved' | 'now'>): AskShowing =>
  (request, _response, { visitor }) => {
    const form = sent(request);
    if (isProblem(form)) return form;
    const { id } = visitor.account;
    const forgotten = form.field('forget');
    if (forgotten !== '') {
      saved.forget(id, forgotten);
      return form.back();
    }
    const name = form.field('name').trim();
    if (!isViewName(name))
      return problem('bad-parameter', {
        path: 'name',
        detail: 'It must be a short label: at most 40 letters, digits and spaces.',
      });
    if (!saved.keep(id, { name, query: new URLSearchParams(form.view).toString() }, now()))
      return problem('bad-parameter', { path: 'name', detail: `At most ${mostViews} views can be kept.` });
    return form.back();
  };
