import type { EventId } from '../src/domain/ids.ts';

/** The answer of one rule for one person, with what it rests on (P10). */
export interface Verdict {
  readonly rule: Rule;
  readonly met: boolean;
  readonly because: Cited;
  /** What is missing for the next step, if the rule is not met and names it. */
  readonly missing?: string;
}

/** A verdict as it is shown: the events by id, sorted, without repetition (status.md 4). */
export interface Finding {
  readonly rule: Rule;
  readonly met: boolean;
  readonly events: readonly EventId[];
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

type Cited = readonly ({ readonly id: EventId } | undefined)[];

export function met(rule: Rule, because: Cited = []): Verdict {
  return { rule, met: true, because };
}

export function notMet(rule: Rule, because: Cited = [], missing?: string): Verdict {
  return { rule, met: false, because, ...(missing === undefined ? {} : { missing }) };
}

export function shown({ rule, met: isMet, because, missing }: Verdict): Finding {
  return { rule, met: isMet, events: ids(because), ...(missing === undefined ? {} : { missing }) };
}

export function ids(cited: Cited): readonly EventId[] {
  const found = new Set<EventId>();
  for (const record of cited) if (record) found.add(record.id);
  return [...found].sort();
}
