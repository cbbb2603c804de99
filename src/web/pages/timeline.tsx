import { notKnown } from '../asking.ts';
import { Paper } from '../parts/paper.tsx';
import { TimelineDrawing } from '../parts/drawing.tsx';
import { FactsTable, StatusTable } from '../parts/facts-table.tsx';
import { ThenTable, WhatWasThought } from '../parts/then.tsx';
import { shownTime } from '../parts/fact-words.ts';
import { Pages, pageOf } from '../parts/pages.tsx';
import { Filters, Legend, TimeControls } from '../parts/timeline-controls.tsx';
import type { Address } from '../parts/timeline-controls.tsx';
import { TimelineViewpoint } from '../parts/timeline-viewpoint.tsx';
import { isProblem, problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { readNumber } from '../query.ts';
import type { Query } from '../query.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import { draw } from '../timeline/drawing.ts';
import type { TimelineFact } from '../timeline/facts.ts';
import { groups } from '../timeline/kinds.ts';
import type { Group } from '../timeline/kinds.ts';
import { knownTimeline } from '../timeline/opened.ts';
import type { KnownTimeline } from '../timeline/opened.ts';
import { spanOf } from '../timeline/scale.ts';
import type { Window } from '../timeline/scale.ts';
import { thoughtThen } from '../timeline/then.ts';
import type { Then } from '../timeline/then.ts';
import { around, extentOf, readWindow, windowValues } from '../timeline/window.ts';
import type { Web } from '../web.ts';
import { controlWords, drawingWords, tableWords } from '../words/timeline.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';
import type { OpenedFamily } from './open-family.ts';

const names = ['from', 'until', 'hide', 'without', 'view', 'page', 'toen'] as const;
type Name = (typeof names)[number];

/** Everything that is known of one family, in time: drawn, and in rows. */
export const timeline =
  (web: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit, names);
    if (isProblem(opened)) return opened;
    const { standpoint, entries, query } = opened;
    const known = knownTimeline(web.views, visit.family, standpoint.viewpoint.knownAt, entries);
    if (known === null) return notKnown(web.views, visit.family);
    const wishes = readWishes(query, known.facts, standpoint.viewpoint.at);
    if (isProblem(wishes)) return wishes;
    if (query.toen !== undefined && query.toen !== '1')
      return problem('bad-parameter', { path: 'toen', detail: 'It must be 1.' });
    const then = query.toen === '1' ? thoughtThen(web.views, visit.family, known) : undefined;
    return { kind: 'page', html: html(<Timeline {...{ opened, known, wishes, then }} />) };
  };

interface Wishes {
  readonly extent: Window;
  readonly window: Window;
  readonly hidden: ReadonlySet<string>;
  readonly without: ReadonlySet<Group>;
  readonly isTable: boolean;
  readonly page: number;
}

function readWishes(
  query: Query<Name>,
  facts: readonly TimelineFact[],
  at: Parameters<typeof extentOf>[1],
): Wishes | Problem {
  const extent = extentOf(facts, at);
  const window = readWindow(query, extent);
  if (isProblem(window)) return window;
  const page = readNumber(query, 'page', 1_000_000, 1);
  if (isProblem(page)) return page;
  const { view, hide = '', without = '' } = query;
  if (view !== undefined && view !== 'table')
    return problem('bad-parameter', { path: 'view', detail: 'It must be table.' });
  const unwanted = without.split(',').filter((each) => each !== '');
  const known = groups.filter((group) => unwanted.includes(group));
  if (known.length !== new Set(unwanted).size)
    return problem('bad-parameter', { path: 'without', detail: `Known are: ${groups.join(', ')}.` });
  const hidden = new Set(hide.split(',').filter((each) => each !== ''));
  return { extent, window, hidden, without: new Set(known), isTable: view === 'table', page: page ?? 1 };
}

/** So many rows stand under the drawing; more get pages of their own. */
const rowsUnderDrawing = 150;
const rowsOfPage = 200;

interface Props {
  readonly opened: OpenedFamily<Name>;
  readonly known: KnownTimeline;
  readonly wishes: Wishes;
  /** What was thought then; absent if nobody asked for it. */
  readonly then: Then | undefined;
}

function Timeline({ opened, known, wishes, then }: Props) {
  const { screen, standpoint, status, query, seen } = opened;
  const { say, link } = screen;
  const { window, extent, hidden, without, isTable, page } = wishes;
  const { family } = status;
  const values = {
    from: query.from,
    until: query.until,
    hide: query.hide,
    without: query.without,
    view: query.view,
    toen: query.toen,
  };
  const address: Address = {
    with: (other, anchor) => link('timeline', { family, ...values, ...other }, anchor),
  };
  const factLink = (id: string) => link('fact', { family, id });
  const drawing = draw(known, { window, hidden, without, then });
  const clusterLink = (facts: readonly TimelineFact[]) => {
    const { from: start, until: end } = spanOf(facts);
    const near = around(start, end, window);
    const rows = { from: (start - 60_000) as Window['from'], until: (end + 60_000) as Window['from'] };
    return near ? address.with(windowValues(near)) : address.with({ ...windowValues(rows), view: 'table' });
  };
  const shown = drawing.facts;
  const rows = isTable ? pageOf(shown, page, rowsOfPage) : shown;
  return (
    <FamilyFrame
      {...{ screen, standpoint, status }}
      tab="timeline"
      confirmation={opened.confirmation}
      seen={standpoint.isLive ? seen : undefined}
      values={{ ...values, page: page === 1 ? undefined : page }}
      hasOwnViewpoint
      styles={['timeline.css']}
      scripts={['timeline.js']}
    >
      <TimelineViewpoint {...{ screen, standpoint, extent, values }} family={family} />
      <TimeControls {...{ screen, address, window, extent, isTable }} at={standpoint.viewpoint.at} />
      <Filters {...{ screen, address, hidden, without }} lanes={known.lanes} />
      <p class="as-of" role="status">
        {say(
          drawingWords.drawn(shown.length, shownTime(window.from, screen), shownTime(window.until, screen)),
        )}{' '}
        <a
          href={link('timelineCompare', {
            family,
            at: undefined,
            'known-at': undefined,
            at2: standpoint.given.at,
            'known-at2': standpoint.given['known-at'],
          })}
        >
          {say(controlWords.compare)}
        </a>
      </p>
      <WhatWasThought {...{ screen, address, then }} />
      {shown.length === 0 && <p class="note">{say(drawingWords.nothing)}</p>}
      {!isTable && <Legend screen={screen} />}
      {!isTable && (
        <TimelineDrawing {...{ drawing, screen, factLink, clusterLink }} viewpoint={standpoint.viewpoint} />
      )}
      {!isTable && <p class="hint">{say(drawingWords.expected)}</p>}
      <Paper {...{ screen, known }} viewpoint={standpoint.viewpoint} />
      <h2 id="table">{say(tableWords.title)}</h2>
      {isTable || shown.length <= rowsUnderDrawing ? (
        <>
          <FactsTable {...{ screen, factLink }} bars={known.bars} facts={rows} total={shown.length} />
          {isTable && (
            <Pages
              screen={screen}
              page={page}
              last={Math.ceil(shown.length / rowsOfPage)}
              address={(other) => address.with({ page: String(other) })}
            />
          )}
          <StatusTable {...{ screen, window, hidden }} history={known.history} />
          {then && <ThenTable {...{ screen, window, hidden, then }} />}
        </>
      ) : (
        <p>
          {say(tableWords.tooMany(shown.length))}{' '}
          <a href={address.with({ view: 'table' })}>{say(controlWords.table)}</a>
        </p>
      )}
    </FamilyFrame>
  );
}
