import fc from 'fast-check';
import { addDays, addHours } from '../../src/domain/calendar.ts';
import { formatInstant, parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { parameterNames } from '../../src/domain/parameters.ts';
import { Chance } from './histories/chance.ts';
import { live } from './histories/episodes.ts';
import { directFamily, durableFamily, flaw } from './histories/families.ts';
import { Story, correct } from './histories/story.ts';
import type { FileEvent } from './histories/story.ts';
import { nudged, openings, term } from './histories/times.ts';

/** Random but plausible histories of a family or two, with the instants worth asking about. */

export type { FileEvent };

export interface Viewpoint {
  readonly at: string;
  readonly knownAt: string;
}

export interface PolicyInput {
  readonly name?: string;
  readonly parameters: Record<string, number>;
}

export interface History {
  readonly kind: Kind;
  readonly events: readonly FileEvent[];
  readonly viewpoints: readonly Viewpoint[];
  readonly policy: PolicyInput | undefined;
}

/** From nothing, or from a family that is directly or durably safe. */
export type Kind = 'random' | 'direct' | 'durable';
const kinds: readonly Kind[] = ['random', 'random', 'direct', 'direct', 'durable'];

export interface Wishes {
  readonly kind?: Kind;
  /** How many viewpoints. */
  readonly viewpoints?: number;
  /** Whether events may be superseded and retracted; yes if left out. */
  readonly corrections?: boolean;
  readonly policy?: boolean;
}

/** A history as a file. */
export const textOf = (events: readonly object[]): string =>
  events.map((event) => JSON.stringify(event)).join('\n');

/** The same seed and wishes give the same history. */
export function historyFrom(seed: number, wishes: Wishes = {}): History {
  const chance = new Chance(seed);
  const kind = wishes.kind ?? chance.pick(kinds);
  const stories = chance.happens(0.1)
    ? [tell(chance, kind, 'fam-a', wishes), tell(chance, 'random', 'fam-b', wishes)]
    : [tell(chance, kind, 'fam-a', wishes)];
  const viewpoints = Array.from({ length: wishes.viewpoints ?? 3 }, () =>
    viewpoint(chance, chance.pick(stories)),
  );
  const policy = wishes.policy !== false && chance.happens(0.3) ? smallPolicy(chance) : undefined;
  return { kind, events: chance.shuffled(stories.flatMap(({ story }) => story.events)), viewpoints, policy };
}

interface Told {
  readonly story: Story;
  /** From where on it is worth asking. */
  readonly from: Instant;
}

function tell(chance: Chance, kind: Kind, family: string, wishes: Wishes): Told {
  const opening = parseInstant(chance.pick(openings)) as Instant;
  const days = chance.pick([2, 20, 50, 120]);
  const told =
    kind === 'random'
      ? unsteered(chance, family, opening, days)
      : steered(chance, kind, family, opening, days);
  if (wishes.corrections !== false) correct(told.story, chance.pick([0, 0.03, 0.15]));
  return told;
}

function unsteered(chance: Chance, family: string, start: Instant, days: number): Told {
  const story = new Story(chance, family, start, days);
  if (chance.happens(0.7)) {
    story.tell('PersonJoined', story.start, { person: 'person:kid', role: 'child' });
    story.tell('PlanActivated', story.start);
  }
  live(story, chance.between(3, 45));
  return { story, from: start };
}

function steered(
  chance: Chance,
  kind: 'direct' | 'durable',
  family: string,
  start: Instant,
  days: number,
): Told {
  const story = new Story(chance, family, start, kind === 'direct' ? 4 : 400);
  const decided = kind === 'direct' ? directFamily(story) : durableFamily(story);
  flaw(story);
  const sequel = new Story(chance, family, addDays(decided, kind === 'direct' ? -1 : -3), days);
  sequel.written = story.written;
  sequel.events.push(...story.events);
  sequel.instants.push(...story.instants.slice(-20));
  live(sequel, chance.pick([0, 1, 1, 3, 8, 20]));
  return { story: sequel, from: sequel.start };
}

/** Usually where something may just have changed, seen with all later knowledge or with less. */
function viewpoint(chance: Chance, { story, from }: Told): Viewpoint {
  const later = story.instants.filter((instant) => instant >= from);
  const near = chance.pick(later.length > 0 ? later : story.instants);
  const soon = addHours(from, chance.between(0, 24 * 20));
  const inAWhile = addHours(near, chance.between(0, 24 * 60));
  const at = nudged(
    chance,
    chance.pick([near, near, term(chance)(near), term(chance)(near), soon, soon, inAWhile]),
  );
  const last = Math.max(...story.instants) as Instant;
  const some = nudged(chance, chance.pick(story.instants));
  const knownAt = chance.pick([addDays(last, 1), addDays(last, 1), addDays(last, 1), at, some, some]);
  return { at: formatInstant(at), knownAt: formatInstant(knownAt) };
}

/** Small numbers make terms end near each other. */
function smallPolicy(chance: Chance): PolicyInput {
  const chosen = chance.some(parameterNames, 1, chance.pick([3, 12, 40]));
  const value = (name: string) =>
    chance.pick(name.endsWith('Percent') ? [0, 25, 50, 100, 150] : [0, 0, 1, 1, 2, 3, 5, 7, 14, 30]);
  return { name: 'small', parameters: Object.fromEntries(chosen.map((name) => [name, value(name)])) };
}

/** Histories for fast-check; a failing one shrinks by leaving out events and viewpoints. */
export function histories(wishes: Wishes = {}): fc.Arbitrary<History> {
  return new Histories(wishes);
}

class Histories extends fc.Arbitrary<History> {
  readonly #wishes: Wishes;

  constructor(wishes: Wishes) {
    super();
    this.#wishes = wishes;
  }

  generate(random: fc.Random): fc.Value<History> {
    return new fc.Value(historyFrom(random.nextInt(-2_147_483_648, 2_147_483_647), this.#wishes), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is History {
    return typeof value === 'object' && value !== null && Object.hasOwn(value, 'events');
  }

  shrink(history: History): fc.Stream<fc.Value<History>> {
    return fc.stream(smaller(history)).map((each) => new fc.Value(each, undefined));
  }
}

/** Histories with less in them, the boldest attempt first. */
export function* smaller(history: History): Generator<History> {
  const { events, viewpoints, policy } = history;
  if (viewpoints.length > 1)
    for (const viewpoint of viewpoints) yield { ...history, viewpoints: [viewpoint] };
  if (policy) yield { ...history, policy: undefined };
  for (let size = Math.ceil(events.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let start = 0; start < events.length; start += size)
      yield { ...history, events: [...events.slice(0, start), ...events.slice(start + size)] };
  for (const name of Object.keys(policy?.parameters ?? {})) {
    const { [name]: _, ...parameters } = policy?.parameters ?? {};
    yield { ...history, policy: { ...policy, parameters } };
  }
}
