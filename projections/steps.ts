import { addDays } from '../src/domain/calendar.ts';
import type { RecordedOf } from '../src/domain/event.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { StepKind } from '../src/domain/plan.ts';
import { history, latest, question, upTo } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';

/** The steps of the plan: where each stands, and whether the order was kept (Q14, Q15, U6, W13). */

export interface Step {
  readonly id: string;
  readonly set: RecordedOf<'PlanStepSet'>;
  readonly state: 'set' | 'waiting' | 'started' | 'completed' | 'stalled';
  /** The last start, also of a step that stands still or is done. */
  readonly started: RecordedOf<'PlanStepStarted'> | undefined;
  readonly completed: RecordedOf<'PlanStepCompleted'> | undefined;
}

const stepsSet = history(['PlanStepSet'], (record) => [record.data.step]);
const progress = history(['PlanStepStarted', 'PlanStepCompleted', 'PlanStepStalled'], (record) => [
  record.data.step,
]);
const starts = history(['PlanStepStarted'], (record) => [record.data.step]);
const waits = history(['WaitlistPlacementRecorded', 'WaitlistLeft'], (record) => [record.data.ref]);
const overrides = history(['OrderOverridden'], (record) => [record.data.step]);
const screenings = history(['ParentTraumaScreened'], (record) => [record.data.person]);

/** Every step that was set, by id. */
export const steps = question((known: Known, now: Moment): readonly Step[] =>
  stepsSet.keys(known).flatMap((id) => {
    const set = latest(now, stepsSet.of(known, id));
    return set ? [stepOf(known, now, id, set)] : [];
  }),
);

function stepOf(known: Known, now: Moment, id: string, set: RecordedOf<'PlanStepSet'>): Step {
  const last = latest(now, progress.of(known, id));
  const started = latest(now, starts.of(known, id));
  const completed = last?.type === 'PlanStepCompleted' ? last : undefined;
  return { id, set, started, completed, state: stateOf(known, now, id, last) };
}

function stateOf(
  known: Known,
  now: Moment,
  id: string,
  last: { readonly type: 'PlanStepStarted' | 'PlanStepCompleted' | 'PlanStepStalled' } | undefined,
): Step['state'] {
  switch (last?.type) {
    case 'PlanStepStarted':
      return 'started';
    case 'PlanStepCompleted':
      return 'completed';
    case 'PlanStepStalled':
      return 'stalled';
    case undefined:
      return latest(now, waits.of(known, id))?.type === 'WaitlistPlacementRecorded' ? 'waiting' : 'set';
  }
}

/** What the latest screening of a parent's own trauma found. */
export function traumaScreening(known: Known, now: Moment, person: string) {
  return latest(now, screenings.of(known, person));
}

/** A child's help, safety and treatment never wait for another step. */
const neverBlocked: readonly StepKind[] = ['safety', 'child_recovery', 'addiction', 'psychiatric'];

/** U6: the step was started before what must come first. Steps wait for each other only within what people agreed. */
export function hasOrderViolation(known: Known, now: Moment, step: Step): boolean {
  if (!step.started || neverBlocked.includes(step.set.data.kind)) return false;
  if (isOverridden(known, now, step)) return false;
  return isBeforeTrauma(known, now, step) || unfinishedBefore(known, now, step).length > 0;
}

/** U6 (i): the parent's own trauma comes first, and nothing was started about it. */
export function isBeforeTrauma(known: Known, now: Moment, { set }: Step): boolean {
  const { kind, person } = set.data;
  return (
    (kind === 'parenting' || kind === 'relationship') &&
    traumaScreening(known, now, person)?.data.present === 'yes' &&
    !steps(known, now).some(
      (other) => other.set.data.kind === 'parent_trauma' && other.set.data.person === person && other.started,
    )
  );
}

/** U6 (ii): the steps that must be done first and are not; none for a step that never waits. */
export function unfinishedBefore(known: Known, now: Moment, { set }: Step): readonly string[] {
  const { kind, dependsOn = [] } = set.data;
  if (neverBlocked.includes(kind)) return [];
  const others = steps(known, now);
  return dependsOn.filter((id) => others.find((other) => other.id === id)?.state !== 'completed');
}

export function isOverridden(known: Known, now: Moment, step: Step): boolean {
  return upTo(now, overrides.of(known, step.id)).length > 0;
}

/** W13: from when on a trauma step that never started is deadlocked. */
export function deadlockFrom(known: Known, step: Step): Instant | null {
  if (step.set.data.kind !== 'parent_trauma' || step.started) return null;
  return addDays(step.set.to, known.terms.orderDeadlockDays);
}

export function isDeadlocked(known: Known, now: Moment, step: Step): boolean {
  const from = deadlockFrom(known, step);
  return from !== null && now.reached(from);
}
