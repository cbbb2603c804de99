import { ageBand } from './change/ages.ts';
import { mergedCode } from './change/change.ts';
import type { Change } from './change/change.ts';
import type { Looks, PersonLooks } from './survey.ts';

/** How a family looks in a release, as far as somebody could recognise it by who belongs to it. */
export interface Grade {
  readonly age: number;
  /** Of the source: birth months as they were recorded. */
  readonly isRecorded?: true;
  /** 0: the region is told; 1: no region leaves, and no move, which no rule reads. */
  readonly region: number;
  readonly regionOf: (municipality: string) => string;
  readonly rare: Change['rare'];
}

/** A unit of measure: who looks alike has the same key. */
export interface Look {
  readonly key: string;
  readonly sensitive: string;
}

/** Quasi-identifiers of a person: role, age band, region of the family. Sensitive: part in recorded violence. */
export const personFields = ['role', 'age', 'region'] as const;
export function personLooks(looks: Looks, grade: Grade, without?: string): readonly Look[] {
  const region = regionOf(looks, grade);
  return looks.persons.map((person) => ({
    key: keyOf({ role: roleOf(person, grade), age: ageOf(person, grade), region }, without),
    sensitive: person.violence,
  }));
}

/** Of a family: how many children and adults, the age band of the youngest child, region. Sensitive: the profile of violence. */
export const familyFields = ['children', 'adults', 'youngest', 'region'] as const;
export function familyLook(looks: Looks, grade: Grade, without?: string): Look {
  const children = looks.persons.filter(isChild);
  const youngest = children
    .filter(({ months }) => months !== null)
    .reduce<PersonLooks | null>((one, other) => (monthsOf(one) <= monthsOf(other) ? one : other), null);
  return {
    key: keyOf(
      {
        children: upTo(children.length, 4),
        adults: upTo(looks.persons.length - children.length, 3),
        youngest: youngest === null ? 'none' : ageOf(youngest, grade),
        region: regionOf(looks, grade),
      },
      without,
    ),
    sensitive: looks.profile,
  };
}

/** The household as a whole: every member's role and age band at once. */
export const householdFields = ['role', 'age', 'region'] as const;
export function householdLook(looks: Looks, grade: Grade, without?: string): Look {
  const region = regionOf(looks, grade);
  const members = looks.persons.map((person) =>
    keyOf({ role: roleOf(person, grade), age: ageOf(person, grade) }, without),
  );
  return { key: [...members.sort(), keyOf({ region }, without)].join(' / '), sensitive: looks.profile };
}

const keyOf = (fields: Readonly<Record<string, string>>, without?: string): string =>
  Object.entries(fields)
    .filter(([name]) => name !== without)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ');

const monthsOf = (person: PersonLooks | null): number => person?.months ?? Infinity;
const ageOf = ({ birthMonth, months }: PersonLooks, { age, isRecorded }: Grade): string =>
  isRecorded === true ? (birthMonth ?? 'none') : ageBand(months, age);
const isChild = ({ role }: PersonLooks): boolean => role === 'child' || role === 'unborn_child';
const roleOf = ({ role }: PersonLooks, { rare }: Grade): string => mergedCode('role', role, rare);
export const regionOf = ({ moves }: Looks, { region, regionOf: map }: Grade): string =>
  region > 0 || moves.length === 0 ? 'none' : moves.map(map).join(' > ');
const upTo = (count: number, most: number): string => (count >= most ? `${most}+` : String(count));
