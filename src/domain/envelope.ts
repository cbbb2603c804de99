import { addMinutes, endOf, parseDay, startOf } from './calendar.ts';
import type { PlanEvent, Recorded, Times } from './event.ts';
import { parseInstant } from './instant.ts';
import { isRoutine } from './monitoring.ts';
import type { Instant } from './instant.ts';

/** How far a clock may run ahead before a fact counts as lying in the future of its recording (events.md 2). */
const clockToleranceMinutes = 5;

/** The three times of an event (events.md 2); its texts must have been checked. */
export function timesOf(event: Pick<PlanEvent, 'occurred' | 'reportedAt' | 'recordedAt'>): Times {
  const recordedAt = checked(event.recordedAt);
  const reportedAt = event.reportedAt === undefined ? recordedAt : checked(event.reportedAt);
  if (event.occurred === undefined) return { from: reportedAt, to: reportedAt, reportedAt, recordedAt };
  const span =
    typeof event.occurred === 'string' ? { from: event.occurred, to: event.occurred } : event.occurred;
  const end = endOf(span.to);
  const to = parseDay(span.to) !== null && end > reportedAt ? reportedAt : end;
  return { from: startOf(span.from), to, reportedAt, recordedAt };
}

/** Which field breaks `from <= to <= reportedAt + 5 min` or `reportedAt <= recordedAt + 5 min`; null if none does. */
export function disorder(times: Times): 'occurred' | 'reportedAt' | null {
  if (times.from > times.to || times.to > addMinutes(times.reportedAt, clockToleranceMinutes))
    return 'occurred';
  return times.reportedAt > addMinutes(times.recordedAt, clockToleranceMinutes) ? 'reportedAt' : null;
}

/** A checked event as rules read it. */
export function record(event: PlanEvent): Recorded {
  const { id, type, family, supersedes, data } = event;
  return {
    ...timesOf(event),
    id,
    type,
    family,
    supersedes,
    routine: isRoutineEvent(event),
    event,
    data,
  } as Recorded;
}

export function isRoutineEvent({ type, data }: PlanEvent): boolean {
  return type === 'MonitorCheckedIn' && isRoutine(data);
}

function checked(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`not an instant: ${text}`);
  return instant;
}
