import { historyOf } from './history.ts';
import type { History, Known, KnownTo, Told } from './history.ts';

/**
 * The released families among which look-alikes are counted. It may be a part of the release: counting in a part
 * finds fewer look-alikes than there are, so a family that passes here passes in the whole.
 */
export interface Reference {
  readonly knownTo: KnownTo;
  readonly families: readonly History[];
  /** By kind, with the events of all families. */
  readonly kinds: ReadonlyMap<number, KindIndex>;
}

export interface KindIndex {
  /** How many families have an event of this kind. */
  readonly families: readonly number[];
  /** Different intervals of a family, counted over all families. */
  readonly intervals: number;
  /** Intervals of about the same length (at most twice the shortest) together, by their first moment. */
  readonly classes: readonly LengthClass[];
}

interface LengthClass {
  readonly longest: number;
  readonly from: Int32Array;
  readonly until: Int32Array;
  readonly family: Int32Array;
}

/**
 * Reads at most `limit` families (some thousands fit in memory: about 40 bytes an event). Give them in an order that
 * has nothing to do with what they hold, such as that of their pseudonyms.
 * @throws RangeError as historyOf does.
 */
export function referenceOf(
  histories: Iterable<readonly Told[]>,
  limit: number,
  knownTo: KnownTo,
): Reference {
  const families: History[] = [];
  for (const told of histories) {
    if (families.length >= limit) break;
    families.push(historyOf(told, knownTo));
  }
  return { knownTo, families, kinds: indexOf(families) };
}

/** The known kind that fewest families have, the lowest of equals; null if nothing is known. */
export function rarestKind(known: readonly Known[], { kinds }: Reference): number | null {
  let rarest: number | null = null;
  let least = Infinity;
  for (const { kind } of known) {
    const count = kinds.get(kind)?.families.length ?? 0;
    if (count > least || (count === least && rarest !== null && kind >= rarest)) continue;
    rarest = kind;
    least = count;
  }
  return rarest;
}

function indexOf(histories: readonly History[]): Map<number, KindIndex> {
  const holders = new Map<number, number[]>();
  for (const [family, { kinds }] of histories.entries())
    for (const kind of kinds) {
      const own = holders.get(kind) ?? [];
      own.push(family);
      holders.set(kind, own);
    }
  return new Map([...holders].map(([kind, families]) => [kind, kindIndex(kind, families, histories)]));
}

function kindIndex(kind: number, families: readonly number[], histories: readonly History[]): KindIndex {
  const byLength = new Map<number, [from: number, until: number, family: number][]>();
  let count = 0;
  for (const family of families) {
    const { kinds, starts, from, until } = histories[family] as History;
    const place = kinds.indexOf(kind);
    const first = starts[place] as number;
    const isAgain = (each: number) =>
      each > first && from[each] === from[each - 1] && until[each] === until[each - 1];
    for (let each = first; each < (starts[place + 1] as number); each += 1) {
      if (isAgain(each)) continue;
      const entry: [number, number, number] = [from[each] as number, until[each] as number, family];
      const length = 31 - Math.clz32(entry[1] - entry[0]);
      const own = byLength.get(length) ?? [];
      own.push(entry);
      byLength.set(length, own);
      count += 1;
    }
  }
  return { families, intervals: count, classes: [...byLength.values()].map(lengthClass) };
}

function lengthClass(entries: [from: number, until: number, family: number][]): LengthClass {
  entries.sort((one, other) => one[0] - other[0] || one[2] - other[2]);
  return {
    longest: entries.reduce((most, [from, until]) => Math.max(most, until - from), 0),
    from: Int32Array.from(entries, ([from]) => from),
    until: Int32Array.from(entries, ([, until]) => until),
    family: Int32Array.from(entries, ([, , family]) => family),
  };
}
