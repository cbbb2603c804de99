import {
  courseShares,
  profileShares,
  recordedPerMille,
  serviceShares,
  teamShares,
  yearlyRates,
} from './figures.ts';
import type { Dice } from '../../src/release/random.ts';

/** What nobody writes down: how things really are with a family, and how the people around it work. */
export interface Nature {
  readonly profile: 1 | 2 | 3 | 4 | 5;
  /** Violent occurrences a year as long as nothing changes. */
  readonly yearlyRate: number;
  /** Of a thousand occurrences those that somebody writes down. */
  readonly recorded: number;
  readonly course: 'recovering' | 'wavering' | 'stuck';
  /** Days after the plan in which the violence of a recovering family dies out. */
  readonly healing: number;
  readonly team: 'diligent' | 'average' | 'thin';
  readonly service: 'prompt' | 'late' | 'waiting';
  /** A family of a story: its people keep every term, and nothing happens but what the story tells. */
  readonly scripted: boolean;
}

export function nature(dice: Dice): Nature {
  return {
    profile: dice.weighted(profileShares),
    yearlyRate: dice.pick(yearlyRates),
    recorded: dice.pick(recordedPerMille),
    course: dice.weighted(courseShares),
    healing: dice.between(20, 240),
    team: dice.weighted(teamShares),
    service: dice.weighted(serviceShares),
    scripted: false,
  };
}

/** How a family of a story is, before the story changes it: calm, in good hands. */
export function calm(profile: Nature['profile']): Nature {
  return {
    profile,
    yearlyRate: 0,
    recorded: 300,
    course: 'recovering',
    healing: 1,
    team: 'diligent',
    service: 'prompt',
    scripted: true,
  };
}

/** Of a thousand parts of the old violence, how many are left so many days after the plan. */
export function remaining(of: Nature, days: number): number {
  if (days < 0) return 1000;
  switch (of.course) {
    case 'recovering':
      return days >= of.healing ? 0 : 1000 - Math.floor((1000 * days) / of.healing);
    case 'wavering':
      // Calm and unrest take turns, in periods that differ by family.
      return Math.floor(days / (60 + (of.healing % 70))) % 3 === 1 ? 0 : 350;
    case 'stuck':
      return 850;
  }
}
