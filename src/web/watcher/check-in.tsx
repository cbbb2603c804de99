import type { Link } from '../../access/links.ts';
import type { Asked } from '../../read/views.ts';
import { Button } from '../parts/button.tsx';
import { Checkboxes, Radios } from '../parts/choices.tsx';
import { TextArea } from '../parts/field.tsx';
import type { Screen } from '../parts/screen.ts';
import type { Text } from '../words/lang.ts';
import { watcherWords } from '../words/watcher.ts';
import { keyOf } from './answers.ts';
import type { Errors, Filled } from './answers.ts';
import { labelOf } from './labels.ts';

export interface FormProps {
  readonly screen: Screen;
  readonly link: Link;
  readonly asked: Asked;
  readonly filled: Filled;
  readonly errors: Errors;
  readonly action: string;
}

/** The whole check-in on one screen: nothing is chosen beforehand, so that nothing is answered by accident. */
export function CheckInForm({ screen, link, asked, filled, errors, action }: FormProps) {
  const { say } = screen;
  const words = watcherWords;
  const options = (texts: Readonly<Record<string, Text>>) =>
    Object.entries(texts).map(([value, text]) => ({ value, label: say(text) }));
  const persons = asked.persons.map((person) => ({
    value: keyOf(link, person.person),
    label: say(labelOf(person)),
  }));
  const hasChild = asked.persons.some(({ role }) => role === 'child');
  const { alone, others, none, family, unknown } = words.alones;
  const alones = hasChild ? { alone, others, family, unknown } : { none, family, unknown };
  const tri = (name: 'stillSafe' | 'basicConditions' | 'helpNeeded') => (
    <Radios
      screen={screen}
      name={name}
      label={words[name]}
      options={options(words.tri)}
      value={filled[name]}
      error={errors[name]}
      beside
    />
  );
  return (
    <form action={action} method="post" class="watch">
      <Hidden asked={asked} link={link} what="check-in" round={asked.reports} />
      <Radios
        screen={screen}
        name="result"
        label={words.result}
        options={options(words.results)}
        value={filled.result}
        error={errors.result}
      />
      {persons.length > 0 && (
        <>
          <Checkboxes
            screen={screen}
            name="seen"
            label={words.seen}
            hint={words.seenHint}
            options={persons}
            values={filled.seen}
          />
          <Radios
            screen={screen}
            name="alone"
            label={words.alone}
            hint={words.aloneHint}
            options={options(alones)}
            value={filled.alone}
            error={errors.alone}
          />
        </>
      )}
      <Radios
        screen={screen}
        name="worry"
        label={words.worry}
        options={options(words.worries)}
        value={filled.worry}
        error={errors.worry}
      />
      {asked.asksAnswers && (
        <>
          {tri('stillSafe')}
          {tri('basicConditions')}
          {tri('helpNeeded')}
        </>
      )}
      <TextArea
        screen={screen}
        name="text"
        label={words.more}
        hint={words.moreHint}
        value={filled.text}
        error={errors.text}
        rows={2}
        optional
      />
      <Button>{say(words.send)}</Button>
    </form>
  );
}

interface HiddenProps {
  readonly asked: Asked;
  readonly link: Link;
  readonly what: string;
  readonly round: number;
}

export function Hidden({ asked, link, what, round }: HiddenProps) {
  return (
    <>
      <input type="hidden" name="do" value={what} />
      <input type="hidden" name="about" value={keyOf(link, asked.agreement)} />
      <input type="hidden" name="round" value={round} />
    </>
  );
}
