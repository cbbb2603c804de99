import type { ComponentChildren } from 'preact';
import type { EventType } from '../../domain/event.ts';
import { OpenQuestions } from '../parts/open-questions.tsx';
import { RingsDrawing } from '../parts/rings.tsx';
import { besideWords } from '../words/record-beside.ts';
import { levelWords, networkWords } from '../words/relapse.ts';
import { BellPathsOfAgreements, OpenBells } from './bell-path.tsx';
import type { Desk } from './desk.ts';
import type { Values } from './values.ts';
import { first } from './values.ts';

interface Props {
  readonly desk: Desk;
  readonly values: Values;
}

/** What somebody needs to see while filling in a form of this kind. */
const besides: Partial<Readonly<Record<EventType, (props: Props) => ComponentChildren>>> = {
  BellRung: ({ desk }) => (
    <>
      <OpenBells desk={desk} isAnswering={false} />
      <BellPathsOfAgreements desk={desk} />
    </>
  ),
  BellAnswered: ({ desk }) => <OpenBells desk={desk} isAnswering />,
  SupportPersonNamed: (props) => <Networks {...props} />,
  AnalysisCompleted: ({ desk: { register, screen } }) => (
    <OpenQuestions questions={register.openQuestions} screen={screen} level={2} />
  ),
};

export const besideOf = (type: EventType, props: Props): ComponentChildren => besides[type]?.(props);

/** Who stands around the person that was chosen, or around each person of the family. */
function Networks({ desk: { register, screen }, values }: Props) {
  const { say, name } = screen;
  const chosen = first(values, 'person');
  const persons = register.persons
    .map(({ person }) => person as string)
    .filter((person) => chosen === '' || person === chosen);
  return (
    <section aria-labelledby="network">
      <h2 id="network">{say(besideWords.network)}</h2>
      {persons.map((person) => {
        const own = register.supporters
          .map(({ data }) => data)
          .filter((each) => each.person === person)
          .sort((a, b) => a.ring - b.ring);
        if (own.length === 0) return <p>{say(networkWords.none(name(person)))}</p>;
        return (
          <>
            <h3>{say(networkWords.of(name(person)))}</h3>
            <div class="rings-and-list">
              <RingsDrawing person={person} supporters={own} screen={screen} />
              <ul>
                {own.map(({ supporter, ring, level }) => (
                  <li>
                    <strong>{name(supporter)}</strong>, {say(besideWords.ring(ring))},{' '}
                    {say(levelWords[level])}
                  </li>
                ))}
              </ul>
            </div>
          </>
        );
      })}
    </section>
  );
}
