import { clinic, team } from './cast.ts';
import { later, momentText, awake } from './days.ts';
import type { Moment } from './days.ts';
import { atWork, on } from './life.ts';
import type { Life } from './life.ts';

/** Something that may be the beginning of a relapse. */
export interface Candidate {
  readonly candidate: string;
  readonly level: 'acute' | 'urgent' | 'early';
  /** When somebody with a duty knew. */
  readonly known: Moment;
  /** Children whom it touched: their help counts on its own (Q23). */
  readonly children: readonly string[];
  readonly selfReport: boolean;
}

/** Help after a relapse: in time, too late, or a wait under one of its many names. */
export function askHelp(life: Life, candidate: Candidate): void {
  const { dice, diary, cast, nature } = life;
  life.requests += 1;
  const request = `r${String(life.requests)}`;
  const user = cast.users[0] ?? 'person:parent-1';
  const leftOut = !nature.scripted && candidate.children.length > 0 && dice.chance(250);
  const persons = leftOut ? [user] : [...new Set([user, ...candidate.children])];
  const asked = awake(later(candidate.known, dice.between(10, 50)));
  const help = dice.pick([
    'family_talk',
    'addiction_outpatient',
    'child_support',
    'debt_desk',
    'crisis_care',
  ]);
  diary.write('ImmediateHelpRequested', { request, candidate: candidate.candidate, persons, help }, asked, {
    causation: candidate.candidate,
  });
  follow(life, { request, asked, candidate });
}

interface Request {
  readonly request: string;
  readonly asked: Moment;
  readonly candidate: Candidate;
}

function follow(life: Life, request: Request): void {
  const { dice, nature } = life;
  const course = nature.scripted
    ? 'prompt'
    : dice.chance(700)
      ? nature.service
      : dice.pick(['prompt', 'late', 'waiting', 'declined'] as const);
  switch (course) {
    case 'prompt': {
      starts(
        life,
        request,
        dice.between(30, { acute: 420, urgent: 4000, early: 9000 }[request.candidate.level]),
      );
      return;
    }
    case 'late': {
      starts(life, request, dice.between(600, 14_000));
      return;
    }
    case 'waiting': {
      waits(life, request);
      return;
    }
    case 'declined': {
      declines(life, request);
      return;
    }
  }
}

/** Real help: in person, by video or phone. A letter or an intake is recorded too, but is no start. */
function starts(life: Life, { request, asked }: Request, minutes: number): void {
  const { dice, diary, cast, nature } = life;
  const moment = awake(later(asked, minutes));
  if (dice.chance(nature.scripted ? 0 : 200)) {
    const form = dice.pick(['intake_only', 'letter'] as const);
    diary.write(
      'ImmediateHelpStarted',
      { request, provider: clinic(cast), form, bridging: false },
      awake(later(asked, Math.floor(minutes / 2))),
    );
  }
  diary.write(
    'ImmediateHelpStarted',
    {
      request,
      provider: clinic(cast),
      form: dice.pick(['in_person', 'in_person', 'video', 'phone']),
      bridging: false,
    },
    moment,
  );
  on(life, moment.day + dice.between(12, 45), () => {
    diary.write(
      'ShortTermHelpEnded',
      {
        request,
        outcome: dice.pick(['goal', 'goal', 'partly', 'none']),
        followUp: dice.weighted([
          ['none', 6],
          ['replan', 2],
          ['extend', 2],
        ]),
      },
      atWork(life),
    );
  });
  if (dice.chance(nature.team === 'diligent' ? 850 : 400))
    on(life, moment.day + dice.between(5, 13), () => {
      diary.write(
        'PlanReviewed',
        { plan: 'plan-1', answers: { stillSafe: 'unknown', basicConditions: 'unknown', helpNeeded: 'yes' } },
        atWork(life, 960),
      );
    });
}

/** A waiting list, a refusal or a barrier; meanwhile perhaps bridging care, and in the end often a start after all. */
function waits(life: Life, request: Request): void {
  const { dice, diary, cast } = life;
  const ref = request.request;
  const provider = clinic(cast);
  const day = awake(later(request.asked, dice.between(300, 5000)));
  const way = dice.weighted([
    ['list', 5],
    ['refusal', 3],
    ['barrier', 2],
  ] as const);
  if (way === 'list')
    diary.write(
      'WaitlistPlacementRecorded',
      {
        ref,
        provider,
        named: dice.pick(['waitlist', 'planned_date', 'capacity_queue', 'intake_queue']),
        expectedDays: dice.between(10, 180),
      },
      day,
    );
  if (way === 'barrier')
    diary.write(
      'BarrierMet',
      {
        kind: dice.pick([
          'residence_principle',
          'funding_silo',
          'waiting_list',
          'own_contribution',
          'no_offer',
          'exclusion_criterion',
          'privacy',
          'other',
        ]),
        ref,
      },
      day,
    );
  if (way === 'refusal') refused(life, ref, provider, day);
  if (dice.chance(400))
    diary.write(
      'ImmediateHelpStarted',
      { request: ref, provider: team(cast), form: 'phone', bridging: true },
      awake(later(day, 300)),
    );
  if (dice.chance(700)) starts(life, { ...request, asked: day }, dice.between(12_000, 90_000));
}

function refused(life: Life, ref: string, provider: string, day: Moment): void {
  const { dice, diary } = life;
  const reason = dice.pick([
    'capacity',
    'exclusion',
    'jurisdiction',
    'funding',
    'no_diagnosis',
    'other',
  ] as const);
  diary.write('ReferralRejected', { ref, provider, reason }, day, { by: provider });
  if (dice.chance(400)) offer(life, ref, 'party:outreach-1', awake(later(day, 90)));
}

function offer(life: Life, request: string, provider: string, moment: Moment): void {
  const startsAt = momentText(awake(later(moment, life.dice.between(60, 3000))));
  life.diary.write('HelpOffered', { request, provider, startsAt }, moment, { by: provider });
}

/** A decline counts only when it was said alone and after real alternatives (W10). */
function declines(life: Life, { request, asked, candidate }: Request): void {
  const { dice, diary, cast } = life;
  const person = cast.users[0] ?? 'person:parent-1';
  const moment = awake(later(asked, dice.between(200, 1500)));
  diary.write(
    'HelpDeclined',
    { request, person, alone: dice.chance(600), alternatives: dice.between(0, 3), reason: 'not_now' },
    moment,
    { source: 'adult_said', causation: candidate.candidate },
  );
  if (dice.chance(600))
    on(life, moment.day + dice.between(4, 12), () => {
      offer(life, request, clinic(cast), atWork(life));
    });
}
