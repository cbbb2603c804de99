import { adults, parents, professional, team } from './cast.ts';
import type { Person } from './cast.ts';
import { textOf } from './days.ts';
import { rounds } from './figures.ts';
import { at, atWork, inRounds, on, slips } from './life.ts';
import type { Life } from './life.ts';
import { answer } from './relapsing.ts';
import { answersOf } from './watching.ts';
import { nameSupporters, supporterLoad } from './supporting.ts';

/** Somebody stays for years: the professional, the deputy, the plan for a relapse, and the people of the own network. */
export function keepContact(life: Life): void {
  const { dice, diary, cast, nature } = life;
  if (!slips(life, 80))
    diary.write(
      'LongTermProfessionalAssigned',
      {
        professional: professional(cast),
        ...(slips(life, 200) ? {} : { deputy: team(cast) }),
        contactDays: 61,
      },
      at(life, 1100),
    );
  inRounds(
    life,
    'contact',
    life.planDay + 14,
    () => rounds.contact,
    () => {
      contact(life);
    },
  );
  inRounds(
    life,
    'review',
    life.planDay + 90,
    () => rounds.review,
    () => diary.write('PlanReviewed', { plan: 'plan-1', answers: answersOf(life) }, atWork(life)),
  );
  inRounds(
    life,
    'rehearsal',
    life.planDay + 60,
    () => rounds.rehearsal,
    () => {
      for (const parent of watchedAdults(life)) relapsePlan(life, parent);
    },
  );
  inRounds(
    life,
    'load',
    life.planDay + 70,
    () => rounds.load,
    () => {
      supporterLoad(life);
    },
  );
  on(life, life.planDay + 25, () => {
    nameSupporters(life);
  });
  if (!nature.scripted && dice.chance(300))
    on(life, life.planDay + dice.between(100, 900), () => {
      leave(life);
    });
}

function contact(life: Life): void {
  const { diary, dice, cast, nature } = life;
  const moment = atWork(life);
  const answers = answersOf(life);
  const party = nature.scripted || dice.chance(850) ? professional(cast) : team(cast);
  const joint = !nature.scripted && dice.chance(200);
  const id = diary.write(
    'ContactHeld',
    {
      party,
      with: adults(cast)
        .slice(0, joint ? 2 : 1)
        .map((each) => each.person),
      joint,
      answers,
    },
    moment,
    { by: party },
  );
  if (answers.stillSafe === 'no' || answers.helpNeeded === 'yes')
    answer(life, {
      candidate: id,
      level: answers.stillSafe === 'no' ? 'urgent' : 'early',
      known: moment,
      children: [],
      selfReport: false,
    });
}

const watchedAdults = (life: Life): Person[] => [
  ...parents(life.cast),
  ...life.cast.persons.filter((each) => each.role === 'partner'),
];

/** A personal plan with signs in three colours; rehearsed again and again (U9). */
function relapsePlan(life: Life, person: Person): void {
  const { diary, cast } = life;
  const observer = life.monitors.find((each) => each.silentFrom > life.today)?.party ?? team(cast);
  const helper = life.monitors.find((each) => each.informal)?.party ?? team(cast);
  const rehearsed = !slips(life, 200);
  diary.write(
    'RelapsePlanSet',
    {
      person: person.person,
      signals: [
        { signal: 's-1', level: 'orange', observers: [observer] },
        { signal: 's-2', level: 'red', observers: slips(life, 100) ? [] : [observer, helper] },
      ],
      helpers: slips(life, 60) ? [] : [helper],
      ...(rehearsed ? { rehearsedAt: textOf(life.today) } : {}),
    },
    atWork(life),
  );
}

/** The professional leaves: with or without a successor, warm or cold. */
function leave(life: Life): void {
  const { dice, diary, cast } = life;
  const lastDay = life.today + dice.between(14, 50);
  const successor = dice.chance(600) ? team(cast) : undefined;
  diary.write(
    'ProfessionalLeaveAnnounced',
    {
      professional: professional(cast),
      lastDay: textOf(lastDay),
      ...(successor === undefined ? {} : { successor }),
    },
    atWork(life),
  );
  if (successor === undefined && dice.chance(500)) return;
  const warm = dice.chance(600);
  on(life, lastDay + dice.between(-5, 30), () =>
    diary.write(
      'HandoverCompleted',
      { professional: team(cast), warm, familyPresent: warm || dice.chance(300) },
      atWork(life),
    ),
  );
}
