import type { RecordedOf } from '../../domain/event.ts';
import { DataList } from '../parts/data-list.tsx';
import type { Screen } from '../parts/screen.ts';
import { reviewWords } from '../words/meetings.ts';
import { statusNames } from '../words/states.ts';

interface Props {
  readonly decisions: readonly RecordedOf<'SafetyStatusDecided'>[];
  readonly participants: readonly string[];
  readonly notes: string | undefined;
  readonly screen: Screen;
}

/** What came of a review, with who disagreed and why. */
export function Decisions({ decisions, participants, notes, screen }: Props) {
  const { say, name } = screen;
  const names = (ids: readonly string[]) => ids.map(name).join(', ');
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">{say(reviewWords.decisions)}</h2>
      {decisions.length === 0 && <p>{say(reviewWords.noDecisions)}</p>}
      {decisions.map(({ data }) => (
        <>
          <h3>
            {data.person === 'family' ? say(reviewWords.whole) : name(data.person)}:{' '}
            {say(statusNames[data.status]).toLowerCase()}
          </h3>
          <DataList
            items={[
              { term: say(reviewWords.judges), value: names(data.judges) },
              {
                term: say(reviewWords.against),
                value: names(data.dissent ?? []) || say(reviewWords.nothing),
              },
            ]}
          />
        </>
      ))}
      <DataList
        items={[
          { term: say(reviewWords.participants), value: names(participants) },
          { term: say(reviewWords.notes), value: notes ?? say(reviewWords.nothing) },
        ]}
      />
    </section>
  );
}
