import { adults, team } from './cast.ts';
import { objectingPerMille } from './figures.ts';
import { at, on } from './life.ts';
import type { Life } from './life.ts';
import type { Dice } from '../../src/release/random.ts';

/**
 * Somebody does not want to be in any research, and in part of the families comes back on that. The dice are its own, so
 * that everything else happens to a family as if nobody had objected.
 */
export function mayObject(life: Life, dice: Dice): void {
  if (life.nature.scripted || !dice.chance(objectingPerMille)) return;
  const { diary, cast } = life;
  const { person } = dice.pick(adults(cast));
  const minute = () => dice.between(510, 1020);
  const spoken = { day: life.today + dice.between(5, 120), minute: minute() };
  const regretted = dice.chance(150)
    ? { day: spoken.day + dice.between(20, 200), minute: minute() }
    : undefined;
  on(life, spoken.day, () => {
    const said = { by: team(cast), source: 'adult_said' } as const;
    const objection = diary.write('ResearchObjectionRecorded', { person }, at(life, spoken.minute), said);
    if (!regretted) return;
    on(life, regretted.day, () =>
      diary.write(
        'EventRetracted',
        { target: objection, reason: 'never_happened', approvedBy: team(cast) },
        at(life, regretted.minute),
        said,
      ),
    );
  });
}
