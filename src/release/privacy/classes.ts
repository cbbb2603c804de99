/** Records of one table that share the values of all quasi-identifiers and one value of the sensitive attribute. */
export interface Group {
  /** The quasi-identifiers of a record as one text: records with the same text form an equivalence class. */
  readonly key: string;
  readonly sensitive: string;
  readonly count: number;
}

/** What somebody risks who knows the quasi-identifiers of a record; all 0 if there are no records. */
export interface ClassRisk {
  readonly records: number;
  readonly classes: number;
  /** Least size of a class (k-anonymity: Sweeney, k-anonymity: a model for protecting privacy, 2002). */
  readonly k: number;
  /** Least number of different sensitive values in a class (distinct l-diversity: Machanavajjhala et al., 2007). */
  readonly l: number;
  /** Least exp(entropy) of the sensitive values in a class: entropy l-diversity holds for every l up to this (same). */
  readonly entropyL: number;
  /** Records that are alone in their class. */
  readonly unique: number;
  /** Records in classes of fewer than k. */
  readonly belowK: (k: number) => number;
  /** Records in classes of fewer than l different sensitive values. */
  readonly belowL: (l: number) => number;
  /** Highest chance to name a record, 1 / k (prosecutor risk: El Emam & Dankar 2008; as in ARX). */
  readonly highestRisk: number;
  /** Mean chance to name a record, classes / records (same). */
  readonly averageRisk: number;
  readonly averageClassSize: number;
  /** How many classes there are of each size, smallest size first. */
  readonly sizes: ReadonlyMap<number, number>;
}

/**
 * Measures k-anonymity and l-diversity for one sensitive attribute from counted groups; a group may come in parts.
 * @throws RangeError if a count is no whole number from 0.
 */
export function measureClasses(groups: Iterable<Group>): ClassRisk {
  const classes = [...gathered(groups).values()].map(classOf);
  const sum = (chosen: readonly Class[]) => chosen.reduce((total, { size }) => total + size, 0);
  const least = (of: (each: Class) => number) =>
    classes.reduce((low, each) => Math.min(low, of(each)), classes.length === 0 ? 0 : Infinity);
  const records = sum(classes);
  const k = least(({ size }) => size);
  const belowK = (limit: number) => sum(classes.filter(({ size }) => size < limit));
  return {
    records,
    classes: classes.length,
    k,
    l: least(({ values }) => values),
    entropyL: least(({ entropy }) => Math.exp(entropy)),
    unique: belowK(2),
    belowK,
    belowL: (limit) => sum(classes.filter(({ values }) => values < limit)),
    highestRisk: k === 0 ? 0 : 1 / k,
    averageRisk: records === 0 ? 0 : classes.length / records,
    averageClassSize: records === 0 ? 0 : records / classes.length,
    sizes: histogram(classes),
  };
}

/** How much a quasi-identifier adds to the risk. */
export interface Driver {
  readonly field: string;
  /** Of the records below k, the share that is not below k any more when the field is left out. */
  readonly share: number;
}

/** The quasi-identifiers by how much of the risk they drive, most first, equal ones in code-point order. */
export function drivers(
  fields: readonly string[],
  without: (field: string) => ClassRisk,
  withAll: ClassRisk,
  k: number,
): Driver[] {
  const below = withAll.belowK(k);
  return fields
    .map((field) => ({ field, share: below === 0 ? 0 : (below - without(field).belowK(k)) / below }))
    .sort((one, other) => other.share - one.share || (one.field < other.field ? -1 : 1));
}

interface Class {
  readonly size: number;
  readonly values: number;
  readonly entropy: number;
}

function gathered(groups: Iterable<Group>): Map<string, Map<string, number>> {
  const classes = new Map<string, Map<string, number>>();
  for (const { key, sensitive, count } of groups) {
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError('count: must be a whole number from 0');
    if (count === 0) continue;
    const own = classes.get(key) ?? new Map<string, number>();
    own.set(sensitive, (own.get(sensitive) ?? 0) + count);
    classes.set(key, own);
  }
  return classes;
}

function classOf(counts: ReadonlyMap<string, number>): Class {
  const size = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const entropy = [...counts.values()].reduce(
    (sum, count) => sum - (count / size) * Math.log(count / size),
    0,
  );
  return { size, values: counts.size, entropy };
}

function histogram(classes: readonly Class[]): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const { size } of classes) sizes.set(size, (sizes.get(size) ?? 0) + 1);
  return new Map([...sizes].sort(([one], [other]) => one - other));
}
