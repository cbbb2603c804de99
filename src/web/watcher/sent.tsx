import { dayOf } from '../../domain/calendar.ts';
import type { Asked } from '../../read/views.ts';
import { Alert } from '../parts/alert.tsx';
import { LinkButton } from '../parts/button.tsx';
import type { Screen } from '../parts/screen.ts';
import { partyKinds } from '../words/states.ts';
import { watcherWords } from '../words/watcher.ts';
import { shownDay } from './shown-day.ts';

/** What was just sent, as the address says; it says nothing that the sender did not say. */
export const done = ['sent', 'worried', 'bell', 'away'] as const;
export type Done = (typeof done)[number];

interface Props {
  readonly screen: Screen;
  readonly asked: Asked;
  readonly what: Done;
  readonly bell: string;
}

export function Sent({ screen, asked, what, bell }: Props) {
  const { say, lang } = screen;
  const words = watcherWords;
  if (what === 'bell') return <Rung screen={screen} asked={asked} />;
  const { awayUntil, due } = asked;
  const until = awayUntil === null ? null : dayOf((awayUntil - 1) as typeof awayUntil);
  return (
    <Alert kind="ok" announce title={say(words.thanks)}>
      <p>{say(words.received)}</p>
      {what === 'away' && until !== null && <p>{say(words.paused(shownDay(until, lang)))}</p>}
      {what !== 'away' && due !== null && <p>{say(words.nextTime(shownDay(dayOf(due), lang)))}</p>}
      {what === 'worried' && (
        <>
          <p>{say(words.worried)}</p>
          <p>
            <LinkButton href={bell}>{say(words.bell)}</LinkButton>
          </p>
        </>
      )}
    </Alert>
  );
}

function Rung({ screen: { say }, asked: { firstRung, firstRungKind } }: Pick<Props, 'screen' | 'asked'>) {
  const words = watcherWords;
  const isAgreed = firstRung?.accepted === true;
  return (
    <Alert kind="ok" announce title={say(words.rung)}>
      <p>{say(words.bellFirst)}</p>
      {isAgreed && (
        <p>
          {say(
            words.rungBy.agreed(partyKinds[firstRungKind ?? 'other'], words.minutes(firstRung.ackMinutes)),
          )}
        </p>
      )}
      {isAgreed && firstRung.hours === 'office' && <p>{say(words.rungBy.office)}</p>}
      {!isAgreed && <p>{say(words.rungBy.noted)}</p>}
    </Alert>
  );
}
