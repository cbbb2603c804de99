import { team } from '../cast.ts';
import {
  hush,
  look,
  other,
  partyOf,
  tell,
  turn,
  user,
  dayIn,
  incident,
  assessed,
  checkIn,
  momentIn,
} from './story.ts';
import type { Story } from './story.ts';
import type { Life } from '../life.ts';

/** Stories about durable safety: U1, U4, U5, U8 to U12. */
export const durableStories: readonly Story[] = [
  {
    name: 'eighteen months under control',
    why: 'With coercive control more eyes and a longer calm are asked before durable.',
    profile: 2,
    turns: [],
    looks: [look(400, 'U1 decision', 'status direct'), look(620, 'status durable', 'U1 met')],
  },
  {
    name: 'three months unseen',
    why: 'A gap in sight of more than a quarter starts the calm year anew.',
    turns: [
      turn(150, (life) => {
        hush(life, 110);
      }),
    ],
    looks: [look(240, 'status unknown', 'monitor silent'), look(400, 'U1 sight')],
  },
  {
    name: 'the network thins out',
    why: 'For the long term at least one friend or relative and one place of ordinary life must watch.',
    turns: [
      turn(200, (life) => {
        for (const monitor of life.monitors.filter((each) => each.agreements.includes('a3'))) {
          tell(life, 'MonitorWithdrew', { party: monitor.party, agreements: ['a3'] });
          monitor.agreements = monitor.agreements.filter((each) => each !== 'a3');
        }
      }),
      turn(210, (life) => void tell(life, 'AgreementEnded', { agreement: 'a3', reason: 'unworkable' })),
      turn(215, (life) => {
        for (const monitor of life.monitors.filter((each) => each.informal)) {
          tell(life, 'MonitorWithdrew', { party: monitor.party, agreements: ['a1', 'a2'] });
          monitor.silentFrom = life.today;
        }
      }),
      turn(225, (life) => {
        for (const monitor of life.monitors.filter((each) => each.informal)) {
          tell(life, 'MonitorAccepted', { party: monitor.party, agreements: ['a1'], cadenceDays: 7 });
          Object.assign(monitor, { silentFrom: Infinity, next: life.today + 1, agreements: ['a1'] });
        }
        for (const kind of ['school', 'childcare', 'youth_health_care'] as const) {
          tell(life, 'PartyClosedInvolvement', { party: partyOf(life, kind), reason: 'finished' });
          for (const monitor of life.monitors.filter((each) => each.kind === kind))
            monitor.silentFrom = life.today;
        }
      }),
    ],
    looks: [
      look(205, 'U8 uncovered', 'monitor withdrawn'),
      look(218, 'U8 informal', 'group network asked_declined'),
      look(230, 'U8 ordinary_life'),
    ],
  },
  {
    name: 'a plan for the relapse',
    why: 'A plan needs signs, eyes for each sign, a helper, and to be rehearsed.',
    turns: [
      turn(65, (life) => void life.stopped.add('rehearsal')),
      turn(70, (life) => {
        rehearse(life, { signals: [] });
      }),
      turn(80, (life) => {
        rehearse(life, { signals: [{ signal: 's-1', level: 'orange', observers: [] }] });
      }),
      turn(90, (life) => {
        rehearse(life, { helpers: [] });
      }),
      turn(100, (life) => {
        rehearse(life, {});
      }),
    ],
    looks: [look(75, 'U9 signal'), look(85, 'U9 observer'), look(95, 'U9 helper'), look(105, 'U9 rehearsal')],
  },
  {
    name: 'the past twelve months',
    why: 'One respondent who says that there was some violence is enough.',
    turns: [
      turn(
        372,
        (life) =>
          void tell(
            life,
            'OutcomeMeasured',
            { person: other, moment: 'T12', violence: 'some' },
            { source: 'adult_said' },
          ),
      ),
    ],
    looks: [look(360, 'U11 not_measured'), look(374, 'U11 violence')],
  },
  {
    name: 'signed by one',
    why: 'Durable needs two organisations; a single signature counts as direct.',
    turns: [
      turn(365, (life) => void life.stopped.add('deciding')),
      turn(
        395,
        (life) =>
          void tell(
            life,
            'SafetyStatusDecided',
            {
              person: 'family',
              status: 'durable',
              judges: [team(life.cast)],
              dissent: [partyOf(life, 'veilig_thuis')],
              basis: [],
            },
            { minute: 900 },
          ),
      ),
    ],
    looks: [look(396, 'evidence durable', 'decided direct', 'status direct', 'safety candidate')],
  },
  {
    name: 'durable is never finished',
    why: 'After a year of calm an old pattern returns: the status falls at once, and help comes the same day.',
    turns: [
      turn(430, (life) => {
        const candidate = incident(life, { witnessedBy: ['person:child-1', 'person:child-2'] });
        tell(
          life,
          'RelapseJudged',
          { candidate, relapse: 'yes', urgency: 'acute', judges: [team(life.cast)], spokenAlone: [other] },
          { minute: 640 },
        );
        tell(
          life,
          'ImmediateHelpRequested',
          {
            request: 'r90',
            candidate,
            persons: [user, 'person:child-1', 'person:child-2'],
            help: 'crisis_care',
          },
          { minute: 650 },
        );
        tell(
          life,
          'ImmediateHelpStarted',
          { request: 'r90', provider: partyOf(life, 'mental_health'), form: 'in_person', bridging: false },
          { minute: 900 },
        );
      }),
      turn(433, (life) => {
        assessed(life);
        life.lastKnownHarm = life.today;
        life.calmSince = life.today;
        life.decided = null;
      }),
    ],
    looks: [look(425, 'status durable'), look(431, 'status unsafe', 'candidate help_started')],
  },
  {
    name: 'the plan is closed, the guarantee stays',
    why: 'A relapse long after the plan was closed is still helped without a waiting list.',
    turns: [
      turn(420, (life) => {
        tell(life, 'PlanClosed', { plan: 'plan-1', reason: 'goals_met' });
        life.isActive = false;
      }),
      turn(520, (life) => {
        const candidate = tell(
          life,
          'RelapseSignalObserved',
          { person: user, level: 'orange', pattern: 'debt_housing', selfReport: true },
          { source: 'adult_said' },
        );
        tell(
          life,
          'ImmediateHelpRequested',
          { request: 'r90', candidate, persons: [user], help: 'debt_desk' },
          { minute: 650 },
        );
        tell(
          life,
          'WaitlistPlacementRecorded',
          { ref: 'r90', provider: 'party:debt-desk-1', named: 'planned_date', expectedDays: 21 },
          { minute: 700 },
        );
      }),
      turn(540, (life) => {
        tell(life, 'PlanActivated', { plan: 'plan-2', agreedBy: [user, team(life.cast)] });
        life.isActive = true;
        checkIn(life, partyOf(life, 'school'));
        tell(life, 'MdaReviewHeld', { participants: [team(life.cast)], knownAt: momentIn(life, -20) });
      }),
    ],
    looks: [look(521, 'plan inactive', 'guaranteed yes', 'breach W5', 'status unknown')],
  },
];
interface RelapsePlan {
  readonly signals?: { signal: string; level: 'orange'; observers: string[] }[];
  readonly helpers?: string[];
}

function rehearse(life: Life, { signals, helpers }: RelapsePlan): void {
  for (const person of [other, user])
    tell(life, 'RelapsePlanSet', {
      person,
      signals: signals ?? [{ signal: 's-1', level: 'orange', observers: [partyOf(life, 'school')] }],
      helpers: helpers ?? [partyOf(life, 'family')],
      ...(helpers === undefined && signals === undefined ? {} : { rehearsedAt: dayIn(life, 0) }),
    });
}
