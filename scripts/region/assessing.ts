import { atRisk, team, veiligThuis } from './cast.ts';
import { rounds } from './figures.ts';
import { atWork, daysOfPlan, inRounds, on, slips } from './life.ts';
import type { Life } from './life.ts';

/** Looking at danger again and again, and deciding with more than one pair of eyes. */
export function keepAssessing(life: Life): void {
  const round = () =>
    daysOfPlan(life) > 400 && life.calmSince < life.today - 365 ? rounds.assessingLong : rounds.assessing;
  inRounds(life, 'assessing', life.planDay + 8, round, () => {
    assess(life, life.today - life.lastKnownHarm < 9 && life.dice.chance(300) ? 'yes' : 'no');
  });
  inRounds(
    life,
    'deciding',
    life.planDay + 20,
    () => 7,
    () => {
      consider(life);
    },
  );
}

/** How people looked differs: some teams ask by phone, together, or read the file only. */
export function assess(life: Life, acuteDanger: 'yes' | 'no' | 'unknown'): string {
  const { dice, cast } = life;
  const basis = !slips(life, 160) ? ('seen_alone' as const) : dice.pick(['joint', 'phone', 'file'] as const);
  const unsure = slips(life, 60) ? dice.pick(atRisk(cast)) : undefined;
  if (acuteDanger === 'yes') life.lastKnownHarm = life.today;
  const assessor = daysOfPlan(life) < 0 || dice.chance(250) ? veiligThuis(cast) : team(cast);
  return life.diary.write(
    'SafetyAssessed',
    {
      assessor,
      acuteDanger,
      acuteProblems: acuteDanger === 'no' && life.calmSince < life.today - 200 ? 'no' : 'yes',
      structural: dice.pick(['yes', 'no', 'unknown']),
      ...(unsure ? { perPerson: { [unsure.person]: 'unknown' } } : {}),
      basis: [basis],
    },
    atWork(life),
    { by: assessor },
  );
}

/** Good teams sign direct safety after the quiet time; hurried ones before it is over. */
function consider(life: Life): void {
  const { dice, nature } = life;
  const quiet = life.today - life.lastKnownHarm;
  const needed = nature.team === 'thin' && dice.chance(400) ? 6 : 16;
  if (life.decided?.status === 'durable' && life.today - life.decided.day < 500) return;
  if (life.decided?.status !== 'direct' && life.decided?.status !== 'durable') {
    if (quiet >= needed && dice.chance(nature.scripted ? 1000 : 450)) decide(life, 'direct');
    return;
  }
  if (durableNow(life)) decide(life, 'durable');
  else if (!nature.scripted && dice.chance(4)) decide(life, 'unknown');
}

/** What a team looks at before it dares to say durable; the rules look at more. */
function durableNow(life: Life): boolean {
  const { nature, decided } = life;
  const days = nature.profile === 2 ? 560 : 376;
  return (
    decided !== null &&
    life.today - life.calmSince >= days &&
    life.today - life.lastKnownHarm > days &&
    nature.team !== 'thin'
  );
}

function decide(life: Life, status: NonNullable<Life['decided']>['status']): string {
  const { cast, dice, nature } = life;
  const alone = !nature.scripted && dice.chance(nature.team === 'thin' ? 500 : 120);
  const dissent = !nature.scripted && !alone && dice.chance(80) ? [veiligThuis(cast)] : [];
  if (status === 'direct' && life.decided?.status !== 'direct') life.calmSince = life.today;
  life.decided = { status, day: life.today };
  return life.diary.write(
    'SafetyStatusDecided',
    {
      person: 'family',
      status,
      judges: alone ? [team(cast)] : [team(cast), veiligThuis(cast)],
      dissent,
      basis: [],
    },
    atWork(life, 900),
  );
}

/** After harm people look again, and only then decide anew. */
export function lookAgain(life: Life): void {
  const days = life.nature.scripted ? 2 : life.dice.between(1, life.nature.team === 'thin' ? 20 : 6);
  const danger = !life.nature.scripted && life.dice.chance(220) ? 'yes' : 'no';
  on(life, life.today + days, () => {
    assess(life, danger);
    if (danger === 'yes')
      on(life, life.today + life.dice.between(5, 12), () => {
        assess(life, 'no');
      });
  });
}
