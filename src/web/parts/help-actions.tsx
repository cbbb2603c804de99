import type { FamilyRow, HelpNeed } from '../../read/views.ts';
import { queueWords } from '../words/queue.ts';
import type { Text } from '../words/lang.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly row: FamilyRow;
  readonly need: HelpNeed;
  readonly screen: Screen;
  /** The page to come back to. */
  readonly back: 'queue' | 'family';
}

interface Action {
  readonly say: Text;
  readonly kind: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What may be recorded about a possible relapse, each on its own form, filled in as far as it is known. */
export function HelpActions({ row: { family }, need, screen, back }: Props) {
  const { say, link } = screen;
  return (
    <nav class="actions" aria-label={say(queueWords.actions(`${family}, ${need.candidate}`))}>
      <ul>
        {actionsFor(need).map((action) => (
          <li>
            <a href={link('record', { family, kind: action.kind, ...action.values, back })}>
              {say(action.say)}
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">{say(need.request === null ? queueWords.first : queueWords.waitBreaks)}</p>
    </nav>
  );
}

function actionsFor({ candidate, request }: HelpNeed): readonly Action[] {
  const always: readonly Action[] = [
    { say: queueWords.judge, kind: 'relapse-judged', values: { candidate } },
    { say: queueWords.request, kind: 'immediate-help-requested', values: { candidate } },
  ];
  if (request === null) return always;
  return [
    ...always,
    { say: queueWords.offer, kind: 'help-offered', values: { request } },
    { say: queueWords.start, kind: 'immediate-help-started', values: { request } },
    { say: queueWords.refusal, kind: 'referral-rejected', values: { ref: request } },
    { say: queueWords.decline, kind: 'help-declined', values: { request } },
    { say: queueWords.wait, kind: 'waitlist-placement-recorded', values: { ref: request } },
  ];
}
