import { clockOf } from '../../domain/calendar.ts';
import type { ComparedSide, CompareQuery } from '../pages/timeline-compare.tsx';
import { compareWords } from '../words/compare.ts';
import { viewpointWords } from '../words/screens.ts';
import { shownInstant } from './screen.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly screen: Screen;
  readonly family: string;
  readonly query: CompareQuery;
  readonly first: ComparedSide;
  readonly second: ComparedSide;
}

/** From where the two moments are looked at, and fields to choose others; an empty one means now. */
export function CompareForm({ screen, family, query, first, second }: Props) {
  const { say, lang, link } = screen;
  return (
    <form class="compare" action={link('timelineCompare', { family }).split('?')[0]} method="get">
      <p>{say(compareWords.lead)}</p>
      {lang !== 'nl' && <input type="hidden" name="lang" value={lang} />}
      <div class="two">
        <Moment {...{ screen, family, query }} side={first} text={compareWords.first} ending="" />
        <Moment {...{ screen, family, query }} side={second} text={compareWords.second} ending="2" />
      </div>
      <button type="submit">{say(compareWords.go)}</button>
    </form>
  );
}

interface MomentProps extends Pick<Props, 'screen' | 'family' | 'query'> {
  readonly side: ComparedSide;
  readonly text: (typeof compareWords)['first'];
  readonly ending: '' | '2';
}

function Moment({ screen, family, query, side, text, ending }: MomentProps) {
  const { say, lang, link } = screen;
  const { at, knownAt } = side.standpoint.viewpoint;
  const field = (name: 'at' | 'known-at', label: (typeof viewpointWords)['at']) => (
    <p>
      <label for={`${name}${ending}`}>{say(label)}</label>
      <input
        id={`${name}${ending}`}
        name={`${name}${ending}`}
        type="datetime-local"
        value={fieldValue(query[`${name}${ending}`], name === 'at' ? at : knownAt)}
      />
    </p>
  );
  return (
    <fieldset>
      <legend>{say(text)}</legend>
      <p>{say(compareWords.viewpoint(shownInstant(at, lang), shownInstant(knownAt, lang)))}</p>
      {field('at', viewpointWords.at)}
      {field('known-at', viewpointWords.knownAt)}
      <p>
        <a href={link('timeline', { family, ...side.standpoint.given })}>{say(compareWords.draw)}</a>
      </p>
    </fieldset>
  );
}

const fieldValue = (given: string | undefined, instant: Parameters<typeof clockOf>[0]): string =>
  given === undefined ? '' : clockOf(instant).replace(' ', 'T');
