import { expect, it } from 'vitest';
import { familyStatusAt } from '../../projections/family-status.ts';
import { knownAt } from '../../projections/known.ts';
import { readPolicy } from '../../src/domain/parameters.ts';
import { record } from '../../src/domain/envelope.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { instant } from '../support/berk.ts';

/** The Kwikstaart family, reduced from a random history: sight is long enough for one day, and lost again. */

const facts: readonly [string, string, object][] = [
  ['PartyInvolved', '2024-02-20T13:00Z', { party: 'party:aunt', kind: 'family', informal: true }],
  ['PartyInvolved', '2024-02-20T13:00Z', { party: 'party:school', kind: 'school', informal: false }],
  ['MonitorAccepted', '2024-02-20T13:00Z', { party: 'party:aunt', agreements: ['a1'], cadenceDays: 7 }],
  ['MonitorAccepted', '2024-02-20T13:00Z', { party: 'party:school', agreements: ['a1'], cadenceDays: 7 }],
  [
    'SafetyConditionSet',
    '2024-02-20T13:00Z',
    { condition: 'c1', protects: ['person:kid'], horizon: 'direct', bottomLine: false },
  ],
  [
    'SafetyAgreementMade',
    '2024-02-20T13:00Z',
    {
      ...{ agreement: 'a1', condition: 'c1', actor: 'person:father', action: 'leaves' },
      ...{ timing: 'on_trigger', critical: true },
    },
  ],
  [
    'SafetyStatusDecided',
    '2024-02-24T13:00Z',
    { person: 'family', status: 'direct', judges: ['party:team', 'party:vt'], basis: [] },
  ],
  ['MonitorCheckedIn', '2024-02-27T14:00Z', seenBy('party:aunt')],
  ['MonitorCheckedIn', '2024-02-28T13:00Z', seenBy('party:school')],
  ['MonitorCheckedIn', '2024-03-10T14:00Z', seenBy('party:aunt')],
];

function seenBy(party: string): object {
  return {
    ...{ party, agreement: 'a1', result: 'kept', personsSeen: ['person:kid'] },
    ...{ childAlone: true, joint: false, worry: 0 },
  };
}

it('L3: since is the end of the last day on which sight was enough, however long ago it was lost first', () => {
  const policy = readPolicy({
    parameters: { sightDays: 0, longSightDays: 3, directMinParties: 1, durableMinDays: 3 },
  });
  const terms = 'policy' in policy ? policy.policy.parameters : undefined;
  const records = facts.map(([type, recordedAt, data], index) =>
    record({
      id: `kw-${index}`,
      type,
      version: 1,
      family: 'fam-kwikstaart',
      recordedAt,
      data,
    } as unknown as PlanEvent),
  );
  if (!terms) throw new Error('the policy does not read');
  const known = knownAt(records, instant('2024-06-06T14:00Z'), terms);
  const { alarms } = familyStatusAt(known, 'fam-kwikstaart', instant('2024-06-12T22:00Z'));
  expect(alarms.find(({ rule }) => rule === 'L3')?.since).toBe('2024-03-02T13:00:00.000Z');
});
