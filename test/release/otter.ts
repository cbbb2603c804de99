import type { FamilyId } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { ReleasedFamily } from '../../src/release/released.ts';
import type { Terms } from '../../src/release/table.ts';
import { event } from './named-families.ts';

/**
 * Otter: a mother and a child with a plan, a school that watches one agreement, a threat that is told of later, help for
 * it, and one event written down twice.
 */
const of = (id: string, type: string, recordedAt: string, data: object, more: object = {}) =>
  event({ id, type, family: 'fotter', recordedAt, data, ...more });

export const otter: ReleasedFamily = {
  family: 'fotter' as FamilyId,
  events: [
    of('o01', 'PersonJoined', '2025-01-06T09:00:00Z', {
      person: 'person:01-c',
      role: 'child',
      household: 'x01',
      birthMonth: '2016-07',
      ageBand: '8-11',
    }),
    of('o02', 'PersonJoined', '2025-01-06T09:10:00Z', {
      person: 'person:02-m',
      role: 'parent',
      household: 'x01',
    }),
    of('o03', 'PartyInvolved', '2025-01-06T09:20:00Z', {
      party: 'party:00-aa',
      kind: 'local_team',
      informal: false,
    }),
    of('o04', 'PartyInvolved', '2025-01-06T09:30:00Z', {
      party: 'party:01-bb',
      kind: 'school',
      informal: false,
    }),
    of('o05', 'PlanActivated', '2025-01-13T09:00:00Z', {
      plan: 'x02',
      agreedBy: ['person:02-m', 'party:00-aa'],
    }),
    of('o06', 'SafetyConditionSet', '2025-01-13T09:10:00Z', {
      ...{ condition: 'x03', protects: ['person:01-c'], horizon: 'direct', bottomLine: true },
    }),
    of('o07', 'SafetyAgreementMade', '2025-01-13T09:20:00Z', {
      ...{ agreement: 'x04', condition: 'x03', actor: 'person:02-m', action: 'calls_in_time' },
      ...{ timing: 'always', critical: true, minMonitors: 1 },
    }),
    of('o08', 'MonitorAccepted', '2025-01-14T09:00:00Z', {
      party: 'party:01-bb',
      agreements: ['x04'],
      cadenceDays: 7,
    }),
    of('o09', 'MonitorCheckedIn', '2025-01-15T13:00:00Z', {
      ...{ party: 'party:01-bb', agreement: 'x04', result: 'kept', personsSeen: ['person:01-c'] },
      ...{ childAlone: true, joint: false, worry: 0 },
    }),
    of('o10', 'PersonJoined', '2025-02-03T09:00:00Z', {
      person: 'person:02-m',
      role: 'parent',
      household: 'x05',
    }),
    of(
      'o11',
      'IncidentRecorded',
      '2025-03-03T10:00:00Z',
      {
        kinds: ['threat', 'verbal'],
        by: ['person:03-f'],
        against: ['person:02-m'],
        witnessedBy: ['person:01-c'],
      },
      { occurred: '2025-03-01', reportedAt: '2025-03-02T09:00:00Z' },
    ),
    of('o12', 'ImmediateHelpRequested', '2025-03-03T10:30:00Z', {
      ...{ request: 'x06', candidate: 'o11', persons: ['person:01-c', 'person:02-m'], help: 'crisis_care' },
    }),
    of('o13', 'FamilyReported', '2025-03-03T11:00:00Z', {
      relation: 'repeat_one',
      acute: 'no',
      structural: 'no',
    }),
    of('o14', 'EventRetracted', '2025-03-03T11:30:00Z', {
      ...{ target: 'o13', reason: 'duplicate', approvedBy: 'party:00-aa' },
    }),
    of('o15', 'ImmediateHelpStarted', '2025-03-03T12:00:00Z', {
      ...{ request: 'x06', provider: 'party:02-cc', form: 'in_person', bridging: false },
    }),
    of('o16', 'SafetyAssessed', '2025-03-10T09:00:00Z', {
      ...{ assessor: 'party:00-aa', acuteDanger: 'no', acuteProblems: 'yes', basis: ['seen_alone'] },
      perPerson: { 'person:02-m': 'unknown' },
    }),
  ],
};

export const terms: Terms = {
  parameters: defaultPolicy.parameters,
  until: Date.parse('2025-04-01T00:00:00Z') as Instant,
};
