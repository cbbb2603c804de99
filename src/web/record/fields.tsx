import { basicConditions } from '../../domain/plan.ts';
import { Checkboxes, Fieldset, Radios } from '../parts/choices.tsx';
import { Select, TextField } from '../parts/field.tsx';
import type { Screen } from '../parts/screen.ts';
import type { Text } from '../words/lang.ts';
import { twelveConditions, yesNoUnknown } from '../words/record-choices.ts';
import { recordWords } from '../words/record.ts';
import { DateField } from './date-field.tsx';
import type { Field, Known, Words } from './form.ts';
import type { Choice } from './options.ts';
import type { FormError } from './read.ts';
import { first, listed } from './values.ts';
import type { Values } from './values.ts';

/** What a form shows: the fields with what stands in them and what is wrong with them. */
export interface Sheet {
  readonly screen: Screen;
  readonly values: Values;
  readonly errors: readonly FormError[];
  readonly choices: (of: Known) => readonly Choice[];
}

export function Fields({
  fields,
  sheet,
  prefix = '',
}: {
  readonly fields: readonly Field[];
  readonly sheet: Sheet;
  readonly prefix?: string;
}) {
  return (
    <>
      {fields.map((field) => (
        <OneField field={field} sheet={sheet} name={`${prefix}${field.name}`} />
      ))}
    </>
  );
}

/** Longer lists are chosen from, shorter ones lie open. */
const mostRadios = 6;

interface OneProps {
  readonly field: Field;
  readonly sheet: Sheet;
  readonly name: string;
}

function OneField({ field, sheet, name }: OneProps) {
  const { screen, values } = sheet;
  const { kind } = field;
  const common = { ...commonOf(field, sheet, name), screen };
  switch (kind.is) {
    case 'new': {
      const value = first(values, name);
      return value === '' ? null : <input type="hidden" name={name} value={value} />;
    }
    case 'choice':
      return Object.keys(kind.of).length > mostRadios || field.optional === true ? (
        <Select {...common} options={worded(kind.of, screen)} value={first(values, name)} />
      ) : (
        <Radios
          {...common}
          options={worded(kind.of, screen)}
          value={first(values, name)}
          beside={kind.of === yesNoUnknown}
        />
      );
    case 'yes-or-no': {
      const { yes, no } = yesNoUnknown;
      return <Radios {...common} options={worded({ yes, no }, screen)} value={first(values, name)} beside />;
    }
    case 'choices':
      return <Checkboxes {...common} options={worded(kind.of, screen)} values={listed(values, name)} />;
    case 'one':
      return <One field={field} sheet={sheet} name={name} />;
    case 'several':
      return <Several field={field} sheet={sheet} name={name} />;
    case 'day':
    case 'when':
    case 'instant':
    case 'month':
      return <DateField {...common} values={values} errors={sheet.errors} parts={kind.is} />;
    case 'number':
      return <TextField {...common} kind="number" value={first(values, name)} />;
    case 'code':
    case 'line':
      return (
        <TextField {...common} value={first(values, name)} width={kind.is === 'line' ? 'full' : 'middle'} />
      );
    case 'group':
      return (
        <Fieldset {...common} id={name} legend={field.label}>
          <div class="form-row">
            <Fields fields={kind.fields} sheet={sheet} prefix={`${name}.`} />
          </div>
        </Fieldset>
      );
    case 'rows':
      return (
        <Fieldset {...common} id={name} legend={field.label} optional={kind.required !== true}>
          {Array.from({ length: kind.rows }, (_, index) => (
            <div class="form-row">
              <Fieldset screen={screen} legend={recordWords.row(index + 1)}>
                <div class="row-fields">
                  <Fields fields={kind.fields} sheet={sheet} prefix={`${name}.${index}.`} />
                </div>
              </Fieldset>
            </div>
          ))}
        </Fieldset>
      );
    case 'each':
      return <Each field={field} sheet={sheet} name={name} />;
  }
}

function One({ field, sheet, name }: OneProps) {
  const { kind } = field;
  if (kind.is !== 'one') return null;
  const { screen, values } = sheet;
  const value = first(values, name);
  const offered = shown(sheet.choices(kind.of), [value]);
  const added = kind.orNew === undefined ? [] : [{ value: 'new', label: screen.say(newWords(kind.of)) }];
  return (
    <Select
      {...commonOf(field, sheet, name)}
      screen={screen}
      hint={field.hint ?? (offered.length + added.length === 0 ? recordWords.nobodyKnown : undefined)}
      options={[...offered, ...added]}
      value={value}
    />
  );
}

function Several({ field, sheet, name }: OneProps) {
  const { kind } = field;
  if (kind.is !== 'several') return null;
  const values = listed(sheet.values, name);
  const offered = shown(sheet.choices(kind.of), values);
  const common = { ...commonOf(field, sheet, name), screen: sheet.screen };
  if (offered.length > 0) return <Checkboxes {...common} options={offered} values={values} />;
  return (
    <Fieldset {...common} id={name} legend={field.label}>
      <p id={name} class="empty">
        {sheet.screen.say(recordWords.nobodyKnown)}
      </p>
    </Fieldset>
  );
}

function Each({ field, sheet, name }: OneProps) {
  const { kind } = field;
  if (kind.is !== 'each') return null;
  const { screen, values } = sheet;
  const said = (id: string, label: Text) => (
    <Select
      screen={screen}
      name={`${name}.${id}`}
      label={label}
      error={errorOf(sheet, `${name}.${id}`)}
      options={worded(kind.choice, screen)}
      value={first(values, `${name}.${id}`)}
      optional
    />
  );
  return (
    <Fieldset {...commonOf(field, sheet, name)} screen={screen} id={name} legend={field.label}>
      <div class="row-fields" id={name}>
        {kind.of === 'twelve'
          ? basicConditions.map((id) => said(id, twelveConditions[id] ?? { nl: id, en: id }))
          : sheet
              .choices(kind.of)
              .filter(({ isOffered }) => isOffered)
              .map(({ value, label }) => said(value, { nl: label, en: label }))}
      </div>
    </Fieldset>
  );
}

/** What is offered, and what stands in the field although it is not offered any more. */
const shown = (choices: readonly Choice[], chosen: readonly string[]) =>
  choices.filter(({ value, isOffered }) => isOffered || chosen.includes(value));

const newWords = (of: Known): Text =>
  of === 'households'
    ? recordWords.newPlace
    : of === 'everyone' || of === 'parties'
      ? recordWords.someoneNew
      : recordWords.somethingNew;

function commonOf(field: Field, sheet: Sheet, name: string) {
  return {
    name,
    label: field.label,
    hint: field.hint,
    optional: field.optional ?? false,
    error: errorOf(sheet, name),
  };
}

const errorOf = ({ errors }: Sheet, id: string): Text | undefined =>
  errors.find((error) => error.id === id)?.text;

const worded = (words: Words, screen: Screen) =>
  Object.entries(words).map(([value, label]) => ({ value, label: screen.say(label) }));
