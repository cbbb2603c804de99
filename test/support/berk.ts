import type { FamilyId } from '../../src/domain/ids.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';

/** The Berk family: invented, with one child, an aunt and a school who watch, and a plan since 3 February 2025. */

export const berk = 'fam-berk' as FamilyId;

let number = 0;

/** A fact as somebody hands it in: the log sets when it was recorded. */
export function fact(type: string, data: object, more: object = {}) {
  number += 1;
  return {
    id: `be-${number}`,
    type,
    version: 1,
    family: berk,
    by: 'party:team',
    source: 'observed',
    ...more,
    data,
  };
}

export const instant = (text: string): Instant => {
  const found = parseInstant(text);
  if (found === null) throw new Error(text);
  return found;
};

/** The facts with which the plan begins. */
export const plan = () => [
  fact('PersonJoined', { person: 'person:child', role: 'child', household: 'hh-1', birthMonth: '2015-04' }),
  fact('PersonJoined', { person: 'person:father', role: 'parent', household: 'hh-1' }),
  fact('PartyInvolved', { party: 'party:school', kind: 'school', informal: false }),
  fact('PlanActivated', { plan: 'plan-1', agreedBy: ['party:team'] }),
  fact('SafetyConditionSet', {
    condition: 'c1',
    protects: ['person:child'],
    horizon: 'direct',
    bottomLine: false,
  }),
  fact('SafetyAgreementMade', {
    agreement: 'a1',
    condition: 'c1',
    actor: 'person:father',
    action: 'leaves_when_tension_rises',
    timing: 'on_trigger',
    critical: true,
  }),
  fact('MonitorAccepted', { party: 'party:school', agreements: ['a1'], cadenceDays: 7 }),
];

export const checkIn = (more: object = {}) =>
  fact(
    'MonitorCheckedIn',
    {
      party: 'party:school',
      agreement: 'a1',
      result: 'kept',
      personsSeen: ['person:child'],
      childAlone: true,
      joint: false,
      worry: 0,
    },
    more,
  );
