import type { Instant } from '../../domain/instant.ts';
import type { Ask, PersonVisit } from '../route.ts';
import { waitFor } from '../asking.ts';
import type { PrintedQueueRow, Views } from '../../read/views.ts';
import { eventName } from '../parts/cited.tsx';
import { Pages, pageOf } from '../parts/pages.tsx';
import type { Screen } from '../parts/screen.ts';
import { Table, UrgencyBadge, When } from '../parts/small.tsx';
import { isProblem } from '../problem.ts';
import { readNumber, readQuery } from '../query.ts';
import type { Web } from '../web.ts';
import { breachText } from '../words/alarms.ts';
import { queueWords, viewpointWords } from '../words/screens.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

const pageSize = 20;

/** Who needs relapse help now, first things first (R8). */
export const queue =
  ({ views, now, invented }: Pick<Web, 'views' | 'now' | 'invented'>): Ask<PersonVisit> =>
  async (request, _response, visit) => {
    const query = readQuery(request, ['lang', 'page', 'after']);
    if (isProblem(query)) return query;
    const screen = readerOf(query, invented, visit);
    if (isProblem(screen)) return screen;
    const page = readNumber(query, 'page', 1_000_000);
    if (isProblem(page)) return page;
    const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
    if (late) return late;
    const { rows: everyone, asOf, position } = views.queue();
    const rows = everyone.filter(({ family }) => visit.relations.of(family));
    const shown = pageOf(rows, page ?? 1, pageSize);
    const at = now();
    const seen = shown.map((row) => ({ row, ...why(views, row, at) }));
    return {
      kind: 'page',
      html: html(
        <Queue
          screen={screen}
          rows={seen}
          total={rows.length}
          page={page ?? 1}
          asOf={asOf}
          seen={position}
        />,
      ),
    };
  };

/** What set it off, and whether the guarantee has been broken already. */
function why(views: Views, row: PrintedQueueRow, at: ReturnType<Web['now']>) {
  const { family } = row;
  const trigger = views.records(family).find(({ record }) => record.id === row.candidate)?.record;
  const status = views.status(family, { at, knownAt: at });
  const candidate = status?.relapse.candidates.find(({ candidate: id }) => id === row.candidate);
  return { type: trigger?.type, since: candidate?.since, breaches: candidate?.breaches ?? [] };
}

interface Props {
  readonly screen: Screen;
  readonly rows: readonly ({ readonly row: PrintedQueueRow } & ReturnType<typeof why>)[];
  readonly total: number;
  readonly page: number;
  readonly asOf: Instant;
  readonly seen: number;
}

function Queue({ seen, screen, rows, total, page, asOf }: Props) {
  const { say, link } = screen;
  const heads = [
    queueWords.family,
    queueWords.urgency,
    queueWords.why,
    queueWords.since,
    queueWords.helpDue,
    queueWords.breach,
  ];
  return (
    <Page
      screen={screen}
      title={say(queueWords.title)}
      here={inLanguages('queue')}
      part="queue"
      liveFor="*"
      seen={seen}
    >
      <h1>{say(queueWords.title)}</h1>
      <p class="lead">{say(queueWords.lead)}</p>
      <p class="as-of">
        {say(viewpointWords.at)} <When at={asOf} screen={screen} />.
      </p>
      {rows.length === 0 ? (
        <p class="note">{say(queueWords.none)}</p>
      ) : (
        <Table caption={say(queueWords.caption(total))} heads={heads} screen={screen} cards>
          {rows.map(({ row, type, since, breaches }) => (
            <tr>
              <th scope="row" class="id">
                <a href={link('family', { family: row.family }, 'relapse')}>{row.family}</a>
              </th>
              <td data-label={say(queueWords.urgency)}>
                <UrgencyBadge urgency={row.urgency} screen={screen} />
              </td>
              <td data-label={say(queueWords.why)}>{type === undefined ? '-' : eventName(type, screen)}</td>
              <td data-label={say(queueWords.since)}>
                {since === undefined ? '-' : <When at={since} screen={screen} />}
              </td>
              <td data-label={say(queueWords.helpDue)}>
                <When at={row.helpDue} screen={screen} />
                {row.overdue && <span class="late">{say(queueWords.overdue)}</span>}
              </td>
              <td data-label={say(queueWords.breach)}>
                {breaches.length === 0
                  ? say(queueWords.noBreach)
                  : [...new Set(breaches.map(({ rule }) => rule))].map((rule) => (
                      <div>{say(breachText(rule))}</div>
                    ))}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Pages
        screen={screen}
        page={page}
        last={Math.ceil(total / pageSize)}
        address={(other) => link('queue', { page: other })}
      />
    </Page>
  );
}
