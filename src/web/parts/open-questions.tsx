import type { Register } from '../../read/views.ts';
import { factorNames } from '../words/factors.ts';
import type { Text } from '../words/lang.ts';
import { besideWords } from '../words/record-beside.ts';
import { spokenList } from '../words/speech.ts';
import type { Screen } from './screen.ts';

type Open = Register['openQuestions'][number];

interface Props {
  readonly questions: readonly Open[];
  readonly screen: Screen;
  readonly level: 2 | 3;
}

/** What of the analysis nobody knows yet, in sentences. */
export function OpenQuestions({ questions, screen, level }: Props) {
  const { say } = screen;
  const Heading = `h${level}` as const;
  return (
    <section class="open-questions" aria-labelledby="open-questions">
      <Heading id="open-questions">{say(besideWords.openQuestions)}</Heading>
      {questions.length === 0 ? (
        <p>{say(besideWords.allKnown)}</p>
      ) : (
        <>
          <p>{say(besideWords.openLead)}</p>
          <ul>
            {sentences(questions, screen).map((sentence) => (
              <li>{say(sentence)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function sentences(questions: readonly Open[], screen: Screen): readonly Text[] {
  const { say, name, lang } = screen;
  const isOpen = (asked: Open['question']) => questions.some(({ question }) => question === asked);
  const people = (asked: 'spoken-separately' | 'child-asked') =>
    spokenList(
      questions.flatMap((each) => (each.question === asked ? [name(each.person)] : [])),
      lang,
    );
  const called = (factor: string) => {
    const known = factorNames[factor];
    return known ? say(known) : factor;
  };
  return [
    ...(isOpen('analysis') ? [besideWords.analysis] : []),
    ...(isOpen('profile') ? [besideWords.profile] : []),
    ...(isOpen('coercive-control') ? [besideWords.control] : []),
    ...(isOpen('spoken-separately') ? [besideWords.spoken(people('spoken-separately'))] : []),
    ...(isOpen('child-asked') ? [besideWords.asked(people('child-asked'))] : []),
    ...questions.flatMap((each) =>
      each.question === 'factor'
        ? [
            besideWords.factor(
              each.person === undefined
                ? called(each.factor)
                : say(besideWords.factorOf(called(each.factor), name(each.person))),
            ),
          ]
        : [],
    ),
  ];
}
