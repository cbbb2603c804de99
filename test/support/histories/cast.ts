import { addDays, dayOf } from '../../../src/domain/calendar.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import type { Chance } from './chance.ts';

/** Few people and few things, so that what happens to them meets. */

export const kid = 'person:kid';
export const baby = 'person:baby';
export const mother = 'person:mother';
export const father = 'person:father';
export const gran = 'person:gran';
export const adults = [mother, father, gran];
export const children = [kid, baby];

export const parties = {
  'party:school': { kind: 'school', informal: false },
  'party:childcare': { kind: 'childcare', informal: false },
  'party:gp': { kind: 'gp', informal: false },
  'party:jgz': { kind: 'youth_health_care', informal: false },
  'party:aunt': { kind: 'family', informal: true },
  'party:neighbour': { kind: 'neighbour', informal: true },
  'party:team': { kind: 'local_team', informal: false },
  'party:vt': { kind: 'veilig_thuis', informal: false },
} as const;

export type Party = keyof typeof parties;
export const allParties = Object.keys(parties) as Party[];
export const watchers: readonly Party[] = [
  'party:school',
  'party:aunt',
  'party:jgz',
  'party:neighbour',
  'party:gp',
  'party:childcare',
];
export const professionals: readonly Party[] = ['party:team', 'party:jgz', 'party:vt'];

export const agreements = ['a1', 'a1', 'a2', 'a3'];
export const conditions = ['c1', 'c1', 'c2', 'c3'];
export const steps = ['s1', 's2', 's3'];
export const requests = ['r1', 'r2'];
export const bells = ['b1', 'b2'];

export function person(chance: Chance): string {
  return chance.pick([kid, kid, kid, mother, mother, father, baby, gran]);
}

export function persons(chance: Chance, least: number): string[] {
  const found = [kid, mother, father, baby].filter((_, index) =>
    chance.happens([0.6, 0.4, 0.2, 0.15][index] ?? 0),
  );
  return found.length >= least ? found : [person(chance)];
}

/** Old enough to be spoken to alone, not yet, becoming so during the history, or not known. */
export function birthMonth(chance: Chance, start: Instant): string | undefined {
  const soon = dayOf(addDays(start, 20)).slice(0, 7);
  const turning = `${String(Number(soon.slice(0, 4)) - 4)}${soon.slice(4)}`;
  return chance.pick([undefined, '2015-04', '2023-02', turning, turning]);
}
