import { beginning, formatInstant } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { freshnessWords } from '../words/freshness.ts';
import { shownClock, shownInstant } from './screen.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly screen: Screen;
}

/** Until when what was recorded is in the answers; null while that is simply now. */
export function behindSince({ freshness }: Pick<Screen, 'freshness'>): Instant | null {
  const found = freshness();
  return found.kind === 'behind' ? found.since : null;
}

/** The hour as on the page, of the instant until when the answers go; null while they are live. */
export function behindClock(screen: Screen): string | null {
  const since = behindSince(screen);
  return since === null ? null : clockOn(since, screen);
}

/** With its day, unless the page is known to be of that day. */
const clockOn = (instant: Instant, { begunAt, lang }: Screen): string =>
  begunAt === beginning ? shownInstant(instant, lang) : shownClock(instant, begunAt, lang);

/** Stands on top of a page, also on paper, while something may be missing from it. */
export function FreshnessNotice({ screen, isWatcher = false }: Props & { readonly isWatcher?: boolean }) {
  const { say } = screen;
  const clock = behindClock(screen);
  if (clock === null) return null;
  return (
    <div class="behind" role="status">
      <p>
        <strong>{say(freshnessWords.stand(clock))}</strong>{' '}
        {say(isWatcher ? freshnessWords.watcher : freshnessWords.behind)}
      </p>
      {!isWatcher && <p>{say(freshnessWords.act)}</p>}
    </div>
  );
}

/** How new the page is, in the foot of each page. */
export function Stand({ screen }: Props) {
  const { begunAt, say, visitor } = screen;
  // Who is nobody sees no data: only that something is wrong.
  const since = behindSince(screen) ?? (visitor.kind === 'nobody' ? beginning : begunAt);
  if (since === beginning) return null;
  const clock = clockOn(since, screen);
  return (
    <p class="stand">
      <time dateTime={formatInstant(since)}>{say(freshnessWords.stand(clock))}</time>
    </p>
  );
}

/** In the place of "nobody needs help", and beside a status: the hour up to which it is known. */
export function EmptyWhileBehind({ screen }: Props) {
  const clock = behindClock(screen);
  return clock === null ? null : <p>{screen.say(freshnessWords.empty(clock))}</p>;
}

/** Where live.js tells that the data got behind, or are up to date again; it covers nothing and moves nothing. */
export function FreshnessNews({ screen }: Props) {
  const { say } = screen;
  const is = behindSince(screen) === null ? 'live' : 'behind';
  return (
    <div
      id="freshness"
      role="status"
      data-is={is}
      data-lost={say(freshnessWords.lost)}
      data-back={say(freshnessWords.back)}
    />
  );
}
