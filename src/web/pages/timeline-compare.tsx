import type { Instant } from '../../domain/instant.ts';
import type { FamilyStatus } from '../../read/views.ts';
import { notKnown } from '../asking.ts';
import { CompareForm } from '../parts/compare-form.tsx';
import { FactDifferences, RuleDifferences, StatusDifferences } from '../parts/compare-tables.tsx';
import { withNames } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { isProblem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { readQuery, readStandpoint } from '../query.ts';
import type { Query, Standpoint } from '../query.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import { knownDifferently, rulesThatDiffer, statusesOf } from '../timeline/differences.ts';
import { knownTimeline } from '../timeline/opened.ts';
import type { KnownTimeline } from '../timeline/opened.ts';
import type { Web } from '../web.ts';
import { compareWords } from '../words/compare.ts';
import { familyWords, timelineWords } from '../words/family.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

const names = ['lang', 'at', 'known-at', 'at2', 'known-at2'] as const;
export type CompareQuery = Query<(typeof names)[number]>;

/** Two viewpoints of one family side by side. */
export const timelineCompare =
  ({ views, now, invented }: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  (request, _response, visit) => {
    const query = readQuery(request, names);
    if (isProblem(query)) return query;
    const reader = readerOf(query, invented, visit);
    if (isProblem(reader)) return reader;
    const asOf = now();
    const sides = [
      readStandpoint(given(query.at, query['known-at']), asOf),
      readStandpoint(given(query.at2, query['known-at2']), asOf),
    ].map((standpoint) => look(views, visit, standpoint));
    const [first, second] = sides;
    if (isProblem(first)) return first;
    if (isProblem(second)) return second;
    if (!first || !second) return notKnown(views, visit.family);
    const latest = Math.max(first.standpoint.viewpoint.knownAt, second.standpoint.viewpoint.knownAt);
    const screen = withNames(reader, views.names(visit.family, latest as Instant));
    const family = visit.family;
    return { kind: 'page', html: html(<Compare {...{ family, screen, query, first, second }} />) };
  };

const given = (at: string | undefined, knownAt: string | undefined): Query<'at' | 'known-at'> => ({
  ...(at !== undefined && { at }),
  ...(knownAt !== undefined && { 'known-at': knownAt }),
});

export interface ComparedSide {
  readonly standpoint: Standpoint;
  readonly status: FamilyStatus;
  readonly known: KnownTimeline;
}

function look(
  views: Web['views'],
  { family }: FamilyVisit,
  standpoint: Standpoint | Problem,
): ComparedSide | Problem {
  if (isProblem(standpoint)) return standpoint;
  const { viewpoint } = standpoint;
  const status = views.status(family, viewpoint);
  const entries = views.timeline(family, viewpoint.knownAt);
  const known = entries && knownTimeline(views, family, viewpoint.knownAt, entries);
  return status && known ? { standpoint, status, known } : notKnown(views, family);
}

interface Props {
  readonly family: string;
  readonly screen: Screen;
  readonly query: CompareQuery;
  readonly first: ComparedSide;
  readonly second: ComparedSide;
}

function Compare({ family, screen, query, first, second }: Props) {
  const { say, link } = screen;
  const { lang: _, ...values } = query;
  const title = say(compareWords.title);
  const sides = { first, second, screen, family };
  return (
    <Page
      screen={screen}
      title={`${title} - ${say(familyWords.title(family))}`}
      here={inLanguages('timelineCompare', { family, ...values })}
      part="families"
      styles={['timeline.css']}
    >
      <h1>
        {title}
        <span class="part">: {say(familyWords.title(family)).toLowerCase()}</span>
      </h1>
      <p>
        <a href={link('family', { family })}>{say(timelineWords.backToFamily(family))}</a>
      </p>
      <CompareForm {...{ screen, family, query, first, second }} />
      <h2>{say(compareWords.statuses)}</h2>
      <StatusDifferences {...sides} persons={statusesOf(first.status, second.status)} />
      <h2>{say(compareWords.known)}</h2>
      <FactDifferences {...sides} facts={knownDifferently(first.known.facts, second.known.facts)} />
      <h2>{say(compareWords.rules)}</h2>
      <RuleDifferences {...sides} rules={rulesThatDiffer(first.status, second.status)} />
    </Page>
  );
}
