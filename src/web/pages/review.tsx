import { formatInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import type { FamilyStatus, Viewpoint } from '../../read/views.ts';
import type { Answer } from '../answer.ts';
import { notKnown } from '../asking.ts';
import { textIn } from '../form.ts';
import { eventsOf, readReview } from '../meeting/deciding.ts';
import type { Fault } from '../meeting/deciding.ts';
import { PastReviews } from '../meeting/past-reviews.tsx';
import { ReviewForm } from '../meeting/review-form.tsx';
import { stateLines } from '../meeting/state.ts';
import { StateTable } from '../meeting/state-table.tsx';
import { withNames } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { When } from '../parts/small.tsx';
import { isProblem, problem } from '../problem.ts';
import { readQuery, readStandpoint } from '../query.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { reviewWords } from '../words/meetings.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

type Needs = Pick<Web, 'views' | 'handle' | 'now' | 'invented' | 'newKey'>;

interface Seen {
  readonly screen: Screen;
  readonly viewpoint: Viewpoint;
  readonly status: FamilyStatus;
  readonly meeting: string | undefined;
}

/** Pins the state: the address holds the viewpoint, and what comes in later does not show. */
function look(
  { views, now, invented }: Needs,
  request: Parameters<Ask>[0],
  visit: FamilyVisit,
): Seen | Answer {
  const { family } = visit;
  const query = readQuery(request, ['lang', 'at', 'known-at', 'meeting']);
  if (isProblem(query)) return query;
  const reader = readerOf(query, invented, visit);
  if (isProblem(reader)) return reader;
  if (query['known-at'] === undefined || query.at === undefined) {
    // Something may still be recorded in this very millisecond.
    const pinned = formatInstant((now() - 1) as Instant);
    const values = { family, meeting: query.meeting, at: pinned, 'known-at': pinned };
    return { kind: 'redirect', to: reader.link('review', values) };
  }
  const standpoint = readStandpoint(query, now());
  if (isProblem(standpoint)) return standpoint;
  const { viewpoint } = standpoint;
  if (viewpoint.knownAt > now()) return problem('bad-instant', { path: 'known-at' });
  const status = views.status(family, viewpoint);
  if (status === null) return notKnown(views, family);
  const screen = withNames(reader, views.names(family, viewpoint.knownAt));
  return { screen, viewpoint, status, meeting: query.meeting };
}

export const review =
  (web: Needs): Ask<FamilyVisit> =>
  (request, _response, visit) => {
    const seen = look(web, request, visit);
    if ('kind' in seen) return seen;
    return show(web, visit, seen, { form: {}, faults: [], key: web.newKey() });
  };

/** Records the review, and the decision if there is one, in one command. */
export const pinReview =
  (web: Needs): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const seen = look(web, request, visit);
    if ('kind' in seen) return seen;
    const form = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    const key = textIn(form['key']);
    if (!/^[A-Za-z0-9_-]{8,40}$/.test(key)) return problem('bad-parameter', { path: 'key' });
    const read = readReview(form);
    if ('length' in read) return show(web, visit, seen, { form, faults: read, key });
    const { views, handle } = web;
    const { viewpoint, meeting, status } = seen;
    const events = eventsOf({
      review: read,
      key,
      viewpoint,
      meeting,
      seen: status,
      policy: views.policy,
      relation: visit.relation,
    });
    const expected = /^\d{1,15}$/.test(textIn(form['version'])) ? Number(form['version']) : -1;
    const outcome = await handle({ family: visit.family, events, expected });
    switch (outcome.kind) {
      case 'recorded':
        return {
          kind: 'redirect',
          to: seen.screen.link('reviewed', {
            family: visit.family,
            review: `review-${key}`,
            after: outcome.receipt.position,
          }),
        };
      case 'conflict':
        return show(web, visit, seen, { form, faults: [{ id: 'seen', text: reviewWords.changed }], key });
      case 'refused':
        return problem('refused', { path: outcome.path, detail: outcome.nextStep });
      case 'malformed':
        return problem('malformed', { path: outcome.path });
      case 'id-taken':
        return problem('key-reused', { path: 'key' });
      case 'nothing-new':
        return {
          kind: 'redirect',
          to: seen.screen.link('reviewed', { family: visit.family, review: `review-${key}` }),
        };
    }
  };

interface Entered {
  readonly form: Readonly<Record<string, unknown>>;
  readonly faults: readonly Fault[];
  readonly key: string;
}

function show(
  { views, now }: Needs,
  { family, relation }: FamilyVisit,
  seen: Seen,
  entered: Entered,
): Answer {
  const { screen, viewpoint, status, meeting } = seen;
  const { say, link } = screen;
  const title = say(reviewWords.title(family));
  const newer = views.learned(family, viewpoint, now());
  const entries = views.timeline(family, viewpoint.knownAt) ?? [];
  const place = {
    family,
    meeting,
    at: formatInstant(viewpoint.at),
    'known-at': formatInstant(viewpoint.knownAt),
  };
  return {
    kind: 'page',
    status: entered.faults.length === 0 ? 200 : 422,
    html: html(
      <Page screen={screen} title={title} here={inLanguages('review', place)} part="meetings">
        <h1>{title}</h1>
        <p class="banner">
          <strong>{say(reviewWords.pinned)}</strong>: <When at={viewpoint.knownAt} screen={screen} />.{' '}
          {say(reviewWords.pinnedMore)} {newer.length > 0 && say(reviewWords.newer(newer.length))}{' '}
          <a href={link('review', { family, meeting })}>{say(reviewWords.again)}</a>
        </p>
        <p>
          <a href="#status">{say(reviewWords.toForm)}</a>
        </p>
        <div class="meeting">
          <section aria-labelledby="seen">
            <h2 id="seen">{say(reviewWords.state)}</h2>
            <StateTable lines={stateLines(status, entries, screen)} screen={screen} />
          </section>
          <ReviewForm
            screen={screen}
            status={status}
            parties={views.parties(family, viewpoint.knownAt)}
            own={relation.party}
            version={views.version(family)}
            action={link('review', place)}
            form={entered.form}
            faults={entered.faults}
            formKey={entered.key}
          />
        </div>
        <PastReviews family={family} entries={entries} screen={screen} />
      </Page>,
    ),
  };
}
