import type { Relations } from '../../access/visitor.ts';
import { FamilyId } from '../../domain/ids.ts';
import type { Recorded } from '../../domain/event.ts';
import type { Views, WhatChanged } from '../../read/views.ts';
import { alarmText } from '../words/alarms.ts';
import { changeWords } from '../words/changes.ts';
import { eventNames } from '../words/events.ts';
import { coverStates, statusNames, urgencyNames } from '../words/states.ts';
import { agreementCalled } from './agreement-name.ts';
import { Alert } from './alert.tsx';
import { OpenQuestions } from './open-questions.tsx';
import { withNames } from './screen.ts';
import type { Screen } from './screen.ts';
import { When } from './small.tsx';

/**
 * After recording, above the page that was asked from: what was recorded, and what it changed. Nothing without `done`,
 * which is the id of the event.
 */
interface Props {
  readonly screen: Screen;
  readonly views: Pick<Views, 'changedBy' | 'names' | 'records' | 'register' | 'text'>;
  readonly family: FamilyId;
  readonly done: string | undefined;
}

export function Confirmation({ screen, views, family, done }: Props) {
  const { say } = screen;
  if (done === undefined) return null;
  const change = views.changedBy(family, done);
  if (change === null)
    return done === 'already' ? <Alert kind="info" announce title={say(changeWords.already)} /> : null;
  return (
    <div id="done" tabIndex={-1}>
      <Alert kind="ok" announce title={say(changeWords.title)}>
        <What record={change.record} screen={screen} />
        <WhatChangedList {...{ change, views, screen }} />
        <StillOpen {...{ screen, views }} record={change.record} />
        <Amend record={change.record} screen={screen} />
      </Alert>
    </div>
  );
}

/** On a page about many families: of which family it is, and only for who may open that one. */
export function confirmationOf(
  { views, screen, relations }: Pick<Props, 'views' | 'screen'> & { readonly relations: Relations },
  { done, of }: { readonly done?: string; readonly of?: string },
) {
  const family = FamilyId.safeParse(of).data;
  if (done === undefined || family === undefined || !relations.of(family)) return null;
  const { record } = views.changedBy(family, done) ?? {};
  const named = record ? withNames(screen, views.names(family, record.recordedAt)) : screen;
  return { family, node: <Confirmation {...{ views, family, done }} screen={named} /> };
}

const ofAnalysis: readonly string[] = ['AnalysisCompleted', 'ProfileRevised', 'FactorReassessed'];

/** After a piece of the analysis: what is still not known. */
function StillOpen({ screen, views, record }: RecordProps & Pick<Props, 'views'>) {
  if (!ofAnalysis.includes(record.type)) return null;
  const at = record.recordedAt;
  const { openQuestions } = views.register(record.family, { at, knownAt: at });
  return <OpenQuestions questions={openQuestions} screen={screen} level={3} />;
}

interface RecordProps {
  readonly record: Recorded;
  readonly screen: Screen;
}

function What({ record, screen }: RecordProps) {
  const { say } = screen;
  return (
    <p>
      <strong>{say(eventNames[record.type])}</strong>, {say(changeWords.recorded)}{' '}
      <When at={record.recordedAt} screen={screen} />.
    </p>
  );
}

function Amend({ record: { family, id, type }, screen: { say, link } }: RecordProps) {
  if (type === 'EventRetracted') return null;
  return (
    <p class="row">
      <a href={link('correct', { family, id })}>{say(changeWords.correct)}</a>{' '}
      <a href={link('retract', { family, id })}>{say(changeWords.retract)}</a>
    </p>
  );
}

interface ChangeProps {
  readonly change: WhatChanged;
  readonly views: Pick<Views, 'records' | 'text'>;
  readonly screen: Screen;
}

/** In sentences, each only if something changed. */
export function WhatChangedList({ change, views, screen }: ChangeProps) {
  const lines = linesOf(change, screen, (agreement) =>
    agreementCalled(agreement, change.record.family, { views, screen }),
  );
  if (lines.length === 0) return <p>{screen.say(changeWords.nothing)}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}

function linesOf(
  change: WhatChanged,
  { say, name }: Screen,
  called: (agreement: string) => string,
): readonly string[] {
  const { family, persons, alarms, queue, agreements } = change;
  const isChanged = ({ before, after }: { readonly before: string; readonly after: string }) =>
    before !== after;
  return [
    ...[family]
      .filter(isChanged)
      .map(({ before, after }) => say(changeWords.family(say(statusNames[before]), say(statusNames[after])))),
    ...persons
      .filter(isChanged)
      .map(({ person, before, after }) =>
        say(changeWords.person(name(person), say(statusNames[before]), say(statusNames[after]))),
      ),
    ...[queue]
      .filter(isChanged)
      .map(({ after }) =>
        say(
          after === 'no'
            ? changeWords.outOfQueue
            : changeWords.intoQueue(say(urgencyNames[after]).toLowerCase()),
        ),
      ),
    ...alarms.begun.map((alarm) => say(changeWords.begun(told(alarm)))),
    ...alarms.ended.map((alarm) => say(changeWords.ended(told(alarm)))),
    ...agreements
      .filter(isChanged)
      .map(({ agreement, after }) =>
        say(
          changeWords.cover(
            called(agreement),
            say(after === 'none' ? changeWords.noAgreement : coverStates[after]),
          ),
        ),
      ),
  ];

  function told({ rule, subject }: { readonly rule: string; readonly subject: string }): string {
    const about = /^(person|party):/.test(subject) ? ` (${name(subject)})` : '';
    return `${say(alarmText(rule)).toLowerCase()}${about}`;
  }
}
