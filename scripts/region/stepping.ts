import { adults, children, clinic, team } from './cast.ts';
import { textOf } from './days.ts';
import type { DataIn } from './diary.ts';
import { atWork, on, slips } from './life.ts';
import type { Life } from './life.ts';

interface Step {
  readonly step: string;
  readonly person: string;
  readonly kind: DataIn<'PlanStepSet'>['kind'];
  readonly dependsOn?: string[];
}

/** A step is set, waits or starts, perhaps stands still, and is done; days count from today. */
export function step(life: Life, of: Step, startsIn: number, lasts: number): void {
  const { dice, diary, cast, nature } = life;
  const name = of.step;
  diary.write(
    'PlanStepSet',
    { ...of, owner: team(cast), ...(dice.chance(300) ? { neededBy: textOf(life.today + 60) } : {}) },
    atWork(life),
  );
  if (slips(life, 90)) return;
  const waits = !nature.scripted && startsIn > 20 && dice.chance(nature.service === 'waiting' ? 600 : 250);
  if (waits)
    on(life, life.today + 5, () =>
      diary.write(
        'WaitlistPlacementRecorded',
        {
          ref: name,
          provider: clinic(cast),
          named: dice.pick(['waitlist', 'intake_queue']),
          expectedDays: startsIn,
        },
        atWork(life),
      ),
    );
  if (waits && dice.chance(700))
    on(life, life.today + startsIn - 1, () => diary.write('WaitlistLeft', { ref: name }, atWork(life)));
  on(life, life.today + startsIn, () => {
    diary.write('PlanStepStarted', { step: name, provider: clinic(cast) }, atWork(life));
    if (!nature.scripted && dice.chance(200)) stall(life, name, lasts);
    on(life, life.today + lasts, () =>
      diary.write(
        'PlanStepCompleted',
        {
          step: name,
          outcome: nature.scripted
            ? 'goal'
            : dice.weighted([
                ['goal', 6],
                ['partly', 3],
                ['none', 1],
              ]),
        },
        atWork(life),
      ),
    );
  });
}

function stall(life: Life, name: string, lasts: number): void {
  const { dice, diary } = life;
  on(life, life.today + Math.floor(lasts / 3), () =>
    diary.write(
      'PlanStepStalled',
      { step: name, reason: dice.pick(['capacity', 'no_show', 'wrong_help', 'other']) },
      atWork(life),
    ),
  );
  if (dice.chance(600))
    on(life, life.today + Math.floor(lasts / 2), () =>
      diary.write('PlanStepStarted', { step: name }, atWork(life)),
    );
}

/** Help for each child is never blocked by the order of other steps (U6). */
export function childSteps(life: Life): void {
  const { dice, nature, cast } = life;
  on(life, life.planDay + 33, () => {
    for (const child of children(cast))
      if (!slips(life, 200))
        step(
          life,
          { step: `s-${child.person.slice(7)}`, person: child.person, kind: 'child_recovery' },
          nature.scripted ? 2 : dice.between(5, 120),
          nature.scripted ? 2000 : dice.between(60, 300),
        );
    if (nature.scripted) return;
    const kind = dice.pick([
      'safety',
      'addiction',
      'psychiatric',
      'person_using_violence',
      'relationship',
      'debt_housing',
      'network',
    ] as const);
    step(
      life,
      {
        step: `s-${kind}`,
        person: dice.pick(adults(cast)).person,
        kind,
        ...(dice.chance(250) ? { dependsOn: ['s-child-1'] } : {}),
      },
      dice.between(10, 200),
      dice.between(40, 200),
    );
    if (dice.chance(60))
      on(life, life.today + dice.between(40, 220), () =>
        life.diary.write(
          'OrderOverridden',
          { step: `s-${kind}`, reason: 'waiting_is_worse', approvedBy: [team(cast)] },
          atWork(life),
        ),
      );
  });
}
