import type { ComponentChildren } from 'preact';
import type { FamilyId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { FamilyRow, HelpNeed } from '../../read/views.ts';
import { waitFor } from '../asking.ts';
import { signsOf } from '../news.ts';
import type { Signs } from '../news.ts';
import { EmptyWhileBehind } from '../parts/freshness.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { HelpNeedCard } from '../parts/help-need.tsx';
import { confirmationOf } from '../parts/confirmation.tsx';
import { Pages, pageOf } from '../parts/pages.tsx';
import { withNames } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { Shown } from '../parts/shown.tsx';
import { When } from '../parts/small.tsx';
import { isProblem } from '../problem.ts';
import { readNumber, readQuery } from '../query.ts';
import type { AskShowing } from '../route.ts';
import type { Web } from '../web.ts';
import type { Text } from '../words/lang.ts';
import { queueWords } from '../words/queue.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

const pageSize = 20;

/** Who needs relapse help now, first things first (R8); below it what must not fall out of sight. */
export const queue =
  ({ views, invented }: Pick<Web, 'views' | 'invented'>): AskShowing =>
  async (request, _response, visit) => {
    const query = readQuery(request, ['lang', 'page', 'after', 'done', 'of']);
    if (isProblem(query)) return query;
    const screen = readerOf(query, invented, visit);
    if (isProblem(screen)) return screen;
    const page = readNumber(query, 'page', 1_000_000);
    if (isProblem(page)) return page;
    const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
    if (late) return late;
    const confirmation = confirmationOf({ views, screen, relations: visit.relations }, query);
    const { rows: everyone, asOf } = views.queue();
    const inOrder = everyone.filter(({ family }) => visit.relations.of(family));
    const { rows, missing } = views.rows(visit.relations.families());
    const byFamily = new Map(rows.map((row) => [row.family, row]));
    const first = inOrder.flatMap(({ family, candidate }): Shown[] => {
      const row = byFamily.get(family) ?? views.row(family, { at: asOf, knownAt: asOf });
      const need = row?.needs.find((each) => each.candidate === candidate);
      return row && need ? [{ row, need, others: row.needs.filter(isPressing).length - 1 }] : [];
    });
    const named = ({ row }: Shown) => withNames(screen, views.names(row.family as FamilyId, asOf));
    const below = belowIn(rows);
    const onPage = [
      ...pageOf(first, page ?? 1, pageSize),
      ...((page ?? 1) <= 1 ? below.flatMap(({ shown }) => shown) : []),
    ];
    return {
      kind: 'page',
      shows: [...onPage.map(({ row }) => row.family), ...(confirmation ? [confirmation.family] : [])],
      html: html(
        <Queue
          {...{ screen, named, missing, asOf }}
          page={page ?? 1}
          first={first}
          below={below}
          confirmation={confirmation?.node}
          signs={signsOf([...new Set([...rows, ...first.map(({ row }) => row)])])}
        />,
      ),
    };
  };

interface Shown {
  readonly row: FamilyRow;
  readonly need: HelpNeed;
  readonly others: number;
}

const isPressing = ({ state, urgency }: HelpNeed) => state === 'open' && urgency !== 'early';

const sections = [
  {
    id: 'early',
    title: queueWords.early,
    lead: queueWords.earlyLead,
    holds: ({ state, urgency }: HelpNeed) => state === 'open' && urgency === 'early',
  },
  {
    id: 'declined',
    title: queueWords.declined,
    lead: queueWords.declinedLead,
    holds: ({ state }: HelpNeed) => state === 'declined',
  },
  {
    id: 'broken',
    title: queueWords.broken,
    lead: queueWords.brokenLead,
    holds: ({ state }: HelpNeed) => state === 'help_started',
  },
] as const;

/** What is not urgent, by section; the oldest first. */
function belowIn(rows: readonly FamilyRow[]) {
  return sections.map(({ holds, ...section }) => ({
    ...section,
    shown: rows
      .flatMap((row) => row.needs.filter(holds).map((need): Shown => ({ row, need, others: 0 })))
      .sort((a, b) => (a.need.since < b.need.since ? -1 : a.need.since > b.need.since ? 1 : 0)),
  }));
}

interface Props {
  readonly screen: Screen;
  readonly named: (shown: Shown) => Screen;
  readonly missing: number;
  readonly asOf: Instant;
  readonly page: number;
  readonly first: readonly Shown[];
  readonly below: ReturnType<typeof belowIn>;
  readonly signs: Signs;
  readonly confirmation: ComponentChildren;
}

function Queue({ screen, named, missing, asOf, page, first, below, signs, confirmation }: Props) {
  const { say, link } = screen;
  const cards = (list: readonly Shown[]) => (
    <ol class="cases">
      {list.map((shown) => (
        <li>
          <HelpNeedCard {...shown} asOf={asOf} screen={named(shown)} />
        </li>
      ))}
    </ol>
  );
  return (
    <Page
      screen={screen}
      title={say(queueWords.title)}
      here={inLanguages('queue')}
      part="queue"
      liveFor="queue"
    >
      <Shown signs={signs} screen={screen} />
      <h1>{say(queueWords.title)}</h1>
      {confirmation}
      <p class="lead">{say(queueWords.lead)}</p>
      <p class="as-of">
        {say(queueWords.asOf)} <When at={asOf} screen={screen} />.{' '}
        <a href={link('queue')}>{say(queueWords.refresh)}</a>
      </p>
      {missing > 0 && <p class="note">{say(queueWords.missing(missing))}</p>}
      <section aria-labelledby="now">
        <h2 id="now">{say(queueWords.now(first.length))}</h2>
        {first.length === 0 ? (
          <EmptyState text={say(queueWords.none)}>
            <EmptyWhileBehind screen={screen} />
            <a href={link('families')}>{say(queueWords.toFamilies)}</a>
          </EmptyState>
        ) : (
          cards(pageOf(first, page, pageSize))
        )}
        <Pages
          screen={screen}
          page={page}
          last={Math.ceil(first.length / pageSize)}
          address={(other) => link('queue', { page: other })}
        />
      </section>
      {page <= 1 && below.map((section) => <Below {...section} screen={screen} cards={cards} />)}
    </Page>
  );
}

interface BelowProps {
  readonly id: string;
  readonly title: Text;
  readonly lead: Text;
  readonly shown: readonly Shown[];
  readonly screen: Screen;
  readonly cards: (list: readonly Shown[]) => preact.JSX.Element;
}

function Below({ id, title, lead, shown, screen, cards }: BelowProps) {
  const { say } = screen;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {say(title)} ({shown.length})
      </h2>
      {shown.length === 0 ? (
        <>
          <p>{say(queueWords.nothingHere)}</p>
          <EmptyWhileBehind screen={screen} />
        </>
      ) : (
        <>
          <p>{say(lead)}</p>
          {cards(shown)}
        </>
      )}
    </section>
  );
}
