import { basicConditions } from '../../domain/plan.ts';
import type { Text } from '../words/lang.ts';
import { entryErrors } from '../words/record.ts';
import type { Data, Field, Known } from './form.ts';
import { readDay, readInstant, readMonth, readWhen } from './dates.ts';
import { first, listed } from './values.ts';
import type { Values } from './values.ts';

/** From what stands in the fields to the data of an event, or what is wrong with it. */

export interface FormError {
  /** The id of the field. */
  readonly id: string;
  readonly text: Text;
}

export interface Reader {
  readonly values: Values;
  /** What may be chosen. */
  readonly choices: (of: Known) => readonly string[];
  /** An id that follows from the form alone, so that sending it twice names the same thing. */
  readonly newId: (prefix: string, name: string) => string;
}

export interface Read {
  readonly data: Data;
  readonly errors: readonly FormError[];
}

/** A value, nothing, or what is wrong. */
export type Answer = { readonly value: unknown } | { readonly errors: readonly FormError[] } | 'blank';

export function readFields(fields: readonly Field[], reader: Reader, prefix = ''): Read {
  const data: Record<string, unknown> = {};
  const errors: FormError[] = [];
  for (const field of fields) {
    const answer = readField(field, reader, `${prefix}${field.name}`);
    if (answer === 'blank') {
      if (field.optional !== true) errors.push(missing(field, `${prefix}${field.name}`));
    } else if ('errors' in answer) errors.push(...answer.errors);
    else data[field.name] = answer.value;
  }
  return { data, errors };
}

const missing = ({ kind, label }: Field, name: string): FormError => {
  const isText = ['number', 'code', 'line'].includes(kind.is);
  const isDate = ['day', 'when', 'instant', 'month'].includes(kind.is);
  return {
    id: isDate ? `${name}-${kind.is === 'month' ? 'month' : 'day'}` : name,
    text: isText || isDate ? entryErrors.missing(label) : entryErrors.choose(label),
  };
};

const wrong = (id: string, text: Text): Answer => ({ errors: [{ id, text }] });

function readField(field: Field, reader: Reader, name: string): Answer {
  const { kind, label } = field;
  const { values } = reader;
  const text = first(values, name);
  switch (kind.is) {
    case 'choice': {
      if (text === '') return 'blank';
      if (!Object.hasOwn(kind.of, text)) return wrong(name, entryErrors.unknownChoice(label));
      return { value: kind.isNumber === true && /^\d+$/.test(text) ? Number(text) : text };
    }
    case 'choices':
      return chosen(field, listed(values, name), Object.keys(kind.of), name);
    case 'yes-or-no':
      return text === '' ? 'blank' : { value: text === 'yes' };
    case 'one':
      if (text === '') return 'blank';
      if (text === 'new' && kind.orNew !== undefined) return { value: reader.newId(kind.orNew, name) };
      return reader.choices(kind.of).includes(text)
        ? { value: text }
        : wrong(name, entryErrors.unknownChoice(label));
    case 'several': {
      const list = listed(values, name);
      if (list.length === 0 && kind.noneIsAll === true) return 'blank';
      return chosen(field, list, reader.choices(kind.of), name);
    }
    case 'day':
      return readDay(values, name, label);
    case 'when':
      return readWhen(values, name, label);
    case 'instant':
      return readInstant(values, name, label);
    case 'month':
      return readMonth(values, name, label);
    case 'number': {
      if (text === '') return 'blank';
      const number = /^\d{1,9}$/.test(text) ? Number(text) : -1;
      return number >= kind.least && number <= kind.most
        ? { value: number }
        : wrong(name, entryErrors.number(label, kind.least, kind.most));
    }
    case 'code':
      if (text === '') return 'blank';
      return /^[A-Za-z0-9_\-:.]{1,64}$/.test(text) ? { value: text } : wrong(name, entryErrors.code(label));
    case 'line':
      if (text === '') return 'blank';
      return text.length <= longestLine ? { value: text } : wrong(name, entryErrors.long(label, longestLine));
    case 'new':
      return { value: text === '' ? reader.newId(kind.prefix, name) : text };
    case 'group': {
      if (field.optional === true && !isTouched(values, `${name}.`)) return 'blank';
      return answered(readFields(kind.fields, reader, `${name}.`));
    }
    case 'rows':
      return readRows(kind, reader, name);
    case 'each': {
      const ids = kind.of === 'twelve' ? basicConditions : reader.choices(kind.of);
      const given = ids.map((id) => [id, first(values, `${name}.${id}`)] as const);
      const strange = given.find(([, choice]) => choice !== '' && !Object.hasOwn(kind.choice, choice));
      if (strange) return wrong(`${name}.${strange[0]}`, entryErrors.unknownChoice(label));
      const said = given.filter(([, choice]) => choice !== '');
      return said.length === 0 ? 'blank' : { value: Object.fromEntries(said) };
    }
  }
}

export const longestLine = 200;

/** A list that may be empty says so: nobody is an answer. */
function chosen(field: Field, list: readonly string[], allowed: readonly string[], name: string): Answer {
  if (list.some((each) => !allowed.includes(each)))
    return wrong(name, entryErrors.unknownChoice(field.label));
  return list.length === 0 && field.optional !== true ? 'blank' : { value: [...new Set(list)] };
}

const answered = ({ data, errors }: Read): Answer => (errors.length > 0 ? { errors } : { value: data });

export const isTouched = (values: Values, start: string): boolean =>
  Object.keys(values).some((name) => name.startsWith(start) && first(values, name) !== '');

type Rows = Extract<Field['kind'], { is: 'rows' }>;

/** Rows without an entry are left out. */
function readRows({ fields, rows, required }: Rows, reader: Reader, name: string): Answer {
  const read = Array.from({ length: rows }, (_, index) => `${name}.${index}.`)
    .filter((start) => isTouched(reader.values, start))
    .map((start) => readFields(fields, reader, start));
  const errors = read.flatMap((row) => row.errors);
  if (errors.length > 0) return { errors };
  return read.length === 0 && required === true ? 'blank' : { value: read.map(({ data }) => data) };
}
