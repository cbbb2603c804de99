import { team } from '../cast.ts';
import { assessed, incident, look, lookAt, momentIn, other, partyOf, tell, turn, user } from './story.ts';
import type { Story } from './story.ts';
import { asked, judged, sign, started } from './story.ts';

/** Stories about help without a waiting list: W1 to W10. */
export const guaranteeStories: readonly Story[] = [
  {
    name: 'help too late',
    why: 'Nobody judges and help comes after the term: the breach stays, whatever follows.',
    turns: [
      turn(100, (life) => {
        const bell = tell(
          life,
          'BellRung',
          { bell: 'b90', to: team(life.cast), urgency: 'urgent', selfReport: true, person: other },
          { by: other, source: 'adult_said' },
        );
        tell(
          life,
          'BellAnswered',
          { bell: 'b90', party: team(life.cast), action: 'called_back' },
          { minute: 615 },
        );
        asked(life, bell, [other]);
      }),
      turn(106, (life) => {
        started(life, 'r90', 700);
      }),
    ],
    looks: [
      lookAt(
        102,
        6,
        'alarm W6 urgent',
        'alarm R7 urgent',
        'candidate open',
        'queue urgent',
        'trigger BellRung',
      ),
      look(104, 'breach W6', 'alarm W11 urgent', 'queue overdue'),
      look(107, 'candidate help_started', 'breach W6'),
    ],
  },
  {
    name: 'the child is left out',
    why: 'Help for the adult is no help for the child who saw it.',
    turns: [
      turn(100, (life) => {
        const candidate = incident(life);
        judged(life, candidate, { relapse: 'yes' });
        asked(life, candidate, [user]);
        started(life, 'r90', 800);
      }),
      turn(102, (life) => void assessed(life)),
    ],
    looks: [look(101, 'breach W9', 'alarm W11 acute', 'candidate open')],
  },
  {
    name: 'a wait by any other name',
    why: 'A planned date is a waiting list, bridging is no start, an intake is no start, and a refusal for money is a breach.',
    turns: [
      turn(100, (life) => {
        const candidate = sign(life, 'orange');
        asked(life, candidate, [user]);
        tell(
          life,
          'WaitlistPlacementRecorded',
          { ref: 'r90', provider: 'party:clinic-2', named: 'capacity_queue', expectedDays: 40 },
          { minute: 700 },
        );
        tell(life, 'BarrierMet', { kind: 'funding_silo', ref: 'r90' }, { minute: 710 });
        tell(
          life,
          'ReferralRejected',
          { ref: 'r90', provider: 'party:clinic-3', reason: 'no_diagnosis' },
          { minute: 720 },
        );
        tell(
          life,
          'ReferralRejected',
          { ref: 'r90', provider: 'party:clinic-4', reason: 'capacity' },
          { minute: 730 },
        );
        tell(
          life,
          'HelpOffered',
          { request: 'r90', provider: 'party:outreach-1', startsAt: momentIn(life, 20) },
          { minute: 740 },
        );
        tell(
          life,
          'ImmediateHelpStarted',
          { request: 'r90', provider: team(life.cast), form: 'phone', bridging: true },
          { minute: 800 },
        );
        tell(
          life,
          'ImmediateHelpStarted',
          { request: 'r90', provider: 'party:clinic-2', form: 'intake_only', bridging: false },
          { minute: 900 },
        );
      }),
      turn(140, (life) => {
        started(life, 'r90', 700);
      }),
    ],
    looks: [look(101, 'breach W5', 'breach W7', 'candidate open'), look(104, 'breach W6')],
  },
  {
    name: 'a new case for an old family',
    why: 'A report on a family with a plan is a relapse, not a new case at the back of the queue.',
    turns: [
      turn(
        80,
        (life) =>
          void tell(life, 'ContactArrangementSet', {
            child: 'person:child-1',
            adult: user,
            supervised: true,
            supervisor: team(life.cast),
            agreements: ['a1'],
            contraIndication: 'unknown',
          }),
      ),
      turn(
        90,
        (life) =>
          void tell(life, 'FamilyMoved', {
            household: 'hh-1',
            fromMunicipality: 'gemeente-a',
            toMunicipality: 'gemeente-b',
          }),
      ),
      turn(100, (life) => {
        const candidate = tell(
          life,
          'FamilyReported',
          { relation: 'follow_up_monitoring', acute: 'no', structural: 'yes', handledAs: 'new_case' },
          { by: partyOf(life, 'veilig_thuis'), source: 'third_party' },
        );
        asked(life, candidate, [user, other]);
        tell(life, 'BarrierMet', { kind: 'residence_principle', ref: 'r90' }, { minute: 700 });
      }),
    ],
    looks: [look(101, 'breach W8', 'breach W7', 'trigger FamilyReported', 'candidate urgent')],
  },
  {
    name: 'no, thank you',
    why: 'A decline counts when it was said alone, after two real alternatives; it is offered again.',
    turns: [
      turn(100, (life) => {
        const candidate = sign(life, 'orange');
        asked(life, candidate, [user]);
        tell(
          life,
          'HelpDeclined',
          { request: 'r90', person: user, alone: true, alternatives: 2, reason: 'not_now' },
          { minute: 700, source: 'adult_said' },
        );
      }),
      turn(
        120,
        (life) =>
          void tell(life, 'HelpOffered', {
            request: 'r90',
            provider: partyOf(life, 'mental_health'),
            startsAt: momentIn(life, 2),
          }),
      ),
    ],
    looks: [look(102, 'candidate declined'), look(110, 'alarm W10 early')],
  },
  {
    name: 'the guarantee ends',
    why: 'Without a guarantee there is no breach; only with the family informed it ends.',
    turns: [
      turn(
        90,
        (life) =>
          void tell(life, 'GuaranteeEnded', {
            reason: 'no_contact',
            endedBy: [team(life.cast)],
            familyInformed: false,
          }),
      ),
      turn(
        100,
        (life) =>
          void tell(life, 'GuaranteeEnded', {
            reason: 'family_wants_no_more',
            endedBy: [team(life.cast), partyOf(life, 'veilig_thuis')],
            familyInformed: true,
          }),
      ),
      turn(110, (life) => {
        asked(life, sign(life, 'orange'), [user]);
      }),
      turn(
        200,
        (life) => void tell(life, 'PlanActivated', { plan: 'plan-2', agreedBy: [other, team(life.cast)] }),
      ),
    ],
    looks: [
      look(95, 'guaranteed yes'),
      look(120, 'guaranteed no', 'U9 guarantee'),
      look(201, 'guaranteed yes'),
    ],
  },
];
