import { dayIn, hush, look, other, partyOf, tell, turn, user } from './story.ts';
import type { Story } from './story.ts';

/** Stories about supporters and the professional who stays: M10, M14, M15, C1 to C4, U10. */
export const continuityStories: readonly Story[] = [
  {
    name: 'who carries the carriers',
    why: 'A supporter who carries too much, rings without a friend, a review that is due.',
    turns: [
      turn(26, (life) => {
        for (const child of ['person:child-1', 'person:child-2'])
          for (const supporter of ['party:aunt-1', 'party:neighbour-1'])
            tell(life, 'SupportPersonLeft', { person: child, supporter }, { minute: 1100 });
      }),
      turn(40, (life) => {
        tell(life, 'SupporterLoadAssessed', { supporter: 'party:aunt-1', overloaded: 'yes' });
        tell(life, 'SupportPersonNamed', {
          person: 'person:child-1',
          supporter: partyOf(life, 'youth_health_care'),
          ring: 1,
          support: ['emotional'],
          level: 'professional',
          until: dayIn(life, 200),
        });
        tell(life, 'SupportPersonNamed', {
          person: 'person:child-2',
          supporter: 'party:neighbour-1',
          ring: 3,
          support: ['practical'],
          level: 'everyday',
          reviewDays: 30,
        });
      }),
      turn(80, (life) => {
        tell(life, 'SupporterLoadAssessed', { supporter: 'party:aunt-1', overloaded: 'no' });
        for (const agreement of ['a5', 'a6', 'a7']) {
          tell(
            life,
            'SafetyAgreementMade',
            {
              agreement,
              condition: 'c2',
              actor: other,
              action: 'asks_for_help',
              timing: 'weekly',
              critical: false,
            },
            { minute: 610 },
          );
          tell(
            life,
            'MonitorAccepted',
            { party: 'party:aunt-1', agreements: [agreement], cadenceDays: 30 },
            { minute: 620 },
          );
        }
      }),
    ],
    looks: [
      look(45, 'alarm M10 early', 'alarm M14 early'),
      look(75, 'alarm M15 early'),
      look(82, 'alarm M10 early'),
    ],
  },
  {
    name: 'the professional leaves',
    why: 'Leave without a successor, a deputy for too long, a cold handover, a contact that lapses, a professional who is too near.',
    turns: [
      turn(100, (life) => {
        life.stopped.add('contact');
        hush(life, 10_000, 'local_team');
        tell(life, 'ProfessionalLeaveAnnounced', {
          professional: partyOf(life, 'youth_health_care'),
          lastDay: dayIn(life, 20),
        });
      }),
      turn(
        160,
        (life) => void tell(life, 'LongTermProfessionalAssigned', { professional: 'party:professional-2' }),
      ),
      turn(
        170,
        (life) =>
          void tell(life, 'LongTermProfessionalAssigned', {
            professional: 'party:professional-2',
            deputy: partyOf(life, 'local_team'),
          }),
      ),
      turn(
        240,
        (life) =>
          void tell(
            life,
            'ContactHeld',
            {
              party: 'party:professional-2',
              with: [other],
              joint: false,
              answers: { stillSafe: 'yes', basicConditions: 'yes', helpNeeded: 'no' },
            },
            { by: 'party:professional-2' },
          ),
      ),
      turn(
        245,
        (life) =>
          void tell(life, 'PartyInvolved', {
            party: 'party:professional-2',
            kind: 'other',
            informal: false,
            linkedTo: [user],
          }),
      ),
      turn(260, (life) => {
        tell(life, 'ProfessionalLeaveAnnounced', {
          professional: 'party:professional-2',
          lastDay: dayIn(life, 10),
          successor: 'party:professional-3',
        });
        tell(
          life,
          'HandoverCompleted',
          { professional: 'party:professional-3', warm: false, familyPresent: true },
          { minute: 700 },
        );
      }),
      turn(
        300,
        (life) =>
          void tell(life, 'PartyClosedInvolvement', { party: 'party:professional-3', reason: 'no_capacity' }),
      ),
      turn(
        301,
        (life) =>
          void tell(life, 'PartyClosedInvolvement', { party: partyOf(life, 'local_team'), reason: 'moved' }),
      ),
    ],
    looks: [
      look(105, 'alarm C3 urgent'),
      look(125, 'U10 professional', 'alarm C1 early', 'professional none'),
      look(155, 'alarm C1 urgent'),
      look(165, 'U10 deputy', 'deputy none'),
      look(238, 'U10 contact', 'alarm C2 early'),
      look(250, 'U10 linked'),
      look(280, 'alarm C2 early'),
      look(305, 'alarm C1 urgent', 'deputy none', 'alarm to nobody'),
    ],
  },
];
