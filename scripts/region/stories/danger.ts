import { assessed, checkIn, dayIn, look, other, partyOf, tell, turn, user } from './story.ts';
import type { Story } from './story.ts';

/** Stories about breaks, measures that end, red facts and danger: L2 to L8, D3, D5. */
export const dangerStories: readonly Story[] = [
  {
    name: 'an agreement is broken',
    why: 'A break of a bottom line without violence is a hard break until somebody looked again.',
    turns: [
      turn(50, (life) => void tell(life, 'AgreementBroken', { agreement: 'a1', by: user, violence: 'no' })),
      turn(54, (life) => void assessed(life)),
      turn(
        90,
        (life) =>
          void checkIn(life, partyOf(life, 'school'), { result: 'broken', personsSeen: ['person:child-1'] }),
      ),
      turn(92, (life) => void assessed(life)),
      turn(130, (life) => void tell(life, 'AgreementBroken', { agreement: 'a1', by: user, violence: 'yes' })),
    ],
    looks: [
      look(52, 'D3 L2', 'alarm L2 urgent', 'trigger AgreementBroken', 'queue urgent', 'decided null'),
      look(91, 'D3 L2', 'trigger MonitorCheckedIn'),
      look(131, 'L1 not met', 'queue acute'),
    ],
  },
  {
    name: 'the home ban ends',
    why: 'A measure that ends without an agreement in its place must be looked at before safety counts again.',
    turns: [
      turn(29, (life) => {
        tell(life, 'AgreementEnded', { agreement: 'a1', reason: 'withdrawn' });
        tell(
          life,
          'CrisisMeasureSet',
          { kind: 'home_ban', subject: user, from: dayIn(life, 0), to: dayIn(life, 10) },
          { minute: 640, by: 'party:police', source: 'document' },
        );
      }),
      turn(50, (life) => void assessed(life)),
    ],
    looks: [look(38, 'alarm L4 urgent'), look(42, 'D3 L4', 'alarm L4 urgent')],
  },
  {
    name: 'a red sign and a bell at night',
    why: 'Red facts void a decision for good; a bell that nobody answers climbs the path.',
    turns: [
      turn(
        45,
        (life) =>
          void tell(life, 'RelapseSignalObserved', {
            person: user,
            level: 'red',
            pattern: 'addiction',
            selfReport: false,
            signal: 's-2',
          }),
      ),
      turn(47, (life) => void assessed(life)),
      turn(
        80,
        (life) =>
          void tell(
            life,
            'BellRung',
            {
              bell: 'b90',
              to: partyOf(life, 'local_team'),
              urgency: 'acute',
              selfReport: true,
              agreement: 'a1',
              person: other,
            },
            { by: other, source: 'adult_said' },
          ),
      ),
      turn(
        81,
        (life) =>
          void tell(life, 'BellAnswered', {
            bell: 'b90',
            party: partyOf(life, 'veilig_thuis'),
            action: 'went_there',
          }),
      ),
      turn(82, (life) => void assessed(life)),
    ],
    looks: [
      look(46, 'D3 L5', 'alarm L5 acute', 'trigger RelapseSignalObserved', 'decided null'),
      look(80, 'alarm M11 acute', 'trigger BellRung', 'D3 L5'),
    ],
  },
  {
    name: 'looking from a distance',
    why: 'Danger that is seen, a look at the file only, and a look that grows old.',
    turns: [
      turn(
        60,
        (life) => void assessed(life, { acuteDanger: 'yes', perPerson: { 'person:child-2': 'unknown' } }),
      ),
      turn(75, (life) => void assessed(life)),
      turn(
        90,
        (life) =>
          void tell(life, 'SafetyStatusDecided', {
            person: 'person:child-2',
            status: 'unknown',
            judges: [partyOf(life, 'local_team')],
            basis: [],
          }),
      ),
      turn(100, (life) => {
        life.stopped.add('assessing');
        assessed(life, { basis: ['file'] });
      }),
      turn(110, (life) => void assessed(life, { basis: ['phone'] })),
    ],
    looks: [
      look(61, 'D5 danger', 'L1 not met', 'alarm L1 acute'),
      look(91, 'decided unknown'),
      look(105, 'D5 basis'),
      look(115, 'D5 met'),
      look(205, 'D5 stale'),
    ],
  },
];
