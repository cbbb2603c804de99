import type { ComponentChildren } from 'preact';
import type { FamilyStatus } from '../../read/views.ts';
import type { AskShowing } from '../route.ts';
import { familyPage, waitFor } from '../asking.ts';
import { confirmationOf } from '../parts/confirmation.tsx';
import type { Screen } from '../parts/screen.ts';
import { StatusInWords, Table, When } from '../parts/small.tsx';
import { ViewpointBanner, ViewpointForm } from '../parts/viewpoint.tsx';
import { isProblem } from '../problem.ts';
import { readNumber, readQuery, readStandpoint } from '../query.ts';
import type { Standpoint } from '../query.ts';
import type { Web } from '../web.ts';
import { familiesWords } from '../words/screens.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/** Each row is worked out when it is shown: a few at a time. */
const pageSize = 20;

export const families =
  ({ views, now, invented }: Pick<Web, 'views' | 'now' | 'invented'>): AskShowing =>
  async (request, _response, visit) => {
    const query = readQuery(request, ['lang', 'at', 'known-at', 'cursor', 'q', 'after', 'done', 'of']);
    if (isProblem(query)) return query;
    const screen = readerOf(query, invented, visit, query);
    if (isProblem(screen)) return screen;
    const standpoint = readStandpoint(query, now());
    if (isProblem(standpoint)) return standpoint;
    const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
    if (late) return late;
    const page = familyPage(views, visit.relations, standpoint.viewpoint, { ...query, limit: pageSize });
    const total = visit.relations.families().length;
    const confirmation = confirmationOf({ views, screen, relations: visit.relations }, query);
    return {
      kind: 'page',
      shows: [...page.families.map(({ family }) => family), ...(confirmation ? [confirmation.family] : [])],
      html: html(
        <Families
          {...{
            screen,
            standpoint,
            query,
            total,
            ...page,
            confirmation: confirmation?.node,
          }}
        />,
      ),
    };
  };

interface Props {
  readonly screen: Screen;
  readonly standpoint: Standpoint;
  readonly query: {
    readonly cursor?: string;
    readonly q?: string;
    readonly at?: string;
    readonly 'known-at'?: string;
  };
  readonly total: number;
  readonly families: readonly FamilyStatus[];
  readonly next: string | null;
  readonly confirmation: ComponentChildren;
}

function Families({ screen, standpoint, query, total, families: rows, next, confirmation }: Props) {
  const { say, link } = screen;
  const { cursor, q, at, 'known-at': knownAt } = query;
  const fromNow = link('families', { at: undefined, 'known-at': undefined, q });
  const heads = [
    familiesWords.family,
    familiesWords.status,
    familiesWords.since,
    familiesWords.relapse,
    familiesWords.alarms,
  ];
  return (
    <Page
      screen={screen}
      title={say(familiesWords.title)}
      here={inLanguages('families', { cursor, q, at, 'known-at': knownAt })}
      part="families"
      liveFor={standpoint.isLive ? '*' : undefined}
    >
      <h1>{say(familiesWords.title)}</h1>
      {confirmation}
      <ViewpointBanner standpoint={standpoint} screen={screen} page={fromNow} />
      <p>{say(familiesWords.total(total))}</p>
      <Search screen={screen} query={query} />
      {rows.length === 0 ? (
        <p class="note">
          {say(familiesWords.none)} {say(familiesWords.noneMore)}
        </p>
      ) : (
        <Table caption={say(familiesWords.caption)} heads={heads} screen={screen} cards>
          {rows.map((status) => (
            <Row status={status} screen={screen} />
          ))}
        </Table>
      )}
      <nav class="pages" aria-label={say(familiesWords.title)}>
        {cursor !== undefined && <a href={link('families', { q })}>{say(familiesWords.first)}</a>}
        {next !== null && (
          <a rel="next" href={link('families', { q, cursor: next })}>
            {say(familiesWords.next)}
          </a>
        )}
      </nav>
      <ViewpointForm standpoint={standpoint} screen={screen} page={fromNow} />
    </Page>
  );
}

function Row({
  status: { family, safety, alarms, relapse },
  screen,
}: {
  readonly status: FamilyStatus;
  readonly screen: Screen;
}) {
  const { say, link } = screen;
  const open = relapse.candidates.filter(({ state }) => state === 'open').length;
  return (
    <tr>
      <th scope="row" class="id">
        <a href={link('family', { family })}>{family}</a>
      </th>
      <td data-label={say(familiesWords.status)}>
        <StatusInWords status={safety.status} screen={screen} />
      </td>
      <td data-label={say(familiesWords.since)}>
        {safety.since === null ? '-' : <When at={safety.since} screen={screen} />}
      </td>
      <td data-label={say(familiesWords.relapse)}>{open === 0 ? say(familiesWords.noAlarms) : open}</td>
      <td data-label={say(familiesWords.alarms)}>
        {alarms.length === 0 ? say(familiesWords.noAlarms) : alarms.length}
      </td>
    </tr>
  );
}

function Search({ screen, query: { q, at, 'known-at': knownAt } }: Pick<Props, 'screen' | 'query'>) {
  const { say, link, lang } = screen;
  return (
    <form class="search" role="search" action={link('families').split('?')[0]} method="get">
      {lang !== 'nl' && <input type="hidden" name="lang" value={lang} />}
      {at !== undefined && <input type="hidden" name="at" value={at} />}
      {knownAt !== undefined && <input type="hidden" name="known-at" value={knownAt} />}
      <label for="q">{say(familiesWords.search)}</label>
      <input id="q" name="q" value={q ?? ''} maxLength={64} autocomplete="off" />
      <button type="submit">{say(familiesWords.go)}</button>
    </form>
  );
}
