import type { EventType } from '../../../../src/domain/event.ts';
import { agreements, children, conditions, father, gran, kid, mother, persons, steps } from '../cast.ts';
import type { Chance } from '../chance.ts';
import { when } from '../times.ts';
import { answers, factor, mostlyNo, optional, soonDay, soonWhen, tri } from './words.ts';
import type { Data, Say } from './words.ts';

/** What people agree and do, and how children and parents are (events.md 4.3). */

export const planFacts = {
  PlanActivated: () => ({ plan: 'plan-1', agreedBy: ['party:team'] }),
  PlanReviewed: ({ chance }) => ({ plan: 'plan-1', answers: answers(chance) }),
  PlanClosed: () => ({ plan: 'plan-1', reason: 'goals_met' }),
  SafetyConditionSet: ({ chance }) => {
    const condition = chance.pick(conditions);
    return {
      condition,
      protects: persons(chance, 1),
      horizon: condition === 'c3' ? 'durable' : 'direct',
      bottomLine: chance.happens(0.3),
    };
  },
  SafetyConditionEnded: ({ chance }) => ({ condition: chance.pick(conditions), reason: 'achieved' }),
  SafetyAgreementMade: (scene) => {
    const { chance } = scene;
    const agreement = chance.pick(agreements);
    return {
      agreement,
      condition: chance.happens(0.85) ? agreement.replace('a', 'c') : chance.pick(conditions),
      actor: chance.pick([father, father, mother, 'party:aunt', 'party:team']),
      action: 'leaves_when_tension_rises',
      timing: 'on_trigger',
      critical: chance.happens(0.7),
      ...optional(chance, { minMonitors: chance.pick([1, 1, 2, 3]) }),
      ...optional(chance, { needsChildSight: chance.happens(0.7) }, 0.3),
      ...optional(chance, { validFrom: when(chance, scene.at) }, 0.15),
      ...optional(chance, { validTo: soonWhen(scene) }, 0.2),
    };
  },
  AgreementConsented: ({ chance }) => ({
    agreement: chance.pick(agreements),
    party: chance.pick([father, mother, 'party:aunt', gran]),
    obtained: chance.pick(['alone', 'alone', 'joint', 'written']),
  }),
  EscalationPathSet: ({ chance }) => ({
    agreement: chance.pick(agreements),
    rungs: [
      {
        to: chance.pick(['party:team', 'party:team', 'party:aunt']),
        ackMinutes: chance.pick([15, 30, 60]),
        hours: 'office',
        accepted: true,
      },
      {
        to: 'party:vt',
        ackMinutes: chance.pick([15, 30]),
        hours: chance.pick(['24x7', '24x7', '24x7', 'office']),
        accepted: chance.happens(0.9),
      },
    ].slice(0, chance.pick([2, 2, 2, 2, 1])),
  }),
  AgreementEnded: ({ chance }) => ({ agreement: chance.pick(agreements), reason: 'achieved' }),
  AgreementBroken: ({ chance }) => ({
    agreement: chance.pick(agreements),
    by: chance.pick([father, father, mother]),
    violence: tri(chance),
  }),
  PlanStepSet: ({ chance }) => ({
    step: chance.pick(steps),
    person: chance.pick([kid, mother, father]),
    kind: chance.pick([
      'parent_trauma',
      'parent_trauma',
      'child_recovery',
      'parenting',
      'relationship',
      'addiction',
      'debt_housing',
    ]),
    owner: 'party:team',
    ...optional(chance, { dependsOn: chance.some([...steps, 's9'], 1, 2) }, 0.3),
  }),
  PlanStepStarted: ({ chance }) => ({ step: chance.pick(steps) }),
  PlanStepCompleted: ({ chance }) => ({
    step: chance.pick(steps),
    outcome: chance.pick(['goal', 'partly', 'none']),
  }),
  PlanStepStalled: ({ chance }) => ({ step: chance.pick(steps), reason: 'no_show' }),
  OrderOverridden: ({ chance }) => ({
    step: chance.pick(steps),
    reason: 'agreed',
    approvedBy: ['party:team'],
  }),
  FactorReassessed: ({ chance }) => ({
    ...factor(chance),
    state: chance.pick(['active', 'reduced', 'controlled', 'gone']),
  }),
  ParentTraumaScreened: ({ chance }) => ({
    person: chance.pick([mother, father]),
    present: chance.pick(['no', 'no', 'yes', 'unknown']),
  }),
  BasicConditionsAssessed: ({ chance }) => ({
    child: chance.pick(children),
    basis: chance.pick([['seen'], ['seen', 'told'], ['told'], ['school']]),
    levels: levels(chance),
  }),
  RecoveryNeedAssessed: (scene) => ({
    person: scene.chance.pick(children),
    need: scene.chance.pick(['none_found', 'needed', 'not_yet_clear']),
    irreparable: mostlyNo(scene.chance),
    diagnosis: tri(scene.chance),
    personAsked: scene.chance.happens(0.7),
    ...optional(scene.chance, { nextLook: soonDay(scene) }),
  }),
} as const satisfies Partial<Record<EventType, Say>>;

function levels(chance: Chance): Data {
  const numbers = Array.from({ length: 12 }, (_, index) => String(index + 1));
  const named = chance.happens(0.7) ? numbers : chance.some(numbers, 1, 11);
  const odd = chance.pick(['fragile', 'fragile', 'insufficient']);
  return Object.fromEntries(named.map((number) => [number, chance.happens(0.1) ? odd : 'sufficient']));
}
