import { assessed, dayIn, incident, look, lookAt, other, partyOf, tell, turn, user } from './story.ts';
import type { Story } from './story.ts';

/** Stories about conditions, agreements and what a direct decision rests on: L1, L6, D1, D2. */
export const directStories: readonly Story[] = [
  {
    name: 'a calm year and more',
    why: 'Everything that is asked is done, so that every rule is met in the end and durable safety is signed by two organisations.',
    turns: [],
    looks: [
      lookAt(
        -14,
        23,
        'D5 none',
        'D1 condition',
        'D6 critical_agreement',
        'U1 decision',
        'U2 not_assessed',
        'U3 none',
        'U5 analysis',
        'U9 guarantee',
        'U10 professional',
        'L1 not met',
        'status unsafe',
        'plan inactive',
      ),
      look(
        12,
        'status unknown',
        'evidence direct',
        'decided null',
        'safety candidate',
        'U4 not_screened',
        'U9 plan',
        'U11 not_measured',
        'guaranteed yes',
        'plan active',
      ),
      look(
        25,
        'status direct',
        'decided direct',
        'agreement covered',
        'all monitoring',
        'L1 met',
        'D1 met',
        'D2 met',
        'D3 met',
        'D4 met',
        'D5 met',
        'D6 met',
      ),
      look(100, 'U4 treatment', 'U5 factor', 'U1 decision', 'step started'),
      look(
        400,
        'status durable',
        'evidence durable',
        'decided durable',
        'U1 met',
        'U2 met',
        'U3 met',
        'U4 met',
        'U5 met',
        'U6 met',
        'U7 met',
        'U8 met',
        'U9 met',
        'U10 met',
        'U11 met',
        'step completed',
      ),
    ],
  },
  {
    name: 'violence returns',
    why: 'An incident ends direct safety; time alone never closes it, and a child tells weeks later what happened before the next signature.',
    turns: [
      turn(60, (life) => {
        incident(life, { lethality: ['death_threat'] });
        tell(
          life,
          'SafetyStatusDecided',
          { person: 'family', status: 'unsafe', judges: [partyOf(life, 'local_team')], basis: [] },
          { minute: 1000 },
        );
      }),
      turn(62, (life) => {
        life.lastKnownHarm = life.today - 2;
        life.decided = null;
        assessed(life);
      }),
      turn(
        130,
        (life) =>
          void incident(
            life,
            {},
            {
              occurred: { from: dayIn(life, -66), to: dayIn(life, -57) },
              source: 'child_said',
              hiddenFrom: [user],
              by: partyOf(life, 'youth_health_care'),
            },
          ),
      ),
      turn(133, (life) => {
        life.lastKnownHarm = life.today;
        life.decided = null;
        assessed(life);
      }),
    ],
    looks: [
      lookAt(60, 15, 'alarm W6 acute', 'alarm R7 acute'),
      look(
        61,
        'decided unsafe',
        'status unsafe',
        'L1 not met',
        'D2 not met',
        'alarm L1 acute',
        'trigger IncidentRecorded',
        'queue acute',
        'candidate open',
      ),
      look(131, 'decided without knowledge', 'status unsafe'),
    ],
  },
  {
    name: 'agreements fall away',
    why: 'A condition without agreement, an agreement without path, a path without consent.',
    turns: [
      turn(40, (life) => void tell(life, 'AgreementEnded', { agreement: 'a1', reason: 'unworkable' })),
      turn(
        50,
        (life) =>
          void tell(life, 'SafetyAgreementMade', {
            agreement: 'a9',
            condition: 'c1',
            actor: user,
            action: 'stays_away_at_night',
            timing: 'daily',
            critical: true,
          }),
      ),
      turn(
        60,
        (life) =>
          void tell(life, 'EscalationPathSet', {
            agreement: 'a9',
            rungs: [
              { to: partyOf(life, 'local_team'), ackMinutes: 60, hours: 'office', accepted: true },
              { to: partyOf(life, 'veilig_thuis'), ackMinutes: 15, hours: '24x7', accepted: true },
            ],
          }),
      ),
      turn(70, (life) => {
        for (const party of [user, other])
          tell(life, 'AgreementConsented', { agreement: 'a9', party, obtained: 'joint' });
      }),
      turn(80, (life) => void tell(life, 'SafetyConditionEnded', { condition: 'c2', reason: 'achieved' })),
    ],
    looks: [
      look(45, 'D1 agreement', 'D6 critical_agreement'),
      look(55, 'D1 path', 'D6 uncovered', 'agreement uncovered', 'alarm M2 urgent', 'agreement incomplete'),
      look(65, 'D1 consent'),
      look(75, 'D1 met', 'agreement complete'),
    ],
  },
  {
    name: 'a yes in the same room',
    why: 'Under intimidation a consent that was obtained jointly is no consent.',
    profile: 2,
    turns: [
      turn(40, (life) => {
        tell(life, 'SafetyAgreementMade', {
          agreement: 'a1',
          condition: 'c1',
          actor: user,
          action: 'hands_in_the_key',
          timing: 'always',
          critical: true,
          minMonitors: 3,
        });
        tell(life, 'SafetyAgreementMade', {
          agreement: 'a9',
          condition: 'c1',
          actor: user,
          action: 'reads_no_messages',
          timing: 'always',
          critical: false,
        });
        tell(life, 'AgreementEnded', { agreement: 'a1', reason: 'replaced' }, { minute: 610 });
        tell(life, 'EscalationPathSet', {
          agreement: 'a9',
          rungs: [
            { to: partyOf(life, 'local_team'), ackMinutes: 30, hours: 'office', accepted: true },
            { to: partyOf(life, 'veilig_thuis'), ackMinutes: 15, hours: '24x7', accepted: true },
          ],
        });
        for (const party of [user, other])
          tell(life, 'AgreementConsented', { agreement: 'a9', party, obtained: 'joint' }, { minute: 620 });
      }),
      turn(90, (life) => {
        for (const party of [user, other])
          tell(life, 'AgreementConsented', { agreement: 'a9', party, obtained: 'alone' });
      }),
    ],
    looks: [look(60, 'D1 consent'), look(95, 'D1 met')],
  },
];
