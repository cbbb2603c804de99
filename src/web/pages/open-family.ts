import type { Request } from 'express';
import { h } from 'preact';
import type { ComponentChildren } from 'preact';
import type { Entry, FamilyDetail, FamilyStatus } from '../../read/views.ts';
import { notKnown, waitFor } from '../asking.ts';
import { Confirmation } from '../parts/confirmation.tsx';
import { withNames } from '../parts/screen.ts';
import type { Screen } from '../parts/screen.ts';
import { isProblem } from '../problem.ts';
import type { Problem } from '../problem.ts';
import { readNumber, readQuery, readStandpoint } from '../query.ts';
import type { Query, Standpoint } from '../query.ts';
import type { FamilyVisit } from '../route.ts';
import type { Web } from '../web.ts';
import { readerOf } from './reader.ts';

/** One family, from the viewpoint of the address, as every page about it needs it. */
export interface OpenedFamily<Name extends string = never> {
  readonly query: Query<Name | 'after' | 'done'>;
  readonly screen: Screen;
  readonly standpoint: Standpoint;
  readonly status: FamilyStatus;
  /** Worked out when a page asks for it. */
  readonly detail: FamilyDetail;
  /** What was recorded by then, oldest first. */
  readonly entries: readonly Entry[];
  readonly seen: number;
  /** The free text of a record that was known by then; undefined if it has none. */
  readonly reasonsOf: (event: string) => string | undefined;
  /** What the reader just recorded, and what that changed. */
  readonly confirmation: ComponentChildren;
}

/** Reads the address, waits for what the reader wrote, and asks; `names` are the values that this page reads besides. */
export async function openFamily<Name extends string = never>(
  { views, now, invented }: Pick<Web, 'views' | 'now' | 'invented'>,
  request: Request,
  visit: FamilyVisit,
  names: readonly Name[] = [],
): Promise<OpenedFamily<Name> | Problem> {
  const query = readQuery(request, ['lang', 'at', 'known-at', 'after', 'done', ...names]);
  if (isProblem(query)) return query;
  const reader = readerOf(query, invented, visit, query);
  if (isProblem(reader)) return reader;
  const standpoint = readStandpoint(query, now());
  if (isProblem(standpoint)) return standpoint;
  const late = await waitFor(views, readNumber(query, 'after', Number.MAX_SAFE_INTEGER));
  if (late) return late;
  const { at, knownAt } = standpoint.viewpoint;
  const status = views.status(visit.family, { at, knownAt });
  const entries = views.timeline(visit.family, knownAt);
  if (status === null || entries === null) return notKnown(views, visit.family);
  const screen = withNames(reader, views.names(visit.family, knownAt));
  const reasonsOf = (event: string) => {
    const stored = entries.some(({ id }) => id === event)
      ? views.records(visit.family).find(({ record }) => record.id === event)
      : undefined;
    return stored && views.text(stored.record);
  };
  const confirmation = h(Confirmation, { screen, views, family: visit.family, done: query.done });
  const seen = views.position();
  let detail: FamilyDetail | null = null;
  return {
    query,
    reasonsOf,
    screen,
    standpoint,
    status,
    // There is a detail wherever there is a status.
    get detail() {
      return (detail ??= views.detail(visit.family, { at, knownAt }) as FamilyDetail);
    },
    entries,
    seen,
    confirmation,
  };
}
