import type { DataOf, PlanEvent } from '../../domain/event.ts';
import type { Json } from '../../domain/json.ts';
import { ageBand, middleBirthMonth, monthsAt } from './ages.ts';
import { codeOf } from './codes.ts';
import { movedInstant, movedText, movedTimes } from './dates.ts';
import type { Move } from './dates.ts';
import { dataFields, envelopeFields } from './fields.ts';
import type { Plan, Treatment } from './fields.ts';
import { parentOf } from './hierarchies.ts';
import type { Hierarchy } from './hierarchies.ts';
import type { Announcing, Pseudonyms } from './pseudonyms.ts';
import type { Birth } from '../survey.ts';

/** Everything that decides how the events of one family leave. */
export interface Change {
  readonly names: Pseudonyms;
  readonly move: Move;
  /** How coarse age bands are, and the birth month of each person: the band is the age when one was first told. */
  readonly ages: { readonly level: number; readonly births: ReadonlyMap<string, Birth> };
  readonly regionOf: (municipality: string) => string;
  /** Codes that too few families have. */
  readonly rare: Readonly<Record<Hierarchy, ReadonlySet<string>>>;
}

/** Numbers that people type are told up to here: a longer one could be a telephone number. */
const largest = 9999;

/** The event as it leaves: only what the fields of the contract name, each as its treatment says. */
export function changed(event: PlanEvent, change: Change): PlanEvent {
  const source = event as unknown as Json;
  const out: Json = {
    id: change.names.of('event', event.id),
    type: event.type,
    version: 1,
    family: change.names.family,
  };
  Object.assign(out, movedTimes(event, change.move));
  for (const [field, treatment] of Object.entries(envelopeFields))
    if (treatment.how !== 'date') put(out, field, source[field], treatment, change);
  const data: Json = {};
  for (const [field, plan] of Object.entries(dataFields[event.type]))
    put(data, field, event.data[field as keyof typeof event.data], plan, change);
  if (event.type === 'PersonJoined') Object.assign(data, agedIn(event.data, change));
  out['data'] = data;
  return out as unknown as PlanEvent;
}

/** The band of the age at which the birth month of this person was first told, and the month in its middle. */
function agedIn({ person, birthMonth }: DataOf<'PersonJoined'>, { ages, move }: Change): Json {
  const birth = ages.births.get(person);
  if (birthMonth === undefined || birth === undefined) return {};
  const months = monthsAt(birth.birthMonth, birth.seen);
  const middle = middleBirthMonth(months, ages.level, movedInstant(birth.seen, move));
  return { ageBand: ageBand(months, ages.level), ...(middle !== undefined && { birthMonth: middle }) };
}

function put(into: Json, field: string, value: unknown, plan: Plan, change: Change): void {
  if (value === undefined) return;
  const left = leaving(value, plan, change);
  if (left !== undefined) into[field] = left;
}

function leaving(value: unknown, plan: Plan, change: Change): unknown {
  if ('each' in plan) {
    const left = (value as unknown[]).map((each) => leaving(each, plan.each, change));
    // Merging may make two codes of a list equal: then it holds one of them.
    return 'how' in plan.each && plan.each.how === 'merged' ? [...new Set(left)] : left;
  }
  if ('fields' in plan) {
    const out: Json = {};
    for (const [field, inner] of Object.entries(plan.fields))
      put(out, field, (value as Json)[field], inner, change);
    return out;
  }
  if ('keys' in plan)
    return Object.fromEntries(
      Object.entries(value as Json)
        .map(
          ([key, each]) =>
            [String(treated(key, plan.keys, change)), treated(each, plan.values, change)] as const,
        )
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return treated(value, plan, change);
}

function treated(value: unknown, treatment: Treatment, change: Change): unknown {
  switch (treatment.how) {
    case 'kept':
      return typeof value === 'number' ? Math.min(value, largest) : value;
    case 'pseudonym':
      return change.names.of(treatment.of, value as string);
    case 'date':
      return movedText(value as string, change.move, treatment.late);
    case 'region':
      return change.regionOf(value as string);
    case 'merged':
      return mergedCode(treatment.by, value as string, change.rare);
    case 'code':
      return codeOf(treatment.list, value as string);
    case 'band':
    case 'dropped':
      return undefined;
  }
}

export function mergedCode(by: Hierarchy, code: string, rare: Change['rare']): string {
  let at = code;
  while (rare[by].has(at)) {
    const parent = parentOf(by, at);
    if (parent === undefined) return at;
    at = parent;
  }
  return at;
}

/** Tells every name in an event before pseudonyms are given out. */
export function announce(event: PlanEvent, names: Announcing): void {
  names.announce('event', event.id);
  const source = event as unknown as Json;
  for (const [field, treatment] of Object.entries(envelopeFields))
    announceIn(source[field], treatment, names);
  for (const [field, plan] of Object.entries(dataFields[event.type]))
    announceIn(event.data[field as keyof typeof event.data], plan, names);
}

function announceIn(value: unknown, plan: Plan, names: Announcing): void {
  if (value === undefined) return;
  if ('each' in plan) for (const each of value as unknown[]) announceIn(each, plan.each, names);
  else if ('fields' in plan)
    for (const [field, inner] of Object.entries(plan.fields))
      announceIn((value as Json)[field], inner, names);
  else if ('keys' in plan) for (const key of Object.keys(value as Json)) announceIn(key, plan.keys, names);
  else if (plan.how === 'pseudonym') names.announce(plan.of, value as string);
}

/** The codes of a hierarchy in an event, for counting which are rare. */
export function codesIn(event: PlanEvent, found: (by: Hierarchy, code: string) => void): void {
  const walk = (value: unknown, plan: Plan): void => {
    if (value === undefined) return;
    if ('each' in plan) for (const each of value as unknown[]) walk(each, plan.each);
    else if ('fields' in plan)
      for (const [field, inner] of Object.entries(plan.fields)) walk((value as Json)[field], inner);
    else if ('how' in plan && plan.how === 'merged') found(plan.by, value as string);
  };
  for (const [field, plan] of Object.entries(dataFields[event.type]))
    walk(event.data[field as keyof typeof event.data], plan);
}
