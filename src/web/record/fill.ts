import { clockOf, instantsAt, parseDay } from '../../domain/calendar.ts';
import type { Day } from '../../domain/calendar.ts';
import { parseInstant } from '../../domain/instant.ts';
import { isObject } from '../../domain/json.ts';
import type { Data, Field } from './form.ts';
import type { Values } from './values.ts';

/** From the data of an event to what stands in the fields: for corrections, and for what is known already. */
export function fillFields(fields: readonly Field[], data: Data, prefix = ''): Values {
  return Object.assign(
    {},
    ...fields.map((field) => fillField(field, data[field.name], `${prefix}${field.name}`)),
  ) as Values;
}

function fillField({ kind }: Field, value: unknown, name: string): Values {
  if (value === undefined) return {};
  switch (kind.is) {
    case 'choice':
    case 'one':
    case 'number':
    case 'code':
    case 'line':
    case 'new':
      return { [name]: [written(value)] };
    case 'yes-or-no':
      return { [name]: [value === true || value === 'yes' ? 'yes' : 'no'] };
    case 'choices':
    case 'several':
      return { [name]: Array.isArray(value) ? value.map(written) : [written(value)] };
    case 'day':
    case 'when':
    case 'instant':
      return fillWhen(name, written(value));
    case 'month': {
      const [year = '', month = ''] = written(value).split('-');
      return { [`${name}-month`]: [month], [`${name}-year`]: [year] };
    }
    case 'group':
      return isObject(value) ? fillFields(kind.fields, value, `${name}.`) : {};
    case 'rows':
      return Object.assign(
        {},
        ...(Array.isArray(value) ? value : []).map((row: unknown, index) =>
          isObject(row) ? fillFields(kind.fields, row, `${name}.${index}.`) : {},
        ),
      ) as Values;
    case 'each':
      return isObject(value)
        ? Object.fromEntries(
            Object.entries(value).map(([id, choice]) => [`${name}.${id}`, [written(choice)]]),
          )
        : {};
  }
}

/** What fields hold is text. */
const written = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** A day or an instant, as the Amsterdam clock reads it. */
export function fillWhen(name: string, value: string): Values {
  const instant = parseInstant(value);
  const [date = '', time = ''] = instant === null ? [parseDay(value) ?? ''] : clockOf(instant).split(' ');
  const [year = '', month = '', day = ''] = date.split('-');
  const both = instant === null ? [] : instantsAt(date as Day, time);
  return {
    [`${name}-day`]: [String(Number(day) || '')],
    [`${name}-month`]: [String(Number(month) || '')],
    [`${name}-year`]: [year],
    ...(instant === null ? {} : { [`${name}-time`]: [time] }),
    ...(both.length > 1 ? { [`${name}-hour`]: [instant === both[0] ? 'first' : 'second'] } : {}),
  };
}
