import { pointOf, weekOf } from './history.ts';
import { counterOf } from './counting.ts';
import { rarestKind } from './reference.ts';
import { allSubsets, drawSubset } from './subsets.ts';
import type { Dice } from '../random.ts';
import type { Known, Told } from './history.ts';
import type { Counting } from './counting.ts';
import type { Places } from './subsets.ts';

export interface Attack extends Counting {
  /** The events of one family that are in its release, as they really were. */
  readonly truth: readonly Known[];
  /** The same events as the release tells them, each at the same place. */
  readonly told: readonly Told[];
  /** How many events somebody knows; of a family with fewer, all of them. */
  readonly n: number;
  /** How many random choices of n are tried when there are more than 2,000. */
  readonly draws: number;
  readonly k: number;
  readonly random: Pick<Dice, 'below'>;
  /** Ends at the first choice that fewer than k families fit: for who asks whether there is one, not how many. */
  readonly untilFirst?: boolean;
}

export interface SequenceRisk {
  /** Families that fit the first n events, counted up to k. */
  readonly first: number;
  readonly any: {
    /** Families that fit the worst choice of n events, counted up to k. */
    readonly least: number;
    readonly tried: number;
    /** Choices that fewer than k families fit: their share of those tried is the unicity at k. */
    readonly below: number;
    /** Whether every choice was tried. */
    readonly isComplete: boolean;
  };
  /** How often a kind was the rarest one in a choice that fewer than k families fit. */
  readonly drivers: ReadonlyMap<number, number>;
}

/**
 * How many families somebody could mean who knows n events of a family: its first ones, or any. Any choice of n is the
 * k^m-anonymity of Terrovitis, Mamoulis & Kalnis (2008) with m = n; trying random ones measures what de Montjoye et
 * al. (Unique in the Crowd, 2013) call unicity. Knowledge that an event did not happen, or of one that the release
 * left out, is outside the measure.
 * @throws RangeError if the release does not tell this truth under any shift.
 */
export function sequenceRisk(attack: Attack): SequenceRisk {
  const { truth, k } = attack;
  checkTold(attack);
  const order = inTime(truth);
  const n = Math.min(attack.n, truth.length);
  const all = allSubsets(truth.length, n);
  const tried = all ?? Array.from({ length: attack.draws }, () => drawSubset(truth.length, n, attack.random));
  const count = counterOf(attack);
  const drivers = new Map<number, number>();
  let least = k;
  let below = 0;
  for (const places of tried) {
    const known = knownAt(truth, places);
    const families = count(known, k);
    least = Math.min(least, families);
    if (families >= k) continue;
    below += 1;
    const rarest = rarestKind(known, attack.reference);
    if (rarest !== null) drivers.set(rarest, (drivers.get(rarest) ?? 0) + 1);
    if (attack.untilFirst) break;
  }
  const first = count(knownAt(truth, order.slice(0, n)), k);
  return { first, any: { least, tried: tried.length, below, isComplete: all !== null }, drivers };
}

/** The places of events by time, those of one minute as they stand. */
export function inTime(truth: readonly Known[]): number[] {
  const time = (place: number) => (truth[place] as Known).at;
  return truth.map((_, place) => place).sort((one, other) => time(one) - time(other) || one - other);
}

export const knownAt = (truth: readonly Known[], places: Places) =>
  places.map((place) => truth[place] as Known);

/** A truth that the release does not tell (another clock, another order) would measure an attack that nobody can make. */
export function checkTold({ truth, told, shifts, reference }: Attack): void {
  if (truth.length !== told.length) throw new RangeError('told: must hold the same events as truth');
  const minutes = reference.knownTo === 'day' ? 1440 : 1;
  const isTold = (weeks: number) =>
    truth.every((known, place) => {
      const { kind, from, until } = told[place] as Told;
      const point = pointOf(known, reference.knownTo) - weeks * weekOf(reference.knownTo);
      return kind === known.kind && from < (point + 1) * minutes && until > point * minutes;
    });
  if (reference.knownTo !== 'order' && !shifts.some(isTold))
    throw new RangeError('told: must tell the truth, moved by one of the shifts');
}
