import type { ComponentChildren } from 'preact';
import type { SavedView } from '../../access/saved-views.ts';
import type { Relations } from '../../access/visitor.ts';
import { addDays } from '../../domain/calendar.ts';
import type { FamilyId } from '../../domain/ids.ts';
import type { FamilyRow, Views } from '../../read/views.ts';
import { waitFor } from '../asking.ts';
import { filterNames } from '../family-filter.ts';
import { listNames, listNow, listThen } from '../family-list.ts';
import type { FamilyList, ListQuery } from '../family-list.ts';
import { confirmationOf } from '../parts/confirmation.tsx';
import { EmptyWhileBehind } from '../parts/freshness.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FamilyFilters } from '../parts/family-filters.tsx';
import { FamilyTable } from '../parts/family-table.tsx';
import { FamilyTotals } from '../parts/family-totals.tsx';
import { SavedViewsPart } from '../parts/saved-views.tsx';
import { withNames } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { Counted } from '../parts/shown.tsx';
import { ViewpointBanner, ViewpointForm } from '../parts/viewpoint.tsx';
import { isProblem } from '../problem.ts';
import { readNumber, readQuery, readStandpoint } from '../query.ts';
import type { Query, Standpoint } from '../query.ts';
import type { AskShowing } from '../route.ts';
import type { Web } from '../web.ts';
import { newFamilyWords } from '../words/colleagues.ts';
import { familiesWords } from '../words/families.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

const newsDays = 7;

/** The families of the visitor: how each stands, what changed, and what will change by itself. */
export const families =
  ({ views, now, invented, saved }: Pick<Web, 'views' | 'now' | 'invented' | 'saved'>): AskShowing =>
  async (request, _response, visit) => {
    const query = readQuery(request, ['lang', 'at', 'known-at', 'after', 'done', 'of', ...listNames]);
    if (isProblem(query)) return query;
    const screen = readerOf(query, invented, visit, query);
    if (isProblem(screen)) return screen;
    const standpoint = readStandpoint(query, now());
    if (isProblem(standpoint)) return standpoint;
    const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
    if (late) return late;
    const { relations } = visit;
    const list = standpoint.isLive
      ? listNow(views, relations, query)
      : listThen(views, relations, standpoint.viewpoint, query);
    if (isProblem(list)) return list;
    const confirmation = confirmationOf({ views, screen, relations }, query);
    const named = ({ family }: FamilyRow) =>
      withNames(screen, views.names(family as FamilyId, standpoint.viewpoint.knownAt));
    return {
      kind: 'page',
      shows: [...list.page.map(({ family }) => family), ...(confirmation ? [confirmation.family] : [])],
      html: html(
        <Families
          {...{ screen, standpoint, query, list, relations, named }}
          news={newsOf(views, list)}
          saved={saved.of(visit.visitor.account.id)}
          confirmation={confirmation?.node}
        />,
      ),
    };
  };

const newsOf = (views: Views, { page, asOf }: FamilyList): ReadonlyMap<string, number> =>
  new Map(
    page.map(({ family }) => [family, views.recordedSince(family as FamilyId, addDays(asOf, -newsDays))]),
  );

interface Props {
  readonly confirmation: ComponentChildren;
  readonly screen: Screen;
  readonly standpoint: Standpoint;
  readonly query: ListQuery & Query<'at' | 'known-at'>;
  readonly list: FamilyList;
  readonly relations: Relations;
  readonly news: ReadonlyMap<string, number>;
  readonly saved: readonly SavedView[];
  readonly named: (row: FamilyRow) => Screen;
}

/** The address without its page and without what was just done: what can be kept and come back to. */
const viewOf = (query: ListQuery): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...filterNames, 'sort' as const].flatMap((name) => {
      const value = query[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

function Families({ confirmation, screen, standpoint, query, list, relations, news, saved, named }: Props) {
  const { say, link } = screen;
  const { cursor, at, 'known-at': knownAt } = query;
  const { isLive } = standpoint;
  const view = viewOf(query);
  const viewText = new URLSearchParams(view).toString();
  const fromNow = link('families', { at: undefined, 'known-at': undefined, q: query.q });
  const hasFilter = filterNames.some((name) => query[name] !== undefined);
  return (
    <Page
      screen={screen}
      title={say(familiesWords.title)}
      here={inLanguages('families', { ...view, cursor, at, 'known-at': knownAt })}
      part="families"
      liveFor={isLive ? '*' : undefined}
    >
      {isLive && <Counted screen={screen} />}
      {confirmation}
      <h1>{say(familiesWords.title)}</h1>
      <ViewpointBanner standpoint={standpoint} screen={screen} page={fromNow} />
      {isLive && (
        <p>
          <a href={link('families', { ...view, cursor })}>{say(familiesWords.refresh)}</a>{' '}
          <a href={link('newFamily')}>{say(newFamilyWords.link)}</a>
        </p>
      )}
      {list.missing > 0 && <p class="note">{say(familiesWords.missing(list.missing))}</p>}
      {isLive ? (
        <>
          <FamilyTotals list={list} relations={relations} whose={query.whose} screen={screen} />
          <FamilyFilters query={query} hasFilter={hasFilter} screen={screen} />
        </>
      ) : (
        <p class="note">{say(familiesWords.then)}</p>
      )}
      <h2>
        {say(
          hasFilter && isLive
            ? familiesWords.of(list.found, list.all.length)
            : familiesWords.allOf(isLive ? list.found : relations.families().length),
        )}
      </h2>
      {list.page.length === 0 ? (
        <EmptyState text={say(familiesWords.none)}>
          <EmptyWhileBehind screen={screen} />
          <p>{say(relations.families().length === 0 ? familiesWords.noneAtAll : familiesWords.noneMore)}</p>
        </EmptyState>
      ) : (
        <FamilyTable
          rows={list.page}
          asOf={list.asOf}
          view={isLive ? viewText : undefined}
          {...{ news, named, screen }}
        />
      )}
      <nav class="pages" aria-label={say(familiesWords.pages)}>
        {cursor !== undefined && <a href={link('families', view)}>{say(familiesWords.first)}</a>}
        {list.next !== null && (
          <a rel="next" href={link('families', { ...view, cursor: list.next })}>
            {say(familiesWords.next)}
          </a>
        )}
      </nav>
      {isLive && <SavedViewsPart saved={saved} view={viewText} screen={screen} />}
      <ViewpointForm standpoint={standpoint} screen={screen} page={fromNow} />
    </Page>
  );
}
