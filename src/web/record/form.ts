import type { EventType } from '../../domain/event.ts';
import type { Register } from '../../read/views.ts';
import type { Text } from '../words/lang.ts';

/** A form as data: what is asked for one type of event, in which order and in which words. */
export interface Form {
  readonly type: EventType;
  readonly subject: Subject;
  /** What this is for, if its name does not say it. */
  readonly lead?: Text;
  readonly fields: readonly Field[];
  /** Asked only when something new is recorded: facts that people record in the same act. */
  readonly also?: Also;
  /** The decision rests on what was seen: nobody may have recorded anything in between. */
  readonly needsLatest?: boolean;
  /** What to write in the own words. */
  readonly words?: Text;
  /** The data field whose person or party gets a name here. */
  readonly names?: 'person' | 'party';
  /** What is known already and is likely still so. Never an answer about safety. */
  readonly known?: (register: Register, given: Data) => Data;
  /** Own words inside lists stand sealed in the text, each behind its id; here they are taken out and put back. */
  readonly sealing?: {
    readonly seal: (data: Data) => { readonly data: Data; readonly text: string };
    readonly unseal: (data: Data, text: string) => Data;
  };
  /** Recording it is the act itself: nobody is asked when it was, how it is known, or who may see it. */
  readonly isAct?: boolean;
  /** Concerns danger: it is hidden from who used violence unless somebody says otherwise. */
  readonly isDanger?: boolean;
}

export const subjects = [
  'happened',
  'seen',
  'agreements',
  'help',
  'plan',
  'people',
  'decisions',
  'rights',
] as const;
export type Subject = (typeof subjects)[number];

export type Data = Readonly<Record<string, unknown>>;

/** Facts of other types that come from the same form; `before` those that the main one needs. */
export interface Also {
  readonly fields: readonly Field[];
  /** `chosen` gives what was chosen in a field, before an id was made for `new`. */
  readonly events: (
    data: Data,
    also: Data,
    chosen: (name: string) => string,
  ) => { readonly before: readonly Fact[]; readonly after: readonly Fact[] };
}

export interface Fact {
  readonly type: EventType;
  readonly data: Data;
  readonly text?: string | undefined;
}

export interface Field {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly optional?: boolean;
  readonly kind: Kind;
}

export type Words = Readonly<Record<string, Text>>;

export type Kind =
  | { readonly is: 'choice'; readonly of: Words; readonly isNumber?: boolean }
  | { readonly is: 'choices'; readonly of: Words }
  | { readonly is: 'yes-or-no' }
  | { readonly is: 'one'; readonly of: Known; readonly orNew?: string }
  | { readonly is: 'several'; readonly of: Known; readonly noneIsAll?: boolean }
  | { readonly is: 'day' }
  | { readonly is: 'when' }
  | { readonly is: 'instant' }
  | { readonly is: 'month' }
  | { readonly is: 'number'; readonly least: number; readonly most: number }
  | { readonly is: 'code' }
  | { readonly is: 'line' }
  | { readonly is: 'new'; readonly prefix: string }
  | { readonly is: 'group'; readonly fields: readonly Field[] }
  | {
      readonly is: 'rows';
      readonly fields: readonly Field[];
      readonly rows: number;
      readonly required?: boolean;
    }
  | { readonly is: 'each'; readonly of: Known | 'twelve'; readonly choice: Words };

/** What the register of the family holds; fields take their choices from it. */
export const knowns = [
  'persons',
  'everyone',
  'children',
  'adults',
  'parties',
  'people',
  'households',
  'organisations',
  'plans',
  'conditions',
  'agreements',
  'steps',
  'requests',
  'references',
  'waits',
  'bells',
  'candidates',
  'signals',
  'supporters',
] as const;
export type Known = (typeof knowns)[number];

type More = Partial<Pick<Field, 'hint' | 'optional'>>;
const field =
  <Extra extends unknown[]>(kind: (...extra: Extra) => Kind) =>
  (name: string, label: Text, ...extra: [...Extra, More?]): Field => {
    const last = extra.at(-1);
    const hasMore = typeof last === 'object' && last !== null && ('hint' in last || 'optional' in last);
    return { name, label, kind: kind(...(extra as unknown as Extra)), ...(hasMore ? last : {}) };
  };

export const choice = field((of: Words): Kind => ({ is: 'choice', of }));
export const numbered = field((of: Words): Kind => ({ is: 'choice', of, isNumber: true }));
export const choices = field((of: Words): Kind => ({ is: 'choices', of }));
export const yesNo = field((): Kind => ({ is: 'yes-or-no' }));
export const one = field((of: Known): Kind => ({ is: 'one', of }));
export const oneOrNew = field((of: Known, orNew: string): Kind => ({ is: 'one', of, orNew }));
export const several = field((of: Known): Kind => ({ is: 'several', of }));
/** Nothing ticked means all of them. */
export const severalOrAll = field((of: Known): Kind => ({ is: 'several', of, noneIsAll: true }));
export const day = field((): Kind => ({ is: 'day' }));
export const when = field((): Kind => ({ is: 'when' }));
export const instant = field((): Kind => ({ is: 'instant' }));
export const month = field((): Kind => ({ is: 'month' }));
export const number = field((least: number, most: number): Kind => ({ is: 'number', least, most }));
export const code = field((): Kind => ({ is: 'code' }));
export const line = field((): Kind => ({ is: 'line' }));
export const group = field((fields: readonly Field[]): Kind => ({ is: 'group', fields }));
export const rows = field((fields: readonly Field[], count: number, required: boolean): Kind => ({
  is: 'rows',
  fields,
  rows: count,
  required,
}));
export const each = field((of: Known | 'twelve', words: Words): Kind => ({ is: 'each', of, choice: words }));

/** An id that Waakvlam makes; people never see it. */
export const made = (name: string, prefix: string): Field => ({
  name,
  label: { nl: '', en: '' },
  kind: { is: 'new', prefix },
});
