import { Fieldset, Radios } from '../parts/choices.tsx';
import { TextField } from '../parts/field.tsx';
import type { Screen } from '../parts/screen.ts';
import type { Text } from '../words/lang.ts';
import { recordWords } from '../words/record.ts';
import { isDoubled } from './dates.ts';
import type { FormError } from './read.ts';
import { first } from './values.ts';
import type { Values } from './values.ts';

interface Props {
  readonly screen: Screen;
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly optional?: boolean;
  readonly values: Values;
  readonly errors: readonly FormError[];
  readonly parts: 'day' | 'when' | 'instant' | 'month';
}

/** A date as text fields: people know dates by heart and type them faster than they pick them. */
export function DateField({ screen, name, label, hint, optional = false, values, errors, parts }: Props) {
  const error = errors.find(
    ({ id }) => id.startsWith(`${name}-`) && partNames.includes(id.slice(name.length + 1)),
  );
  const box = (part: string, text: Text, most: number) => (
    <TextField
      screen={screen}
      name={`${name}-${part}`}
      label={text}
      kind="number"
      maxLength={most}
      value={first(values, `${name}-${part}`)}
    />
  );
  return (
    <Fieldset screen={screen} id={name} legend={label} hint={hint} error={error?.text} optional={optional}>
      <div class="date-parts">
        {parts !== 'month' && box('day', recordWords.day, 2)}
        {box('month', recordWords.month, 2)}
        {box('year', recordWords.year, 4)}
        {(parts === 'when' || parts === 'instant') && box('time', recordWords.time, 5)}
      </div>
      {isDoubled(values, name) && (
        <Radios
          screen={screen}
          name={`${name}-hour`}
          label={recordWords.hour}
          options={[
            { value: 'first', label: screen.say(recordWords.hourFirst) },
            { value: 'second', label: screen.say(recordWords.hourSecond) },
          ]}
          value={first(values, `${name}-hour`)}
        />
      )}
    </Fieldset>
  );
}

const partNames = ['day', 'month', 'year', 'time', 'hour'];
