import { z } from 'zod';
import { contracts, eventTypes } from '../domain/event.ts';
import { isAboutResearch } from '../domain/rights.ts';
import type { EventType } from '../domain/event.ts';
import { EventId, FamilyId, PartyId, PersonId, PersonOrParty, Token } from '../domain/ids.ts';
import { DayText, InstantText, MonthText, When, keptContract } from '../domain/vocabulary.ts';

/** What a field of an event holds. A code is one of a list; a token is a pseudonym or one of a list that a release fixes. */
export type FieldKind =
  | 'person'
  | 'party'
  | 'person_or_party'
  | 'event'
  | 'family'
  | 'token'
  | 'instant'
  | 'day'
  | 'month'
  | 'when'
  | 'boolean'
  | 'integer'
  | 'number'
  | 'code'
  | 'text';

/** A place in the data of an event that holds one value, or one value for each element of a list or key of a record. */
export interface Field {
  /** Names from the data down; `*` stands for every element of a list and every key of a record. */
  readonly path: readonly string[];
  readonly kind: FieldKind;
  /** It, or something around it, may be left out. */
  readonly isOptional: boolean;
  /** Every value there can be, where the contract lists them. */
  readonly values?: readonly string[];
}

const named = new Map<z.ZodType, FieldKind>([
  [PersonId, 'person'],
  [PartyId, 'party'],
  [PersonOrParty, 'person_or_party'],
  [EventId, 'event'],
  [FamilyId, 'family'],
  [Token, 'token'],
  [InstantText, 'instant'],
  [DayText, 'day'],
  [MonthText, 'month'],
  [When, 'when'],
]);

/** The types of event that a release can hold: nothing about research itself leaves. */
export const releasedTypes: readonly EventType[] = eventTypes.filter((type) => !isAboutResearch(type));

const made = new Map<EventType, readonly Field[]>();

/** Every field of a type of event, as its contract says; in the order of the contract. */
export function fieldsOf(type: EventType): readonly Field[] {
  const found = made.get(type) ?? within(contracts[type], [], false);
  made.set(type, found);
  return found;
}

/** The fields of any contract, from a path on. */
export function within(contract: z.ZodType, path: readonly string[], isOptional: boolean): readonly Field[] {
  const kind = named.get(contract);
  if (kind) return [{ path, kind, isOptional }];
  const kept = keptContract(contract);
  if (kept) return within(kept, path, isOptional);
  if (contract instanceof z.ZodOptional) return within(contract.unwrap() as z.ZodType, path, true);
  if (contract instanceof z.ZodArray)
    return within(contract.element as z.ZodType, [...path, '*'], isOptional);
  if (contract instanceof z.ZodObject)
    return Object.entries(contract.shape as Record<string, z.ZodType>).flatMap(([name, inner]) =>
      within(inner, [...path, name], isOptional),
    );
  if (contract instanceof z.ZodRecord) return inRecord(contract, path);
  return [{ path, isOptional, ...plain(contract, path) }];
}

/** A record with listed keys has a field for each; of another the keys are a field of their own, named by `*`. */
function inRecord(contract: z.ZodRecord, path: readonly string[]): readonly Field[] {
  const { keyType, valueType } = contract;
  if (keyType instanceof z.ZodEnum)
    return keyType.options.flatMap((key) => within(valueType as z.ZodType, [...path, String(key)], true));
  return within(valueType as z.ZodType, [...path, '*'], true);
}

function plain(contract: z.ZodType, path: readonly string[]): Pick<Field, 'kind' | 'values'> {
  if (contract instanceof z.ZodEnum || contract instanceof z.ZodLiteral || contract instanceof z.ZodUnion)
    return listed(contract);
  if (contract instanceof z.ZodBoolean) return { kind: 'boolean', values: ['false', 'true'] };
  if (contract instanceof z.ZodNumber)
    return { kind: contract.format?.includes('int') === true ? 'integer' : 'number' };
  if (contract instanceof z.ZodString) return { kind: 'text' };
  throw new Error(`no kind for the contract of ${path.join('.')}`);
}

/** A choice; where it leaves room for an id beside codes, the kind is that of the id and the codes are listed. */
function listed(contract: z.ZodEnum | z.ZodLiteral | z.ZodUnion): Pick<Field, 'kind' | 'values'> {
  if (contract instanceof z.ZodEnum) return { kind: 'code', values: contract.options.map(String) };
  if (contract instanceof z.ZodLiteral) return { kind: 'code', values: [...contract.values].map(String) };
  const choices = contract.options.map((option) => within(option as z.ZodType, [], false)[0]);
  const values = choices.flatMap((choice) => choice?.values ?? []);
  const kind = choices.find((choice) => choice && choice.kind !== 'code')?.kind ?? 'code';
  return values.length > 0 ? { kind, values } : { kind };
}

/** One value of a field in the data of an event, and the key under which it stood, if that is a key of a record. */
export interface Found {
  readonly value: string | number | boolean;
  readonly key?: string;
}

/** The values that the data of an event has in a field, in their order. */
export function valuesAt(data: unknown, path: readonly string[]): readonly Found[] {
  const [head, ...rest] = path;
  if (head === undefined) {
    return typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean'
      ? [{ value: data }]
      : [];
  }
  if (typeof data !== 'object' || data === null) return [];
  if (head !== '*')
    return Object.hasOwn(data, head) ? valuesAt((data as Record<string, unknown>)[head], rest) : [];
  if (Array.isArray(data)) return data.flatMap((each) => valuesAt(each, rest));
  return Object.entries(data).flatMap(([key, each]) =>
    valuesAt(each, rest).map((found) => ({ key, ...found })),
  );
}
