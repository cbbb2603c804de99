import { ageOn, atRisk, children, isAdult } from './cast.ts';
import { isWeekend, textOf, workdayFrom } from './days.ts';
import type { DayNumber } from './days.ts';
import type { DataIn } from './diary.ts';
import { cadences } from './figures.ts';
import { holidayStarting } from './holidays.ts';
import { at, atWork, daysOfPlan, on } from './life.ts';
import type { Life, Monitor } from './life.ts';
import { correctCheckIn } from './correcting.ts';
import { answer, harmKnown } from './relapsing.ts';

/** What the monitors do on this day. */
export function watchToday(life: Life): void {
  if (!life.isActive) return;
  for (const monitor of life.monitors) {
    if (monitor.kind === 'school' || monitor.kind === 'childcare') holidayAhead(life, monitor);
    if (life.today >= monitor.next && life.today < monitor.silentFrom && life.today > monitor.pausedUntil)
      visit(life, monitor);
  }
}

/** Holidays are known long before; a stand-in is not always found (M8). */
function holidayAhead(life: Life, monitor: Monitor): void {
  const holiday = holidayStarting(life.today, 12);
  if (!holiday) return;
  if (!life.nature.scripted && life.dice.chance(300)) return;
  const others = life.monitors.filter(
    (each) => each !== monitor && each.informal && each.silentFrom > holiday.to,
  );
  const standIn =
    others.length > 0 && (life.nature.scripted || life.dice.chance(600)) ? others[0]?.party : undefined;
  pause(life, monitor, { from: holiday.from, to: holiday.to, reason: 'school_holiday', standIn });
}

interface Pause {
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly reason: DataIn<'MonitorPaused'>['reason'];
  readonly standIn?: string | undefined;
}

function pause(life: Life, monitor: Monitor, { from, to, reason, standIn }: Pause): void {
  life.diary.write(
    'MonitorPaused',
    {
      party: monitor.party,
      from: textOf(from),
      to: textOf(to),
      ...(standIn === undefined ? {} : { standIn }),
      reason,
    },
    atWork(life),
    { by: monitor.party },
  );
  on(life, from, () => {
    monitor.pausedUntil = to;
    monitor.next = workdayFrom(to + 1);
  });
}

function visit(life: Life, monitor: Monitor): void {
  if (isWeekend(life.today) && !monitor.informal) return;
  monitor.visits += 1;
  monitor.next = life.today + nextIn(life, monitor);
  if (monitor.reliability === 'forgetful' && life.dice.chance(280)) return;
  if (!life.nature.scripted && life.dice.chance(5)) {
    fallIll(life, monitor);
    return;
  }
  for (const agreement of monitor.agreements) checkIn(life, monitor, agreement);
  extend(life, monitor);
}

function nextIn(life: Life, monitor: Monitor): number {
  const { dice, nature } = life;
  if (nature.scripted) return monitor.cadence;
  if (monitor.reliability === 'late')
    return monitor.cadence + dice.between(0, Math.ceil(monitor.cadence / 2));
  return Math.max(1, monitor.cadence - dice.below(2));
}

function fallIll(life: Life, monitor: Monitor): void {
  const reason = life.dice.pick(['illness', 'leave', 'inability'] as const);
  pause(life, monitor, { from: life.today, to: life.today + life.dice.between(5, 30), reason });
}

/** After a calm year the cadence goes from weeks to months; a new acceptance starts over. */
function extend(life: Life, monitor: Monitor): void {
  if (
    life.nature.scripted ||
    life.today - life.calmSince < (life.nature.profile === 2 ? 560 : 376) ||
    life.decided === null
  )
    return;
  const [, long] = cadences[monitor.kind] ?? [14, 30];
  if (monitor.cadence >= long) return;
  monitor.cadence = long;
  const { party, agreements } = monitor;
  life.diary.write(
    'MonitorAccepted',
    { party, agreements: [...agreements], cadenceDays: long },
    at(life, 1170),
    {
      by: party,
    },
  );
  monitor.next = life.today + 1;
}

/** What a monitor sees is not what there is: most violence stays unnoticed. */
function checkIn(life: Life, monitor: Monitor, agreement: string): void {
  const { dice } = life;
  const noticed = life.unnoticed > 0 && dice.chance(Math.min(150, 25 * life.unnoticed));
  const blind = monitor.reliability === 'blind' ? dice.chance(700) : !life.nature.scripted && dice.chance(25);
  const result = blind
    ? 'could_not_observe'
    : noticed
      ? dice.weighted([
          ['partly', 5],
          ['broken', 3],
          ['kept', 2],
        ] as const)
      : 'kept';
  if (noticed) life.unnoticed = 0;
  const moment = atWork(life, 600);
  const worry = noticed
    ? dice.pick([1, 2, 2, 3] as const)
    : dice.chance(life.nature.scripted ? 0 : 60)
      ? 1
      : 0;
  const data: DataIn<'MonitorCheckedIn'> = {
    party: monitor.party,
    agreement,
    result,
    personsSeen: blind ? [] : seenBy(life, monitor),
    childAlone: !blind && seesAlone(life, monitor),
    joint: !life.nature.scripted && !monitor.informal && monitor.kind !== 'school' && dice.chance(120),
    worry,
    ...(monitor.kind === 'local_team' && monitor.visits % 8 === 0 ? { answers: answersOf(life) } : {}),
  };
  const id = life.diary.write('MonitorCheckedIn', data, moment, { by: monitor.party });
  if (dice.chance(life.nature.scripted ? 0 : 6)) correctCheckIn(life, id, data, moment);
  const candidate = { candidate: id, known: moment, children: [], selfReport: false };
  const isAsking =
    worry === 3 ||
    (data.answers !== undefined &&
      (data.answers.basicConditions === 'no' || data.answers.helpNeeded === 'yes'));
  if (data.answers?.stillSafe === 'no' && result !== 'broken')
    answer(life, { ...candidate, level: 'urgent' });
  else if (isAsking && result !== 'broken') answer(life, { ...candidate, level: 'early' });
  if (result === 'broken') harmKnown(life, { ...candidate, level: 'urgent' });
}

export function answersOf(life: Life): NonNullable<DataIn<'ContactHeld'>['answers']> {
  const { dice, nature } = life;
  if (nature.scripted || daysOfPlan(life) > 300)
    return {
      stillSafe: 'yes',
      basicConditions: 'yes',
      helpNeeded: dice.chance(nature.scripted ? 0 : 60) ? 'yes' : 'no',
    };
  return {
    stillSafe: dice.weighted([
      ['yes', 80],
      ['unknown', 15],
      ['no', 5],
    ]),
    basicConditions: dice.weighted([
      ['yes', 70],
      ['unknown', 22],
      ['no', 8],
    ]),
    helpNeeded: dice.weighted([
      ['no', 80],
      ['unknown', 10],
      ['yes', 10],
    ]),
  };
}

/** Who sees whom: the school the school children, the home visitors everybody, the GP a parent. */
function seenBy(life: Life, monitor: Monitor): string[] {
  const { cast, nature, dice } = life;
  const all = atRisk(cast);
  const of = (choose: (age: number) => boolean) =>
    children(cast)
      .filter((each) => choose(ageOn(each, life.today)))
      .map((each) => each.person);
  const present = (persons: string[]) => (nature.scripted ? persons : persons.filter(() => !dice.chance(70)));
  switch (monitor.kind) {
    case 'school':
      return present(of((age) => age >= 4));
    case 'childcare':
      return present(of((age) => age < 4));
    case 'youth_health_care':
      return present(children(cast).map((each) => each.person));
    case 'gp':
      return present(all.filter((each) => nature.scripted || isAdult(each)).map((each) => each.person));
    default:
      return present(all.map((each) => each.person));
  }
}

function seesAlone(life: Life, monitor: Monitor): boolean {
  if (life.nature.scripted) return true;
  return (
    monitor.kind === 'school' ||
    monitor.kind === 'childcare' ||
    life.dice.chance(monitor.informal ? 250 : 600)
  );
}
