// Plan steps: state, order violation and deadlock (4.2).
import { plusDays } from './calendar.ts';
import type { World } from './world.ts';
import { compare } from './types.ts';
import type { Ev } from './types.ts';

export type StepState = 'set' | 'waiting' | 'started' | 'completed' | 'stalled';

/** The latest PlanStepSet of every step, by step. */
export function steps(w: World): Ev[] {
  const last = new Map<string, Ev>();
  for (const e of w.holding('PlanStepSet')) last.set(e.data.step, e);
  return [...last.values()].sort((a, b) => compare(a.data.step, b.data.step));
}

const latestOf = (w: World, type: string, step: string): Ev | undefined =>
  w.latest([type], (e) => e.data.step === step);
export const lastStart = (w: World, step: string): Ev | undefined => latestOf(w, 'PlanStepStarted', step);
export const lastCompletion = (w: World, step: string): Ev | undefined =>
  latestOf(w, 'PlanStepCompleted', step);
export const traumaScreening = (w: World, person: string): Ev | undefined =>
  w.latest(['ParentTraumaScreened'], (e) => e.data.person === person);

export function stepState(w: World, step: string): StepState {
  const latest = w.latest(
    ['PlanStepStarted', 'PlanStepCompleted', 'PlanStepStalled'],
    (e) => e.data.step === step,
  );
  if (latest?.type === 'PlanStepStarted') return 'started';
  if (latest?.type === 'PlanStepCompleted') return 'completed';
  if (latest?.type === 'PlanStepStalled') return 'stalled';
  const wait = w.latest(['WaitlistPlacementRecorded', 'WaitlistLeft'], (e) => e.data.ref === step);
  return wait?.type === 'WaitlistPlacementRecorded' ? 'waiting' : 'set';
}

const NEVER_BLOCKED = ['safety', 'child_recovery', 'addiction', 'psychiatric'];

export function hasOrderViolation(w: World, set: Ev): boolean {
  const { step, person, kind, dependsOn } = set.data;
  if (lastStart(w, step) === undefined) return false;
  if (latestOf(w, 'OrderOverridden', step) !== undefined) return false;
  if (NEVER_BLOCKED.includes(kind)) return false;
  const traumaFirst =
    (kind === 'parenting' || kind === 'relationship') &&
    traumaScreening(w, person)?.data.present === 'yes' &&
    !steps(w).some(
      (s) =>
        s.data.kind === 'parent_trauma' &&
        s.data.person === person &&
        lastStart(w, s.data.step) !== undefined,
    );
  // A step in dependsOn that does not exist counts as not completed.
  const exists = (id: string): boolean => steps(w).some((s) => s.data.step === id);
  const dependsOnOpen = (dependsOn ?? []).some((id) => !exists(id) || stepState(w, id) !== 'completed');
  return traumaFirst || dependsOnOpen;
}

/** The instant from which a step without a start is a deadlock, or null. */
export function deadlockFrom(w: World, set: Ev): number | null {
  if (set.data.kind !== 'parent_trauma' || lastStart(w, set.data.step) !== undefined) return null;
  return plusDays(set.to, w.p.orderDeadlockDays);
}
export function isDeadlock(w: World, set: Ev): boolean {
  const from = deadlockFrom(w, set);
  return from !== null && w.V >= from;
}
