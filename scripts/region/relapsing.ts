import { adults, children, team } from './cast.ts';
import { later, awake } from './days.ts';
import { lookAgain } from './assessing.ts';
import { askHelp } from './helping.ts';
import { atWork, daysOfPlan, on } from './life.ts';
import type { Life } from './life.ts';
import type { Candidate } from './helping.ts';

/** Harm that became known: the team looks again, and people judge whether it is a relapse. */
export function harmKnown(life: Life, candidate: Candidate): void {
  life.lastKnownHarm = life.today;
  life.calmSince = life.today;
  if (life.decided) life.decided = { status: 'unknown', day: life.today };
  lookAgain(life);
  answer(life, candidate);
}

/** Judge, and ask help if it may be a relapse. */
export function answer(life: Life, candidate: Candidate): void {
  const { dice, nature } = life;
  if (daysOfPlan(life) < 0) return;
  if (!nature.scripted && dice.chance(lookedBack[nature.team])) lookBack(life, candidate);
  const judged = nature.scripted || dice.chance(attention[nature.team]) ? judge(life, candidate) : null;
  if (judged === 'no' || (!nature.scripted && dice.chance(overlooked[nature.team]))) return;
  askHelp(life, candidate);
}

/** Of a thousand candidates those that a team judges, and those for which nobody asks help; invented. */
const attention = { diligent: 970, average: 850, thin: 450 } as const;
const overlooked = { diligent: 30, average: 150, thin: 450 } as const;
/** Of a thousand candidates those that come back at a later review, when people may say that it is over; invented. */
const lookedBack = { diligent: 950, average: 850, thin: 550 } as const;

function lookBack(life: Life, { candidate }: Candidate): void {
  const { dice, diary, cast } = life;
  const alone = adults(cast).filter((each) => !cast.users.includes(each.person));
  on(life, life.today + dice.between(20, 75), () => {
    diary.write(
      'RelapseJudged',
      {
        candidate,
        relapse: 'no',
        judges: [team(cast)],
        spokenAlone: (alone.length > 0 ? alone : children(cast)).map((each) => each.person),
      },
      atWork(life),
      { causation: candidate },
    );
  });
}

function judge(life: Life, { candidate, level, known, selfReport }: Candidate): 'yes' | 'no' | 'unknown' {
  const { dice, diary, cast, nature } = life;
  const hours = { acute: 60, urgent: 1440, early: 4320 }[level];
  const minutes = nature.service === 'prompt' ? dice.between(10, hours) : dice.between(20, hours * 3);
  const alone =
    nature.scripted || dice.chance(700)
      ? adults(cast).filter((each) => !cast.users.includes(each.person))
      : [];
  const urgency = dice.chance(700) ? undefined : dice.pick(['acute', 'urgent', 'early'] as const);
  const relapse =
    nature.scripted || selfReport || dice.chance(level === 'acute' ? 850 : 550)
      ? 'yes'
      : dice.pick(['no', 'no', 'no', 'unknown'] as const);
  diary.write(
    'RelapseJudged',
    {
      candidate,
      relapse,
      ...(urgency && relapse !== 'no' ? { urgency } : {}),
      judges: [team(cast)],
      spokenAlone: alone.map((each) => each.person),
    },
    awake(later(known, minutes)),
    { causation: candidate },
  );
  return relapse;
}
