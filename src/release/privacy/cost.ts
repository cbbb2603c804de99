/** So many records had this value before, and that one after. */
export interface Recoded {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/**
 * Non-uniform entropy loss of one field: what the released value leaves open of the original one, as a share of what
 * the field told at all; 0 if nothing is lost (or was there to lose), 1 if all is (de Waal & Willenborg, Information
 * loss through global recoding and local suppression, 1999; as in ARX). A suppressed value is one value more.
 */
export function entropyLoss(joint: Iterable<Recoded>): number {
  const cells = new Map<string, Recoded>();
  const from = new Map<string, number>();
  const to = new Map<string, number>();
  let records = 0;
  const add = (totals: Map<string, number>, key: string, count: number) =>
    totals.set(key, (totals.get(key) ?? 0) + count);
  for (const recoded of joint) {
    if (!(recoded.count >= 0)) throw new RangeError('count: must be a number from 0');
    if (recoded.count === 0) continue;
    const name = JSON.stringify([recoded.from, recoded.to]);
    cells.set(name, { ...recoded, count: (cells.get(name)?.count ?? 0) + recoded.count });
    add(from, recoded.from, recoded.count);
    add(to, recoded.to, recoded.count);
    records += recoded.count;
  }
  const told = [...from.values()].reduce((sum, count) => sum - count * Math.log(count / records), 0);
  const leftOpen = [...cells.values()].reduce(
    (sum, cell) => sum - cell.count * Math.log(cell.count / (to.get(cell.to) ?? 0)),
    0,
  );
  return told === 0 ? 0 : Math.min(1, Math.max(0, leftOpen / told));
}

/**
 * Discernibility: for each released record the number of records that look like it, for each suppressed one the number
 * of all records (Bayardo & Agrawal, Data privacy through optimal k-anonymization, 2005).
 * @param sizes how many classes there are of each size
 */
export function discernibility(sizes: ReadonlyMap<number, number>, suppressed: number): number {
  let released = 0;
  let pairs = 0;
  for (const [size, classes] of sizes) {
    released += size * classes;
    pairs += size * size * classes;
  }
  return pairs + suppressed * (released + suppressed);
}
