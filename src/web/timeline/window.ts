import { addDays, clockOf, parseDay, startOfDay } from '../../domain/calendar.ts';
import { dayLength } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { problem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { readMoment } from '../query.ts';
import type { Query } from '../query.ts';
import type { TimelineFact } from './facts.ts';
import type { Window } from './scale.ts';

/** Which part of time is looked at, and the links that look at another part. What is not known yet has no part in it. */

const hour = 3_600_000;
/** Closer than this nobody needs to look. */
export const shortest = 6 * hour;

/** From the first known fact to the viewpoint or the last known fact, with a margin. */
export function extentOf(facts: readonly TimelineFact[], at: Instant): Window {
  let from = at as number;
  let until = at as number;
  for (const fact of facts) {
    if (fact.from < from) from = fact.from;
    if (fact.to > until) until = fact.to;
  }
  const margin = Math.max((until - from) * 0.02, dayLength);
  return rounded({ from: (from - margin) as Instant, until: (until + margin) as Instant });
}

export function readWindow(query: Query<'from' | 'until'>, extent: Window): Window | Problem {
  const ends = { ...extent } as { from: Instant; until: Instant };
  for (const name of ['from', 'until'] as const) {
    const text = query[name];
    if (text === undefined) continue;
    const day = parseDay(text);
    const instant = day === null ? readMoment(text) : startOfDay(day);
    if (instant === null) return problem('bad-instant', { path: name });
    ends[name] = instant;
  }
  if (ends.until - ends.from >= 60_000) return ends;
  return problem('bad-parameter', { path: 'until', detail: '`until` must lie after `from`.' });
}

export type Preset = 'month' | 'quarter' | 'year' | 'all';
export const presets: Readonly<Record<Preset, number | null>> = {
  month: 31,
  quarter: 92,
  year: 366,
  all: null,
};

/** A window that ends shortly after the viewpoint. */
export function presetWindow(preset: Preset, at: Instant): Window | null {
  const days = presets[preset];
  return days === null
    ? null
    : rounded({ from: addDays(at, -days), until: addDays(at, Math.ceil(days / 30)) });
}

/** Half as much time, around the middle; null if it is close enough already. */
export function closer({ from, until }: Window): Window | null {
  const quarter = (until - from) / 4;
  return quarter * 2 < shortest
    ? null
    : rounded({ from: (from + quarter) as Instant, until: (until - quarter) as Instant });
}

/** Twice as much time, but never more than there is. */
export function wider({ from, until }: Window, extent: Window): Window | null {
  if (from <= extent.from && until >= extent.until) return null;
  const half = (until - from) / 2;
  return rounded({
    from: Math.max(from - half, Math.min(from, extent.from)) as Instant,
    until: Math.min(until + half, Math.max(until, extent.until)) as Instant,
  });
}

/** Half a window earlier (-1) or later (1); null where nothing is known. */
export function beside({ from, until }: Window, extent: Window, way: -1 | 1): Window | null {
  if (way < 0 ? from <= extent.from : until >= extent.until) return null;
  const half = ((until - from) / 2) * way;
  return rounded({ from: (from + half) as Instant, until: (until + half) as Instant });
}

/** A window in which some facts lie apart, with a margin; null if they cannot be pulled apart. */
export function around(start: Instant, end: Instant, { from, until }: Window): Window | null {
  const margin = Math.max((end - start) * 0.15, hour);
  const near = rounded({ from: (start - margin) as Instant, until: (end + margin) as Instant });
  return end - start < 60_000 || near.until - near.from > (until - from) * 0.7 ? null : near;
}

/** As it stands in an address: readings of the Amsterdam clock. */
export const windowValues = (window: Window | null) => ({
  from: window === null ? undefined : clockOf(window.from).replace(' ', 'T'),
  until: window === null ? undefined : clockOf(window.until).replace(' ', 'T'),
});

const rounded = ({ from, until }: Window): Window => ({
  from: (Math.floor(from / 60_000) * 60_000) as Instant,
  until: (Math.ceil(until / 60_000) * 60_000) as Instant,
});
