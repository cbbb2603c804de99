import type { Cast } from './cast.ts';
import type { DayNumber, Moment } from './days.ts';
import type { Diary } from './diary.ts';
import { delays } from './figures.ts';
import type { Nature } from './nature.ts';
import type { Dice } from '../../src/release/random.ts';

/** A family while it is lived: who it is, what is planned for later days, and what its people know. */
export interface Life {
  readonly family: string;
  readonly nature: Nature;
  readonly cast: Cast;
  readonly dice: Dice;
  readonly diary: Diary;
  readonly agenda: Map<DayNumber, (() => void)[]>;
  readonly monitors: Monitor[];
  /** Duties that nobody keeps any more. */
  readonly stopped: Set<Duty>;
  /** Agreements in force that monitors watch, and the one about the long term. */
  readonly agreements: string[];
  /** How each factor was found last. */
  readonly factors: Map<string, 'active' | 'calmer'>;
  today: DayNumber;
  planDay: DayNumber;
  /** The plan is worked on. */
  isActive: boolean;
  /** Last day of a violent or bad fact of which the team knows. */
  lastKnownHarm: DayNumber;
  /** Violent occurrences that no monitor has noticed yet. */
  unnoticed: number;
  /** The decision that people made last, and when. */
  decided: { readonly status: 'unsafe' | 'unknown' | 'direct' | 'durable'; readonly day: DayNumber } | null;
  calmSince: DayNumber;
  requests: number;
  isBegun: boolean;
  bells: number;
}

type Duty =
  | 'assessing'
  | 'deciding'
  | 'conditions'
  | 'recovery'
  | 'factors'
  | 'rehearsal'
  | 'contact'
  | 'review'
  | 'outcome'
  | 'load';

export interface Monitor {
  readonly party: string;
  readonly kind: string;
  readonly informal: boolean;
  agreements: string[];
  cadence: number;
  reliability: 'punctual' | 'late' | 'forgetful' | 'fading' | 'blind';
  /** The day of the next check-in. */
  next: DayNumber;
  /** From this day on nothing is heard of it. */
  silentFrom: DayNumber;
  /** No check-ins up to this day. */
  pausedUntil: DayNumber;
  visits: number;
}

/** Puts something on the agenda of a day; what is already past is done today. */
export function on(life: Life, day: DayNumber, action: () => void): void {
  const when = Math.max(day, life.today);
  const actions = life.agenda.get(when);
  if (actions) actions.push(action);
  else life.agenda.set(when, [action]);
}

/** A duty in rounds: a diligent team keeps them, others come later and later. */
export function inRounds(
  life: Life,
  duty: Duty,
  first: DayNumber,
  every: () => number,
  action: () => void,
): void {
  on(life, first, () => {
    if (!life.isActive) return;
    if (!life.stopped.has(duty)) action();
    inRounds(life, duty, life.today + delayed(life, every()), every, action);
  });
}

function delayed(life: Life, days: number): number {
  if (life.nature.scripted) return days;
  const [least, most] = delays[life.nature.team];
  return days + Math.floor((days * life.dice.between(least, most)) / 100);
}

/** Something is forgotten: by thin teams twice as often as by others, by diligent ones seldom, in a story never. */
export function slips(life: Life, perMille: number): boolean {
  if (life.nature.scripted) return false;
  return life.dice.chance(
    { diligent: Math.floor(perMille / 8), average: perMille, thin: perMille * 2 }[life.nature.team],
  );
}

/** A time of this day at which people work. */
export function atWork(life: Life, after = 510): Moment {
  return { day: life.today, minute: Math.min(1380, life.dice.between(after, Math.max(after, 1020))) };
}

export const at = (life: Life, minute: number): Moment => ({ day: life.today, minute });
export const daysOfPlan = (life: Life): number => life.today - life.planDay;
