import type { Instant } from '../../domain/instant.ts';
import type { Status } from '../../domain/vocabulary.ts';
import type { FamilyHistory } from '../../read/views.ts';
import type { Bar } from './bars.ts';
import { clustered, stacked } from './clusters.ts';
import type { Cluster } from './clusters.ts';
import type { TimelineFact } from './facts.ts';
import type { Group } from './kinds.ts';
import type { KnownTimeline } from './opened.ts';
import type { Lane } from './lanes.ts';
import type { Then, Thought } from './then.ts';
import { isIn, placing } from './scale.ts';
import type { Window } from './scale.ts';

/** Where everything stands on the sheet, before a word of it is said. */

export interface Drawing {
  readonly window: Window;
  readonly height: number;
  readonly lanes: readonly LaneDrawing[];
  /** The facts in it, and those that began what lasts in it; by when they happened, each once. */
  readonly facts: readonly TimelineFact[];
}

export interface LaneDrawing {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  readonly bands: readonly Band<Status>[];
  /** What was thought then, where it is known otherwise now. */
  readonly then: readonly Band<Status>[];
  readonly unseen: readonly Band<true>[];
  readonly watching: readonly Band<WatchState>[];
  readonly bars: readonly PlacedBar[];
  /** Bars for which there was no room. */
  readonly barsLeft: number;
  readonly rows: readonly { readonly y: number; readonly clusters: readonly Cluster<TimelineFact>[] }[];
}

export type WatchState = FamilyHistory['watching'][number]['states'][number]['is'];

export interface Band<A> {
  readonly is: A;
  readonly from: Instant;
  readonly until: Instant;
  readonly start: number;
  readonly end: number;
  readonly y: number;
  /** What it is about, if not the lane itself. */
  readonly about?: string;
}

export interface PlacedBar extends Bar {
  readonly start: number;
  readonly end: number;
  readonly y: number;
}

export interface Wishes {
  readonly window: Window;
  /** Lanes and groups that are not shown. */
  readonly hidden: ReadonlySet<string>;
  readonly without: ReadonlySet<Group>;
  readonly then?: Then | undefined;
}

type Known = Pick<KnownTimeline, 'facts' | 'history' | 'lanes' | 'bars'>;

/** Heights, in units of the drawing. */
export const size = {
  axis: 44,
  band: 20,
  then: 16,
  unseen: 18,
  watching: 9,
  row: 28,
  bar: 15,
  padding: 7,
  leastLane: 44,
} as const;

const mostBarRows = 6;

export function draw(known: Known, wishes: Wishes): Drawing {
  const { facts, history } = known;
  const { window, hidden, without } = wishes;
  const lanes = known.lanes.filter(({ id }) => !hidden.has(id));
  const points = facts.filter((fact) => isIn(window, fact.from, fact.to) && !without.has(fact.group));
  const bars = known.bars.filter(
    ({ fact, from, until }) => isIn(window, from, until) && !without.has(fact.group),
  );
  const pointsOf = byLane(points, (fact) => fact.lanes);
  const barsOfLane = byLane(bars, ({ fact }) => fact.lanes);
  let top: number = size.axis;
  const drawn = lanes.map((lane) => {
    const own = drawLane(lane, {
      window,
      history,
      then: wishes.then?.persons.get(lane.id) ?? [],
      top,
      facts: pointsOf.get(lane.id) ?? [],
      bars: barsOfLane.get(lane.id) ?? [],
    });
    top += own.height;
    return own;
  });
  const shown = new Set(lanes.map(({ id }) => id));
  const inWindow = new Set(points);
  const lasting = new Set(bars.map(({ fact }) => fact));
  return {
    window,
    height: top + 4,
    lanes: drawn,
    facts: facts.filter(
      (fact) => (inWindow.has(fact) || lasting.has(fact)) && fact.lanes.some((id) => shown.has(id)),
    ),
  };
}

function byLane<T>(things: readonly T[], lanesOf: (thing: T) => readonly string[]) {
  const found = new Map<string, T[]>();
  for (const thing of things)
    for (const lane of lanesOf(thing)) {
      const list = found.get(lane);
      if (list) list.push(thing);
      else found.set(lane, [thing]);
    }
  return found;
}

interface LaneContent {
  readonly window: Window;
  readonly history: FamilyHistory;
  readonly then: readonly Thought[];
  readonly top: number;
  readonly facts: readonly TimelineFact[];
  readonly bars: readonly Bar[];
}

function drawLane(lane: Lane, { window, history, then, top, facts, bars }: LaneContent): LaneDrawing {
  const place = placing(window);
  let y = top + size.padding;
  const take = (height: number) => {
    const here = y;
    y += height;
    return here;
  };
  const cut = <A>(stretches: readonly Stretch<A>[], height: number, about?: string): readonly Band<A>[] => {
    const inside = stretches.filter(({ from, until }) => isIn(window, from, until) && until > window.from);
    if (inside.length === 0) return [];
    const at = take(height);
    return inside.map(({ is, from, until }) => ({
      is,
      from,
      until,
      start: place(from),
      end: place(until),
      y: at,
      ...(about !== undefined && { about }),
    }));
  };
  const person = history.persons.find((each) => each.person === lane.id);
  const bands = cut(person?.status ?? [], size.band);
  const thoughts = cut(then, size.then);
  const unseen = cut(person?.unseen ?? [], size.unseen);
  const watching = history.watching
    .filter(({ party }) => party === lane.id)
    .flatMap(({ states, agreement }) => cut(states, size.watching, agreement));
  // A pattern is its bar.
  const points = facts.filter(
    ({ record, state }) => record.type !== 'ViolencePatternRecorded' || state !== 'in_effect',
  );
  const rows = [points.filter(({ isLoud }) => isLoud), points.filter(({ isLoud }) => !isLoud)]
    .filter((row) => row.length > 0)
    .map((row) => ({
      y: take(size.row) + size.row / 2,
      clusters: clustered(row.map((fact) => ({ x: middle(place(fact.from), place(fact.to)), thing: fact }))),
    }));
  const stack = stacked(
    bars.map((bar) => ({
      ...bar,
      start: place(bar.from),
      end: Math.max(place(bar.until), place(bar.from) + 5),
    })),
    mostBarRows,
  );
  const placed = stack.rows.flatMap((row) => {
    const at = take(size.bar);
    return row.map((bar) => ({ ...bar, y: at }));
  });
  const height = Math.max(y - top + size.padding, size.leastLane);
  return {
    lane,
    top,
    height,
    bands,
    then: thoughts,
    unseen,
    watching,
    bars: placed,
    barsLeft: stack.left.length,
    rows,
  };
}

interface Stretch<A> {
  readonly is: A;
  readonly from: Instant;
  readonly until: Instant;
}

const middle = (a: number, b: number) => Math.round((a + b) * 5) / 10;
