import type { Viewpoint } from '../../read/views.ts';
import type { KnownTimeline } from '../timeline/opened.ts';
import { paperWords } from '../words/timeline.ts';
import { shownInstant } from './screen.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly screen: Screen;
  readonly known: Pick<KnownTimeline, 'position' | 'count' | 'fingerprint'>;
  readonly viewpoint: Viewpoint;
}

/** What a sheet of paper must say of itself, so that it can be compared with the log later. */
export function Paper({ screen, known, viewpoint }: Props) {
  const { say, lang } = screen;
  return (
    <div class="paper">
      <p>
        <strong>{say(paperWords.confidential)}.</strong>{' '}
        {say(paperWords.viewpoint(shownInstant(viewpoint.at, lang), shownInstant(viewpoint.knownAt, lang)))}{' '}
        {say(paperWords.position(known.position, known.count))}
      </p>
      <p>
        {say(paperWords.hash)}: <code>{known.fingerprint}</code>
      </p>
    </div>
  );
}
