import { children, professional } from './cast.ts';
import type { DataIn } from './diary.ts';
import { atWork, on } from './life.ts';
import type { Life } from './life.ts';

/** Supporters in the rings around the children; some are professionals who came to stand where friends could. */
export function nameSupporters(life: Life): void {
  const { dice, diary, cast, nature } = life;
  const informal = cast.parties.filter((each) => each.informal);
  for (const child of children(cast)) {
    for (const ring of nature.scripted || dice.chance(800) ? ([1, 2] as const) : ([3] as const)) {
      const own = nature.scripted || dice.chance(800);
      const supporter = own && informal.length > 0 ? dice.pick(informal).party : professional(cast);
      const level = own
        ? dice.pick(['everyday', 'everyday_with_role', 'organised_informal'] as const)
        : ('professional' as const);
      const support: Naming['support'] = dice.chance(500)
        ? ['emotional', 'practical']
        : ['practical', 'normative'];
      nameAgain(life, {
        person: child.person,
        supporter,
        ring,
        support,
        level,
        ...(dice.chance(600) ? { reviewDays: 182 } : {}),
      });
      if (!nature.scripted && dice.chance(200))
        on(life, life.today + dice.between(90, 700), () =>
          diary.write('SupportPersonLeft', { person: child.person, supporter }, atWork(life)),
        );
    }
  }
}

type Naming = DataIn<'SupportPersonNamed'>;

/** Names a supporter, and reviews it after the time agreed; thin teams forget to. */
function nameAgain(life: Life, naming: Naming): void {
  const { dice, diary, nature } = life;
  diary.write('SupportPersonNamed', naming, atWork(life));
  if (naming.reviewDays === undefined || (nature.team === 'thin' && dice.chance(500))) return;
  on(life, life.today + naming.reviewDays - (nature.team === 'diligent' ? 4 : dice.between(-60, 5)), () => {
    if (life.isActive) nameAgain(life, naming);
  });
}

export function supporterLoad(life: Life): void {
  const { dice, diary, nature } = life;
  for (const monitor of life.monitors.filter((each) => each.informal).slice(0, 2))
    diary.write(
      'SupporterLoadAssessed',
      {
        supporter: monitor.party,
        overloaded: nature.scripted
          ? 'no'
          : dice.weighted([
              ['no', 75],
              ['unknown', 10],
              ['yes', 15],
            ]),
      },
      atWork(life),
    );
}
