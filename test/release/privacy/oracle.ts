import type { Known, KnownTo, Told } from '../../../src/release/privacy/history.ts';

/**
 * The same questions answered as plainly as they are asked: every subset, every assignment, every shift. Shares no line
 * with what it checks.
 */

const week = 7 * 24 * 60;

export function plainlyFits(
  known: readonly Known[],
  told: readonly Told[],
  shifts: readonly number[],
  knownTo: KnownTo,
): boolean {
  const all = assignments(known, told);
  if (knownTo === 'order') return all.some((chosen) => canHappen(known, chosen));
  return shifts.some((weeks) =>
    all.some((chosen) =>
      known.every(({ at }, index) => {
        const { from, until } = chosen[index] as Told;
        if (knownTo === 'exact') return from <= at - weeks * week && at - weeks * week < until;
        const dayBegins = Math.floor(at / 1440) * 1440 - weeks * week;
        return from < dayBegins + 1440 && dayBegins < until;
      }),
    ),
  );
}

export function plainlyCounted(
  known: readonly Known[],
  families: readonly (readonly Told[])[],
  shifts: readonly number[],
  knownTo: KnownTo,
): number {
  return families.filter((told) => plainlyFits(known, told, shifts, knownTo)).length;
}

/** All lists of n places out of so many. */
export function plainSubsets(size: number, n: number): number[][] {
  return Array.from({ length: 2 ** size }, (_, bits) =>
    Array.from({ length: size }, (_, place) => place).filter((place) => (bits >> place) % 2 === 1),
  ).filter((places) => places.length === n);
}

/** For each known event a told one of its kind, no told one twice. */
function assignments(known: readonly Known[], told: readonly Told[]): Told[][] {
  const [event, ...others] = known;
  if (!event) return [[]];
  return told.flatMap((chosen, index) =>
    chosen.kind === event.kind
      ? assignments(others, told.toSpliced(index, 1)).map((rest) => [chosen, ...rest])
      : [],
  );
}

/** Whether moments can be chosen, minute by minute, of which none stands against the order of what is known. */
function canHappen(
  known: readonly Known[],
  chosen: readonly Told[],
  moments: readonly number[] = [],
): boolean {
  const next = chosen[moments.length];
  if (!next) return true;
  for (let moment = next.from; moment < next.until; moment += 1) {
    const isInOrder = moments.every((earlier, index) => {
      const before = (known[index] as Known).at;
      const now = (known[moments.length] as Known).at;
      return before === now || (before < now ? earlier <= moment : earlier >= moment);
    });
    if (isInOrder && canHappen(known, chosen, [...moments, moment])) return true;
  }
  return false;
}
