import type { ComponentChildren } from 'preact';
import type { Outcome } from '../../write/handle.ts';
import { Alert } from '../parts/alert.tsx';
import { When } from '../parts/small.tsx';
import { eventNames } from '../words/events.ts';
import { entryErrors, recordWords } from '../words/record.ts';
import { refusalText } from '../words/refusals.ts';
import { newerThan } from '../conflict.ts';
import type { Web } from '../web.ts';
import type { Desk } from './desk.ts';
import type { Form } from './form.ts';
import { timeFields } from './times.ts';
import type { FormError } from './read.ts';

/** What the reader is told of a command that recorded nothing. */
export interface Setback {
  readonly status: number;
  readonly errors: readonly FormError[];
  readonly notice?: ComponentChildren;
  /** The version to send along when the reader records it anyway. */
  readonly seen?: number;
}

type Failed = Exclude<Outcome, { kind: 'recorded' | 'nothing-new' }>;

export function setback(outcome: Failed, form: Form, desk: Desk, views: Web['views']): Setback {
  const { say } = desk.screen;
  switch (outcome.kind) {
    case 'conflict': {
      const found = newerThan(views, desk.family, outcome);
      return {
        status: 409,
        errors: [],
        notice: <Newer desk={desk} found={found} />,
        // Nobody may say that it still holds before seeing all of it.
        ...(found.missing === 0 && { seen: found.shown }),
      };
    }
    case 'id-taken':
      return {
        status: 409,
        errors: [],
        notice: (
          <Alert kind="warning" announce title={say(recordWords.sentTitle)}>
            <p>{say(recordWords.sentBefore)}</p>
            <p>
              <a href={desk.screen.link('timeline', { family: desk.family })}>
                {say(recordWords.toTimeline)}
              </a>
            </p>
          </Alert>
        ),
      };
    case 'malformed':
      return { status: 422, errors: [fieldError(form, outcome.path)] };
    case 'refused':
      return {
        status: 422,
        errors: [{ ...fieldError(form, outcome.path), text: refusalText(outcome.reason) }],
      };
  }
}

/** The field that an event field came from. */
function fieldError(form: Form, path: string): FormError {
  if (path.startsWith('occurred'))
    return { id: `${timeFields.from}-day`, text: entryErrors.future(recordWords.occurred) };
  if (path === 'reportedAt')
    return { id: `${timeFields.reported}-day`, text: entryErrors.future(recordWords.reported) };
  const [, name = ''] = path.split('.');
  const field = [...(form.also?.fields ?? []), ...form.fields].find((each) => each.name === name);
  return { id: field?.name ?? 'text', text: entryErrors.contract(field?.label ?? recordWords.whatTitle) };
}

interface NewerProps {
  readonly desk: Desk;
  readonly found: ReturnType<typeof newerThan>;
}

function Newer({ desk: { screen, family }, found: { newer, missing } }: NewerProps) {
  const { say, name, link } = screen;
  const { conflictLead, conflictUnseen, conflictNext, conflictWait } = recordWords;
  return (
    <Alert kind="warning" announce title={say(recordWords.conflictTitle)}>
      <p>{say(missing === 0 ? conflictLead : conflictUnseen)}</p>
      <ul>
        {newer.map(({ record }) => (
          <li>
            <a href={link('timeline', { family }, `e-${record.id}`)}>{say(eventNames[record.type])}</a>,{' '}
            {name(record.event.by)}, <When at={record.recordedAt} screen={screen} />
          </li>
        ))}
      </ul>
      <p>{say(missing === 0 ? conflictNext : conflictWait)}</p>
    </Alert>
  );
}
