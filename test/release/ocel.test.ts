import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { ocel } from '../../src/release/ocel.ts';
import type { ReleasedFamily } from '../../src/release/released.ts';
import type { Terms } from '../../src/release/table.ts';
import { ends, invented } from './invented.ts';
import { otter, terms } from './otter.ts';

/**
 * The schema is the official one, https://www.ocel-standard.org/2.0/ocel20-schema-json.json, as printed in section 8.2 of
 * A. Berti et al., OCEL (Object-Centric Event Log) 2.0 Specification, 2024 (arXiv:2403.01975; the arXiv text is under
 * CC BY 4.0). Copied word for word from the specification, laid out anew. It asks that every value is text.
 */
const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'ocel-schema.json'), 'utf8')) as object;
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const isValid = new Ajv({ formats: { 'date-time': dateTime } }).compile(schema);

interface Log {
  readonly eventTypes: readonly { readonly name: string; readonly attributes: readonly Named[] }[];
  readonly objectTypes: readonly { readonly name: string; readonly attributes: readonly Named[] }[];
  readonly objects: readonly Item[];
  readonly events: readonly Item[];
}
interface Named {
  readonly name: string;
}
interface Item {
  readonly id: string;
  readonly type: string;
  readonly time?: string;
  readonly attributes: readonly (Named & { readonly value: string; readonly time?: string })[];
  readonly relationships: readonly { readonly objectId: string; readonly qualifier: string }[];
}

const text = (families: readonly ReleasedFamily[], at: Terms) => [...ocel(() => families, at)].join('');
const log = (families: readonly ReleasedFamily[], at: Terms) => JSON.parse(text(families, at)) as Log;

describe('given the family otter', () => {
  const { events, objects } = log([otter], terms);
  const find = (items: readonly Item[], id: string) => items.find((item) => item.id === id);

  it('then the incident names everybody it touched, and as what', () => {
    expect(find(events, 'o11')).toEqual({
      id: 'o11',
      type: 'IncidentRecorded',
      time: '2025-03-01T23:00:00.000Z',
      attributes: [
        { name: 'occurred_from', value: '2025-02-28T23:00:00.000Z' },
        { name: 'occurred_to', value: '2025-03-01T23:00:00.000Z' },
        { name: 'reported_at', value: '2025-03-02T09:00:00.000Z' },
        { name: 'recorded_at', value: '2025-03-03T10:00:00.000Z' },
        { name: 'source', value: 'observed' },
        { name: 'kinds', value: 'threat verbal' },
      ],
      relationships: [
        { objectId: 'fotter', qualifier: 'family' },
        { objectId: 'fotter/party:00-aa', qualifier: 'recorded_by' },
        { objectId: 'fotter/person:03-f', qualifier: 'by' },
        { objectId: 'fotter/person:02-m', qualifier: 'against' },
        { objectId: 'fotter/person:01-c', qualifier: 'witness' },
        { objectId: 'fotter/relapse:o11', qualifier: 'sign' },
      ],
    });
  });

  it('then the mother has the household of each time, from when it counts', () => {
    expect(find(objects, 'fotter/person:02-m')?.attributes).toEqual([
      { name: 'is_member', value: 'true', time: '2025-01-06T09:10:00.000Z' },
      { name: 'role', value: 'parent', time: '2025-01-06T09:10:00.000Z' },
      { name: 'household', value: 'x01', time: '2025-01-06T09:10:00.000Z' },
      { name: 'household', value: 'x05', time: '2025-02-03T09:00:00.000Z' },
    ]);
  });

  it('then the agreement belongs to its condition, its actor and its monitor', () => {
    expect(find(objects, 'fotter/agreement:x04')?.relationships).toEqual([
      { objectId: 'fotter', qualifier: 'family' },
      { objectId: 'fotter/condition:x03', qualifier: 'condition' },
      { objectId: 'fotter/person:02-m', qualifier: 'actor' },
      { objectId: 'fotter/party:01-bb', qualifier: 'monitor' },
    ]);
  });

  it('then what was retracted is not in it', () => {
    expect(events.map(({ id }) => id)).toEqual([
      ...['o01', 'o02', 'o03', 'o04', 'o05', 'o06', 'o07', 'o08', 'o09', 'o10'],
      ...['o11', 'o12', 'o14', 'o15', 'o16'],
    ]);
  });
});

describe.each([
  ['an invented region', invented, ends],
  ['the family otter', [otter], terms],
  ['no family at all', [], terms],
] as const)('given %s', (_, families, at) => {
  it('then the log is valid against the official schema', () => {
    expect(isValid(log(families, at)) || isValid.errors).toBe(true);
  });

  it('then every relation names an object that is there, and every type and attribute is declared', () => {
    const { objectTypes, eventTypes, objects, events } = log(families, at);
    const ids = objects.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    const known = new Set(ids);
    for (const [items, types] of [
      [objects, objectTypes],
      [events, eventTypes],
    ] as const) {
      const declared = new Map(
        types.map(({ name, attributes }) => [name, attributes.map((each) => each.name)]),
      );
      for (const { type, attributes, relationships } of items) {
        expect(attributes.filter(({ name }) => declared.get(type)?.includes(name) !== true)).toEqual([]);
        expect(relationships.filter(({ objectId }) => !known.has(objectId))).toEqual([]);
      }
    }
  });

  it('then twice it is the same text', () => {
    expect(text(families, at)).toBe(text(families, at));
  });
});

it('refuses a log without objects: a schema that takes everything is no check', () => {
  expect(isValid({ eventTypes: [], objectTypes: [], events: [{ id: 'o01' }] })).toBe(false);
});
