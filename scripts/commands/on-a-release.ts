import type { Known } from '../../projections/known.ts';
import { Moment } from '../../projections/moment.ts';
import { familyStatusAt } from '../../projections/family-status.ts';
import { printedRow } from '../../projections/region-status.ts';
import { inQueueOrder, queueRow } from '../../projections/relapse-queue.ts';
import type { QueueRow } from '../../projections/relapse-queue.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import type { Policy } from '../../src/domain/parameters.ts';
import { familiesKnownAt } from '../../src/read/seen-from.ts';
import type { Viewpoint } from '../../src/read/seen-from.ts';
import type { Release } from '../../src/release/open.ts';
import { instantInRelease, openWithProgress } from './a-release.ts';
import { sideOf, timelineAnswer } from './answers.ts';
import type { FileOptions, Printed } from './on-a-file.ts';
import { differenceLine, familyLines, queueLines, timelineReport, viewpointLine } from './report.ts';

/**
 * status, timeline and what-if on a release: the same shapes (status.md), but one family in memory at a time. Counts
 * and queue come last, because they are known last. Nothing is known after the end of a release, so that is where one
 * stands if no instant is given.
 */

export function releaseStatus(options: FileOptions, policy: Policy): Printed {
  const release = openWithProgress(options.events, 'events');
  const viewpoint = viewpointIn(release, options);
  return { text: (options.json === true ? statusJson : statusText)(release, viewpoint, policy), exit: 0 };
}

function* statusJson(release: Release, { at, knownAt }: Viewpoint, policy: Policy): Generator<string> {
  const rows: QueueRow[] = [];
  let families = 0;
  const head = JSON.stringify({ at: formatInstant(at), knownAt: formatInstant(knownAt), policy });
  yield `${head.slice(0, -1)},"rejections":[],"families":[`;
  for (const [family, known] of knownIn(release, knownAt, policy)) {
    const row = queueRow(known, new Moment(at));
    if (row) rows.push(row);
    yield `${families === 0 ? '' : ','}${JSON.stringify(familyStatusAt(known, family, at))}`;
    families += 1;
  }
  const queue = rows.sort(inQueueOrder).map((row) => printedRow(row, at));
  const counts = { events: release.manifest.counts.events, families, ignored: 0, rejected: 0 };
  yield `],${JSON.stringify({ queue, counts }).slice(1)}`;
}

function* statusText(release: Release, { at, knownAt }: Viewpoint, policy: Policy): Generator<string> {
  const rows: QueueRow[] = [];
  let families = 0;
  yield `${viewpointLine(formatInstant(at), formatInstant(knownAt))}\n\n`;
  for (const [family, known] of knownIn(release, knownAt, policy)) {
    const row = queueRow(known, new Moment(at));
    if (row) rows.push(row);
    yield `${familyLines(familyStatusAt(known, family, at)).join('\n')}\n`;
    families += 1;
  }
  yield queueLines(rows.sort(inQueueOrder).map((row) => printedRow(row, at))).join('\n');
  yield `\n${release.manifest.counts.events} events, ${families} families in ${release.manifest.release}`;
}

export function releaseWhatIf(options: FileOptions, policies: readonly [Policy, Policy]): Printed {
  const release = openWithProgress(options.events, 'events');
  const viewpoint = viewpointIn(release, options);
  return { text: (options.json === true ? whatIfJson : whatIfText)(release, viewpoint, policies), exit: 0 };
}

function* whatIfJson(
  release: Release,
  viewpoint: Viewpoint,
  policies: readonly [Policy, Policy],
): Generator<string> {
  const [at, knownAt] = [formatInstant(viewpoint.at), formatInstant(viewpoint.knownAt)];
  yield `${JSON.stringify({ at, knownAt, policies }).slice(0, -1)},"families":[`;
  let separator = '';
  for (const family of differences(release, viewpoint, policies)) {
    yield `${separator}${JSON.stringify(family)}`;
    separator = ',';
  }
  yield ']}';
}

function* whatIfText(
  release: Release,
  viewpoint: Viewpoint,
  policies: readonly [Policy, Policy],
): Generator<string> {
  yield `${policies[0].name} against ${policies[1].name}:`;
  for (const family of differences(release, viewpoint, policies)) yield `\n${differenceLine(family)}`;
}

function* differences(release: Release, { at, knownAt }: Viewpoint, policies: readonly [Policy, Policy]) {
  for (const { family, events } of release.families()) {
    const [a, b] = policies.map((policy) => {
      const known = familiesKnownAt(events, knownAt, policy).get(family);
      return known && sideOf(familyStatusAt(known, family, at), queueRow(known, new Moment(at)) !== null);
    });
    if (a && b) yield { family, differs: JSON.stringify(a) !== JSON.stringify(b), a, b };
  }
}

export function releaseTimeline(
  options: FileOptions & { readonly family: string; readonly viewer?: string },
): Printed {
  const release = openWithProgress(options.events, 'events');
  const knownAt = instantInRelease('--known-at', options.knownAt, release);
  const file = { events: eventsOf(release, options.family), ignored: 0, rejections: [] };
  const answer = timelineAnswer(file, options.family, knownAt, options.viewer);
  return { text: options.json === true ? JSON.stringify(answer) : timelineReport(answer), exit: 0 };
}

function eventsOf(release: Release, wanted: string) {
  for (const { family, events } of release.families()) if (family === wanted) return events;
  return [];
}

function* knownIn(
  release: Release,
  knownAt: Viewpoint['knownAt'],
  policy: Policy,
): Generator<[string, Known]> {
  for (const { events } of release.families()) yield* familiesKnownAt(events, knownAt, policy);
}

function viewpointIn(release: Release, { at, knownAt }: FileOptions): Viewpoint {
  return {
    at: instantInRelease('--at', at, release),
    knownAt: instantInRelease('--known-at', knownAt, release),
  };
}
