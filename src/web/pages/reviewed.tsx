import { dayOf } from '../../domain/calendar.ts';
import type { RecordedOf } from '../../domain/event.ts';
import { parseInstant } from '../../domain/instant.ts';
import type { Entry, FamilyStatus, Learned, Viewpoint } from '../../read/views.ts';
import { notKnown, waitFor } from '../asking.ts';
import { readSeenWith } from '../meeting/deciding.ts';
import { Decisions } from '../meeting/decisions.tsx';
import { LearnedFacts } from '../meeting/learned-facts.tsx';
import { stateLines } from '../meeting/state.ts';
import { ThenAndSinceTable } from '../meeting/state-table.tsx';
import { shownDay, withNames } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { When } from '../parts/small.tsx';
import { isProblem, problem } from '../problem.ts';
import { readNumber, readQuery } from '../query.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { reviewWords } from '../words/meetings.ts';
import { Page, html, inLanguages } from './layout.tsx';
import { readerOf } from './reader.ts';

/** What a team saw and decided, exactly as it was; and beside it what was learned since. */
export const reviewed =
  ({ views, now, invented }: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const { family } = visit;
    const query = readQuery(request, ['lang', 'after']);
    if (isProblem(query)) return query;
    const reader = readerOf(query, invented, visit);
    if (isProblem(reader)) return reader;
    const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
    if (late) return late;
    const records = views.records(family).map(({ record }) => record);
    const held = records.find(({ id }) => id === request.params['review']);
    if (held?.type !== 'MdaReviewHeld') return problem('not-found');
    const { viewpoint, policy } = seenWith(held);
    const parameters = policy?.parameters ?? views.policy.parameters;
    const then = views.statusUnder(parameters, family, viewpoint);
    const since = views.statusUnder(parameters, family, { at: viewpoint.at, knownAt: now() });
    if (then === null || since === null) return notKnown(views, family);
    const decisions = records.filter(
      (record): record is Decision =>
        record.type === 'SafetyStatusDecided' && record.event.causation === held.id,
    );
    return {
      kind: 'page',
      html: html(
        <Reviewed
          screen={withNames(reader, views.names(family, now()))}
          screenThen={withNames(reader, views.names(family, viewpoint.knownAt))}
          family={family}
          held={held}
          viewpoint={viewpoint}
          policyName={policy?.name}
          then={then}
          since={since}
          entriesThen={views.timeline(family, viewpoint.knownAt) ?? []}
          entries={views.timeline(family, now()) ?? []}
          learned={views.learned(family, viewpoint, now())}
          decisions={decisions}
          notes={views.text(held)}
        />,
      ),
    };
  };

type Held = RecordedOf<'MdaReviewHeld'>;
type Decision = RecordedOf<'SafetyStatusDecided'>;

/** A review that another program recorded names the knowledge only: then the team looked at that very moment. */
function seenWith(held: Held) {
  const { at, knownAt, policy } = readSeenWith(held.data);
  const knowledge = parseInstant(knownAt) ?? held.recordedAt;
  const viewpoint: Viewpoint = {
    at: (at === undefined ? null : parseInstant(at)) ?? knowledge,
    knownAt: knowledge,
  };
  return { viewpoint, policy };
}

interface Props {
  readonly screen: Screen;
  /** With the names that were known then: nothing later may show in what the team saw. */
  readonly screenThen: Screen;
  readonly family: string;
  readonly held: Held;
  readonly viewpoint: Viewpoint;
  readonly policyName: string | undefined;
  readonly then: FamilyStatus;
  readonly since: FamilyStatus;
  readonly entriesThen: readonly Entry[];
  readonly entries: readonly Entry[];
  readonly learned: readonly Learned[];
  readonly decisions: readonly Decision[];
  readonly notes: string | undefined;
}

function Reviewed(props: Props) {
  const { screen, screenThen, family, held, viewpoint, policyName, then, since, learned } = props;
  const { say, link, lang } = screen;
  const title = say(reviewWords.of(family, shownDay(dayOf(viewpoint.at), lang)));
  return (
    <Page
      screen={screen}
      title={title}
      here={inLanguages('reviewed', { family, review: held.id })}
      part="meetings"
    >
      <h1>{title}</h1>
      <p>
        <a href={link('family', { family, at: undefined, 'known-at': undefined })}>{say(reviewWords.now)}</a>
      </p>
      <Decisions
        decisions={props.decisions}
        participants={held.data.participants}
        notes={props.notes}
        screen={screen}
      />
      <section aria-labelledby="saw">
        <h2 id="saw">{say(reviewWords.saw)}</h2>
        <p class="banner">
          {say(reviewWords.pinned)}: <When at={viewpoint.knownAt} screen={screen} />.
          {policyName !== undefined && ` ${say(reviewWords.otherRules(policyName))}`}
        </p>
        <p>{say(reviewWords.sinceMore)}</p>
        <ThenAndSinceTable
          then={stateLines(then, props.entriesThen, screenThen)}
          since={stateLines(since, props.entries, screenThen)}
          screen={screen}
        />
      </section>
      <LearnedFacts family={family} learned={learned} screen={screen} />
    </Page>
  );
}
