import { knownAt } from '../../../projections/known.ts';
import { Moment } from '../../../projections/moment.ts';
import { record } from '../../../src/domain/envelope.ts';
import type { PlanEvent } from '../../../src/domain/event.ts';
import { parseInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { defaultPolicy } from '../../../src/domain/parameters.ts';
import { followedAt, readMoments, startOfPlan } from '../../../src/release/cohort/followed.ts';
import type { Followed } from '../../../src/release/cohort/followed.ts';
import { event } from '../named-families.ts';

/** The Bever family: a toddler, a father who threatened, and a plan since 15 January 2024, 10:00 in Amsterdam. */

let made = 0;
export const fact = (type: string, at: string, data: object, more: object = {}): PlanEvent =>
  event({
    id: `b${String((made += 1)).padStart(4, '0')}`,
    type,
    family: 'fbever',
    recordedAt: at,
    ...more,
    data,
  });

const [child, father] = ['person:01-be', 'person:02-be'];
export const [school, gp] = ['party:01-be', 'party:02-be'];

export const plan = (at = '2024-01-15T10:00:00+01:00') =>
  fact('PlanActivated', at, { plan: 'x01', agreedBy: ['party:00-aa'] });

export const incident = (at: string, more: object = {}) =>
  fact('IncidentRecorded', at, { kinds: ['threat'], by: [father], against: [child], witnessedBy: [] }, more);

export const measured = (at: string, moment: string, violence: string, person = father) =>
  fact('OutcomeMeasured', at, { person, moment, violence });

export const checkIn = (at: string, party = school, result = 'kept') =>
  fact('MonitorCheckedIn', at, {
    ...{ party, agreement: 'x03', result, personsSeen: [child], childAlone: true, joint: false, worry: 0 },
  });

/** Who belongs to the family, what was agreed, and two parties who watch. */
export const watched: readonly PlanEvent[] = [
  fact('PersonJoined', '2024-01-08T10:00:00+01:00', {
    ...{ person: child, role: 'child', household: 'x01', birthMonth: '2022-03' },
  }),
  fact('PersonJoined', '2024-01-08T10:01:00+01:00', { person: father, role: 'parent', household: 'x01' }),
  fact('AnalysisCompleted', '2024-01-10T10:00:00+01:00', {
    ...{ profile: 1, coerciveControl: 'no', violenceKinds: ['threat'], factors: [] },
    ...{ spokenSeparately: [father], childrenAsked: [] },
  }),
  ...[school, gp].map((party, index) =>
    fact('PartyInvolved', '2024-01-10T11:00:00+01:00', {
      ...{ party, kind: index === 0 ? 'school' : 'gp', informal: false },
    }),
  ),
  plan(),
  fact('SafetyConditionSet', '2024-01-15T10:05:00+01:00', {
    ...{ condition: 'x02', protects: [child], horizon: 'direct', bottomLine: true },
  }),
  fact('SafetyAgreementMade', '2024-01-15T10:10:00+01:00', {
    ...{
      agreement: 'x03',
      condition: 'x02',
      actor: father,
      action: 'leaves',
      timing: 'always',
      critical: true,
    },
  }),
  ...[school, gp].map((party) =>
    fact('MonitorAccepted', '2024-01-16T10:00:00+01:00', { party, agreements: ['x03'], cadenceDays: 7 }),
  ),
];

/** Every 60 days by the school, and by both in the last two weeks before T12. */
export const seenAllYear: readonly PlanEvent[] = [
  ...['2024-02-01', '2024-04-01', '2024-05-31', '2024-07-30', '2024-09-28', '2024-11-27', '2025-01-10'].map(
    (day) => checkIn(`${day}T10:00:00+01:00`),
  ),
  checkIn('2025-01-11T10:00:00+01:00', gp),
];

export const instant = (text: string): Instant => parseInstant(text) as Instant;
export const end = new Moment(instant('2026-01-01T00:00:00Z'));

/** The family at one of the moments T0, T12 and T18, as known at the end. */
export function followed(events: readonly PlanEvent[], name: 'T0' | 'T12' | 'T18'): Followed {
  const known = knownAt(events.map(record), end.at, defaultPolicy.parameters);
  const moments = readMoments('T0,T12,T18') ?? [];
  const index = moments.findIndex((moment) => moment.name === name);
  const found = followedAt(known, startOfPlan(known) as Instant, { moments, index, until: end.at });
  if (!found) throw new Error('not yet observed');
  return found;
}
