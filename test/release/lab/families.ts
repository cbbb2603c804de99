import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { record } from '../../../src/domain/envelope.ts';
import type { PlanEvent, Recorded } from '../../../src/domain/event.ts';
import type { FamilyId } from '../../../src/domain/ids.ts';
import { parseInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { defaultPolicy } from '../../../src/domain/parameters.ts';
import type { Parameters, Policy } from '../../../src/domain/parameters.ts';
import type { LabTerms } from '../../../src/release/lab/figures.ts';
import type { ReleasedFamily } from '../../../src/release/released.ts';
import { event } from '../named-families.ts';

export const instant = (text: string): Instant => {
  const found = parseInstant(text);
  if (found === null) throw new Error(`no instant: ${text}`);
  return found;
};

export const policy = (name: string, parameters: Partial<Parameters> = {}): Policy => ({
  name,
  parameters: { ...defaultPolicy.parameters, ...parameters },
});

export const terms = (policies: readonly Policy[], until: string): LabTerms => ({
  policies,
  until: instant(until),
  horizonDays: 28,
});

export const recordsOf = ({ events }: ReleasedFamily): readonly Recorded[] =>
  events.map((each) => record(each));

const family = (name: string, events: readonly PlanEvent[]): ReleasedFamily => ({
  family: name as FamilyId,
  events,
});

/** Scenario 01: the Berk child is directly safe from 7 February 2025 09:00 until school is late, 13 February 14:00. */
export const berk = family('fam-berk', scenario('01-direct-reached-and-signed'));

function scenario(name: string): readonly PlanEvent[] {
  const path = join(import.meta.dirname, `../../scenarios/${name}.json`);
  const { events } = JSON.parse(readFileSync(path, 'utf8')) as { readonly events: readonly object[] };
  return events.map((each) => event({ ...each }));
}

function vinkEvent(id: string, type: string, recordedAt: string, data: object, more: object = {}): PlanEvent {
  return event({ id, type, family: 'fvink', recordedAt, ...more, data });
}

const bell = (id: string, rung: string, answered: string) => [
  vinkEvent(`${id}-rung`, 'BellRung', rung, {
    bell: id,
    to: 'party:00-aa',
    urgency: 'urgent',
    selfReport: false,
  }),
  vinkEvent(`${id}-answered`, 'BellAnswered', answered, { bell: id, party: 'party:00-aa', action: 'other' }),
];

/**
 * Two bells that were answered after two hours, on 10 March and 1 May 2025 at 9:00 UTC, and one incident, on 20 March
 * at 9:30, told the next day.
 */
export const vink = family('fvink', [
  vinkEvent('v1', 'PersonJoined', '2025-02-03T10:00:00Z', {
    person: 'person:01-aa',
    role: 'child',
    household: 'x01',
  }),
  ...bell('v2', '2025-03-10T09:00:00Z', '2025-03-10T11:00:00Z'),
  vinkEvent(
    'v3',
    'IncidentRecorded',
    '2025-03-21T08:00:00Z',
    { kinds: ['threat'], by: ['person:02-aa'], against: ['person:01-aa'], witnessedBy: [] },
    { occurred: '2025-03-20T09:30:00Z' },
  ),
  ...bell('v4', '2025-05-01T09:00:00Z', '2025-05-01T11:00:00Z'),
]);
