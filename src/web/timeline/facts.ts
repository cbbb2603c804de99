import type { Recorded } from '../../domain/event.ts';
import type { Instant } from '../../domain/instant.ts';
import { dayLength } from '../../domain/instant.ts';
import type { Entry } from '../../read/views.ts';
import { kinds } from './kinds.ts';
import type { Group, Shape } from './kinds.ts';
import { lanesOf, subjectsIn } from './subjects.ts';

/** A recorded fact as the timeline shows it, wherever it is drawn. */
export interface TimelineFact {
  readonly id: string;
  readonly record: Recorded;
  readonly state: Entry['state'];
  readonly from: Instant;
  readonly to: Instant;
  readonly group: Group;
  readonly shape: Shape;
  /** Must never hide among quiet facts. */
  readonly isLoud: boolean;
  /** Whole days between the fact and its recording. */
  readonly lateDays: number;
  readonly lanes: readonly string[];
}

/** Everything known, by when it happened; nothing else is read. */
export function factsOf(entries: readonly Entry[], recorded: readonly Recorded[]): readonly TimelineFact[] {
  const subjects = subjectsIn(recorded);
  return entries.flatMap(({ id, state }) => {
    const record = subjects.byId.get(id);
    if (!record) return [];
    const { group, loud } = kinds[record.type];
    return {
      id,
      record,
      state,
      from: record.from,
      to: record.to,
      group,
      shape: shapeOf(record),
      isLoud: loud === true || isBroken(record),
      lateDays: Math.floor((record.recordedAt - record.to) / dayLength),
      lanes: lanesOf(record, subjects),
    };
  });
}

const isBroken = (record: Recorded) =>
  record.type === 'MonitorCheckedIn' && (record.data.result === 'broken' || record.data.worry >= 2);

/** By kind of violence and by result of a check-in; else by type. */
function shapeOf(record: Recorded): Shape {
  if (record.type === 'IncidentRecorded') return shapeOfViolence(record.data.kinds);
  if (record.type !== 'MonitorCheckedIn') return kinds[record.type].shape;
  switch (record.data.result) {
    case 'kept':
      return 'circle';
    case 'partly':
      return 'half';
    case 'broken':
      return 'cross';
    case 'could_not_observe':
      return 'ring';
  }
}

/** Body, word, control, or neglect: the first that was done. */
function shapeOfViolence(done: readonly string[]): Shape {
  const has = (...some: readonly string[]) => done.some((each) => some.includes(each));
  if (has('physical', 'sexual')) return 'square';
  if (has('coercive_control', 'psychological', 'stalking', 'financial')) return 'diamond';
  if (has('verbal', 'threat', 'honour_related')) return 'triangle';
  return 'circle';
}

/** What stands inside the shape of a fact: how severe an incident was, the level of a signal. */
export function signOf({ record }: TimelineFact): string {
  if (record.type === 'IncidentRecorded') return record.data.severity?.toString() ?? '';
  if (record.type === 'RelapseSignalObserved') return record.data.level.slice(0, 1).toUpperCase();
  return '';
}
