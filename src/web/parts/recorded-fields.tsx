import { parseDay } from '../../domain/calendar.ts';
import { parseInstant } from '../../domain/instant.ts';
import { formOf } from '../record/forms/all.ts';
import { fieldsElsewhere } from '../record/forms/elsewhere.ts';
import type { Data, Field, Kind, Words } from '../record/form.ts';
import { choicesOf } from '../record/options.ts';
import type { Catalogue } from '../record/options.ts';
import type { TimelineFact } from '../timeline/facts.ts';
import { factWords } from '../words/fact.ts';
import { drawingWords } from '../words/timeline.ts';
import { twelveConditions } from '../words/record-choices.ts';
import { shownDay, shownInstant } from './screen.ts';
import type { Screen } from './screen.ts';

interface Props {
  readonly record: TimelineFact['record'];
  /** What could be chosen, as it was known at the viewpoint. */
  readonly catalogue: Catalogue;
  /** The words of another fact, by its id. */
  readonly factOf: (id: string) => string | undefined;
}

/** What was filled in, with the questions and the answers of the form that it was filled in with. */
export function RecordedFields({ record, ...props }: Props) {
  const fields = formOf(record.type)?.fields ?? fieldsElsewhere(record.type);
  return <FieldList {...props} fields={fields} data={record.data} />;
}

interface ListProps extends Omit<Props, 'record'> {
  readonly fields: readonly Field[];
  readonly data: object;
}

function FieldList({ fields, data, ...props }: ListProps) {
  const { say } = props.catalogue.screen;
  return (
    <dl class="fields">
      {Object.entries(data as Data).map(([name, value]) => {
        const field = fields.find((each) => each.name === name);
        const label = field?.kind.is === 'new' ? factWords.token : field?.label;
        return (
          <>
            <dt>{label ? say(label) : name}</dt>
            <dd>
              <Answer {...props} kind={field?.kind} value={value} />
            </dd>
          </>
        );
      })}
    </dl>
  );
}

interface AnswerProps extends Omit<Props, 'record'> {
  readonly kind: Kind | undefined;
  readonly value: unknown;
}

function Answer({ kind, value, ...props }: AnswerProps) {
  if (kind?.is === 'group' && isObject(value))
    return <FieldList {...props} fields={kind.fields} data={value} />;
  if (kind?.is === 'rows' && Array.isArray(value))
    return (
      <ol>
        {(value as readonly unknown[]).filter(isObject).map((row) => (
          <li>
            <FieldList {...props} fields={kind.fields} data={row} />
          </li>
        ))}
      </ol>
    );
  return <>{answerText(value, kind, props)}</>;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function answerText(value: unknown, kind: Kind | undefined, props: Omit<Props, 'record'>): string {
  const { screen } = props.catalogue;
  const { say } = screen;
  if (Array.isArray(value))
    return value.length === 0
      ? say(factWords.empty)
      : value.map((each) => answerText(each, kind, props)).join(', ');
  if (isObject(value)) return eachText(value, kind, screen);
  if (typeof value === 'boolean') return say(value ? factWords.yes : factWords.no);
  const text = String(value);
  if (/^(person|party):/.test(text)) return screen.name(text);
  if (text === 'family') return say(drawingWords.family);
  return (
    (kind && 'of' in kind ? chosen(kind.of, text, props.catalogue) : undefined) ??
    props.factOf(text) ??
    timeText(text, screen)
  );
}

/** The word of a choice, or what a thing of the family is called. */
function chosen(
  of: Extract<Kind, { readonly of: unknown }>['of'],
  value: string,
  catalogue: Catalogue,
): string | undefined {
  if (of === 'twelve') return undefined;
  if (typeof of === 'string') return choicesOf(of, catalogue).find((each) => each.value === value)?.label;
  return wordOf(of, value, catalogue.screen);
}

function wordOf(words: Words, value: string, { say }: Screen): string | undefined {
  const word = words[value];
  return word && say(word);
}

/** An answer for each of several: persons, or the twelve conditions. */
function eachText(value: object, kind: Kind | undefined, screen: Screen): string {
  const words = kind?.is === 'each' ? kind.choice : {};
  return Object.entries(value)
    .map(([key, each]) => {
      const about = wordOf(twelveConditions, key, screen) ?? screen.name(key);
      return `${about}: ${wordOf(words, String(each), screen) ?? String(each)}`;
    })
    .join('; ');
}

function timeText(text: string, { lang }: Screen): string {
  if (parseInstant(text) !== null) return shownInstant(text, lang);
  return parseDay(text) === null ? text : shownDay(text, lang);
}
