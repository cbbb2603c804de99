import type { ComponentChildren } from 'preact';
import { partWords } from '../words/parts.ts';
import type { Text } from '../words/lang.ts';
import { FieldError, Hint, describedBy } from './field.tsx';
import type { FieldProps, Option } from './field.tsx';
import type { Screen } from './screen.ts';

/**
 * A question with choices: `<Radios screen name legend={...} options={[{ value, label }]} value={...} error={...} />`,
 * `<Checkboxes ... values={[...]} />` for several answers, `<Checkbox ... />` for one box. `<Fieldset>` groups fields
 * under a legend. The id of the first choice is the id of the question: an error summary links to it.
 */
interface Choice extends Option {
  readonly hint?: string;
}

interface GroupProps extends FieldProps {
  readonly options: readonly Choice[];
  /** Short answers such as yes, no and unknown stand beside each other. */
  readonly beside?: boolean;
}

export function Radios({
  value,
  options,
  beside,
  ...field
}: GroupProps & { readonly value?: string | undefined }) {
  return (
    <Group
      {...field}
      beside={beside}
      options={options}
      type="radio"
      isChosen={(option) => option === value}
    />
  );
}

export function Checkboxes({
  values,
  options,
  beside,
  ...field
}: GroupProps & { readonly values: readonly string[] }) {
  return (
    <Group
      {...field}
      beside={beside}
      options={options}
      type="checkbox"
      isChosen={(option) => values.includes(option)}
    />
  );
}

const classes = {
  radio: 'utrecht-radio-button utrecht-radio-button--html-input',
  checkbox: 'utrecht-checkbox utrecht-checkbox--html-input',
} as const;

interface AnyGroupProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly beside?: boolean | undefined;
  readonly type: 'radio' | 'checkbox';
  readonly isChosen: (value: string) => boolean;
}

function Group({ options, beside = false, type, isChosen, ...field }: AnyGroupProps) {
  const { name, id = name } = field;
  return (
    <Fieldset {...field} id={id} legend={field.label}>
      <div class={beside ? 'choices beside-each-other' : 'choices'}>
        {options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${index + 1}`;
          return (
            <div class={`choice choice-${type}`}>
              <input
                class={classes[type]}
                type={type}
                id={own}
                name={name}
                value={option.value}
                checked={isChosen(option.value)}
                aria-describedby={option.hint === undefined ? undefined : `${own}-more`}
              />
              <label class={`utrecht-form-label utrecht-form-label--${type}`} for={own}>
                {option.label}
              </label>
              {option.hint !== undefined && (
                <div class="utrecht-form-field-description choice-hint" id={`${own}-more`}>
                  {option.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </Fieldset>
  );
}

interface FieldsetProps {
  readonly screen: Screen;
  readonly id?: string;
  readonly legend: Text;
  readonly hint?: Text | undefined;
  readonly error?: Text | undefined;
  readonly optional?: boolean;
  readonly children: ComponentChildren;
}

export function Fieldset({ screen, id, legend, hint, error, optional = false, children }: FieldsetProps) {
  const own = id ?? '';
  return (
    <div class={`utrecht-form-fieldset${error ? ' utrecht-form-fieldset--invalid' : ''}`}>
      <fieldset
        class="utrecht-form-fieldset__fieldset utrecht-form-fieldset--html-fieldset"
        aria-describedby={id === undefined ? undefined : describedBy(own, hint, error)}
      >
        <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
          {screen.say(legend)}
          {optional && <span class="optional"> ({screen.say(partWords.optional)})</span>}
        </legend>
        <Hint id={own} hint={hint} screen={screen} />
        <FieldError id={own} error={error} screen={screen} />
        {children}
      </fieldset>
    </div>
  );
}

interface CheckboxProps extends FieldProps {
  readonly value?: string;
  readonly checked?: boolean;
}

/** One box that is ticked or not; what is not ticked is not sent. */
export function Checkbox({
  screen,
  name,
  id = name,
  label,
  hint,
  error,
  value = 'yes',
  checked = false,
}: CheckboxProps) {
  return (
    <div class={`checkbox-alone${error ? ' utrecht-form-field--invalid' : ''}`}>
      <FieldError id={id} error={error} screen={screen} />
      <div class="choice choice-checkbox">
        <input
          class={classes.checkbox}
          type="checkbox"
          id={id}
          name={name}
          value={value}
          checked={checked}
          aria-describedby={describedBy(id, hint, error)}
          aria-invalid={error ? true : undefined}
        />
        <label class="utrecht-form-label utrecht-form-label--checkbox" for={id}>
          {screen.say(label)}
        </label>
      </div>
      <Hint id={id} hint={hint} screen={screen} />
    </div>
  );
}
