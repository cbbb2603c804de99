import type { FamilyStatus } from '../../read/views.ts';
import { directRules } from './direct-rules.ts';
import { durableRules } from './durable-rules.ts';
import type { Text } from './lang.ts';

export type RuleId = FamilyStatus['safety']['persons'][number]['reasons'][number]['rule'];

/** A rule as sentences. */
export interface RuleWords {
  readonly name: Text;
  readonly met: Text;
  readonly notMet: Text;
  /** What is missing, by the code of status.md 4. */
  readonly missing?: Readonly<Record<string, Text>>;
}

export const rules: Readonly<Record<RuleId, RuleWords>> = { ...directRules, ...durableRules };

export const isDirect = (rule: RuleId): boolean => Object.hasOwn(directRules, rule);
