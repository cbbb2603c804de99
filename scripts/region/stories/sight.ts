import {
  assessed,
  checkIn,
  dayIn,
  hush,
  incident,
  look,
  lookAt,
  other,
  partyOf,
  silence,
  tell,
  turn,
  user,
} from './story.ts';
import type { Story } from './story.ts';

/** Stories about who is seen, by whom, and who belongs to the family: D4, L3, L7, P8. */
export const sightStories: readonly Story[] = [
  {
    name: 'fewer and fewer see them',
    why: 'One pair of eyes is not enough, and when all are silent the answer is unknown, not safe.',
    turns: [
      turn(60, (life) => {
        hush(life, 10_000, 'local_team', 'family', 'neighbour', 'gp', 'youth_health_care', 'childcare');
      }),
      turn(85, (life) => {
        hush(life, 10_000, 'school');
      }),
      turn(90, (life) => {
        const silent = `a1/${partyOf(life, 'family')}`;
        tell(life, 'AlarmAcknowledged', { rule: 'M5', subject: silent, by: partyOf(life, 'local_team') });
        tell(life, 'AlarmClosed', {
          rule: 'M5',
          subject: `a1/${partyOf(life, 'gp')}`,
          by: partyOf(life, 'local_team'),
          reason: 'spoken_by_phone',
        });
      }),
    ],
    looks: [
      lookAt(69, 3, 'monitor overdue', 'alarm M5 early'),
      look(
        80,
        'D4 parties',
        'monitor silent',
        'alarm L3 urgent',
        'alarm M5 urgent',
        'alarm M6 urgent family',
      ),
      look(
        125,
        'agreement uncovered',
        'alarm M2 urgent',
        'alarm M6 urgent child',
        'alarm acknowledged',
        'status unknown',
      ),
    ],
  },
  {
    name: 'seen, but not lately, and never alone',
    why: 'Under intimidation a child must be seen every week, and a child of four or older alone.',
    profile: 5,
    turns: [
      turn(60, (life) => {
        hush(life, 13);
      }),
      turn(80, (life) => {
        silence(life);
        for (const kind of ['school', 'family', 'neighbour'] as const)
          checkIn(life, partyOf(life, kind), { minute: 1000 });
      }),
      turn(88, (life) => {
        for (const kind of ['local_team', 'family', 'neighbour'] as const)
          checkIn(life, partyOf(life, kind), { childAlone: false });
      }),
      turn(94, (life) => {
        for (const kind of ['local_team', 'family'] as const)
          checkIn(life, partyOf(life, kind), {
            result: 'could_not_observe',
            personsSeen: [],
            childAlone: false,
            minute: 700,
          });
      }),
    ],
    looks: [look(70, 'D4 child_seen', 'alarm L3 urgent'), look(90, 'D4 child_alone')],
  },
  {
    name: 'a house full of people',
    why: 'A new partner, a former one and a grandparent: whoever is harmed is at risk, whatever the part in the family.',
    profile: 4,
    turns: [
      turn(60, (life) => {
        for (const [person, role, household] of [
          ['person:partner-1', 'partner', 'hh-1'],
          ['person:ex-1', 'ex_partner', 'hh-3'],
          ['person:grandparent-1', 'other_adult', 'hh-1'],
        ] as const)
          tell(life, 'PersonJoined', { person, role, household });
      }),
      turn(
        70,
        (life) =>
          void incident(life, {
            by: [other],
            kinds: ['psychological'],
            against: ['person:partner-1', 'person:ex-1', 'person:grandparent-1'],
          }),
      ),
      turn(72, (life) => void assessed(life)),
      turn(120, (life) => {
        for (const [bell, urgency] of [
          ['b91', 'early'],
          ['b92', 'urgent'],
        ] as const)
          tell(
            life,
            'BellRung',
            { bell, to: partyOf(life, 'local_team'), urgency, selfReport: false },
            { by: 'party:neighbour-1', source: 'third_party' },
          );
      }),
    ],
    looks: [
      look(71, 'role partner', 'role ex_partner', 'role other_adult', 'role parent'),
      look(120, 'alarm M11 early', 'alarm M11 urgent'),
    ],
  },
  {
    name: 'a baby comes',
    why: 'Who joins starts at unknown, and the family with it; also somebody who was never recorded may be harmed.',
    turns: [
      turn(100, (life) => {
        const baby = { person: 'person:child-3', role: 'unborn_child' as const, household: 'hh-1' };
        life.cast.persons.push(baby);
        tell(life, 'PersonJoined', { ...baby });
      }),
      turn(220, (life) => {
        const baby = life.cast.persons.find((each) => each.person === 'person:child-3');
        if (baby) Object.assign(baby, { role: 'child', birthMonth: dayIn(life, 0).slice(0, 7) });
        tell(life, 'PersonJoined', {
          person: 'person:child-3',
          role: 'child',
          household: 'hh-1',
          birthMonth: dayIn(life, 0).slice(0, 7),
        });
        tell(life, 'StressorRecorded', { kind: 'birth', person: other });
      }),
      turn(300, (life) => void incident(life, { against: ['person:visitor-1'], witnessedBy: [] })),
      turn(330, (life) => void tell(life, 'PersonLeft', { person: user })),
    ],
    looks: [
      look(101, 'role unborn_child', 'status unknown'),
      look(221, 'role child', 'D5 none'),
      look(301, 'role unrecorded', 'status unsafe'),
    ],
  },
];
