import { envelope } from '../domain/event.ts';
import type { EventType } from '../domain/event.ts';
import { bandsOf } from './change/ages.ts';
import { codes } from './change/codes.ts';
import { dataFields, envelopeFields } from './change/fields.ts';
import type { Plan, Treatment } from './change/fields.ts';
import { hierarchies } from './change/hierarchies.ts';
import type { CodebookInput } from './codebook.ts';
import { releasedTypes, within } from './fields.ts';
import type { Field, FieldKind } from './fields.ts';

/** What the codebook says of one field of events.jsonl. */
export interface FieldText {
  /** From the event down; `*` is every element of a list and every key of a record. */
  readonly path: string;
  readonly type: FieldKind;
  readonly isOptional: boolean;
  readonly values?: readonly string[];
  readonly how: Treatment['how'] | 'added';
  readonly says: string;
}

/** A field of a type of event; the age band, which a release adds, stands after the birth month. */
export function fieldText(type: EventType, field: Field, input: CodebookInput): readonly FieldText[] {
  const treatment = treatmentAt({ fields: dataFields[type] }, field.path);
  const text = told(`data.${field.path.join('.')}`, field, treatment, input);
  if (treatment.how !== 'band') return [text];
  return [
    text,
    {
      path: 'data.ageBand',
      type: 'code',
      isOptional: true,
      values: bandsOf(input.levels['age'] ?? 0),
      how: 'added',
      says: 'The age band at the first thing known of the family; none where no age leaves. Not part of the event contract: rules do not read it.',
    },
  ];
}

/** The fields around every event that leave, in the order of the contract. */
export function envelopeText(input: CodebookInput): readonly FieldText[] {
  const fixed: Readonly<Record<string, Treatment>> = {
    id: { how: 'pseudonym', of: 'event' },
    type: { how: 'kept' },
    version: { how: 'kept' },
    family: { how: 'pseudonym', of: 'event' },
    ...envelopeFields,
  };
  return Object.entries(fixed).flatMap(([name, treatment]) =>
    fieldsNamed(name).map((field) => told(field.path.join('.'), field, treatment, input)),
  );
}

function fieldsNamed(name: string): readonly Field[] {
  const when = (path: readonly string[]): Field => ({ path, kind: 'when', isOptional: true });
  if (name === 'occurred') return [when(['occurred']), when(['occurred', 'from']), when(['occurred', 'to'])];
  if (name === 'type') return [{ path: ['type'], kind: 'code', isOptional: false, values: releasedTypes }];
  if (name === 'version') return [{ path: ['version'], kind: 'code', isOptional: false, values: ['1'] }];
  if (name === 'sealed') return [{ path: ['sealed'], kind: 'text', isOptional: true }];
  return within(envelope.shape[name as keyof typeof envelope.shape], [name], false);
}

function told(path: string, field: Field, treatment: Treatment, input: CodebookInput): FieldText {
  const values = valuesOf(field, treatment);
  return {
    path,
    type: treatment.how === 'code' ? 'code' : field.kind,
    isOptional: field.isOptional,
    ...(values && { values }),
    how: treatment.how,
    says: words(treatment, input),
  };
}

function valuesOf({ values }: Field, treatment: Treatment): readonly string[] | undefined {
  if (treatment.how === 'dropped') return undefined;
  return treatment.how === 'code' ? [...codes[treatment.list], 'other'].sort() : values;
}

function words(treatment: Treatment, { times, levels }: CodebookInput): string {
  switch (treatment.how) {
    case 'kept':
      return 'As recorded.';
    case 'pseudonym':
      return 'A name of this release alone, the same wherever it stands in one family; sorted, its likes keep their order.';
    case 'date':
      return `Moved with the family by whole weeks${times === 'exact' ? '' : `, and told by ${times.replace('_', ' ')}`}. A whole day stays a whole day.`;
    case 'band':
      return 'A month in the middle of the age band, never the real one; absent where no age leaves.';
    case 'region':
      return (levels['region'] ?? 0) > 0
        ? 'No region leaves, and therefore no move.'
        : 'The region of the municipality, or other.';
    case 'merged': {
      const steps = Object.entries(hierarchies[treatment.by]).map(([code, parent]) => `${code} to ${parent}`);
      return `A code that too few families have becomes its parent: ${steps.join(', ')}.`;
    }
    case 'code':
      return 'A code of this list; whatever else was written is other.';
    case 'dropped':
      return 'Never leaves.';
  }
}

function treatmentAt(plan: Plan, path: readonly string[]): Treatment {
  const [head, ...rest] = path;
  if ('how' in plan) return plan;
  if (head === undefined) throw new Error('a field that holds fields has no treatment of its own');
  if ('each' in plan) return treatmentAt(plan.each, rest);
  if ('values' in plan) return plan.values;
  const inner = plan.fields[head];
  // What is named nowhere does not leave.
  return inner === undefined ? { how: 'dropped' } : treatmentAt(inner, rest);
}
