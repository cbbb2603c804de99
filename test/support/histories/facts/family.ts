import type { EventType } from '../../../../src/domain/event.ts';
import {
  adults,
  allParties,
  baby,
  birthMonth,
  father,
  gran,
  kid,
  mother,
  parties,
  person,
  professionals,
} from '../cast.ts';
import type { Chance } from '../chance.ts';
import { when } from '../times.ts';
import { answers, factor, mostlyNo, optional, soonWhen, tri } from './words.ts';
import type { Say } from './words.ts';

/** Who is in the family and around it, and what danger there is (events.md 4.1 and 4.2). */

const profile = (chance: Chance) => ({
  profile: chance.pick([1, 1, 1, 2, 3, 4, 5, 'unknown']),
  coerciveControl: mostlyNo(chance),
});
const violence = (chance: Chance) => ({
  kinds: [chance.pick(['verbal', 'physical', 'threat'])],
  by: chance.pick([[father], [father], [mother], [], ['person:stranger']]),
  against: chance.pick([[mother], [kid], [mother, kid], [gran], ['person:stranger'], [baby]]),
});

export const familyFacts = {
  FamilyReported: ({ chance }) => ({
    relation: chance.pick(['first', 'repeat_one']),
    acute: tri(chance),
    structural: 'no',
    ...optional(chance, { handledAs: chance.pick(['existing_plan', 'new_case']) }),
  }),
  PersonJoined: ({ chance, at }) => {
    const who = person(chance);
    const role =
      who === kid
        ? 'child'
        : who === baby
          ? chance.pick(['unborn_child', 'child'])
          : who === gran
            ? 'other_adult'
            : chance.pick(['parent', 'parent', 'partner', 'ex_partner']);
    const month = birthMonth(chance, at);
    return { person: who, role, household: 'hh-1', ...(month === undefined ? {} : { birthMonth: month }) };
  },
  PersonLeft: ({ chance }) => ({ person: person(chance) }),
  PartyInvolved: ({ chance }) => {
    const party = chance.pick(allParties);
    return {
      party,
      ...parties[party],
      ...optional(chance, { organisation: chance.pick(['org-1', 'org-2']) }, 0.15),
      ...optional(chance, { livesWith: [person(chance)] }, 0.2),
      ...optional(chance, { linkedTo: [chance.pick(adults)] }, 0.15),
    };
  },
  PartyClosedInvolvement: ({ chance }) => ({ party: chance.pick(allParties), reason: 'finished' }),
  FamilyMoved: () => ({ household: 'hh-1', fromMunicipality: 'm-1', toMunicipality: 'm-2' }),
  IncidentRecorded: ({ chance }) => ({
    ...violence(chance),
    witnessedBy: chance.pick([[], [kid], ['person:guest']]),
    ...optional(chance, { lethality: chance.pick([[], ['weapon']]) }),
  }),
  ViolencePatternRecorded: ({ chance }) => ({
    ...violence(chance),
    ...optional(chance, { estimatedPerYear: 4, trend: 'same' }),
  }),
  SafetyAssessed: ({ chance }) => ({
    assessor: chance.pick(['party:vt', 'party:team']),
    acuteDanger: mostlyNo(chance),
    acuteProblems: tri(chance),
    ...optional(chance, { perPerson: { [person(chance)]: mostlyNo(chance) } }, 0.2),
    basis: chance.pick([
      ['seen_alone'],
      ['seen_alone'],
      ['seen_alone', 'joint'],
      ['phone'],
      ['phone', 'file'],
      ['joint'],
      ['file'],
    ]),
  }),
  AnalysisCompleted: ({ chance }) => ({
    ...profile(chance),
    violenceKinds: ['verbal'],
    factors: chance.happens(0.6) ? [factor(chance)] : [],
    spokenSeparately: [],
    childrenAsked: [],
  }),
  ProfileRevised: ({ chance }) => profile(chance),
  CrisisMeasureSet: (scene) => ({
    kind: 'home_ban',
    subject: scene.chance.pick([father, father, mother, gran]),
    from: when(scene.chance, scene.at),
    ...optional(scene.chance, { to: soonWhen(scene) }, 0.9),
  }),
  ContactHeld: ({ chance }) => ({
    party: chance.pick(professionals),
    with: [chance.pick(adults)],
    joint: chance.happens(0.5),
    ...optional(chance, { answers: answers(chance) }, 0.8),
  }),
  FamilyVoiceRecorded: ({ chance }) => ({
    person: person(chance),
    alone: chance.happens(0.5),
    ...optional(chance, { helpNeeded: tri(chance), feelsSafe: chance.between(0, 10) }, 0.8),
  }),
  ContactArrangementSet: () => ({
    child: kid,
    adult: father,
    supervised: true,
    agreements: [],
    contraIndication: 'unknown',
  }),
} as const satisfies Partial<Record<EventType, Say>>;
