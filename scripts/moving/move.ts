import { setTimeout as pause } from 'node:timers/promises';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { KeyCarrier } from '../../src/log/bringing-keys.ts';
import { keyNamesOf } from '../../src/log/bringing-keys.ts';
import { sameEvent } from '../../src/log/codec.ts';
import { LogUnavailable } from '../../src/log/log.ts';
import type { AppendResult, EventLog, Stored, Submission, Version } from '../../src/log/log.ts';
import type { LogReader } from '../../src/log/sqlite.ts';
import type { ProgressBar } from '../commands/progress.ts';
import { partOf } from './families.ts';
import type { Extent } from './families.ts';
import { inParallel } from './parallel.ts';

export interface Move {
  readonly source: Pick<LogReader, 'readFamily'>;
  readonly target: Pick<EventLog, 'append' | 'readFamily' | 'version'>;
  readonly extent: Extent;
  readonly keys: KeyCarrier;
  /** What an event must look like in the target; the same each time. */
  readonly prepared: (event: PlanEvent) => Promise<Submission>;
  readonly bar: ProgressBar;
  /** Told once of each time that an end does not answer. */
  readonly waiting: (error: LogUnavailable) => void;
}

export interface Moved {
  readonly written: number;
  readonly repeated: number;
  readonly refused: readonly Refused[];
}

export interface Refused {
  readonly event: Pick<PlanEvent, 'id'>;
  readonly result: Exclude<AppendResult, { readonly kind: 'appended' }> | { readonly kind: 'too-large' };
}

/** Families on their way at the same time; one after another each would wait for its round trips. */
const families = 16;
/** A server takes a mebibyte in one append. */
const largestRun = { events: 200, characters: 300_000 };
/** How long an end may stay away before the move ends; it goes on where it was when it is started again. */
const patienceMs = 120_000;

/**
 * Moves family by family, each in the order of its stream. A family that the target has in part goes on behind it if its
 * last event there is the same; else every event of it is handed in by itself, so that each is told that cannot be taken.
 */
export async function moveFamilies(move: Move): Promise<Moved> {
  const total = { written: 0, repeated: 0, done: 0 };
  const refused: Refused[] = [];
  let lastSuccess = performance.now();
  let isWaiting = false;

  await inParallel(move.extent.families, families, async ([family, until]) => {
    const course: Course = { family, until, stoodAt: null, written: 0, done: 0, refused: [] };
    await perseveringly(() => moveFamily(move, course, reached));
    total.written += course.written;
    total.repeated += until - course.written - course.refused.length;
    refused.push(...course.refused);
  });
  return { written: total.written, repeated: total.repeated, refused };

  function reached(course: Course, done: number): void {
    lastSuccess = performance.now();
    isWaiting = false;
    total.done += done - course.done;
    course.done = done;
    move.bar.update(total.done);
  }

  async function perseveringly(work: () => Promise<void>): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await work();
        return;
      } catch (error) {
        if (!(error instanceof LogUnavailable) || error.trouble !== 'unreachable') throw error;
        if (performance.now() - lastSuccess > patienceMs) throw error;
        if (!isWaiting) move.waiting(error);
        isWaiting = true;
        await pause(Math.min(5000, 500 * 2 ** attempt));
      }
    }
  }
}

/** How far one family has come; an attempt that is broken off is followed by another. */
interface Course {
  readonly family: FamilyId;
  readonly until: Version;
  /** The version of the target before the first attempt. */
  stoodAt: Version | null;
  written: number;
  done: number;
  refused: Refused[];
}

async function moveFamily(
  move: Move,
  course: Course,
  reached: (course: Course, done: number) => void,
): Promise<void> {
  const { family, until } = course;
  const standsAt = await move.target.version(family);
  const stoodAt = (course.stoodAt ??= standsAt);
  const known = Math.min(standsAt, until);
  const goesOn = known === 0 || (await isSameAt(move, family, known));
  const after = goesOn ? known : 0;
  course.refused = [];
  if (goesOn) course.written = Math.max(course.written, after - Math.min(after, stoodAt));
  reached(course, after);
  if (stoodAt === 0) await move.keys.bring(family);
  for await (const run of runsOf(partOf(move.source, family, { after, until }))) {
    if (stoodAt > 0)
      await move.keys.bring(family, new Set(run.flatMap(({ record }) => keyNamesOf(record.event))));
    const events = await Promise.all(run.map(({ record }) => move.prepared(record.event)));
    if (!goesOn || !(await sendWhole(move, course, events))) await sendEach(move, course, events);
    reached(course, run.at(-1)?.version ?? until);
  }
}

async function isSameAt({ source, target, prepared }: Move, family: FamilyId, version: Version) {
  const [ours, theirs] = await Promise.all([at(source, family, version), at(target, family, version)]);
  return (
    ours !== undefined &&
    theirs !== undefined &&
    sameEvent(await prepared(ours.record.event), { ...theirs.record.event })
  );
}

async function at(log: Pick<LogReader, 'readFamily'>, family: FamilyId, version: Version) {
  for await (const stored of partOf(log, family, { after: version - 1, until: version })) return stored;
  return undefined;
}

async function* runsOf(events: AsyncIterable<Stored>): AsyncGenerator<Stored[], void, undefined> {
  let run: Stored[] = [];
  let characters = 0;
  for await (const stored of events) {
    const size = JSON.stringify(stored.record.event).length;
    if (run.length > 0 && (run.length === largestRun.events || characters + size > largestRun.characters)) {
      yield run;
      run = [];
      characters = 0;
    }
    run.push(stored);
    characters += size;
  }
  if (run.length > 0) yield run;
}

/** False if the target does not take the run as it is. */
async function sendWhole(move: Move, course: Course, events: readonly Submission[]): Promise<boolean> {
  const result = await sent(move, course, events);
  if (result.kind !== 'appended') return false;
  if (!result.repeated) course.written += events.length;
  return true;
}

async function sendEach(move: Move, course: Course, events: readonly Submission[]): Promise<void> {
  for (const event of events) {
    const result = await sent(move, course, [event]);
    if (result.kind !== 'appended') course.refused.push({ event, result });
    else if (!result.repeated) course.written += 1;
  }
}

async function sent(
  { target }: Move,
  { family }: Course,
  events: readonly Submission[],
): Promise<AppendResult | { readonly kind: 'too-large' }> {
  try {
    return await target.append(family, 'any', events);
  } catch (error) {
    if (error instanceof LogUnavailable && error.trouble === 'too-large') return { kind: 'too-large' };
    throw error;
  }
}
