import { monthOf } from './days.ts';
import type { DayNumber } from './days.ts';
import type { DataIn } from './diary.ts';
import type { Nature } from './nature.ts';
import type { Dice } from '../../src/release/random.ts';

/** Who is in the family and who stands around it. Every name is a pseudonym that says only a part to play. */
export interface Cast {
  readonly persons: Person[];
  /** Who uses violence: a part in this story, never an attribute in the events. */
  readonly users: readonly string[];
  readonly parties: Party[];
  readonly municipality: string;
}

export type Person = DataIn<'PersonJoined'>;
export type Party = DataIn<'PartyInvolved'>;

/** The parts that other files ask for by name. */
export const team = (cast: Cast): string => part(cast, 'local_team');
export const veiligThuis = (cast: Cast): string => part(cast, 'veilig_thuis');
export const professional = (cast: Cast): string => part(cast, 'youth_health_care');
export const clinic = (cast: Cast): string => part(cast, 'mental_health');

export const children = (cast: Cast): Person[] => cast.persons.filter((each) => each.role === 'child');
export const parents = (cast: Cast): Person[] => cast.persons.filter((each) => each.role === 'parent');
export const adults = (cast: Cast): Person[] => cast.persons.filter(isAdult);
/** Those whom the plan protects: every child, and each adult who did not use violence. */
export const atRisk = (cast: Cast): Person[] =>
  cast.persons.filter((each) => !isAdult(each) || !cast.users.includes(each.person));
/** Whom the violence is against. */
export const victims = (cast: Cast): Person[] =>
  cast.persons.filter((each) => each.role !== 'unborn_child' && !cast.users.includes(each.person));

export const isAdult = (person: Person): boolean => person.role !== 'child' && person.role !== 'unborn_child';

/** Whole years of age on a day, counted from the first of the month of birth. */
export function ageOn(person: Person, day: DayNumber): number {
  const birth = person.birthMonth ?? '2010-01';
  const now = monthOf(day);
  const years = Number(now.slice(0, 4)) - Number(birth.slice(0, 4));
  return now.slice(5) < birth.slice(5) ? years - 1 : years;
}

export function partOf(cast: Cast, kind: Party['kind']): Party | undefined {
  return cast.parties.find((each) => each.kind === kind);
}

function part(cast: Cast, kind: Party['kind']): string {
  return partOf(cast, kind)?.party ?? 'party:unnamed';
}

export function castOf(nature: Nature, dice: Dice, arrival: DayNumber): Cast {
  const municipality = nature.scripted ? 'a' : dice.pick(['a', 'b', 'c', 'd', 'e', 'f']);
  const persons = familyOf(nature, dice, arrival);
  const users = usersOf(nature, persons, dice);
  return {
    persons,
    users,
    parties: partiesOf({ nature, dice, arrival, persons, users, municipality }),
    municipality,
  };
}

function familyOf(nature: Nature, dice: Dice, arrival: DayNumber): Person[] {
  const apart = nature.profile === 5;
  const second = !apart && !nature.scripted && dice.chance(250) ? ('partner' as const) : ('parent' as const);
  const persons: Person[] = [
    { person: 'person:parent-1', role: 'parent', household: 'hh-1' },
    { person: `person:${second}-2`, role: second, household: apart ? 'hh-2' : 'hh-1' },
  ];
  if (nature.profile === 4 && dice.chance(300))
    persons.push({ person: 'person:grandparent-1', role: 'other_adult', household: 'hh-1' });
  const ages = nature.scripted
    ? [9, 2]
    : Array.from({ length: dice.weighted(familySizes) }, () => dice.between(0, 14));
  if (nature.profile === 3) ages[0] = dice.between(12, 15);
  ages.forEach((age, index) => {
    const born = arrival - age * 365 - dice.between(40, 300);
    persons.push({
      person: `person:child-${String(index + 1)}`,
      role: 'child',
      household: 'hh-1',
      birthMonth: monthOf(born),
    });
  });
  return persons;
}

const familySizes = [
  [1, 30],
  [2, 42],
  [3, 20],
  [4, 8],
] as const;

function usersOf(nature: Nature, persons: readonly Person[], dice: Dice): string[] {
  const second = persons[1]?.person ?? 'person:parent-2';
  switch (nature.profile) {
    case 1:
      return !nature.scripted && dice.chance(400) ? ['person:parent-1', second] : [second];
    case 2:
      return [second];
    case 3:
      return ['person:child-1'];
    case 4:
      return ['person:parent-1'];
    case 5:
      return nature.scripted ? [second] : ['person:parent-1', second];
  }
}

interface Circle {
  readonly nature: Nature;
  readonly dice: Dice;
  readonly arrival: DayNumber;
  readonly persons: readonly Person[];
  readonly users: readonly string[];
  readonly municipality: string;
}

/** Professionals serve many families, so their names recur over the region; the own network does not. */
function partiesOf({ nature, dice, arrival, persons, users, municipality }: Circle): Party[] {
  const place = (kind: string, many: number) => `${kind}-${municipality}${String(dice.between(1, many))}`;
  const of = (kind: Party['kind'], name: string): Party => ({
    party: `party:${name}`,
    kind,
    informal: false,
    organisation: name,
  });
  const own = (kind: Party['kind'], name: string, more: Partial<Party> = {}): Party => ({
    party: `party:${name}`,
    kind,
    informal: true,
    ...more,
  });
  const ages = persons.filter((each) => each.role === 'child').map((each) => ageOn(each, arrival));
  const parties = [
    of('local_team', `team-${municipality}`),
    of('veilig_thuis', 'veilig-thuis'),
    of('youth_health_care', place('jgz', 2)),
    of('gp', place('gp', 9)),
    of('mental_health', `clinic-${String(dice.between(1, 4))}`),
    own('family', 'aunt-1'),
    own('neighbour', 'neighbour-1'),
  ];
  if (ages.some((age) => age >= 4)) parties.push(of('school', place('school', 12)));
  if (ages.some((age) => age < 4)) parties.push(of('childcare', place('childcare', 6)));
  const user = users[0];
  if (!nature.scripted && dice.chance(350) && user !== undefined)
    parties.push(own('family', 'uncle-1', { linkedTo: [user] }));
  if (!nature.scripted && dice.chance(200)) parties.push(own('friend', 'friend-1'));
  if (!nature.scripted && dice.chance(150))
    parties.push(own('volunteer', 'buddy-1', { organisation: 'volunteers' }));
  if (persons.some((each) => each.role === 'other_adult'))
    parties.push(own('family', 'grandparent-1', { livesWith: [user ?? 'person:parent-1'] }));
  return parties;
}
