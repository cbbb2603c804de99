import type { EventType, Recorded } from '../domain/event.ts';
import { formatInstant } from '../domain/instant.ts';
import { fieldsOf, valuesAt } from './fields.ts';
import type { Field } from './fields.ts';
import { thingIn } from './objects.ts';

/** What an event tells besides who and what took part in it, as attributes of OCEL. */

interface Attribute {
  readonly name: string;
  readonly type: 'string' | 'time' | 'integer' | 'float' | 'boolean';
}

const times = {
  occurred_from: (record: Recorded) => record.from,
  occurred_to: (record: Recorded) => record.to,
  reported_at: (record: Recorded) => record.reportedAt,
  recorded_at: (record: Recorded) => record.recordedAt,
};

export function eventTypeAttributes(type: EventType): readonly Attribute[] {
  return [
    ...Object.keys(times).map((name) => ({ name, type: 'time' as const })),
    { name: 'source', type: 'string' },
    ...toldBy(type).map((field) => ({ name: nameOf(field), type: typeOf(field) })),
  ];
}

/** In the order of the type; what was not told has no attribute. Several values of one field have a space between. */
export function attributesOf(record: Recorded): readonly { readonly name: string; readonly value: string }[] {
  const told = toldBy(record.type).flatMap((field) => {
    const values = valuesAt(record.data, field.path).map(({ value }) => String(value));
    return values.length === 0 ? [] : [{ name: nameOf(field), value: values.join(' ') }];
  });
  return [
    ...Object.entries(times).map(([name, of]) => ({ name, value: formatInstant(of(record)) })),
    { name: 'source', value: record.event.source },
    ...told,
  ];
}

const kept = new Map<EventType, readonly Field[]>();

/** What names no thing. The danger to each person is told by the part that the person has. */
function toldBy(type: EventType): readonly Field[] {
  const found =
    kept.get(type) ??
    fieldsOf(type).filter((field) => thingIn(field) === null && field.path[0] !== 'perPerson');
  kept.set(type, found);
  return found;
}

const nameOf = ({ path }: Field): string => path.filter((step) => step !== '*').join('.');

function typeOf({ kind, path }: Field): Attribute['type'] {
  if (path.includes('*')) return 'string';
  switch (kind) {
    case 'boolean':
    case 'integer':
      return kind;
    case 'number':
      return 'float';
    case 'instant':
      return 'time';
    case 'person':
    case 'party':
    case 'person_or_party':
    case 'event':
    case 'family':
    case 'token':
    case 'day':
    case 'month':
    case 'when':
    case 'code':
    case 'text':
      return 'string';
  }
}
