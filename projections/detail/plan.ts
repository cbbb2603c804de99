import type { StepKind } from '../../src/domain/plan.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import {
  deadlockFrom,
  hasOrderViolation,
  isBeforeTrauma,
  isDeadlocked,
  isOverridden,
  steps,
  unfinishedBefore,
} from '../steps.ts';
import type { Step } from '../steps.ts';

/** A step of the plan with what it waits for. */
export interface StepDetail {
  readonly step: string;
  readonly event: string;
  readonly person: string;
  readonly kind: StepKind;
  readonly owner: string;
  readonly state: Step['state'];
  readonly after: readonly string[];
  /** Steps that must be done first and are not. */
  readonly waitsFor: readonly string[];
  /** The parent's own trauma comes first. */
  readonly waitsForTrauma: boolean;
  readonly neededBy: string | null;
  readonly startedAt: string | null;
  readonly orderViolation: boolean;
  readonly isOverridden: boolean;
  readonly deadlock: boolean;
  readonly deadlockFrom: string | null;
}

/** In the order in which they can be done: first what waits for nothing, then what waits for that; else by id. */
export function stepDetails(known: Known, now: Moment): readonly StepDetail[] {
  const all = steps(known, now);
  const depth = (step: Step, passed: readonly string[] = []): number => {
    const before = all.filter(({ id }) => step.set.data.dependsOn?.some((each) => each === id));
    if (passed.includes(step.id)) return 0;
    return before.reduce((most, each) => Math.max(most, 1 + depth(each, [...passed, step.id])), 0);
  };
  const depths = new Map(all.map((step) => [step.id, depth(step)]));
  return [...all]
    .sort((a, b) => (depths.get(a.id) ?? 0) - (depths.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1))
    .map((step) => detailOf(known, now, step));
}

function detailOf(known: Known, now: Moment, step: Step): StepDetail {
  const { person, kind, owner, dependsOn = [], neededBy } = step.set.data;
  const stuck = deadlockFrom(known, step);
  return {
    step: step.id,
    event: step.set.id,
    person,
    kind,
    owner,
    state: step.state,
    after: dependsOn,
    waitsFor: unfinishedBefore(known, now, step),
    waitsForTrauma: isBeforeTrauma(known, now, step),
    neededBy: neededBy ?? null,
    startedAt: step.started ? formatInstant(step.started.to) : null,
    orderViolation: hasOrderViolation(known, now, step),
    isOverridden: isOverridden(known, now, step),
    deadlock: isDeadlocked(known, now, step),
    deadlockFrom: stuck === null ? null : formatInstant(stuck),
  };
}
