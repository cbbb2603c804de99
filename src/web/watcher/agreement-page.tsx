import { dayOf } from '../../domain/calendar.ts';
import type { Link } from '../../access/links.ts';
import type { Asked } from '../../read/views.ts';
import { BarePage } from '../pages/bare.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorSummary } from '../parts/error-summary.tsx';
import { TextField } from '../parts/field.tsx';
import type { Screen } from '../parts/screen.ts';
import type { Lang } from '../words/lang.ts';
import { watcherWords } from '../words/watcher.ts';
import { keyOf } from './answers.ts';
import type { Errors, Filled } from './answers.ts';
import { BellForm, StopForm } from './bell-and-stop.tsx';
import { CheckInForm } from './check-in.tsx';
import { Sent } from './sent.tsx';
import type { Done } from './sent.tsx';
import { shownDay } from './shown-day.ts';

export type Doing = 'check-in' | 'bell' | 'stop';

interface Props {
  readonly screen: Screen;
  readonly secret: string;
  readonly link: Link;
  readonly all: readonly Asked[];
  readonly asked: Asked;
  readonly doing: Doing;
  readonly sent: Done | undefined;
  /** The agreement in the words of who promised it. */
  readonly words: string | undefined;
  readonly filled: Filled;
  readonly errors: Errors;
}

export function AgreementPage(props: Props) {
  const { screen, secret, link, all, asked, doing, sent, words, filled, errors } = props;
  const { say } = screen;
  const about = keyOf(link, asked.agreement);
  const here = (values: Readonly<Record<string, string>> = {}) =>
    screen.link('watcher', { secret, about, ...values });
  const form = { screen, link, asked, filled, errors, action: here() };
  return (
    <BarePage screen={screen} title={say(watcherWords.title)} here={inLanguages(screen, { secret, about })}>
      <h1>{say(watcherWords.title)}</h1>
      {sent !== undefined && <Sent screen={screen} asked={asked} what={sent} bell={here({ do: 'bell' })} />}
      <blockquote class="promise">{words ?? say(watcherWords.neutral)}</blockquote>
      <ErrorSummary screen={screen} errors={Object.entries(errors).map(([id, text]) => ({ id, text }))} />
      {doing === 'check-in' && (
        <>
          <Due asked={asked} screen={screen} />
          <CheckInForm {...form} />
        </>
      )}
      {doing === 'bell' && <BellForm {...form} />}
      {doing === 'stop' && <StopForm {...form} />}
      <nav aria-label={say(watcherWords.otherwise)}>
        <ul class="watch-ways">
          {doing !== 'check-in' && (
            <li>
              <a href={here()}>{say(watcherWords.back)}</a>
            </li>
          )}
          {doing !== 'bell' && (
            <li>
              <a href={here({ do: 'bell' })}>{say(watcherWords.bell)}</a>
            </li>
          )}
          {doing !== 'stop' && (
            <li>
              <a href={here({ do: 'stop' })}>{say(watcherWords.stop)}</a>
            </li>
          )}
        </ul>
      </nav>
      {all.length > 1 && <Others {...props} />}
    </BarePage>
  );
}

/** When the next word is expected, or until when none is. */
function Due({ asked: { due, awayUntil }, screen: { say, lang } }: Pick<Props, 'asked' | 'screen'>) {
  if (awayUntil !== null) return <p>{say(watcherWords.away(shownDay(dayOf(awayUntil), lang)))}</p>;
  return due === null ? null : <p>{say(watcherWords.due(shownDay(dayOf(due), lang)))}</p>;
}

function Others({ screen, secret, link, all, asked }: Props) {
  const { say } = screen;
  return (
    <nav aria-label={say(watcherWords.others)}>
      <p>{say(watcherWords.others)}</p>
      <ul>
        {all.map(({ agreement }, index) => (
          <li>
            {agreement === asked.agreement ? (
              <span aria-current="page">
                {say(watcherWords.other(index + 1))} ({say(watcherWords.current)})
              </span>
            ) : (
              <a href={screen.link('watcher', { secret, about: keyOf(link, agreement) })}>
                {say(watcherWords.other(index + 1))}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface CodeProps {
  readonly screen: Screen;
  readonly secret: string;
  /** How many tries are left after a wrong one. */
  readonly left: number | null;
}

/** Asked once on each telephone. */
export function CodePage({ screen, secret, left }: CodeProps) {
  const { say } = screen;
  const error = left === null ? undefined : watcherWords.wrongCode(left);
  return (
    <BarePage screen={screen} title={say(watcherWords.code)} here={inLanguages(screen, { secret })}>
      <h1>{say(watcherWords.code)}</h1>
      <form action={screen.link('watcher', { secret })} method="post" class="watch">
        <ErrorSummary screen={screen} errors={error ? [{ id: 'code', text: error }] : []} />
        <TextField
          screen={screen}
          name="code"
          label={watcherWords.code}
          hint={watcherWords.codeHint}
          error={error}
          kind="number"
          maxLength={4}
        />
        <Button>{say(watcherWords.open)}</Button>
      </form>
    </BarePage>
  );
}

/** The last page of a link whose holder stops. */
export function StoppedPage({ screen }: { readonly screen: Screen }) {
  const { say } = screen;
  return (
    <BarePage screen={screen} title={say(watcherWords.stopped)}>
      <h1>{say(watcherWords.stopped)}</h1>
      <p>{say(watcherWords.stoppedMore)}</p>
    </BarePage>
  );
}

const inLanguages =
  (screen: Screen, values: Readonly<Record<string, string>>) =>
  (lang: Lang): string =>
    screen.link('watcher', { ...values, lang: lang === 'nl' ? undefined : lang });
