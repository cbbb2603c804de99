import type { Entry, FamilyStatus } from '../../read/views.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import { notKnown, waitFor } from '../asking.ts';
import { Cover } from '../parts/coverage.tsx';
import { Persons } from '../parts/persons.tsx';
import { Continuity, Plan } from '../parts/plan.tsx';
import { Relapses } from '../parts/relapse.tsx';
import { Alarms, Safety } from '../parts/safety.tsx';
import { withNames } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { TimelineTable } from '../parts/timeline.tsx';
import { ViewpointBanner, ViewpointForm } from '../parts/viewpoint.tsx';
import { isProblem } from '../problem.ts';
import { readNumber, readQuery, readStandpoint } from '../query.ts';
import type { Standpoint } from '../query.ts';
import type { Web } from '../web.ts';
import {
  alarmWords,
  continuityWords,
  coverageWords,
  familyWords,
  personWords,
  planWords,
  relapseWords,
  safetyWords,
  timelineWords,
} from '../words/family.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/** Everything about one family, from the viewpoint of the address. */
export const family =
  ({ views, now, invented }: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const query = readQuery(request, ['lang', 'at', 'known-at', 'after']);
    if (isProblem(query)) return query;
    const reader = readerOf(query, invented, visit, query);
    if (isProblem(reader)) return reader;
    const standpoint = readStandpoint(query, now());
    if (isProblem(standpoint)) return standpoint;
    const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
    if (late) return late;
    const id = visit.family;
    const status = views.status(id, standpoint.viewpoint);
    const entries = views.timeline(id, standpoint.viewpoint.knownAt);
    if (status === null || entries === null) return notKnown(views, id);
    const screen = withNames(reader, views.names(id, standpoint.viewpoint.knownAt));
    return {
      kind: 'page',
      html: html(<Family {...{ screen, standpoint, status, entries, seen: views.position() }} />),
    };
  };

interface Props {
  readonly seen: number;
  readonly screen: Screen;
  readonly standpoint: Standpoint;
  readonly status: FamilyStatus;
  readonly entries: readonly Entry[];
}

const contents = [
  ['safety', safetyWords.title],
  ['alarms', alarmWords.title],
  ['persons', personWords.title],
  ['coverage', coverageWords.title],
  ['relapse', relapseWords.title],
  ['plan', planWords.title],
  ['continuity', continuityWords.title],
  ['timeline', timelineWords.title],
] as const;

function Family({ seen, screen, standpoint, status, entries }: Props) {
  const { say, link } = screen;
  const { at, 'known-at': knownAt } = standpoint.given;
  const facts = { family: status.family, entries };
  const title = say(familyWords.title(status.family));
  const fromNow = link('family', { family: status.family, at: undefined, 'known-at': undefined });
  return (
    <Page
      screen={screen}
      title={title}
      here={inLanguages('family', { family: status.family, at, 'known-at': knownAt })}
      part="families"
      liveFor={standpoint.isLive ? status.family : undefined}
      seen={seen}
    >
      <h1>{title}</h1>
      <ViewpointBanner standpoint={standpoint} screen={screen} page={fromNow} />
      <nav class="contents" aria-label={say(familyWords.contents)}>
        <ul>
          {contents.map(([id, text]) => (
            <li>
              <a href={`#${id}`}>{say(text)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Safety status={status} facts={facts} screen={screen} />
      <Alarms status={status} facts={facts} screen={screen} />
      <Persons persons={status.safety.persons} facts={facts} screen={screen} />
      <Cover coverage={status.coverage} screen={screen} />
      <Relapses relapse={status.relapse} facts={facts} screen={screen} />
      <Plan plan={status.plan} screen={screen} />
      <Continuity continuity={status.continuity} screen={screen} />
      <Latest facts={facts} screen={screen} />
      <ViewpointForm standpoint={standpoint} screen={screen} page={fromNow} />
    </Page>
  );
}

const latest = 20;

function Latest({
  facts: { family: id, entries },
  screen,
}: {
  readonly facts: { family: string; entries: readonly Entry[] };
  readonly screen: Screen;
}) {
  const { say, link } = screen;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{say(timelineWords.title)}</h2>
      <TimelineTable entries={entries.slice(-latest).reverse()} total={entries.length} screen={screen} />
      <p>
        <a href={link('timeline', { family: id })}>{say(timelineWords.all)}</a>
      </p>
    </section>
  );
}
