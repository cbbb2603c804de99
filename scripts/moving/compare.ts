import { canonical, isObject } from '../../src/domain/json.ts';
import { keyIdOf } from '../../src/log/sealing.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { Stored, Version } from '../../src/log/log.ts';
import type { LogReader } from '../../src/log/sqlite.ts';
import type { ProgressBar } from '../commands/progress.ts';
import { partOf } from './families.ts';
import type { Extent } from './families.ts';
import { inParallel } from './parallel.ts';
import { otherOpenings } from './opening.ts';
import type { Chests } from './opening.ts';
import { firstOtherStatus, instants } from './statuses.ts';

/** Whether another log holds everything of this one: each event, in its order, with its time; and answers alike. */

export interface Comparison {
  readonly source: Pick<LogReader, 'readFamily'>;
  readonly target: Pick<LogReader, 'readFamily'>;
  readonly extent: Extent;
  /** What an event of the source must look like in the target. */
  readonly prepared: (event: PlanEvent) => Promise<unknown>;
  /** Left out, it is not compared which names and texts open. */
  readonly chests?: Chests;
  readonly bar: ProgressBar;
}

export interface Compared {
  readonly statuses: number;
  readonly differences: readonly Difference[];
  /** Families of which the target holds more, behind what it has of the source. */
  readonly goOn: number;
  /** Names and texts that are readable on one side and sealed on the other: these cannot be compared. */
  readonly sealedOnce: number;
}

export interface Difference {
  readonly family: FamilyId;
  /** In the source; null if it is about an event that only the target has, or about the whole family. */
  readonly version: Version | null;
  readonly what: string;
}

/** Pairs of families in memory at the same time. */
const atOnce = 4;
/** More differences of one family than this are only counted. */
const shownOfFamily = 10;

export async function compareFamilies(comparison: Comparison): Promise<Compared> {
  const differences: Difference[] = [];
  let [statuses, goOn, done, sealedOnce] = [0, 0, 0, 0];
  await inParallel(comparison.extent.families, atOnce, async ([family, until]) => {
    const [ours, theirs] = await Promise.all([
      collected(partOf(comparison.source, family, { after: 0, until })),
      collected(comparison.target.readFamily(family)),
    ]);
    const found = await differencesIn(comparison, family, ours, theirs, () => (sealedOnce += 1));
    const other = firstOtherStatus(family, ours, theirs);
    statuses += instants;
    if (other !== null) found.push({ family, version: null, what: other });
    if (comparison.chests && theirs.length > 0)
      for (const what of await otherOpenings(comparison.chests, family, ours))
        found.push({ family, version: null, what });
    if (found.length === 0 && theirs.length > ours.length) goOn += 1;
    differences.push(...found.slice(0, shownOfFamily));
    const more = found.length - shownOfFamily;
    if (more > 0) differences.push({ family, version: null, what: `and ${more} more differences` });
    comparison.bar.update((done += until));
  });
  comparison.bar.stop();
  return { statuses, differences, goOn, sealedOnce };
}

async function differencesIn(
  { prepared }: Pick<Comparison, 'prepared'>,
  family: FamilyId,
  ours: readonly Stored[],
  theirs: readonly Stored[],
  sealedOnce: () => void,
): Promise<Difference[]> {
  const found: Difference[] = [];
  const differs = (version: Version | null, what: string) => found.push({ family, version, what });
  if (theirs.length === 0) {
    differs(null, `none of its ${ours.length} events is in the target`);
    return found;
  }
  const places = new Map(theirs.map(({ record }, index) => [record.id, index]));
  let reached = -1;
  for (const { version, record } of ours) {
    const place = places.get(record.id) ?? -1;
    const other = theirs[place];
    if (!other) {
      differs(version, `${record.id} is not in the target`);
      continue;
    }
    const field = otherField(await prepared(record.event), other.record.event, sealedOnce);
    if (field !== null) differs(version, `${record.id} has another ${field} in the target`);
    if (place < reached)
      differs(version, `${record.id} stands before its predecessors in the target, at version ${place + 1}`);
    reached = Math.max(reached, place);
  }
  const own = new Set(ours.map(({ record }) => record.id));
  for (const { version, record } of theirs.slice(0, reached + 1))
    if (!own.has(record.id)) differs(null, `the target also holds ${record.id}, at its version ${version}`);
  return found;
}

/** The first field of the envelope that is not the same; null if none. */
function otherField(ours: unknown, theirs: unknown, sealedOnce: () => void): string | null {
  if (!isObject(ours) || !isObject(theirs)) return 'content';
  const names = new Set([...Object.keys(ours), ...Object.keys(theirs)]);
  for (const name of names) {
    if (canonical(ours[name]) === canonical(theirs[name])) continue;
    if (name !== 'sealed' || !isSealedOnce(ours[name], theirs[name])) return name;
    sealedOnce();
  }
  return null;
}

function isSealedOnce(ours: unknown, theirs: unknown): boolean {
  if (!isObject(ours) || !isObject(theirs)) return false;
  const names = Object.keys(ours);
  return (
    names.length === Object.keys(theirs).length &&
    names.every((name) => {
      const [one, other] = [ours[name], theirs[name]];
      if (typeof one !== 'string' || typeof other !== 'string') return false;
      return one === other || (keyIdOf(one) === null) !== (keyIdOf(other) === null);
    })
  );
}

async function collected(events: AsyncIterable<Stored> | Iterable<Stored>): Promise<Stored[]> {
  const all: Stored[] = [];
  for await (const stored of events) all.push(stored);
  return all;
}
