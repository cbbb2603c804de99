import type { PlanEvent } from '../../src/domain/event.ts';
import { readEvent } from '../../src/domain/reading.ts';

/** Small families with fixed dates, as they could stand in a release. */

/** An event of the contract; the test fails at once if it is none. */
export function event(fields: Readonly<Record<string, unknown>>): PlanEvent {
  const reading = readEvent({ version: 1, by: 'party:00-aa', source: 'observed', ...fields });
  if (reading.kind !== 'accepted') throw new Error(`no event: ${JSON.stringify([reading, fields])}`);
  return reading.event;
}

/** Two families: das with a plan and a threat, egel with a birth. */
export const dasAndEgel: readonly PlanEvent[] = [
  event({
    ...{ id: 'd1', type: 'PersonJoined', family: 'fdas', recordedAt: '2025-01-06T09:00:00Z' },
    data: { person: 'person:01-da', role: 'child', household: 'x01', birthMonth: '2016-05' },
  }),
  event({
    ...{ id: 'd2', type: 'PlanActivated', family: 'fdas', recordedAt: '2025-01-13T09:00:00Z' },
    data: { plan: 'x02', agreedBy: ['party:00-aa'] },
  }),
  event({
    ...{ id: 'd3', type: 'IncidentRecorded', family: 'fdas', recordedAt: '2025-03-03T09:00:00Z' },
    ...{ occurred: '2025-01-10T09:00:00Z' },
    data: { kinds: ['threat'], by: ['person:02-da'], against: ['person:01-da'], witnessedBy: [] },
  }),
  event({
    ...{ id: 'e1', type: 'PersonJoined', family: 'fegel', recordedAt: '2025-01-07T09:00:00Z' },
    data: { person: 'person:01-e9', role: 'child', household: 'x01' },
  }),
  event({
    ...{ id: 'e2', type: 'PlanActivated', family: 'fegel', recordedAt: '2025-02-03T09:00:00Z' },
    data: { plan: 'x02', agreedBy: ['party:00-aa'] },
  }),
];
