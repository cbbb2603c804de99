import { children, professional, team, victims } from './cast.ts';
import { momentText, textOf } from './days.ts';
import type { DayNumber, Moment } from './days.ts';
import type { DataIn } from './diary.ts';
import { recordedTenths } from './figures.ts';
import { takeBack } from './correcting.ts';
import { daysOfPlan, on } from './life.ts';
import type { Life } from './life.ts';
import { remaining } from './nature.ts';
import type { Nature } from './nature.ts';
import type { Dice } from '../../src/release/random.ts';
import { harmKnown } from './relapsing.ts';

/** What really happens on a day; only a part of it is ever written down, and not always at once. */
export function violenceToday(life: Life): void {
  const { nature, dice } = life;
  if (nature.yearlyRate === 0) return;
  const parts = nature.yearlyRate * remaining(nature, daysOfPlan(life));
  const many = Math.floor(parts / 365_000) + (dice.below(365_000) < parts % 365_000 ? 1 : 0);
  for (let each = 0; each < many; each += 1) occurrence(life);
}

type ViolenceKind = DataIn<'IncidentRecorded'>['kinds'][number];

function occurrence(life: Life): void {
  const { nature, dice } = life;
  life.unnoticed += 1;
  const kinds = kindsOf(nature.profile, dice);
  const tenths = recordedTenths[kinds[0] ?? ''] ?? 10;
  if (!dice.chance(Math.floor((nature.recorded * tenths) / 10))) return;
  const when = { day: life.today, minute: dice.between(0, 1439) };
  const way = dice.weighted([
    ['told_soon', 60],
    ['told_late', 14],
    ['child_later', 10],
    ['series', 8],
    ['broken', 8],
  ] as const);
  const known = life.today + knownAfter(way, dice);
  on(life, known, () => {
    becomesKnown(life, way, when, kinds);
  });
}

type Way = 'told_soon' | 'told_late' | 'child_later' | 'series' | 'broken';

function knownAfter(way: Way, dice: Dice): number {
  if (way === 'told_soon') return dice.between(1, 2);
  if (way === 'told_late' || way === 'broken') return dice.between(2, 9);
  return dice.between(18, 60);
}

function becomesKnown(life: Life, way: Way, when: Moment, kinds: ViolenceKind[]): void {
  const { dice, cast } = life;
  const moment = { day: life.today, minute: dice.between(500, 1200) };
  const harmed = dice.chance(600) ? victims(cast).slice(0, 1) : [dice.pick(victims(cast))];
  const against = harmed.map((each) => each.person);
  if (way === 'series') {
    seriesKnown(life, when.day, kinds, against, moment);
    return;
  }
  if (way === 'broken' && life.agreements.length > 0 && life.isActive) {
    brokenKnown(life, when, moment);
    return;
  }
  const witnesses = children(cast).filter(
    (each) => !against.includes(each.person) && !cast.users.includes(each.person) && dice.chance(700),
  );
  const late = way === 'child_later';
  const id = life.diary.write(
    'IncidentRecorded',
    {
      kinds,
      by: [...cast.users],
      against,
      witnessedBy: witnesses.map((each) => each.person),
      severity: dice.pick([1, 2, 3, 4]),
      injury: dice.pick(['no', 'no', 'yes', 'unknown']),
      ...(dice.chance(60)
        ? {
            lethality: [
              dice.pick(['strangulation', 'weapon', 'death_threat', 'suicide_threat', 'pregnancy'] as const),
            ],
          }
        : {}),
    },
    moment,
    late
      ? {
          by: professional(cast),
          source: 'child_said',
          occurred: around(when.day, life.today, dice),
          hiddenFrom: cast.users,
        }
      : {
          by: dice.pick([team(cast), 'party:police', 'person:parent-1']),
          source: 'adult_said',
          occurred: momentText(when),
        },
  );
  if (dice.chance(25)) takeBack(life, id);
  const childrenHurt = [...against, ...witnesses.map((each) => each.person)].filter((each) =>
    each.startsWith('person:child'),
  );
  harmKnown(life, {
    candidate: id,
    level: 'acute',
    known: moment,
    children: childrenHurt,
    selfReport: false,
  });
}

/** People rarely know the day: a span that certainly holds it. */
function around(day: DayNumber, today: DayNumber, dice: Dice): { from: string; to: string } {
  const to = Math.min(day + dice.between(0, 4), today - 1);
  return { from: textOf(Math.min(day, to) - dice.between(0, 3)), to: textOf(to) };
}

function seriesKnown(
  life: Life,
  day: DayNumber,
  kinds: ViolenceKind[],
  against: string[],
  moment: Moment,
): void {
  const id = life.diary.write(
    'ViolencePatternRecorded',
    { kinds, by: [...life.cast.users], against, trend: life.dice.pick(['up', 'same', 'down', 'unknown']) },
    moment,
    { source: 'adult_said', occurred: { from: textOf(day - life.dice.between(5, 40)), to: textOf(day) } },
  );
  harmKnown(life, {
    candidate: id,
    level: 'acute',
    known: moment,
    children: against.filter((each) => each.startsWith('person:child')),
    selfReport: false,
  });
}

/** An agreement that was not kept; not always with violence (Q40). */
function brokenKnown(life: Life, when: Moment, moment: Moment): void {
  const violence = life.dice.weighted([
    ['yes', 4],
    ['unknown', 3],
    ['no', 3],
  ] as const);
  const user = life.cast.users.find((each) => !each.startsWith('person:child')) ?? 'person:parent-1';
  const id = life.diary.write(
    'AgreementBroken',
    { agreement: 'a1', by: user, violence, harm: violence === 'no' ? 'no' : 'unknown' },
    moment,
    { source: 'third_party', occurred: momentText(when) },
  );
  harmKnown(life, {
    candidate: id,
    level: violence === 'yes' ? 'acute' : 'urgent',
    known: moment,
    children: [],
    selfReport: false,
  });
}

/** Which violence belongs to a profile; the mix is invented. */
export function kindsOf(profile: Nature['profile'], dice: Dice): ViolenceKind[] {
  const first = dice.pick(kindsByProfile[profile]);
  return dice.chance(300) && first !== 'verbal' ? [first, 'verbal'] : [first];
}

const kindsByProfile: Record<Nature['profile'], readonly ViolenceKind[]> = {
  1: ['verbal', 'physical', 'witnessing', 'threat', 'financial'],
  2: ['coercive_control', 'physical', 'threat', 'sexual', 'stalking', 'honour_related'],
  3: ['physical', 'verbal', 'threat'],
  4: ['neglect', 'verbal', 'psychological'],
  5: ['psychological', 'threat', 'stalking', 'witnessing', 'verbal'],
};
