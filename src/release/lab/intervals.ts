import { formatInstant } from '../../domain/instant.ts';
import type { DifferenceInterval } from './differences.ts';

/** Every interval in which policies differ, of the pseudonymous families: for who holds the release, as CSV. */
export const intervalColumns = [
  'family',
  'person',
  'first_policy',
  'other_policy',
  'from',
  'until',
  'status_first',
  'status_other',
  'rules',
] as const;

/** Instants as in status.md 1; `rules` in the order of status.md 4, with a space between, empty if a decision counts otherwise. */
export function intervalRow(
  family: string,
  { person, policy, from, until, first, other, rules }: DifferenceInterval,
  names: readonly string[],
): readonly string[] {
  return [
    family,
    person,
    names[0] ?? '',
    names[policy] ?? '',
    formatInstant(from),
    formatInstant(until),
    first,
    other,
    rules.join(' '),
  ];
}
