import type { Party } from '../cast.ts';
import type { Life } from '../life.ts';
import { checkIn, dayIn, hush, look, partyOf, silence, tell, turn, user } from './story.ts';
import type { Story } from './story.ts';

/** Stories about monitors and the groups around a family: M1, M2, M8, M12. */
export const watchingStories: readonly Story[] = [
  {
    name: 'everybody watches in another way',
    why: 'Asked, refused, withdrawn, blind, paused with and without a stand-in: each is its own state, none is silence.',
    turns: [
      turn(30, (life) => {
        tell(life, 'PartyInvolved', {
          party: 'party:friend-1',
          kind: 'friend',
          informal: true,
          livesWith: [user],
        });
        tell(life, 'PartyInvolved', {
          party: 'party:buddy-1',
          kind: 'volunteer',
          informal: true,
          organisation: 'volunteers',
        });
        tell(life, 'PartyInvolved', {
          party: 'party:support-family-1',
          kind: 'support_family',
          informal: true,
        });
        tell(life, 'MonitorInvited', { party: 'party:friend-1', agreements: ['a1'] }, { minute: 610 });
        tell(
          life,
          'MonitorDeclined',
          { party: 'party:buddy-1', agreements: ['a1'] },
          { minute: 620, by: 'party:buddy-1' },
        );
        tell(
          life,
          'MonitorAccepted',
          {
            party: 'party:support-family-1',
            agreements: ['a1'],
            cadenceDays: 28,
            monitorsFrom: dayIn(life, 14),
          },
          { minute: 620, by: 'party:support-family-1' },
        );
        tell(life, 'MonitorWithdrew', { party: partyOf(life, 'gp'), agreements: ['a1'] }, { minute: 630 });
        hush(life, 10_000, 'gp', 'neighbour', 'youth_health_care');
        tell(life, 'MonitorPaused', {
          party: partyOf(life, 'youth_health_care'),
          from: dayIn(life, 1),
          to: dayIn(life, 30),
          reason: 'inability',
        });
        tell(life, 'MonitorPaused', {
          party: partyOf(life, 'childcare'),
          from: dayIn(life, 1),
          to: dayIn(life, 15),
          standIn: partyOf(life, 'family'),
          agreements: ['a1'],
          reason: 'leave',
        });
        hush(life, 17, 'childcare');
      }),
      turn(32, (life) => {
        blind(life);
      }),
      turn(35, (life) => {
        blind(life);
      }),
    ],
    looks: [
      look(
        36,
        'monitor invited',
        'monitor declined',
        'monitor withdrawn',
        'monitor accepted',
        'monitor active',
        'monitor blind',
        'monitor paused_uncovered',
        'monitor paused_with_standin',
        'alarm M8 early',
        'monitor not independent',
      ),
    ],
  },
  {
    name: 'cover wears thin',
    why: 'All check-ins are a day late: the cover is thin before it is gone.',
    turns: [
      turn(50, (life) => {
        const kept = [partyOf(life, 'school'), partyOf(life, 'local_team')];
        for (const { party } of life.monitors.filter((each) => !kept.includes(each.party)))
          tell(life, 'MonitorWithdrew', { party, agreements: ['a1'] });
      }),
      turn(55, (life) => {
        silence(life);
      }),
      turn(60, (life) => {
        for (const kind of ['school', 'local_team'] as const) checkIn(life, partyOf(life, kind));
      }),
    ],
    looks: [
      look(68, 'agreement thin'),
      look(73, 'agreement uncovered', 'alarm M5 early', 'alarm M6 urgent family'),
    ],
  },
  {
    name: 'asked one by one',
    why: 'Every group around a family passes through every state, from not asked to active.',
    turns: [
      turn(100, (life) => {
        for (const monitor of life.monitors)
          tell(life, 'MonitorWithdrew', { party: monitor.party, agreements: ['a1', 'a2'] });
        silence(life);
      }),
      turn(105, (life) => {
        for (const agreement of ['a1', 'a2']) tell(life, 'AgreementEnded', { agreement, reason: 'replaced' });
        tell(life, 'SafetyAgreementMade', {
          agreement: 'a9',
          condition: 'c1',
          actor: user,
          action: 'sleeps_elsewhere',
          timing: 'daily',
          critical: true,
        });
      }),
      turn(110, (life) => {
        for (const party of groups(life)) tell(life, 'MonitorInvited', { party, agreements: ['a9'] });
      }),
      turn(115, (life) => {
        for (const party of groups(life))
          tell(life, 'MonitorDeclined', { party, agreements: ['a9'] }, { by: party });
      }),
      turn(120, (life) => {
        for (const party of groups(life))
          tell(life, 'MonitorAccepted', { party, agreements: ['a9'], cadenceDays: 7 }, { by: party });
      }),
      turn(122, (life) => {
        for (const party of groups(life)) checkIn(life, party, { agreement: 'a9' });
      }),
    ],
    looks: [
      look(106, ...inGroups('not_asked')),
      look(111, ...inGroups('asked')),
      look(116, ...inGroups('asked_declined')),
      look(121, ...inGroups('agreed_not_active')),
      look(123, ...inGroups('active')),
    ],
  },
];

function blind(life: Life): void {
  checkIn(life, partyOf(life, 'neighbour'), {
    result: 'could_not_observe',
    personsSeen: [],
    childAlone: false,
  });
}

const groupKinds: readonly Party['kind'][] = ['school', 'childcare', 'gp', 'family'];
const groups = (life: Life): string[] => groupKinds.map((kind) => partyOf(life, kind));

function inGroups(state: string): string[] {
  return ['school', 'early_years', 'gp', 'network'].map((kind) => `group ${kind} ${state}`);
}
