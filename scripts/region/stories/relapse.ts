import { team } from '../cast.ts';
import { assessed, checkIn, dayIn, incident, look, other, partyOf, tell, turn, user } from './story.ts';
import type { Story } from './story.ts';
import { asked, judged, sign, started } from './story.ts';

/** Stories about signs, judgements and corrections: R1 to R5, P1. */
export const relapseStories: readonly Story[] = [
  {
    name: 'help in time',
    why: 'A sign is seen, judged and helped within the term; then the help ends, and is reviewed late.',
    turns: [
      turn(100, (life) => {
        const candidate = sign(life, 'orange');
        judged(life, candidate, { relapse: 'yes', urgency: 'urgent' });
        asked(life, candidate, [user]);
        started(life, 'r90', 800);
      }),
      turn(
        130,
        (life) =>
          void tell(life, 'ShortTermHelpEnded', { request: 'r90', outcome: 'partly', followUp: 'extend' }),
      ),
      turn(
        150,
        (life) =>
          void tell(life, 'ShortTermHelpEnded', { request: 'r90', outcome: 'goal', followUp: 'none' }),
      ),
    ],
    looks: [
      look(101, 'candidate help_started', 'trigger RelapseSignalObserved'),
      look(118, 'alarm W12 early'),
      look(151, 'candidate closed'),
    ],
  },
  {
    name: 'who was spoken alone',
    why: 'Under intimidation a judgement counts only if somebody who does not use violence was spoken alone.',
    profile: 5,
    turns: [
      turn(100, (life) => {
        judged(life, sign(life, 'orange'), { relapse: 'no', spokenAlone: [] });
      }),
      turn(140, (life) => {
        judged(life, sign(life, 'orange'), { relapse: 'no', spokenAlone: [other] });
      }),
      turn(180, (life) => {
        judged(life, sign(life, 'green'), { relapse: 'unknown', urgency: 'early' });
      }),
    ],
    looks: [look(101, 'candidate open'), look(141, 'candidate closed'), look(181, 'candidate early')],
  },
  {
    name: 'one after the other',
    why: 'Small signs in a row are one level higher; a life event counts when two monitors worry after it.',
    turns: [
      turn(
        100,
        (life) =>
          void tell(
            life,
            'StressorRecorded',
            { kind: 'job_loss', person: user },
            { occurred: dayIn(life, -1) },
          ),
      ),
      turn(
        102,
        (life) => void checkIn(life, partyOf(life, 'school'), { worry: 2, personsSeen: ['person:child-1'] }),
      ),
      turn(103, (life) => void checkIn(life, partyOf(life, 'family'), { worry: 3 })),
      turn(
        105,
        (life) =>
          void tell(
            life,
            'FamilyVoiceRecorded',
            { person: other, alone: true, feelsSafe: 5, helpNeeded: 'yes' },
            { source: 'adult_said' },
          ),
      ),
      turn(
        106,
        (life) =>
          void tell(life, 'ContactHeld', {
            party: partyOf(life, 'youth_health_care'),
            with: [other],
            joint: false,
            answers: { stillSafe: 'yes', basicConditions: 'no', helpNeeded: 'yes' },
          }),
      ),
      turn(108, (life) => void tell(life, 'FactorReassessed', { factor: 'debt', state: 'active' })),
    ],
    looks: [
      look(104, 'trigger StressorRecorded', 'candidate early', 'trigger MonitorCheckedIn'),
      look(109, 'trigger FamilyVoiceRecorded', 'trigger ContactHeld', 'trigger FactorReassessed'),
    ],
  },
  {
    name: 'written down wrongly',
    why: 'Another family, the wrong person, a date that turns out different: taken back or replaced, never overwritten.',
    turns: [
      turn(100, (life) => {
        const mistaken = incident(life);
        life.agenda.set(life.today + 3, [
          () =>
            void tell(life, 'EventRetracted', {
              target: mistaken,
              reason: 'wrong_family',
              approvedBy: team(life.cast),
            }),
        ]);
      }),
      turn(120, (life) => {
        const first = tell(
          life,
          'ViolencePatternRecorded',
          { kinds: ['psychological'], by: [user], against: [other], trend: 'unknown' },
          { occurred: { from: dayIn(life, -40), to: dayIn(life, -2) } },
        );
        tell(
          life,
          'ViolencePatternRecorded',
          {
            kinds: ['psychological', 'financial'],
            by: [user],
            against: [other],
            estimatedPerYear: 20,
            trend: 'down',
          },
          { occurred: { from: dayIn(life, -40), to: dayIn(life, -20) }, supersedes: first, minute: 900 },
        );
        tell(life, 'ProfileRevised', { profile: 'unknown', coerciveControl: 'unknown' }, { minute: 910 });
      }),
      turn(125, (life) => void assessed(life)),
    ],
    looks: [
      look(101, 'status unsafe', 'alarm L1 acute'),
      look(104, 'L1 met'),
      look(121, 'trigger ViolencePatternRecorded'),
    ],
  },
];
