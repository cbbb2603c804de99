import type { Entry } from '../../read/views.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import { notKnown, waitFor } from '../asking.ts';
import { timelinePage } from '../parts/cited.tsx';
import { Pages, pageOf } from '../parts/pages.tsx';
import { withNames } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { TimelineTable } from '../parts/timeline.tsx';
import { ViewpointBanner } from '../parts/viewpoint.tsx';
import { isProblem } from '../problem.ts';
import { readNumber, readQuery, readStandpoint } from '../query.ts';
import type { Standpoint } from '../query.ts';
import type { Web } from '../web.ts';
import { timelineWords } from '../words/family.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/** Everything that was recorded of one family by the instant of knowledge. */
export const timeline =
  ({ views, now, invented }: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const query = readQuery(request, ['lang', 'at', 'known-at', 'page', 'after', 'done']);
    if (isProblem(query)) return query;
    const reader = readerOf(query, invented, visit, query);
    if (isProblem(reader)) return reader;
    const standpoint = readStandpoint(query, now());
    if (isProblem(standpoint)) return standpoint;
    const page = readNumber(query, 'page', 1_000_000);
    if (isProblem(page)) return page;
    const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
    if (late) return late;
    const { family } = visit;
    const entries = views.timeline(family, standpoint.viewpoint.knownAt);
    if (entries === null) return notKnown(views, family);
    const screen = withNames(reader, views.names(family, standpoint.viewpoint.knownAt));
    return {
      kind: 'page',
      html: html(
        <Timeline {...{ screen, standpoint, family, entries, page: page ?? 1, seen: views.position() }} />,
      ),
    };
  };

interface Props {
  readonly seen: number;
  readonly screen: Screen;
  readonly standpoint: Standpoint;
  readonly family: string;
  readonly entries: readonly Entry[];
  readonly page: number;
}

function Timeline({ seen, screen, standpoint, family, entries, page }: Props) {
  const { say, link } = screen;
  const title = say(timelineWords.of(family));
  const shown = pageOf([...entries].reverse(), page, timelinePage);
  const { at, 'known-at': knownAt } = standpoint.given;
  return (
    <Page
      screen={screen}
      title={title}
      here={inLanguages('timeline', { family, at, 'known-at': knownAt, page: page === 1 ? undefined : page })}
      part="families"
      liveFor={standpoint.isLive ? family : undefined}
      seen={seen}
    >
      <h1>{title}</h1>
      <ViewpointBanner
        standpoint={standpoint}
        screen={screen}
        page={link('timeline', { family, at: undefined, 'known-at': undefined })}
      />
      <p>
        <a href={link('family', { family })}>{say(timelineWords.backToFamily(family))}</a>
      </p>
      <TimelineTable entries={shown} total={entries.length} screen={screen} />
      <Pages
        screen={screen}
        page={page}
        last={Math.ceil(entries.length / timelinePage)}
        address={(other) => link('timeline', { family, page: other })}
      />
    </Page>
  );
}
