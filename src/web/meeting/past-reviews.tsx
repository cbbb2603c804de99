import type { Entry } from '../../read/views.ts';
import { shownInstant } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { reviewWords } from '../words/meetings.ts';

interface Props {
  readonly family: string;
  /** What was known at the viewpoint. */
  readonly entries: readonly Entry[];
  readonly screen: Screen;
}

/** The earlier reviews of a family, the latest first; one that was taken back is not offered. */
export function PastReviews({ family, entries, screen }: Props) {
  const { say, link } = screen;
  const held = entries.filter(({ type, state }) => type === 'MdaReviewHeld' && state === 'in_effect');
  return (
    <section aria-labelledby="past">
      <h2 id="past">{say(reviewWords.list)}</h2>
      {held.length === 0 ? (
        <p>{say(reviewWords.noneYet)}</p>
      ) : (
        <ul>
          {held.toReversed().map(({ id, from }) => (
            <li>
              <a href={link('reviewed', { family, review: id })}>
                {say(reviewWords.openReview)}: {shownInstant(from, screen.lang)}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
