import type { Learned } from '../../read/views.ts';
import { eventName } from '../parts/cited.tsx';
import type { Screen } from '../parts/screen.ts';
import { Table, When } from '../parts/small.tsx';
import { reviewWords } from '../words/meetings.ts';

interface Props {
  readonly family: string;
  readonly learned: readonly Learned[];
  readonly screen: Screen;
}

/** Every fact that was recorded after the team looked, and what it means for what the team saw. */
export function LearnedFacts({ family, learned, screen }: Props) {
  const { say, link } = screen;
  return (
    <section aria-labelledby="learned">
      <h2 id="learned">{say(reviewWords.facts)}</h2>
      {learned.length === 0 ? (
        <p>{say(reviewWords.noFacts)}</p>
      ) : (
        <Table
          caption={say(reviewWords.factsCaption)}
          heads={[reviewWords.fact, reviewWords.when, reviewWords.recorded, reviewWords.bearing]}
          screen={screen}
          cards
        >
          {learned.map(({ id, type, from, recordedAt, kind }) => (
            <tr>
              <th scope="row">
                <a href={link('fact', { family, id, at: undefined, 'known-at': undefined })}>
                  {eventName(type, screen)}
                </a>
              </th>
              <td data-label={say(reviewWords.when)}>
                <When at={from} screen={screen} />
              </td>
              <td data-label={say(reviewWords.recorded)}>
                <When at={recordedAt} screen={screen} />
              </td>
              <td data-label={say(reviewWords.bearing)}>{say(reviewWords.kinds[kind])}</td>
            </tr>
          ))}
        </Table>
      )}
    </section>
  );
}
