import type { EventType } from '../../../../src/domain/event.ts';
import { agreements, baby, bells, kid, mother, person, persons, watchers } from '../cast.ts';
import { term, when } from '../times.ts';
import { answers, idOf, isTriggering, optional, soon, soonDay, tri, urgency } from './words.ts';
import type { Scene, Say } from './words.ts';

/** Who watches, rings and supports (events.md 4.4). */

const alarmRules = [
  'L1',
  'L2',
  'L3',
  'L4',
  'L5',
  'M2',
  'M5',
  'M6',
  'M8',
  'M10',
  'M11',
  'M14',
  'M15',
  'R7',
  'U6',
  'W6',
  'W10',
  'W11',
  'W12',
  'W13',
  'C1',
  'C2',
  'C3',
];
const alarm = (scene: Scene) => {
  const { chance } = scene;
  const subject = chance.pick([
    'family',
    kid,
    mother,
    'a1',
    'a1/party:school',
    'a1/party:aunt',
    's1',
    'party:jgz',
    `${kid}/party:aunt`,
    idOf(scene, isTriggering),
  ]);
  return { rule: chance.pick(alarmRules), subject, by: 'party:team' };
};

export const monitoringFacts = {
  MonitorInvited: ({ chance }) => ({
    party: chance.pick(watchers),
    agreements: chance.some(['a1', 'a2', 'a3'], 1),
  }),
  MonitorAccepted: (scene) => ({
    party: scene.chance.pick(watchers),
    agreements: scene.chance.some(['a1', 'a2', 'a3'], 1),
    cadenceDays: scene.chance.pick([1, 3, 7, 7, 14, 28]),
    ...optional(scene.chance, { monitorsFrom: soonDay(scene) }, 0.2),
  }),
  MonitorDeclined: ({ chance }) => ({
    party: chance.pick(watchers),
    agreements: chance.some(['a1', 'a2', 'a3'], 1),
  }),
  MonitorWithdrew: ({ chance }) => ({
    party: chance.pick(watchers),
    agreements: chance.some(['a1', 'a2', 'a3'], 1),
  }),
  MonitorPaused: (scene) => {
    const { chance } = scene;
    const from = soon(scene);
    return {
      party: chance.pick(watchers.slice(0, 3)),
      from: when(chance, from),
      to: when(chance, term(chance)(from)),
      ...optional(chance, { agreements: chance.some(['a1', 'a2'], 1) }, 0.4),
      ...optional(chance, { standIn: chance.pick(watchers) }, 0.7),
      reason: 'leave',
    };
  },
  MonitorCheckedIn: ({ chance }) => ({
    party: chance.pick(watchers.slice(0, 4)),
    agreement: chance.pick(agreements),
    result: chance.pick(['kept', 'kept', 'kept', 'kept', 'partly', 'broken', 'could_not_observe']),
    personsSeen: persons(chance, 0),
    childAlone: chance.happens(0.6),
    joint: chance.happens(0.2),
    worry: chance.pick([0, 0, 1, 2, 3]),
    ...optional(chance, { answers: answers(chance) }, 0.2),
  }),
  BellRung: ({ chance }) => ({
    bell: chance.pick(bells),
    to: chance.pick(['party:team', 'party:vt']),
    urgency: urgency(chance),
    selfReport: chance.happens(0.4),
    ...optional(chance, { agreement: chance.pick(agreements), person: person(chance) }),
  }),
  BellAnswered: ({ chance }) => ({ bell: chance.pick(bells), party: 'party:team', action: 'went' }),
  AlarmAcknowledged: alarm,
  AlarmClosed: alarm,
  SupportPersonNamed: (scene) => ({
    person: scene.chance.pick([kid, kid, mother, baby]),
    supporter: scene.chance.pick(['party:aunt', 'party:neighbour', 'party:team']),
    ring: scene.chance.between(1, 4),
    support: ['emotional'],
    level: scene.chance.pick(['everyday', 'everyday_with_role', 'organised_informal', 'professional']),
    ...optional(scene.chance, { reviewDays: scene.chance.pick([7, 14, 30]) }),
    ...optional(scene.chance, { until: soonDay(scene) }, 0.3),
  }),
  SupportPersonLeft: ({ chance }) => ({
    person: chance.pick([kid, mother]),
    supporter: chance.pick(['party:aunt', 'party:neighbour']),
  }),
  SupporterLoadAssessed: ({ chance }) => ({
    supporter: chance.pick(['party:aunt', 'party:neighbour']),
    overloaded: tri(chance),
  }),
} as const satisfies Partial<Record<EventType, Say>>;
