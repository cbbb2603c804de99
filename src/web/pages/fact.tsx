import { notKnown } from '../asking.ts';
import { factText, laneName } from '../parts/fact-words.ts';
import { RecordedFields } from '../parts/recorded-fields.tsx';
import type { Screen } from '../parts/screen.ts';
import { When } from '../parts/small.tsx';
import type { Catalogue } from '../record/options.ts';
import { isProblem, problem } from '../problem.ts';
import type { Ask, FamilyVisit } from '../route.ts';
import type { TimelineFact } from '../timeline/facts.ts';
import { knownTimeline } from '../timeline/opened.ts';
import { presetWindow, windowValues } from '../timeline/window.ts';
import { addDays } from '../../domain/calendar.ts';
import type { Web } from '../web.ts';
import { changeWords } from '../words/changes.ts';
import { eventNames } from '../words/events.ts';
import { factWords } from '../words/fact.ts';
import { timelineWords } from '../words/family.ts';
import { rightsWords } from '../words/rights.ts';
import { entryStates, sourceNames } from '../words/states.ts';
import { drawingWords } from '../words/timeline.ts';
import { FamilyFrame } from './family-frame.tsx';
import { html } from './layout.tsx';
import { openFamily } from './open-family.ts';
import type { OpenedFamily } from './open-family.ts';

/** Everything about one recorded fact, as it was known at the viewpoint. */
export const fact =
  (web: Pick<Web, 'views' | 'now' | 'invented'>): Ask<FamilyVisit> =>
  async (request, _response, visit) => {
    const opened = await openFamily(web, request, visit);
    if (isProblem(opened)) return opened;
    const { knownAt } = opened.standpoint.viewpoint;
    const known = knownTimeline(web.views, visit.family, knownAt, opened.entries);
    if (known === null) return notKnown(web.views, visit.family);
    const id = String(request.params['id']);
    const found = known.facts.find((each) => each.id === id);
    if (!found) return problem('no-such-fact');
    const words = web.views.text(found.record);
    const catalogue = {
      register: web.views.register(visit.family, opened.standpoint.viewpoint),
      screen: opened.screen,
      own: visit.relation.party,
      text: (record: TimelineFact['record']) => web.views.text(record),
    };
    return {
      kind: 'page',
      html: html(<FactPage {...{ opened, words, catalogue }} fact={found} facts={known.facts} />),
    };
  };

interface Props {
  readonly opened: OpenedFamily;
  readonly fact: TimelineFact;
  readonly facts: readonly TimelineFact[];
  readonly words: string | undefined;
  readonly catalogue: Catalogue;
}

function FactPage({ opened, fact: shown, facts, words, catalogue }: Props) {
  const { screen, standpoint, status, seen } = opened;
  const { say, name, link } = screen;
  const { record } = shown;
  const { event } = record;
  const { family } = status;
  const title = say(eventNames[record.type]);
  const hidden = event.hiddenFrom ?? [];
  const factOf = (id: string) => {
    const other = facts.find((each) => each.id === id);
    return other && factText(other, screen);
  };
  const near = presetWindow('month', addDays(shown.to, 15));
  return (
    <FamilyFrame
      {...{ screen, standpoint, status, title }}
      tab="timeline"
      confirmation={opened.confirmation}
      page="fact"
      values={{ id: shown.id }}
      seen={standpoint.isLive ? seen : undefined}
    >
      <p class="lead">{factText(shown, screen)}</p>
      <p>
        <a href={link('timeline', { family, ...windowValues(near) }, `e-${shown.id}`)}>
          {say(factWords.place)}
        </a>
      </p>
      <h2>{say(factWords.content)}</h2>
      <RecordedFields {...{ record, catalogue, factOf }} />
      <h3>{say(factWords.words)}</h3>
      {words === undefined ? (
        <p>{say(factWords.noWords)}</p>
      ) : (
        <blockquote class="own-words">{words}</blockquote>
      )}
      <h2>{say(factWords.times)}</h2>
      <dl>
        <dt>{say(factWords.happened)}</dt>
        <dd>
          <When at={record.from} screen={screen} />
          {record.to !== record.from && (
            <>
              {' '}
              {say(timelineWords.until)} <When at={record.to} screen={screen} />
            </>
          )}
        </dd>
        <dt>{say(factWords.reported)}</dt>
        <dd>
          <When at={record.reportedAt} screen={screen} />
        </dd>
        <dt>{say(factWords.recorded)}</dt>
        <dd>
          <When at={record.recordedAt} screen={screen} />
          {shown.lateDays >= 1 && <span class="late">{say(drawingWords.late(shown.lateDays))}</span>}
        </dd>
        <dt>{say(factWords.by)}</dt>
        <dd>{event.by === 'system' ? say(rightsWords.system) : name(event.by)}</dd>
        <dt>{say(factWords.source)}</dt>
        <dd>{say(sourceNames[event.source] ?? { nl: event.source, en: event.source })}</dd>
        <dt>{say(factWords.lanes)}</dt>
        <dd>{shown.lanes.map((id) => laneName(id, screen)).join(', ')}</dd>
        <dt>{say(factWords.hidden)}</dt>
        <dd>{hidden.length === 0 ? say(factWords.nobodyHidden) : hidden.map(name).join(', ')}</dd>
        <dt>{say(factWords.state)}</dt>
        <dd>{say(entryStates[shown.state])}</dd>
      </dl>
      <h2>{say(factWords.around)}</h2>
      <Relatives {...{ facts, screen, family }} fact={shown} />
      {shown.state === 'in_effect' && isChangeable(record) && (
        <ul>
          <li>
            <a href={link('correct', { family, id: shown.id })}>{say(changeWords.correct)}</a>
          </li>
          <li>
            <a href={link('retract', { family, id: shown.id })}>{say(changeWords.retract)}</a>
          </li>
        </ul>
      )}
    </FamilyFrame>
  );
}

/** Retractions stand, and so does what the software noted. */
const isChangeable = ({ type }: TimelineFact['record']): boolean =>
  type !== 'EventRetracted' && type !== 'ResearchDisclosureRecorded';

interface RelativesProps {
  readonly fact: TimelineFact;
  readonly facts: readonly TimelineFact[];
  readonly screen: Screen;
  readonly family: string;
}

/** What it corrects, and what was known to correct or retract it. */
function Relatives({ fact: { id, record }, facts, screen, family }: RelativesProps) {
  const { say, link } = screen;
  const find = (is: (other: TimelineFact) => boolean) => facts.filter(is);
  const target = record.type === 'EventRetracted' ? record.data.target : undefined;
  const rows = [
    ...find((other) => other.id === record.supersedes).map((other) => ({
      text: factWords.supersedes,
      other,
    })),
    ...find((other) => other.id === target).map((other) => ({ text: factWords.retracts, other })),
    ...find((other) => other.record.supersedes === id).map((other) => ({
      text: factWords.supersededBy,
      other,
    })),
    ...find(({ record: other }) => other.type === 'EventRetracted' && other.data.target === id).map(
      (other) => ({
        text: factWords.retractedBy,
        other,
      }),
    ),
  ];
  if (rows.length === 0) return <p>{say(factWords.nothing)}</p>;
  return (
    <ul>
      {rows.map(({ text, other }) => (
        <li>
          {say(text)}: <a href={link('fact', { family, id: other.id })}>{factText(other, screen)}</a>
        </li>
      ))}
    </ul>
  );
}
