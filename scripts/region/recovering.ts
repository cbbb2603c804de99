import { adults, ageOn, children, parents } from './cast.ts';
import type { Person } from './cast.ts';
import { textOf } from './days.ts';
import type { DataIn } from './diary.ts';
import { factorsOf } from './arriving.ts';
import { rounds } from './figures.ts';
import { atWork, daysOfPlan, inRounds, on, slips } from './life.ts';
import type { Life } from './life.ts';
import { answer } from './relapsing.ts';
import { childSteps, step } from './stepping.ts';

/** Recovery: what a child needs, trauma of the parents first, factors one by one, and the question after a year. */
export function keepRecovering(life: Life): void {
  const start = life.planDay + 30;
  inRounds(
    life,
    'conditions',
    start,
    () => rounds.conditions,
    () => {
      for (const child of children(life.cast)) basicConditions(life, child);
    },
  );
  inRounds(
    life,
    'recovery',
    start + 2,
    () => rounds.recovery,
    () => {
      for (const child of children(life.cast)) recoveryNeed(life, child);
    },
  );
  inRounds(
    life,
    'factors',
    start + 60,
    () => rounds.factors,
    () => {
      factors(life);
    },
  );
  inRounds(
    life,
    'outcome',
    life.planDay + 1,
    () => 369,
    () => {
      measure(life);
    },
  );
  on(life, start, () => {
    for (const parent of parents(life.cast)) screen(life, parent);
  });
  childSteps(life);
}

export function basicConditions(life: Life, child: Person): void {
  const { dice, diary } = life;
  const basis = !slips(life, 150) ? ('seen' as const) : ('told' as const);
  diary.write(
    'BasicConditionsAssessed',
    { child: child.person, basis: [basis, dice.pick(['school', 'jgz'])], levels: levels(life) },
    atWork(life),
  );
}

type Levels = DataIn<'BasicConditionsAssessed'>['levels'];

function levels(life: Life): Levels {
  const { dice, nature } = life;
  const better = Math.min(24, Math.floor(daysOfPlan(life) / 20));
  const level = () =>
    nature.scripted
      ? 'sufficient'
      : dice.weighted([
          ['insufficient', nature.course === 'recovering' ? 3 : 7],
          ['fragile', 10],
          ['sufficient', 60 + (nature.course === 'recovering' ? 60 : 12) * better],
        ] as const);
  const result: Levels = {};
  for (const number of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const)
    if (!slips(life, 10)) result[number] = level();
  return result;
}

export function recoveryNeed(
  life: Life,
  child: Person,
  more: Partial<DataIn<'RecoveryNeedAssessed'>> = {},
): void {
  const { dice, diary, nature } = life;
  const need = nature.scripted
    ? 'needed'
    : dice.weighted([
        ['needed', 60],
        ['none_found', 25],
        ['not_yet_clear', 15],
      ] as const);
  const young = ageOn(child, life.today) < 4;
  diary.write(
    'RecoveryNeedAssessed',
    {
      person: child.person,
      need,
      irreparable: nature.scripted
        ? 'no'
        : dice.weighted([
            ['no', 80],
            ['unknown', 15],
            ['yes', 5],
          ]),
      diagnosis: 'no',
      personAsked: nature.scripted || (young ? dice.chance(300) : !slips(life, 200)),
      ...(need === 'not_yet_clear' ? { nextLook: textOf(life.today + dice.between(30, 120)) } : {}),
      ...more,
    },
    atWork(life),
  );
}

/** A parent is asked about own trauma; treatment follows, or waits, or stands still (Q15). */
function screen(life: Life, parent: Person): void {
  const { dice, diary, nature } = life;
  const first = parent.person === 'person:parent-1';
  const present = nature.scripted
    ? first
      ? 'yes'
      : 'no'
    : dice.weighted([
        ['yes', 52],
        ['no', 40],
        ['unknown', 8],
      ] as const);
  if (slips(life, 120)) return;
  diary.write('ParentTraumaScreened', { person: parent.person, present }, atWork(life));
  if (present === 'unknown' && !slips(life, 300))
    on(life, life.today + dice.between(60, 150), () => {
      screen(life, parent);
    });
  if (present !== 'yes') return;
  step(
    life,
    { step: `s-trauma-${parent.person.slice(-1)}`, person: parent.person, kind: 'parent_trauma' },
    nature.scripted ? 10 : dice.between(5, 70),
    nature.scripted ? 160 : dice.between(60, 300),
  );
  step(
    life,
    { step: `s-parenting-${parent.person.slice(-1)}`, person: parent.person, kind: 'parenting' },
    nature.scripted ? 200 : dice.between(slips(life, 300) ? 10 : 70, 260),
    90,
  );
}

/** Factors go from active to gone in a family that recovers, and come back in others. */
function factors(life: Life): void {
  const { dice, diary, nature } = life;
  const stage =
    daysOfPlan(life) + (nature.course === 'recovering' ? dice.between(-80, 120) : dice.between(-300, 60));
  for (const factor of factorsOf(life)) {
    const state = stage < 100 ? 'active' : stage < 220 ? 'reduced' : stage < 500 ? 'controlled' : 'gone';
    const found = nature.scripted
      ? daysOfPlan(life) < 300
        ? 'reduced'
        : 'controlled'
      : dice.chance(nature.course === 'recovering' ? 15 : 100)
        ? 'active'
        : state;
    const moment = atWork(life);
    const id = diary.write('FactorReassessed', { ...factor, state: found }, moment);
    const key = factor.factor + (factor.person ?? '');
    if (found === 'active' && life.factors.get(key) === 'calmer')
      answer(life, { candidate: id, level: 'urgent', known: moment, children: [], selfReport: false });
    life.factors.set(key, found === 'active' ? 'active' : 'calmer');
  }
}

/** The same question to every adult, at the start and after each year (U11). */
export function measure(life: Life): void {
  const { dice, diary, cast, nature } = life;
  const days = daysOfPlan(life);
  const moment = days < 100 ? 'T0' : days < 500 ? 'T12' : days < 640 ? 'T18' : 'later';
  for (const adult of adults(cast)) {
    const quiet = nature.scripted || (nature.course === 'recovering' && dice.chance(940));
    const violence =
      days < 100
        ? 'some'
        : quiet
          ? 'none'
          : dice.weighted([
              ['some', 6],
              ['none', 3],
              ['unknown', 1],
            ] as const);
    if (nature.scripted || dice.chance(800))
      diary.write('OutcomeMeasured', { person: adult.person, moment, violence }, atWork(life), {
        source: 'adult_said',
      });
  }
}
