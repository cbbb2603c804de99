/**
 * A table with totals over one or two dimensions is a network: rows and columns are its nodes, cells and totals its
 * edges, and what flows into a node flows out. Whoever knows bounds of each figure can therefore work out the exact
 * whole-number bounds of any other by a maximum flow (Cox, "Network models for complementary cell suppression",
 * JASA 90, 1995; Hundepool et al., Statistical Disclosure Control, 2012, 4.4).
 */
export interface Edge {
  readonly from: number;
  readonly to: number;
  /** As it is in truth. */
  readonly count: number;
}

/** What somebody who sees the table knows about an edge. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

export interface Reach {
  /** How far the count can move, at most as far as was asked. */
  readonly by: number;
  /** The edges that hold it back, each with the way in which it would have to move. */
  readonly heldBy: readonly { readonly edge: number; readonly way: Way }[];
}

export type Way = 'up' | 'down';

/** How far the count of one edge can move while every edge stays within its bounds; whole numbers, exact. */
export function reach(
  edges: readonly Edge[],
  bounds: readonly Bounds[],
  asked: { readonly edge: number; readonly way: Way; readonly by: number },
): Reach {
  const moved = edges[asked.edge];
  const own = bounds[asked.edge];
  if (!moved || !own) throw new RangeError('no such edge');
  const room = asked.way === 'up' ? own.high - moved.count : moved.count - own.low;
  const [start, end] = asked.way === 'up' ? [moved.to, moved.from] : [moved.from, moved.to];
  const flow = edges.map(({ count }) => count);
  const most = Math.min(asked.by, room);
  let by = 0;
  for (;;) {
    const steps = search(edges, bounds, flow, { start, without: asked.edge });
    const path = by < most ? pathTo(end, steps) : undefined;
    if (!path) return { by, heldBy: steps.has(end) ? [] : cut(edges, steps, asked.edge) };
    const amount = Math.min(most - by, ...path.map(({ room }) => room));
    for (const { edge, way } of path) flow[edge] = (flow[edge] ?? 0) + (way === 'up' ? amount : -amount);
    by += amount;
  }
}

interface Step {
  readonly edge: number;
  readonly way: Way;
  readonly room: number;
  readonly before: number;
}

/** Breadth first from the start over every edge that can still move; how each node was reached. */
function search(
  edges: readonly Edge[],
  bounds: readonly Bounds[],
  flow: readonly number[],
  { start, without }: { readonly start: number; readonly without: number },
): ReadonlyMap<number, Step | 'start'> {
  const reached = new Map<number, Step | 'start'>([[start, 'start']]);
  const ways = waysOf(edges);
  for (const node of reached.keys()) {
    for (const { edge, way, other } of ways.get(node) ?? []) {
      if (edge === without || reached.has(other)) continue;
      const { low, high } = bounds[edge] ?? { low: 0, high: 0 };
      const now = flow[edge] ?? 0;
      const room = way === 'up' ? high - now : now - low;
      if (room > 0) reached.set(other, { edge, way, room, before: node });
    }
  }
  return reached;
}

type Ways = ReadonlyMap<
  number,
  readonly { readonly edge: number; readonly way: Way; readonly other: number }[]
>;
const known = new WeakMap<readonly Edge[], Ways>();

function waysOf(edges: readonly Edge[]): Ways {
  const before = known.get(edges);
  if (before) return before;
  const ways = new Map<number, { edge: number; way: Way; other: number }[]>();
  const add = (node: number, way: { edge: number; way: Way; other: number }) => {
    const there = ways.get(node);
    if (there) there.push(way);
    else ways.set(node, [way]);
  };
  edges.forEach(({ from, to }, edge) => {
    add(from, { edge, way: 'up', other: to });
    add(to, { edge, way: 'down', other: from });
  });
  known.set(edges, ways);
  return ways;
}

function pathTo(end: number, reached: ReadonlyMap<number, Step | 'start'>): readonly Step[] | undefined {
  const path: Step[] = [];
  for (let step = reached.get(end); step !== 'start'; step = reached.get(step.before)) {
    if (!step) return undefined;
    path.push(step);
  }
  return path;
}

/** Every edge between what was reached and what was not: one of them has to give way. */
function cut(
  edges: readonly Edge[],
  reached: ReadonlyMap<number, unknown>,
  without: number,
): Reach['heldBy'] {
  return edges.flatMap(({ from, to }, edge) => {
    if (edge === without || reached.has(from) === reached.has(to)) return [];
    return [{ edge, way: reached.has(from) ? ('up' as const) : ('down' as const) }];
  });
}
