/** Things that lie too close together to be told apart are drawn as one, with how many they are. */

/** No two signs of a row are drawn closer than this, in units of the drawing. */
export const closest = 26;

export interface Placed<T> {
  readonly x: number;
  readonly thing: T;
}

export interface Cluster<T> {
  readonly x: number;
  readonly things: readonly T[];
}

/** From left to right; a cluster stands where its first member does, so the distance between two is `closest` at least. */
export function clustered<T>(placed: readonly Placed<T>[]): readonly Cluster<T>[] {
  const found: { x: number; things: T[] }[] = [];
  let last: { x: number; things: T[] } | undefined;
  for (const { x, thing } of [...placed].sort((a, b) => a.x - b.x))
    if (last && x - last.x < closest) last.things.push(thing);
    else found.push((last = { x, things: [thing] }));
  return found;
}

interface Bar {
  readonly start: number;
  readonly end: number;
}

interface Stack<B> {
  readonly rows: readonly (readonly B[])[];
  /** For which no row was free. */
  readonly left: readonly B[];
}

/** The first free row for each bar, from left to right. */
export function stacked<B extends Bar>(bars: readonly B[], most: number, gap = 4): Stack<B> {
  const rows: B[][] = [];
  const left: B[] = [];
  for (const bar of [...bars].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const row = rows.find((each) => (each.at(-1) as B).end + gap <= bar.start);
    if (row) row.push(bar);
    else if (rows.length < most) rows.push([bar]);
    else left.push(bar);
  }
  return { rows, left };
}
