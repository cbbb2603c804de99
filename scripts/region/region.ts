import type { Day } from '../../src/domain/calendar.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { arrive } from './arriving.ts';
import { keepAssessing } from './assessing.ts';
import { castOf, team } from './cast.ts';
import { keepContact } from './continuing.ts';
import { numberOf } from './days.ts';
import type { DayNumber } from './days.ts';
import { diary } from './diary.ts';
import { arrivalDays, daysToPlan, storyArrivalDays, storyDaysToPlan } from './figures.ts';
import { on } from './life.ts';
import type { Life } from './life.ts';
import { calm, nature } from './nature.ts';
import { mayObject } from './objecting.ts';
import { makePlan } from './planning.ts';
import { dice } from '../../src/release/random.ts';
import { keepRecovering } from './recovering.ts';
import { signsToday } from './signs.ts';
import { storyOf } from './stories/all.ts';
import { violenceToday } from './violence.ts';
import { watchToday } from './watching.ts';
import { inviteMonitors, schoolBegins } from './inviting.ts';
import { changesToday } from './changing.ts';

/** What somebody asks for who wants an invented region. */
export interface RegionOptions {
  readonly families: number;
  readonly seed: number;
  /** First day on which something is written down. */
  readonly from: Day;
  /** The day before which the last thing is written down. */
  readonly until: Day;
}

/**
 * An invented region as events, family by family, those of one family in order of recordedAt. The same options give the
 * same events on every machine, and family k does not depend on how many families there are.
 */
export function* region(options: RegionOptions): Generator<PlanEvent> {
  for (let number = 1; number <= options.families; number += 1) yield* family(number, options);
}

export function* family(
  number: number,
  { seed, from, until }: Omit<RegionOptions, 'families'>,
): Generator<PlanEvent> {
  const first = numberOf(from);
  const end = numberOf(until);
  const life = beginning(number, seed, first, end);
  for (; life.today < end; life.today += 1) {
    live(life);
    yield* life.diary.pagesOf(life.today);
  }
}

/** The life of a family on the day it arrives. */
export function beginning(number: number, seed: number, first: DayNumber, end: DayNumber): Life {
  const throws = dice(seed, number);
  const story = storyOf(number);
  const own = story ? calm(story.profile ?? 1) : nature(throws);
  const arrival =
    first + throws.below(Math.max(1, Math.min(story ? storyArrivalDays : arrivalDays, end - first)));
  const cast = castOf(own, throws, arrival);
  const name = `fam-${String(number).padStart(4, '0')}`;
  const [least, most] = daysToPlan[own.team];
  const life: Life = {
    family: name,
    nature: own,
    cast,
    dice: throws,
    diary: diary(name, team(cast)),
    agenda: new Map(),
    monitors: [],
    stopped: new Set(),
    agreements: [],
    factors: new Map(),
    today: arrival,
    planDay: arrival + (story ? storyDaysToPlan : throws.between(least, most)),
    isActive: false,
    lastKnownHarm: arrival,
    unnoticed: 0,
    decided: null,
    calmSince: arrival,
    requests: 0,
    bells: 0,
    isBegun: false,
  };
  for (const { day, does } of story?.turns ?? [])
    on(life, life.planDay + day, () => {
      does(life);
    });
  mayObject(life, dice(seed, -number));
  return life;
}

/** One day of a family: what was planned for it, what happens, who looks, and what changes. */
function live(life: Life): void {
  if (!life.isBegun) begin(life);
  violenceToday(life);
  watchToday(life);
  signsToday(life);
  changesToday(life);
  for (let planned = life.agenda.get(life.today); planned; planned = life.agenda.get(life.today)) {
    life.agenda.delete(life.today);
    for (const action of planned) action();
  }
}

function begin(life: Life): void {
  life.isBegun = true;
  arrive(life);
  on(life, life.planDay, () => {
    makePlan(life);
    inviteMonitors(life);
    schoolBegins(life);
    keepContact(life);
    keepAssessing(life);
    keepRecovering(life);
  });
}
