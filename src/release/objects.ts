import type { EventType, PlanEvent } from '../domain/event.ts';
import { isPerson } from '../domain/ids.ts';
import type { EventId } from '../domain/ids.ts';
import { Tri } from '../domain/vocabulary.ts';
import { fieldsOf, releasedTypes, valuesAt } from './fields.ts';
import type { Field } from './fields.ts';
import { knownOf } from './known-family.ts';
import type { ReleasedFamily } from './released.ts';
import type { Terms } from './table.ts';

/** What events are about, and as what each thing takes part in an event: read from the contracts, in one place. */

export const objectTypes = [
  'family',
  'person',
  'household',
  'party',
  'plan',
  'condition',
  'agreement',
  'step',
  'request',
  'bell',
  'relapse',
] as const;
export type ObjectType = (typeof objectTypes)[number];

/** One thing that takes part in one event. */
export interface Part {
  readonly type: ObjectType;
  /** As events name it: unique within its family. A relapse has the id of the event that is its sign. */
  readonly id: string;
  /** As what it takes part: the name of the field, in words of this project where the name alone says too little. */
  readonly as: string;
}

/** What one must know of a family to tell what its events name. */
export interface Names {
  /** Which refs are steps of the plan; the others are requests. */
  readonly isStep: (ref: string) => boolean;
  /** P1: the id that a reference to a replaced event is read as. */
  readonly current: (event: EventId) => EventId;
}

export function namesOf(family: ReleasedFamily, terms: Terms): Names {
  const steps = new Set<string>(
    family.events.flatMap((event) => (event.type === 'PlanStepSet' ? [event.data.step] : [])),
  );
  return { isStep: (ref) => steps.has(ref), current: knownOf(family, terms).current };
}

/** Everything that takes part in an event, its family and who recorded it included; each thing once in each part. */
export function partsOf(event: PlanEvent, names: Names): readonly Part[] {
  const parts: Part[] = [{ type: 'family', id: event.family, as: 'family' }];
  if (event.by !== 'system')
    parts.push({ type: isPerson(event.by) ? 'person' : 'party', id: event.by, as: 'recorded_by' });
  for (const { path, type, as } of namedBy(event.type))
    for (const { value } of valuesAt(event.data, path)) parts.push(...partOf(String(value), type, as, names));
  if (event.type === 'SafetyAssessed')
    for (const [person, danger] of Object.entries(event.data.perPerson ?? {}))
      parts.push({ type: 'person', id: person, as: `danger_${danger}` });
  const unique = new Map(parts.map((part) => [`${part.type} ${part.id} ${part.as}`, part]));
  return [...unique.values()];
}

function partOf(id: string, type: Naming['type'], as: string, { isStep, current }: Names): Part[] {
  // `family` in a decision is the family itself, which takes part in every event.
  if (type === 'person' && id === 'family') return [];
  if (type === 'relapse') return [{ type, id: current(id as EventId), as }];
  if (type === 'ref') return [{ type: isStep(id) ? 'step' : 'request', id, as }];
  return [{ type: type === 'either' ? (isPerson(id) ? 'person' : 'party') : type, id, as }];
}

/** A field whose values name things. */
interface Naming {
  readonly path: readonly string[];
  readonly type: ObjectType | 'either' | 'ref';
  readonly as: string;
}

/** Tokens that name a thing of the family, by the name of the field. Other tokens are codes. */
const things: Readonly<Record<string, Naming['type']>> = {
  household: 'household',
  plan: 'plan',
  condition: 'condition',
  agreement: 'agreement',
  agreements: 'agreement',
  step: 'step',
  dependsOn: 'step',
  request: 'request',
  ref: 'ref',
  bell: 'bell',
};

/** Where the name of a field says too little or too much about the part; the others are named as their field. */
const words: Readonly<Record<string, string>> = {
  agreements: 'agreement',
  ref: 'waited_for',
  witnessedBy: 'witness',
  with: 'spoken_with',
  'AgreementBroken.by': 'broken_by',
  'AlarmAcknowledged.by': 'acknowledged_by',
  'AlarmClosed.by': 'closed_by',
  'BarrierMet.ref': 'hindered',
  'EscalationPathSet.rungs.*.to': 'rung',
  'BellRung.to': 'rung_to',
  'MonitorInvited.party': 'monitor',
  'MonitorAccepted.party': 'monitor',
  'MonitorDeclined.party': 'monitor',
  'MonitorWithdrew.party': 'monitor',
  'MonitorPaused.party': 'monitor',
  'MonitorCheckedIn.party': 'monitor',
  'ReferralRejected.ref': 'request',
};

const namings = new Map<EventType, readonly Naming[]>();

function namedBy(type: EventType): readonly Naming[] {
  const found =
    namings.get(type) ??
    fieldsOf(type).flatMap((field) => {
      const thing = thingIn(field);
      return thing ? [{ path: field.path, type: thing, as: partName(type, field) }] : [];
    });
  namings.set(type, found);
  return found;
}

/** What a field names, if it names a thing; codes, times and answers name none. */
export function thingIn({ path, kind }: Field): Naming['type'] | null {
  if (kind === 'person' || kind === 'party') return kind;
  if (kind === 'person_or_party') return 'either';
  const name = nameOf(path);
  if (kind === 'event') return name === 'candidate' ? 'relapse' : null;
  return kind === 'token' ? (things[name] ?? null) : null;
}

const nameOf = (path: readonly string[]): string => path.findLast((step) => step !== '*') ?? '';

function partName(type: EventType, { path }: Field): string {
  const name = nameOf(path);
  const word = words[`${type}.${path.join('.')}`] ?? words[name] ?? name;
  return word.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Every part there is, by type of event. */
export const partNames: readonly string[] = [
  ...new Set([
    'family',
    'recorded_by',
    ...Tri.options.map((danger) => `danger_${danger}`),
    ...releasedTypes.flatMap((type) => namedBy(type).map(({ as }) => as)),
  ]),
].sort();
