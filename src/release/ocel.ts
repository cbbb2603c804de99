import { justBefore, Moment } from '../../projections/moment.ts';
import { candidates } from '../../projections/relapse-queue.ts';
import { formatInstant } from '../domain/instant.ts';
import type { Recorded } from '../domain/event.ts';
import { attributesOf, eventTypeAttributes } from './ocel-attributes.ts';
import { changesOf, objectTypeAttributes, tiesOf } from './ocel-objects.ts';
import type { Change } from './ocel-objects.ts';
import { releasedTypes } from './fields.ts';
import { knownOf } from './known-family.ts';
import { namesOf, objectTypes, partsOf } from './objects.ts';
import type { ObjectType, Part } from './objects.ts';
import type { ReleasedFamily } from './released.ts';
import type { Terms } from './table.ts';

/**
 * A release as OCEL 2.0 JSON (Berti et al., OCEL 2.0 Specification, 2024, section 8; ocel-standard.org), which tools for
 * object-centric process mining read. Events in effect at the end of observation only. The time of an event is the
 * latest instant at which it may have been true; all its times are attributes. By the official schema every value is text.
 */
export function* ocel(families: () => Iterable<ReleasedFamily>, terms: Terms): Generator<string> {
  yield `{"objectTypes":[\n${lines(objectTypes.map((name) => ({ name, attributes: objectTypeAttributes(name) })))}`;
  yield `],\n"eventTypes":[\n${lines(releasedTypes.map((name) => ({ name, attributes: eventTypeAttributes(name) })))}`;
  yield '],\n"objects":[\n';
  yield* listed(families(), (family) => objectsIn(family, terms));
  yield '],\n"events":[\n';
  yield* listed(families(), (family) => eventsIn(family, terms));
  yield ']}\n';
}

const lines = (items: readonly object[]): string =>
  items.map((item) => `${JSON.stringify(item)}\n`).join(',');

/** The items of all families, one family in memory at a time. */
function* listed(
  families: Iterable<ReleasedFamily>,
  itemsOf: (family: ReleasedFamily) => readonly object[],
): Generator<string> {
  let isFirst = true;
  for (const family of families) {
    const items = itemsOf(family);
    if (items.length === 0) continue;
    yield `${isFirst ? '' : ','}${lines(items)}`;
    isFirst = false;
  }
}

/** Unique over the whole release, as OCEL asks; a token of the events is unique within its family. */
function objectId(family: string, type: ObjectType, id: string): string {
  if (type === 'family') return id;
  return type === 'person' || type === 'party' ? `${family}/${id}` : `${family}/${type}:${id}`;
}

interface Happening {
  readonly record: Recorded;
  readonly parts: readonly Part[];
}

/** Events in effect, oldest first (P2), with the signs of relapse taking part in what they are signs of. */
function happenings(family: ReleasedFamily, terms: Terms): readonly Happening[] {
  const known = knownOf(family, terms);
  const names = namesOf(family, terms);
  const signs = new Set<string>(
    candidates(known, new Moment(justBefore(terms.until))).map(({ event }) => event.id),
  );
  const records = [...known.byType.values()].flat();
  records.sort((a, b) => a.to - b.to || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
  return records.map((record) => ({
    record,
    parts: [
      ...partsOf(record.event, names),
      ...(signs.has(record.id) ? [{ type: 'relapse' as const, id: record.id, as: 'sign' }] : []),
    ],
  }));
}

interface OcelObject {
  readonly id: string;
  readonly type: ObjectType;
  readonly attributes: { readonly name: string; readonly value: string; readonly time: string }[];
  readonly relationships: { readonly objectId: string; readonly qualifier: string }[];
}

/** Everything that takes part in an event of the family, by type and id. */
function objectsIn(family: ReleasedFamily, terms: Terms): readonly OcelObject[] {
  const objects = new Map<string, OcelObject>();
  const object = ({ type, id }: Pick<Part, 'type' | 'id'>): OcelObject => {
    const key = objectId(family.family, type, id);
    const made: OcelObject = objects.get(key) ?? {
      id: key,
      type,
      attributes: [],
      relationships: type === 'family' ? [] : [{ objectId: family.family, qualifier: 'family' }],
    };
    objects.set(key, made);
    return made;
  };
  for (const { record, parts } of happenings(family, terms)) {
    for (const part of parts) object(part);
    for (const change of changesOf(record.event)) tell(object(change), change, formatInstant(record.to));
    for (const { from, to, as } of tiesOf(record.event.type, parts)) {
      const relationship = { objectId: objectId(family.family, to.type, to.id), qualifier: as };
      const { relationships } = object(from);
      if (!relationships.some((other) => JSON.stringify(other) === JSON.stringify(relationship)))
        relationships.push(relationship);
    }
  }
  const rank = ({ type }: OcelObject) => objectTypes.indexOf(type);
  return [...objects.values()].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

/** A value stands once for as long as it stays the same. */
function tell({ attributes }: OcelObject, { values }: Change, time: string): void {
  for (const [name, value] of Object.entries(values)) {
    const last = attributes.findLast((attribute) => attribute.name === name);
    if (value !== undefined && last?.value !== value) attributes.push({ name, value, time });
  }
}

function eventsIn(family: ReleasedFamily, terms: Terms): readonly object[] {
  return happenings(family, terms).map(({ record, parts }) => ({
    id: record.id,
    type: record.type,
    time: formatInstant(record.to),
    attributes: attributesOf(record),
    relationships: parts.map(({ type, id, as }) => ({
      objectId: objectId(family.family, type, id),
      qualifier: as,
    })),
  }));
}
