import type { Status } from '../../domain/vocabulary.ts';
import type { FamilyStatus } from '../../read/views.ts';
import type { TimelineFact } from './facts.ts';

/** What differs between two viewpoints: statuses, answers of rules, and what was known. */

export type Side = 'first' | 'second';

export interface KnownFact {
  readonly fact: TimelineFact;
  /** The side on which it was known, or more of it. */
  readonly on: Side;
  readonly bearing: 'added' | 'corrected' | 'retracted' | 'struck';
}

/** Facts that one side knew and the other did not, or that the other knew in another state; by when they were recorded. */
export function knownDifferently(
  first: readonly TimelineFact[],
  second: readonly TimelineFact[],
): readonly KnownFact[] {
  const byId = (facts: readonly TimelineFact[]) => new Map(facts.map((fact) => [fact.id, fact]));
  const [one, other] = [byId(first), byId(second)];
  const only = (facts: readonly TimelineFact[], there: typeof one, on: Side): readonly KnownFact[] =>
    facts.filter(({ id }) => !there.has(id)).map((fact) => ({ fact, on, bearing: bearingOf(fact, there) }));
  const struck = first.flatMap((fact): readonly KnownFact[] => {
    const there = other.get(fact.id);
    if (!there || there.state === fact.state) return [];
    return fact.state === 'in_effect'
      ? [{ fact: there, on: 'second', bearing: 'struck' }]
      : [{ fact, on: 'first', bearing: 'struck' }];
  });
  return [...only(first, other, 'first'), ...only(second, one, 'second'), ...struck].sort(
    (a, b) => a.fact.record.recordedAt - b.fact.record.recordedAt || (a.fact.id < b.fact.id ? -1 : 1),
  );
}

function bearingOf({ record }: TimelineFact, there: ReadonlyMap<string, unknown>): KnownFact['bearing'] {
  if (record.type === 'EventRetracted' && there.has(record.data.target)) return 'retracted';
  return record.supersedes !== undefined && there.has(record.supersedes) ? 'corrected' : 'added';
}

export interface PersonDifference {
  readonly person: string;
  readonly first: Status | null;
  readonly second: Status | null;
}

/** Every person at risk on either side; null where the person is not. */
export function statusesOf(first: FamilyStatus, second: FamilyStatus): readonly PersonDifference[] {
  const of = (status: FamilyStatus, person: string) =>
    status.safety.persons.find((each) => each.person === person)?.status ?? null;
  const persons = new Set([...first.safety.persons, ...second.safety.persons].map(({ person }) => person));
  return [...persons]
    .sort()
    .map((person) => ({ person, first: of(first, person), second: of(second, person) }));
}

type RuleId = FamilyStatus['safety']['persons'][number]['reasons'][number]['rule'];

export interface RuleDifference {
  readonly person: string;
  readonly rule: RuleId;
  readonly first: Answer;
  readonly second: Answer;
}

export interface Answer {
  readonly met: boolean | null;
  readonly missing?: string | undefined;
}

/** Each rule of each person whose answer differs, in the order of the rules. */
export function rulesThatDiffer(first: FamilyStatus, second: FamilyStatus): readonly RuleDifference[] {
  return statusesOf(first, second).flatMap(({ person }) => {
    const [one, other] = [reasonsOf(first, person), reasonsOf(second, person)];
    const rules = (one.length > 0 ? one : other).map(({ rule }) => rule);
    return rules.flatMap((rule) => {
      const [a, b] = [answerOf(one, rule), answerOf(other, rule)];
      return a.met === b.met && a.missing === b.missing ? [] : [{ person, rule, first: a, second: b }];
    });
  });
}

const reasonsOf = (status: FamilyStatus, person: string) =>
  status.safety.persons.find((each) => each.person === person)?.reasons ?? [];

function answerOf(reasons: ReturnType<typeof reasonsOf>, rule: string): Answer {
  const found = reasons.find((each) => each.rule === rule);
  return found ? { met: found.met, missing: found.missing } : { met: null };
}
