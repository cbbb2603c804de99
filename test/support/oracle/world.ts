// One family as known at K (P1), seen at an instant V (P2), with the people in it (P8).
import { yearsAfterMonth } from './calendar.ts';
import type { Parameters } from './policy.ts';
import { byTime, compare, compareKeys } from './types.ts';
import type { Ev, Role } from './types.ts';

/** P1: retracted and superseded events, with the knowledge of K. */
export function corrections(
  all: readonly Ev[],
  knownAt: number,
): {
  written: Ev[];
  retracted: Set<string>;
  superseded: Set<string>;
  successor: (id: string) => Ev | undefined;
} {
  const written = all.filter((e) => e.recordedAt <= knownAt);
  const retracted = new Set(written.filter((e) => e.type === 'EventRetracted').map((e) => e.data.target));
  const replacing = written.filter((e) => e.supersedes !== undefined && !retracted.has(e.id));
  const superseded = new Set(replacing.map((e) => e.supersedes as string));
  const successor = (id: string): Ev | undefined =>
    replacing
      .filter((e) => e.supersedes === id)
      .sort((a, b) => compareKeys([a.recordedAt, a.id], [b.recordedAt, b.id]))
      .at(-1);
  return { written, retracted, superseded, successor };
}

/** The known events of one family under one policy. */
export class Family {
  readonly name: string;
  readonly p: Parameters;
  readonly known: Ev[];
  readonly #byType = new Map<string, Ev[]>();
  readonly #worlds = new Map<number, World>();
  readonly #successor: (id: string) => Ev | undefined;

  constructor(name: string, events: readonly Ev[], knownAt: number, p: Parameters) {
    const { written, retracted, superseded, successor } = corrections(
      events.filter((e) => e.family === name),
      knownAt,
    );
    this.name = name;
    this.p = p;
    this.known = written.filter((e) => !retracted.has(e.id) && !superseded.has(e.id)).sort(byTime);
    this.#successor = successor;
    for (const e of this.known) this.#byType.set(e.type, [...(this.#byType.get(e.type) ?? []), e]);
  }

  /** All known events of a type in P2 order. */
  ofType(type: string): readonly Ev[] {
    return this.#byType.get(type) ?? [];
  }

  /** P1: the event id that a reference means. */
  referred(id: string): string {
    const seen = new Set<string>();
    let current = id;
    for (
      let next = this.#successor(current);
      next !== undefined && !seen.has(next.id);
      next = this.#successor(current)
    ) {
      seen.add(next.id);
      current = next.id;
    }
    return current;
  }

  /** The family seen at an instant. */
  at(instant: number): World {
    let world = this.#worlds.get(instant);
    if (world === undefined) {
      world = new World(this, instant);
      this.#worlds.set(instant, world);
    }
    return world;
  }
}

/** The family at instant V. `once` keeps a value that was computed before. */
export class World {
  readonly family: Family;
  readonly V: number;
  readonly p: Parameters;
  readonly #kept = new Map<string, unknown>();

  constructor(family: Family, V: number) {
    this.family = family;
    this.V = V;
    this.p = family.p;
  }

  once<T>(key: string, compute: () => T): T {
    if (!this.#kept.has(key)) this.#kept.set(key, compute());
    return this.#kept.get(key) as T;
  }

  /** P2: events of these types that hold, oldest first. */
  holding(...types: string[]): readonly Ev[] {
    return this.once(`holding ${types.join()}`, () =>
      types
        .flatMap((t) => this.family.ofType(t))
        .filter((e) => e.to <= this.V)
        .sort(byTime),
    );
  }

  /** P2: events of these types read as bad fact, trigger or breach fact, oldest first. */
  begun(...types: string[]): readonly Ev[] {
    return this.once(`begun ${types.join()}`, () =>
      types
        .flatMap((t) => this.family.ofType(t))
        .filter((e) => e.from <= this.V)
        .sort(byTime),
    );
  }

  /** The latest event of these types that passes the test. */
  latest(types: readonly string[], test: (e: Ev) => boolean = () => true): Ev | undefined {
    return this.holding(...types).findLast(test);
  }
}

/** P8: everyone of the roster with the event of joining. */
export function roster(w: World): Map<string, Ev> {
  return w.once('roster', () => {
    const last = new Map<string, Ev>();
    for (const e of w.holding('PersonJoined', 'PersonLeft')) last.set(e.data.person, e);
    const present = [...last].filter(([, e]) => e.type === 'PersonJoined');
    return new Map(present.sort(([a], [b]) => compare(a, b)));
  });
}

export const roleOf = (w: World, person: string): Role | undefined => roster(w).get(person)?.data.role;
export const isChild = (w: World, person: string): boolean => roleOf(w, person) === 'child';
export const isAdult = (w: World, person: string): boolean => {
  const role = roleOf(w, person);
  return role !== undefined && role !== 'child' && role !== 'unborn_child';
};
export const childrenOf = (w: World): string[] => [...roster(w).keys()].filter((x) => isChild(w, x));

/** D4: a person of the roster is childAloneAge or older. */
export function isAloneAge(w: World, person: string): boolean {
  const month = roster(w).get(person)?.data.birthMonth;
  return month === undefined || w.V >= yearsAfterMonth(month, w.p.childAloneAge);
}

/** Who a party is: the latest PartyInvolved. */
export const partyInfo = (w: World, party: string): Ev | undefined =>
  w.once(`party ${party}`, () => w.latest(['PartyInvolved'], (e) => e.data.party === party));

/** P6: org(p). */
export const orgOf = (w: World, party: string): string => partyInfo(w, party)?.data.organisation ?? party;
export const differentOrgs = (w: World, parties: readonly string[]): number =>
  new Set(parties.map((p) => orgOf(w, p))).size;

/** livesWith and linkedTo of a party. */
export function closePersons(w: World, party: string): string[] {
  const info = partyInfo(w, party)?.data;
  return [...(info?.livesWith ?? []), ...(info?.linkedTo ?? [])];
}
