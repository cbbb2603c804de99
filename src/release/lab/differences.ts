import type { Rule } from '../../../projections/finding.ts';
import { atRisk, memberIn } from '../../../projections/roster.ts';
import { findingsFor, statusOf } from '../../../projections/safety.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Status } from '../../domain/vocabulary.ts';
import type { Side, Stretch } from './course.ts';

/** Where two policies tell different statuses of a person (P9), and which rules make the difference. */

/** The status, or that the safety of this person is not computed (P8). */
export type Told = Status | 'not_at_risk';

export interface Difference {
  readonly person: string;
  /** Which policy differs from the first one: 1 for the second of the command. */
  readonly policy: number;
  readonly first: Told;
  readonly other: Told;
  /** The rules that are met under one of both alone, in the order of status.md 4; none if only a decision counts otherwise. */
  readonly rules: readonly Rule[];
}

/** A difference that holds throughout [from, until), as known then. */
export interface DifferenceInterval extends Difference {
  readonly from: Instant;
  readonly until: Instant;
}

/** Every difference from the first policy at an instant, by policy and person. */
export function differencesAt(sides: readonly Side[]): readonly Difference[] {
  const [first, ...others] = sides;
  if (!first) return [];
  const before = statusesAt(first);
  return others.flatMap((side, index) => {
    const after = statusesAt(side);
    return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((person): Difference[] => {
      const told = { first: before.get(person) ?? 'not_at_risk', other: after.get(person) ?? 'not_at_risk' };
      if (told.first === told.other) return [];
      return [{ person, policy: index + 1, ...told, rules: differingRules(first, side, person) }];
    });
  });
}

function statusesAt({ known, now }: Side): ReadonlyMap<string, Told> {
  return new Map(
    atRisk(known, now).map(({ person }) => [person, statusOf(known, now, person) ?? 'not_at_risk']),
  );
}

function differingRules(first: Side, other: Side, person: string): readonly Rule[] {
  const [before, after] = [findings(first, person), findings(other, person)];
  return before.filter(({ met }, index) => met !== (after[index]?.met ?? met)).map(({ rule }) => rule);
}

function findings({ known, now }: Side, person: string) {
  const member = memberIn(atRisk(known, now), person);
  return member ? findingsFor(known, now, member) : [];
}

/** Differences that go on are one interval; an interval ends where the statuses or the rules change. */
export function differenceIntervals(
  course: Iterable<Stretch<readonly Difference[]>>,
): readonly DifferenceInterval[] {
  const found: DifferenceInterval[] = [];
  /** By policy and person: the place of its last interval. */
  const places = new Map<string, number>();
  for (const { is, from, until } of course)
    for (const difference of is) {
      const key = `${difference.policy} ${difference.person}`;
      const place = places.get(key);
      const last = place === undefined ? undefined : found[place];
      if (place !== undefined && last?.until === from && isSame(last, difference))
        found[place] = { ...last, until };
      else places.set(key, found.push({ ...difference, from, until }) - 1);
    }
  return found;
}

const isSame = (a: Difference, b: Difference): boolean =>
  a.first === b.first && a.other === b.other && a.rules.join() === b.rules.join();
