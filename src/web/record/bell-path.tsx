import type { Register } from '../../read/views.ts';
import { agreementLabel } from '../parts/agreement-name.ts';
import { Alert } from '../parts/alert.tsx';
import { recordLink } from '../parts/record-link.ts';
import { When } from '../parts/small.tsx';
import { besideWords } from '../words/record-beside.ts';
import { urgencyNames } from '../words/states.ts';
import type { Desk } from './desk.ts';

/** Bells that nobody answered yet, each with who is rung one after the other and until when. */
export function OpenBells({ desk, isAnswering }: { readonly desk: Desk; readonly isAnswering: boolean }) {
  const { say } = desk.screen;
  const open = desk.register.bells.filter(({ answers }) => answers.length === 0);
  if (open.length === 0) return null;
  return (
    <Alert kind="warning" title={say(besideWords.openBells)}>
      <p>{say(besideWords.bellHelp)}</p>
      {open.map((bell) => (
        <BellPath bell={bell} desk={desk} isAnswering={isAnswering} />
      ))}
    </Alert>
  );
}

interface Props {
  readonly bell: Register['bells'][number];
  readonly desk: Desk;
  readonly isAnswering: boolean;
}

function BellPath({ bell: { record, rungs }, desk, isAnswering }: Props) {
  const { screen, register, text, family, back } = desk;
  const { say, name } = screen;
  const { agreement, bell, urgency } = record.data;
  const about = register.agreements.find(({ id }) => id === agreement);
  return (
    <>
      <p>
        <strong>{say(urgencyNames[urgency])}</strong>, {say(besideWords.rungAt)}{' '}
        <When at={record.reportedAt} screen={screen} />.
        {about && ` ${say(besideWords.about(agreementLabel(about.record, { screen, text })))}.`}
      </p>
      <ol>
        {rungs.map(({ to, end, isOver }) => (
          <li>
            {name(to)}, {say(besideWords.answersBy)} <When at={end} screen={screen} />
            {isOver && <strong>: {say(besideWords.isOver)}</strong>}
          </li>
        ))}
      </ol>
      {rungs.every(({ isOver }) => isOver) && (
        <p>
          <strong>{say(besideWords.allOver)}</strong>
        </p>
      )}
      {!isAnswering && (
        <p>
          <a href={recordLink(screen, family, 'bell-answered', { bell, back })}>{say(besideWords.answer)}</a>
        </p>
      )}
    </>
  );
}

/** Before the bell is rung: who is rung for which agreement, one after the other. */
export function BellPathsOfAgreements({ desk: { register, screen, text } }: { readonly desk: Desk }) {
  const { say, name } = screen;
  const withPath = register.agreements.filter(({ isActive, rungs }) => isActive && rungs.length > 0);
  return (
    <section aria-labelledby="who-is-rung">
      <h2 id="who-is-rung">{say(besideWords.whoIsRung)}</h2>
      {withPath.length === 0 && <p>{say(besideWords.noPath)}</p>}
      {withPath.map(({ record, rungs }) => (
        <>
          <p>{agreementLabel(record, { screen, text })}</p>
          <ol>
            {rungs.map(({ to, ackMinutes, hours, accepted }) => (
              <li>
                {name(to)}, {say(besideWords.within(ackMinutes))}
                {hours === 'office' && `, ${say(besideWords.officeHours)}`}
                {!accepted && (
                  <>
                    , <strong>{say(besideWords.said)}</strong>
                  </>
                )}
              </li>
            ))}
          </ol>
        </>
      ))}
    </section>
  );
}
