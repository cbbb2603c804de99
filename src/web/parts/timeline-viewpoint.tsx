import { clockOf } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Standpoint } from '../query.ts';
import type { Window } from '../timeline/scale.ts';
import { viewpointWords } from '../words/screens.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly screen: Screen;
  readonly standpoint: Standpoint;
  readonly extent: Window;
  readonly family: string;
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** Two fields that a script makes sliders of; their limits are those of what is known. An empty field means now. */
export function TimelineViewpoint({ screen, standpoint, extent, family, values }: Props) {
  const { say, link, lang } = screen;
  const { at, knownAt } = standpoint.viewpoint;
  const action = link('timeline', { family }).split('?')[0];
  const limits = { min: reading(extent.from), max: reading(Math.max(at, knownAt) as Instant) };
  const field = (
    name: 'at' | 'known-at',
    instant: Instant,
    text: (typeof viewpointWords)['at'],
    hint: (typeof viewpointWords)['atHint'],
  ) => (
    <p>
      <label for={name}>{say(text)}</label>
      <span class="hint" id={`${name}-hint`}>
        {say(hint)}
      </span>
      <input
        id={name}
        name={name}
        type="datetime-local"
        value={standpoint.given[name] === undefined ? '' : reading(instant)}
        data-now={reading(instant)}
        data-min={limits.min}
        data-max={limits.max}
        aria-describedby={`${name}-hint`}
      />
    </p>
  );
  return (
    <div class="moments" data-sliders>
      <form action={action} method="get">
        {lang !== 'nl' && <input type="hidden" name="lang" value={lang} />}
        {Object.entries(values).map(
          ([name, value]) => value !== undefined && <input type="hidden" name={name} value={value} />,
        )}
        {field('at', at, viewpointWords.at, viewpointWords.atHint)}
        {field('known-at', knownAt, viewpointWords.knownAt, viewpointWords.knownAtHint)}
        <button type="submit">{say(viewpointWords.go)}</button>
      </form>
    </div>
  );
}

const reading = (instant: Instant): string => clockOf(instant).replace(' ', 'T');
