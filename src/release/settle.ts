import { mergedCode } from './change/change.ts';
import type { Change } from './change/change.ts';
import { noAge } from './change/ages.ts';
import { grainMinutes, movedMinutes } from './change/dates.ts';
import { sign } from './change/pseudonyms.ts';
import type { ReleaseKey } from './change/pseudonyms.ts';
import { familyLook, householdLook, personLooks } from './looking.ts';
import type { Grade, Look } from './looking.ts';
import { timeGrains } from './parameters.ts';
import type { ReleaseParameters, TimeGrain } from './parameters.ts';
import { choose } from './privacy/choose.ts';
import type { Known, Told } from './privacy/history.ts';
import { referenceOf } from './privacy/reference.ts';
import type { Reference } from './privacy/reference.ts';
import { sequenceRisk } from './privacy/sequences.ts';
import type { SequenceRisk } from './privacy/sequences.ts';
import { diceFrom } from './random.ts';
import { rareCodes } from './rare.ts';
import { movesOf } from './survey.ts';
import type { Looks } from './survey.ts';
import { countIn, looksIn, surveyed } from './staying.ts';
import type { Surveyed } from './staying.ts';
import { Unmakeable } from './unmakeable.ts';
import type { Workshop } from './workshop.ts';

/** How far everything is generalised, and who stands out all the same. */
export interface Settled {
  readonly age: number;
  readonly region: number;
  readonly grain: TimeGrain;
  /** All kinds of parties were merged, not the rare ones alone. */
  readonly merges: boolean;
  /** Pseudonyms of the families that are left out. */
  readonly out: ReadonlySet<string>;
}

export interface Settling {
  readonly workshop: Workshop;
  readonly key: ReleaseKey;
  readonly parameters: ReleaseParameters;
  readonly regionOf: ((municipality: string) => string) | null;
  /** A family was looked at, in a round of the search. */
  readonly progress: (round: string, done: number, total: number) => void;
}

/** Families among which look-alikes of a history are counted at most. */
const referenceLimit = 2000;
/** Families that are tried first, to pass over a grain that cannot do. */
const trial = 150;
const mostRounds = 12;

/**
 * Looks for the least generalisation under which enough families look alike: first ages and regions, by k and l of
 * persons, families and households; then times and party kinds, by what somebody may know of a family's events. Who
 * stands out then is left out as a whole: a history with holes would read as safety.
 * @throws Unmakeable if too many would have to be left out under the coarsest that is allowed.
 */
export function settle(settling: Settling): Settled {
  const { workshop, parameters } = settling;
  const total = countIn(workshop);
  const most = Math.floor(parameters.suppression.families * total);
  if (total < parameters.k) throw tooFew();
  const choice = choose({
    maxima: { age: noAge, region: settling.regionOf === null ? 0 : 1 },
    most: parameters.suppression.families,
    // Who may stay at fine levels may stay at coarse ones: their classes are unions.
    isMonotone: true,
    evaluate(at) {
      const grade = gradeOf(settling, at['age'] ?? 0, at['region'] ?? 0, false);
      const out = standingOut(settling, grade, new Set());
      // How much of the height of each hierarchy is given up (Precision, Sweeney 2002), and how many families.
      const cost = ((at['age'] ?? 0) / noAge + (at['region'] ?? 0)) / 2 + out.size / total;
      return { suppressed: out.size / total, cost };
    },
  });
  if (choice === null) throw tooRecognisable('who belongs to a family');
  const age = choice.levels['age'] ?? 0;
  const region = settling.regionOf === null ? 1 : (choice.levels['region'] ?? 0);
  if (parameters.sequence.events === 0) {
    const out = standingOut(settling, gradeOf(settling, age, region, false), new Set());
    return { age, region, grain: parameters.times.finest, merges: false, out };
  }
  for (const [grain, merges] of rungs(parameters)) {
    const grade = gradeOf(settling, age, region, merges);
    const out = withoutRecognisable(settling, grade, grain, most);
    if (out !== null) return { age, region, grain, merges, out };
  }
  throw tooRecognisable(`${parameters.sequence.events} events of a family`);
}

/** From exact times on; each coarse grain also with all party kinds merged. */
function rungs({ times }: ReleaseParameters): readonly (readonly [TimeGrain, boolean])[] {
  const [first, last] = [timeGrains.indexOf(times.finest), timeGrains.indexOf(times.coarsest)];
  return timeGrains
    .slice(first, last + 1)
    .flatMap((grain) => [[grain, false] as const, [grain, true] as const]);
}

export function gradeOf(
  { workshop, parameters, regionOf }: Pick<Settling, 'workshop' | 'parameters' | 'regionOf'>,
  age: number,
  region: number,
  merges: boolean,
): Grade {
  const rare = rareCodes(workshop, parameters.k, merges);
  return { age, region: regionOf === null ? 1 : region, regionOf: regionOf ?? (() => 'other'), rare };
}

/** Who is in a class of fewer than k, or without l sensitive values, until nobody is: leaving one out makes others stand out. */
function standingOut(
  { workshop, parameters: { k, l } }: Settling,
  grade: Grade,
  before: ReadonlySet<string>,
): ReadonlySet<string> {
  const out = new Set(before);
  const looksOf = (looks: Looks): readonly Look[] => [
    ...personLooks(looks, grade).map(named('person')),
    named('family')(familyLook(looks, grade)),
    named('household')(householdLook(looks, grade)),
  ];
  for (let changed = true; changed;) {
    const classes = new Map<string, { count: number; readonly values: Set<string> }>();
    for (const { looks } of looksIn(workshop, out))
      for (const { key, sensitive } of looksOf(looks)) {
        const found = classes.get(key) ?? { count: 0, values: new Set<string>() };
        found.count += 1;
        found.values.add(sensitive);
        classes.set(key, found);
      }
    const isSmall = ({ key }: Look) => {
      const found = classes.get(key);
      return found === undefined || found.count < k || found.values.size < l;
    };
    const before = out.size;
    for (const { pseudonym, looks } of looksIn(workshop, out))
      if (looksOf(looks).some(isSmall)) out.add(pseudonym);
    changed = out.size > before;
  }
  return out;
}

const named = (unit: string) => (look: Look) => ({ ...look, key: `${unit}: ${look.key}` });

/** Null as soon as more than `most` families would have to be left out. */
function withoutRecognisable(
  settling: Settling,
  grade: Grade,
  grain: TimeGrain,
  most: number,
): ReadonlySet<string> | null {
  let out = standingOut(settling, grade, new Set());
  for (let round = 0; round < mostRounds; round += 1) {
    if (out.size > most) return null;
    const measure = historyMeasure(settling, grade.rare, grain, out);
    const total = countIn(settling.workshop) - out.size;
    const found = new Set(out);
    let done = 0;
    for (const family of surveyed(settling.workshop, out)) {
      const { first, any } = measure.risk(family, true);
      if (any.below > 0 || first < settling.parameters.k) found.add(family.pseudonym);
      settling.progress(`times told to ${grain}`, (done += 1), total);
      const isHopeless = round === 0 && done === trial && found.size - out.size > (2 * most * trial) / total;
      if (found.size > most || isHopeless) return null;
    }
    if (found.size === out.size) return out;
    out = standingOut(settling, grade, found);
  }
  return null;
}

export interface HistoryMeasure {
  readonly reference: Reference;
  /** With `untilFirst` no more than whether a choice fails. */
  risk(family: Surveyed, untilFirst?: boolean): SequenceRisk;
  kindName(kind: number): string;
}

/** What somebody who knows events of a family finds in a release of this grain; `grain` null measures the source itself. */
export function historyMeasure(
  { workshop, key, parameters }: Pick<Settling, 'workshop' | 'key' | 'parameters'>,
  rare: Change['rare'],
  grain: TimeGrain | null,
  out: ReadonlySet<string>,
): HistoryMeasure {
  const kinds = new Map<string, number>();
  const number = (kind: string): number => {
    const [type, party] = kind.split('/');
    const name = party === undefined ? kind : `${type}/${mergedCode('partyKind', party, rare)}`;
    const found = kinds.get(name) ?? kinds.size;
    kinds.set(name, found);
    return found;
  };
  const truth = ({ history }: Surveyed): Known[] => history.map(([kind, at]) => ({ kind: number(kind), at }));
  const told = (family: Surveyed): Told[] =>
    truth(family).map(({ kind, at }) => {
      if (grain === null) return { kind, from: at, until: at + 1 };
      const from = movedMinutes(at, { weeks: family.weeks, grain });
      return { kind, from, until: from + grainMinutes(grain) };
    });
  function* histories() {
    for (const family of surveyed(workshop, out)) yield told(family);
  }
  const { knownTo, events: n, draws } = parameters.sequence;
  const reference = referenceOf(histories(), referenceLimit, knownTo);
  const shifts = grain === null ? [0] : movesOf(parameters);
  return {
    reference,
    risk: (family, untilFirst = false) =>
      sequenceRisk({
        truth: truth(family),
        told: told(family),
        reference,
        n,
        knownTo,
        shifts,
        draws,
        k: parameters.k,
        untilFirst,
        random: diceFrom(sign(key, 'draws', family.pseudonym).toString('hex')),
      } as Parameters<typeof sequenceRisk>[0]),
    kindName: (kind) => [...kinds].find(([, value]) => value === kind)?.[0] ?? '',
  };
}

const tooFew = () =>
  new Unmakeable(
    'privacy',
    'there are fewer families than must look alike (k), so no release can be made of them. Release a larger region, or wait until more was recorded',
  );

const tooRecognisable = (by: string) =>
  new Unmakeable(
    'privacy',
    `too many families could be recognised by ${by}, also under the coarsest telling that is allowed, so nothing was released. Release a larger region; allow a coarser telling (times.coarsest) or more families left out (suppression.families); or, where researchers work in a closed environment, say that less is known (sequence)`,
  );
