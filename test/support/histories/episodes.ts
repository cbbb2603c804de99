import { addDays, addHours } from '../../../src/domain/calendar.ts';
import type { EventType } from '../../../src/domain/event.ts';
import { baby, father, kid, mother, watchers } from './cast.ts';
import { when } from './times.ts';
import { factTypes, isTriggering } from './facts.ts';
import type { Story } from './story.ts';

/** Things that follow from each other: what one rule reads together. */

type Episode = (story: Story) => void;

const triggerTypes = factTypes.filter(isTriggering);

/** A sign of relapse, what was asked for it, and how help came or did not come. */
const relapse: Episode = (story) => {
  const { chance } = story;
  const at = story.moment();
  const hurtsChildren = chance.happens(0.25);
  const candidate = hurtsChildren
    ? story.tell('IncidentRecorded', at, {
        against: [mother],
        witnessedBy: chance.pick([[kid], [kid, baby]]),
      })
    : story.tell(chance.pick(triggerTypes), at);
  const known = story.instants.at(-1) ?? at;
  if (chance.happens(0.4))
    story.tell('RelapseJudged', story.after(known), {
      candidate,
      ...(chance.happens(0.4) ? { relapse: 'no', spokenAlone: [mother] } : {}),
    });
  if (chance.happens(0.2)) return;
  const request = chance.pick(['r1', 'r2']);
  story.tell('ImmediateHelpRequested', addHours(known, chance.pick([0, 0, 1, 5])), {
    candidate,
    request,
    ...(chance.happens(0.5) ? { persons: [chance.pick([mother, kid])] } : {}),
  });
  const follow: readonly EventType[] = [
    'WaitlistPlacementRecorded',
    'ReferralRejected',
    'BarrierMet',
    'HelpOffered',
    'HelpDeclined',
    'ImmediateHelpStarted',
    'ImmediateHelpStarted',
  ];
  for (const type of chance.some(follow, 0, 4)) {
    const later = addHours(known, chance.pick([0, 1, 4, 8, 8, 24, 72, 72, 100]));
    story.tell(
      type,
      later,
      type === 'WaitlistPlacementRecorded' || type === 'ReferralRejected'
        ? { ref: request }
        : type === 'BarrierMet'
          ? {}
          : { request },
    );
    if (type === 'ImmediateHelpStarted' && chance.happens(0.3))
      story.tell('ShortTermHelpEnded', story.after(later), { request });
    if (type === 'ImmediateHelpStarted' && chance.happens(0.2))
      story.tell('PlanReviewed', addDays(later, chance.pick([1, 14, 15])));
  }
  if (chance.happens(0.2))
    story.tell('ImmediateHelpRequested', story.after(known), {
      candidate: story.tell('FamilyReported', story.after(known)),
      request,
    });
};

/** Several signs in a row. */
const series: Episode = (story) => {
  let at = story.moment();
  for (let left = story.chance.between(2, 4); left > 0; left--) {
    story.tell(story.chance.pick(triggerTypes), at, {});
    at = addDays(at, story.chance.pick([0, 1, 10, 15, 30]));
  }
};

/** Bad news, someone who looks whether it is safe now, and perhaps people who sign that. */
const repaired: Episode = (story) => {
  const { chance } = story;
  const at = story.moment();
  const type = chance.pick<EventType>([
    'IncidentRecorded',
    'ViolencePatternRecorded',
    'AgreementBroken',
    'RelapseSignalObserved',
    'BellRung',
    'SafetyAssessed',
  ]);
  story.tell(type, at, type === 'SafetyAssessed' ? { acuteDanger: 'yes' } : {});
  const assessed = addDays(story.instants.at(-1) ?? at, chance.pick([0, 1, 3]));
  story.tell('SafetyAssessed', assessed, {
    acuteDanger: 'no',
    basis: [chance.pick(['seen_alone', 'seen_alone', 'phone'])],
  });
  if (chance.happens(0.6))
    story.tell('SafetyStatusDecided', addDays(at, chance.pick([13, 14, 14, 15, 20])), {
      status: 'direct',
      person: 'family',
    });
};

const bell: Episode = (story) => {
  const at = story.moment();
  const rung = story.chance.pick(['b1', 'b2']);
  story.tell('BellRung', at, { bell: rung });
  if (story.chance.happens(0.4))
    story.tell('BellAnswered', addHours(at, story.chance.pick([0.25, 0.5, 1, 24])), { bell: rung });
};

/** A monitor accepts, checks in as often as agreed, and then perhaps no more. */
const watch: Episode = (story) => {
  const { chance } = story;
  let at = story.moment();
  const party = chance.pick(watchers);
  const agreement = chance.pick(['a1', 'a1', 'a2', 'a3']);
  const cadenceDays = chance.pick([1, 3, 7, 14]);
  story.tell('MonitorAccepted', at, { party, agreements: [agreement], cadenceDays });
  const result = chance.pick([undefined, 'kept', 'kept', 'could_not_observe']);
  for (let left = chance.between(0, 4); left > 0; left--) {
    at = addDays(at, chance.pick([cadenceDays, cadenceDays, 1, cadenceDays + 2]));
    story.tell('MonitorCheckedIn', at, { party, agreement, ...(result === undefined ? {} : { result }) });
  }
};

/** Somebody cannot watch for a while, and somebody else who already watches stands in. */
const pause: Episode = (story) => {
  const { chance } = story;
  const at = story.moment();
  const from = addDays(at, chance.pick([0, 1, 7]));
  const [party, standIn] = chance.shuffled(watchers.slice(0, 3));
  story.tell('MonitorPaused', at, {
    party,
    standIn,
    from: when(chance, from),
    to: when(chance, addDays(from, chance.pick([3, 7, 14]))),
  });
  if (chance.happens(0.4))
    story.tell('MonitorCheckedIn', addDays(from, chance.between(0, 7)), { party: standIn, agreement: 'a1' });
  if (story.chance.happens(0.3)) story.tell('MonitorPaused', story.moment());
};

const measure: Episode = (story) => {
  const at = story.moment();
  story.tell('CrisisMeasureSet', at);
  if (story.chance.happens(0.4)) story.tell('SafetyAssessed', story.after(at), { acuteDanger: 'no' });
};

const step: Episode = (story) => {
  const { chance } = story;
  const id = chance.pick(['s1', 's2', 's3']);
  let at = story.moment();
  story.tell('PlanStepSet', at, { step: id });
  const follow: readonly EventType[] = [
    'WaitlistPlacementRecorded',
    'WaitlistLeft',
    'PlanStepStarted',
    'PlanStepStarted',
    'PlanStepStalled',
    'OrderOverridden',
    'PlanStepCompleted',
  ];
  for (const type of chance.some(follow, 0, 4)) {
    at = chance.happens(0.5) ? story.after(at) : addDays(at, chance.pick([0, 28, 90]));
    story.tell(type, at, type.startsWith('Waitlist') ? { ref: id } : { step: id });
  }
  if (chance.happens(0.5)) story.tell('ParentTraumaScreened', story.moment());
};

/** A life event, and parties who worry after it. */
const strain: Episode = (story) => {
  const at = story.moment();
  story.tell('StressorRecorded', at);
  for (const party of story.chance.some(watchers, 1, 3))
    story.tell('MonitorCheckedIn', story.after(at), { party, worry: story.chance.between(1, 3) });
};

const accompany: Episode = (story) => {
  const { chance } = story;
  const at = story.moment();
  story.tell('LongTermProfessionalAssigned', at, chance.happens(0.5) ? { professional: 'party:jgz' } : {});
  for (const type of chance.some<EventType>(
    [
      'ContactHeld',
      'ProfessionalLeaveAnnounced',
      'PartyClosedInvolvement',
      'HandoverCompleted',
      'ContactHeld',
      'GuaranteeEnded',
    ],
    0,
    3,
  ))
    story.tell(
      type,
      story.after(at),
      type === 'PartyClosedInvolvement' ? { party: chance.pick(['party:jgz', 'party:team']) } : {},
    );
};

const support: Episode = (story) => {
  const at = story.moment();
  story.tell('SupportPersonNamed', at);
  if (story.chance.happens(0.3)) story.tell('SupportPersonLeft', story.after(at));
  if (story.chance.happens(0.3)) story.tell('SupporterLoadAssessed', story.after(at));
};

/** Somebody is born, comes back or changes role, and is seen. */
const join: Episode = (story) => {
  const at = story.moment();
  story.tell('PersonJoined', at);
  if (story.chance.happens(0.5)) story.tell('PersonLeft', story.after(at));
  if (story.chance.happens(0.5))
    story.tell('MonitorCheckedIn', story.after(at), { personsSeen: ['person:kid', 'person:baby'] });
};

/** Somebody deals with an alarm by hand. */
const handle: Episode = (story) => {
  story.tell(story.chance.pick(['AlarmClosed', 'AlarmAcknowledged', 'AlarmAcknowledged']), story.moment());
};

/** Another agreement, fully set up or nearly so. */
const agree: Episode = (story) => {
  const { chance } = story;
  const at = story.moment();
  const id = chance.pick(['2', '2', '3', '1']);
  story.tell('SafetyConditionSet', at, { condition: `c${id}` });
  story.tell('SafetyAgreementMade', at, { agreement: `a${id}`, condition: `c${id}` });
  if (chance.happens(0.7)) story.tell('EscalationPathSet', story.after(at), { agreement: `a${id}` });
  if (chance.happens(0.7))
    story.tell('AgreementConsented', story.after(at), {
      agreement: `a${id}`,
      party: chance.pick([father, mother]),
    });
  if (chance.happens(0.2))
    story.tell(chance.pick(['AgreementEnded', 'SafetyConditionEnded']), story.after(at));
};

/** People look at a child and at the family for the long term. */
const look: Episode = (story) => {
  const { chance } = story;
  for (const type of chance.some<EventType>(
    [
      'BasicConditionsAssessed',
      'RecoveryNeedAssessed',
      'FactorReassessed',
      'AnalysisCompleted',
      'ProfileRevised',
      'RelapsePlanSet',
      'OutcomeMeasured',
      'ParentTraumaScreened',
      'SafetyStatusDecided',
    ],
    1,
    3,
  ))
    story.tell(type, story.moment(), type === 'BasicConditionsAssessed' ? { child: kid } : {});
};

/** Anything at all. */
const anything: Episode = (story) => {
  story.tell(story.chance.pick(factTypes), story.moment());
};

const episodes = {
  relapse,
  series,
  repaired,
  bell,
  watch,
  pause,
  measure,
  step,
  strain,
  accompany,
  support,
  join,
  handle,
  agree,
  look,
  anything,
};
type Name = keyof typeof episodes;

/** A history is mostly about a few subjects, so that events of the same subject meet. */
export function live(story: Story, most: number): void {
  const { chance } = story;
  const subjects = chance.some(Object.keys(episodes) as Name[], 1, 4);
  const wanted = story.events.length + most;
  while (story.events.length < wanted) {
    const name = chance.happens(0.7) ? chance.pick(subjects) : chance.pick(Object.keys(episodes) as Name[]);
    episodes[name](story);
    if (chance.happens(0.15)) anything(story);
  }
}
