import type { EventId } from '../src/domain/ids.ts';

/** The answer of one rule for one person, with the events it rests on (P10, status.md 4). */
export interface Finding {
  readonly rule: Rule;
  readonly met: boolean;
  /** Sorted, without repetition. */
  readonly events: readonly EventId[];
  /** What is missing for the next step, if the rule is not met and names it. */
  readonly missing?: string;
}

/** The rules that are reported for every person at risk, in their order (status.md 4). */
export const rules = [
  'L1',
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
  'D6',
  'U1',
  'U2',
  'U3',
  'U4',
  'U5',
  'U6',
  'U7',
  'U8',
  'U9',
  'U10',
  'U11',
] as const;
export type Rule = (typeof rules)[number];

type Cited = Iterable<{ readonly id: EventId } | undefined>;

export function met(rule: Rule, because: Cited = []): Finding {
  return { rule, met: true, events: ids(because) };
}

export function notMet(rule: Rule, because: Cited = [], missing?: string): Finding {
  return { rule, met: false, events: ids(because), ...(missing === undefined ? {} : { missing }) };
}

export function ids(cited: Cited): readonly EventId[] {
  const found = new Set<EventId>();
  for (const record of cited) if (record) found.add(record.id);
  return [...found].sort();
}
