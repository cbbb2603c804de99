import { clockOf } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Standpoint } from '../query.ts';
import { viewpointWords } from '../words/screens.ts';
import type { Screen } from './screen.ts';
import { When } from './small.tsx';

interface Props {
  readonly standpoint: Standpoint;
  readonly screen: Screen;
  /** The page itself, seen from now. */
  readonly page: string;
}

/** Of which moment the page tells; visibly so if it is not the present. */
export function ViewpointBanner({ standpoint, screen, page }: Props) {
  const { say } = screen;
  const { at, knownAt } = standpoint.viewpoint;
  // A page that stays open, or lies on paper, must say when it was true.
  if (standpoint.isLive)
    return (
      <p class="as-of">
        {say(viewpointWords.at)} <When at={at} screen={screen} />.
      </p>
    );
  return (
    <p class="banner">
      <strong>{say(viewpointWords.banner)}</strong> {say(viewpointWords.at)} <When at={at} screen={screen} />.{' '}
      {say(viewpointWords.knownAt)} <When at={knownAt} screen={screen} />.{' '}
      <a href={page}>{say(viewpointWords.back)}</a>
    </p>
  );
}

/** Two fields in Amsterdam time; an empty one means now. */
export function ViewpointForm({ standpoint, screen, page }: Props) {
  const { say, lang } = screen;
  const { at, knownAt } = standpoint.viewpoint;
  // What is left out stays now.
  const value = (name: 'at' | 'known-at', instant: Instant) =>
    standpoint.given[name] === undefined ? '' : clockOf(instant).replace(' ', 'T');
  return (
    <details class="viewpoint" open={!standpoint.isLive}>
      <summary>{say(viewpointWords.title)}</summary>
      <form action={page.split('?')[0]} method="get">
        {lang !== 'nl' && <input type="hidden" name="lang" value={lang} />}
        <p>
          <label for="at">{say(viewpointWords.at)}</label>
          <span class="hint" id="at-hint">
            {say(viewpointWords.atHint)}
          </span>
          <input id="at" name="at" type="datetime-local" value={value('at', at)} aria-describedby="at-hint" />
        </p>
        <p>
          <label for="known-at">{say(viewpointWords.knownAt)}</label>
          <span class="hint" id="known-at-hint">
            {say(viewpointWords.knownAtHint)}
          </span>
          <input
            id="known-at"
            name="known-at"
            type="datetime-local"
            value={value('known-at', knownAt)}
            aria-describedby="known-at-hint"
          />
        </p>
        <button type="submit">{say(viewpointWords.go)}</button>
      </form>
    </details>
  );
}
