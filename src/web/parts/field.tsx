import type { ComponentChildren } from 'preact';
import { partWords } from '../words/parts.ts';
import type { Text } from '../words/lang.ts';
import type { Screen } from './screen.ts';

/**
 * Fields with label, hint and error, tied together for screen readers:
 * `<TextField screen={screen} name="from" label={words.from} hint={words.fromHint} value={...} error={errors.from} />`,
 * `<TextArea ... />`, `<Select ... options={[{ value, label }]} />`. The id is the name unless you give one; an error
 * summary links to that id. Required unless `optional`; the browser is not asked to check, the server says what is wrong.
 * Anything else goes into `<Field>` with your own control, which takes `described` as its aria-describedby.
 */
export interface FieldProps {
  readonly screen: Screen;
  readonly name: string;
  readonly id?: string;
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly error?: Text | undefined;
  readonly optional?: boolean;
}

interface AroundProps extends FieldProps {
  readonly children: (control: {
    readonly id: string;
    readonly described: string | undefined;
    readonly invalid: true | undefined;
  }) => ComponentChildren;
}

export function Field({
  screen,
  name,
  id = name,
  label,
  hint,
  error,
  optional = false,
  children,
}: AroundProps) {
  const { say } = screen;
  return (
    <div class={fieldClass(error)}>
      <label class="utrecht-form-label utrecht-form-field__label" for={id}>
        {say(label)}
        {optional && <span class="optional"> ({say(partWords.optional)})</span>}
      </label>
      <Hint id={id} hint={hint} screen={screen} />
      <FieldError id={id} error={error} screen={screen} />
      <div class="utrecht-form-field__input">
        {children({ id, described: describedBy(id, hint, error), invalid: error ? true : undefined })}
      </div>
    </div>
  );
}

interface TextProps extends FieldProps {
  readonly value?: string | undefined;
  /** `date` shows the numeric keyboard and stays a text field: 3-2-2026. */
  readonly kind?: 'text' | 'date' | 'number' | 'password' | 'email' | 'datetime-local';
  /** About how many characters fit; the field is as wide as its answer. */
  readonly width?: 'short' | 'middle' | 'full';
  readonly maxLength?: number;
  readonly autocomplete?: 'off' | 'username' | 'current-password';
}

const inputs = {
  text: { type: 'text' },
  date: { type: 'text', inputMode: 'numeric' },
  number: { type: 'text', inputMode: 'numeric' },
  password: { type: 'password' },
  email: { type: 'email' },
  'datetime-local': { type: 'datetime-local' },
} as const;

export function TextField({
  value = '',
  kind = 'text',
  width = kind === 'date' || kind === 'number' ? 'short' : 'middle',
  maxLength,
  autocomplete = 'off',
  ...field
}: TextProps) {
  return (
    <Field {...field}>
      {({ id, described, invalid }) => (
        <input
          {...inputs[kind]}
          class={`utrecht-textbox utrecht-textbox--html-input width-${width}${invalid ? ' utrecht-textbox--invalid' : ''}`}
          id={id}
          name={field.name}
          value={value}
          maxLength={maxLength}
          autocomplete={autocomplete}
          aria-describedby={described}
          aria-invalid={invalid}
        />
      )}
    </Field>
  );
}

interface AreaProps extends FieldProps {
  readonly value?: string | undefined;
  readonly rows?: number;
  readonly maxLength?: number;
}

export function TextArea({ value = '', rows = 4, maxLength, ...field }: AreaProps) {
  return (
    <Field {...field}>
      {({ id, described, invalid }) => (
        <textarea
          class={`utrecht-textarea utrecht-textarea--html-textarea${invalid ? ' utrecht-textarea--invalid' : ''}`}
          id={id}
          name={field.name}
          rows={rows}
          maxLength={maxLength}
          aria-describedby={described}
          aria-invalid={invalid}
        >
          {value}
        </textarea>
      )}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface SelectProps extends FieldProps {
  readonly value?: string | undefined;
  readonly options: readonly Option[];
}

/** Begins with an empty choice, so that nothing is answered by accident. */
export function Select({ value = '', options, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {({ id, described, invalid }) => (
        <select
          class={`utrecht-select utrecht-select--html-select${invalid ? ' utrecht-select--invalid' : ''}`}
          id={id}
          name={field.name}
          aria-describedby={described}
          aria-invalid={invalid}
        >
          <option value="" selected={value === ''}>
            {field.screen.say(partWords.choose)}
          </option>
          {options.map((option) => (
            <option value={option.value} selected={option.value === value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface HintProps {
  readonly id: string;
  readonly hint: Text | undefined;
  readonly screen: Screen;
}

export function Hint({ id, hint, screen }: HintProps) {
  if (!hint) return null;
  return (
    <div class="utrecht-form-field-description utrecht-form-field__description" id={`${id}-hint`}>
      {screen.say(hint)}
    </div>
  );
}

interface ErrorProps {
  readonly id: string;
  readonly error: Text | undefined;
  readonly screen: Screen;
}

export function FieldError({ id, error, screen }: ErrorProps) {
  if (!error) return null;
  return (
    <div class="utrecht-form-field-error-message utrecht-form-field__error-message" id={`${id}-error`}>
      <span class="unseen">{screen.say(partWords.error)} </span>
      {screen.say(error)}
    </div>
  );
}

export const fieldClass = (error: Text | undefined) =>
  `utrecht-form-field${error ? ' utrecht-form-field--invalid' : ''}`;

export function describedBy(id: string, hint: Text | undefined, error: Text | undefined): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return ids === '' ? undefined : ids;
}
