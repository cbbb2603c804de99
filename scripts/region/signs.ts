import { adults, children, team } from './cast.ts';
import { momentText, textOf, later, awake } from './days.ts';
import { at, atWork, daysOfPlan, on } from './life.ts';
import type { Life } from './life.ts';
import type { Candidate } from './helping.ts';
import { answer, harmKnown } from './relapsing.ts';

/** Signs, bells, words of family members and life events that come on a day like any other. */
export function signsToday(life: Life): void {
  const { dice, nature } = life;
  if (nature.scripted || !life.isActive || daysOfPlan(life) < 20) return;
  const unrest = nature.course === 'stuck' ? 14 : nature.course === 'wavering' ? 9 : 4;
  if (!dice.chance(unrest)) return;
  const sign = dice.weighted([
    ['signal', 34],
    ['bell', 24],
    ['voice', 22],
    ['stressor', 14],
    ['report', 6],
  ] as const);
  switch (sign) {
    case 'signal': {
      signal(life);
      return;
    }
    case 'bell': {
      bell(life);
      return;
    }
    case 'voice': {
      voice(life);
      return;
    }
    case 'stressor': {
      stressor(life);
      return;
    }
    case 'report': {
      reportedAgain(life);
      return;
    }
  }
}

function signal(life: Life): void {
  const { dice, diary, cast } = life;
  const level = dice.weighted([
    ['green', 20],
    ['orange', 65],
    ['red', 15],
  ] as const);
  const pattern = dice.pick([
    'violence',
    'control',
    'addiction',
    'psychiatric',
    'debt_housing',
    'school_absence',
    'child_residual',
    'stress',
    'other',
  ] as const);
  const about = pattern === 'child_residual' || pattern === 'school_absence' ? children(cast) : adults(cast);
  const person = dice.pick(about).person;
  const selfReport = dice.chance(250);
  const moment = atWork(life);
  const day = textOf(life.today - dice.between(1, 3));
  const id = diary.write(
    'RelapseSignalObserved',
    { person, level, pattern, selfReport, signal: 's-1' },
    moment,
    {
      occurred: day,
      source: selfReport ? 'adult_said' : 'observed',
    },
  );
  const touched = pattern === 'child_residual' ? [person] : [];
  const candidate: Candidate = {
    candidate: id,
    level: level === 'red' ? 'acute' : 'urgent',
    known: moment,
    children: touched,
    selfReport,
  };
  if (level === 'red') harmKnown(life, candidate);
  else answer(life, candidate);
}

/** Somebody rings; mostly it is answered in time, sometimes late or never (M11). */
function bell(life: Life): void {
  const { dice, diary, cast } = life;
  life.bells += 1;
  const name = `b${String(life.bells)}`;
  const urgency = dice.weighted([
    ['acute', 15],
    ['urgent', 60],
    ['early', 25],
  ] as const);
  const selfReport = dice.chance(450);
  const person = dice.pick(adults(cast)).person;
  const moment = at(life, dice.between(480, 1320));
  const by = selfReport ? person : (life.monitors[0]?.party ?? team(cast));
  const id = diary.write(
    'BellRung',
    {
      bell: name,
      to: team(cast),
      urgency,
      selfReport,
      ...(dice.chance(700) ? { agreement: 'a1' } : {}),
      person,
    },
    moment,
    { by },
  );
  if (dice.chance(900)) {
    const minutes = dice.chance(650) ? dice.between(5, 30) : dice.between(40, 2000);
    diary.write(
      'BellAnswered',
      { bell: name, party: team(cast), action: dice.pick(['called_back', 'went_there', 'made_appointment']) },
      awake(later(moment, minutes)),
      { causation: id },
    );
  }
  const candidate: Candidate = { candidate: id, level: urgency, known: moment, children: [], selfReport };
  if (urgency === 'acute') harmKnown(life, candidate);
  else answer(life, candidate);
}

function voice(life: Life): void {
  const { dice, diary, cast } = life;
  const person = dice.pick(cast.persons).person;
  const helpNeeded = dice.weighted([
    ['no', 60],
    ['unknown', 15],
    ['yes', 25],
  ] as const);
  const moment = atWork(life);
  const source = person.startsWith('person:child') ? ('child_said' as const) : ('adult_said' as const);
  const id = diary.write(
    'FamilyVoiceRecorded',
    { person, alone: dice.chance(600), feelsSafe: dice.between(2, 10), helpNeeded },
    moment,
    { source },
  );
  if (helpNeeded === 'yes')
    answer(life, { candidate: id, level: 'urgent', known: moment, children: [], selfReport: true });
}

/** A life event; the monitors worry more in the weeks after it, and old violence may come back unnoticed. */
function stressor(life: Life): void {
  const { dice, diary, cast, nature } = life;
  const kind = dice.pick([
    'job_loss',
    'move',
    'birth',
    'death',
    'separation',
    'court',
    'illness',
    'release',
    'new_partner',
    'debt',
  ] as const);
  diary.write('StressorRecorded', { kind, person: dice.pick(adults(cast)).person }, atWork(life), {
    occurred: textOf(life.today - dice.between(1, 5)),
  });
  if (nature.course !== 'recovering') life.unnoticed += dice.between(1, 4);
}

/** A report on a family that has a plan; part of the desks open a new case (W8). */
function reportedAgain(life: Life): void {
  const { dice, diary } = life;
  const moment = atWork(life);
  const acute = dice.weighted([
    ['no', 5],
    ['unknown', 3],
    ['yes', 2],
  ] as const);
  const relation = dice.pick([
    'repeat_several',
    'repeat_one',
    'follow_up_assessment',
    'follow_up_after',
    'follow_up_monitoring',
  ] as const);
  const id = diary.write(
    'FamilyReported',
    { relation, acute, structural: 'unknown', handledAs: dice.chance(250) ? 'new_case' : 'existing_plan' },
    moment,
    {
      by: 'party:veilig-thuis',
      source: 'third_party',
      occurred: momentText({ day: life.today - 1, minute: 900 }),
    },
  );
  on(life, life.today, () => {
    answer(life, {
      candidate: id,
      level: acute === 'yes' ? 'acute' : 'urgent',
      known: moment,
      children: [],
      selfReport: false,
    });
  });
}
