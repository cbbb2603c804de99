import { addDays, addHours } from '../../../src/domain/calendar.ts';
import { disorder, timesOf } from '../../../src/domain/envelope.ts';
import type { EventType } from '../../../src/domain/event.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import type { Chance } from './chance.ts';
import { facts } from './facts.ts';
import type { Data } from './facts.ts';
import { nudged, plainly, term, vaguely, written } from './times.ts';
import type { Envelope } from './times.ts';

/** An event as it stands in a file. */
export type FileEvent = Data & {
  readonly id: string;
  readonly type: string;
  readonly family: string;
  readonly recordedAt: string;
  readonly data: Data;
};

/** One family's history while it is being made up. */
export class Story {
  readonly chance: Chance;
  readonly family: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly events: FileEvent[] = [];
  /** Everything that happened, was told or was written down: what other events like to be near. */
  readonly instants: Instant[];
  /** How many events were written, those that were left out later included. */
  written = 0;
  /** How many of the events are told late or vaguely. */
  vagueness: number;

  constructor(chance: Chance, family: string, start: Instant, days: number) {
    this.chance = chance;
    this.family = family;
    this.start = start;
    this.end = addDays(start, days);
    this.instants = [start];
    this.vagueness = chance.pick([0, 0.15, 0.5]);
  }

  /** Writes an event; what is not given is made up. */
  tell(type: EventType, at: Instant, given: Data = {}, more: Data = {}): string {
    const { chance } = this;
    const data = { ...facts[type]({ chance, at, events: this.events }), ...given };
    return this.write(type, data, this.#envelope(at), more);
  }

  /** Writes an event with exactly these words, at exactly this instant. */
  state(type: EventType, at: Instant, data: Data): string {
    return this.write(type, data, plainly(this.chance, at));
  }

  write(type: string, data: Data, times: Envelope, more: Data = {}): string {
    const { chance } = this;
    // Ids in no order, and in every part of the alphabet that a Token may use.
    const id = `${chance.pick(['a', 'Z', '5', '_', 'm'])}${this.family.slice(-1)}${String(this.written++)}`;
    const about = {
      ...(chance.happens(0.06) ? { hiddenFrom: [chance.pick(['person:father', 'person:mother'])] } : {}),
      ...more,
    };
    const by = chance.pick(['party:team', 'party:school', 'system']);
    const source = chance.pick(['observed', 'adult_said', 'child_said', 'document']);
    const event = { id, type, version: 1, family: this.family, ...times, by, source, ...about, data };
    this.events.push(event);
    const { from, to, reportedAt, recordedAt } = timesOf(event);
    this.instants.push(...new Set([from, to, reportedAt, recordedAt]));
    return id;
  }

  /** Some instant of the history, often where a term of something earlier ends. */
  moment(): Instant {
    const { chance } = this;
    for (let attempt = 0; attempt < 4 && chance.happens(0.85); attempt++) {
      const near = chance.pick(this.instants.slice(-24));
      const found = nudged(chance, term(chance)(near));
      if (found >= this.start && found <= this.end) return found;
    }
    const hours = Math.floor((this.end - this.start) / 3_600_000);
    return addHours(this.start, chance.between(0, hours));
  }

  /** An instant shortly after another, at the end of some term. */
  after(instant: Instant): Instant {
    return nudged(this.chance, term(this.chance)(instant));
  }

  #envelope(at: Instant): Envelope {
    const { chance } = this;
    if (!chance.happens(this.vagueness)) return plainly(chance, at);
    const times = vaguely(chance, at);
    return disorder(timesOf(times)) === null ? times : plainly(chance, at);
  }
}

/** People take back or rewrite some of what they wrote, and some of that again. */
export function correct(story: Story, share: number): void {
  const { chance } = story;
  for (const event of [...story.events]) {
    if (event.type === 'EventRetracted' || !chance.happens(share)) continue;
    let current = event.id;
    let recorded = story.after(timesOf(event).recordedAt);
    for (let length = chance.pick([1, 1, 1, 2, 3]); length > 0; length--) {
      const retracts = chance.happens(0.35);
      const times = { recordedAt: written(chance, recorded) };
      if (retracts) {
        const target = chance.happens(0.15) ? 'nobody-knows' : current;
        story.write('EventRetracted', { target, reason: 'never_happened', approvedBy: 'party:team' }, times);
        if (chance.happens(0.5)) break;
      } else
        current = story.write(event.type, rewritten(story, event), correctedTimes(story, event, recorded), {
          supersedes: current,
        });
      recorded = story.after(recorded);
    }
  }
}

/** The same subject in other words, or only other times. */
function rewritten(story: Story, event: FileEvent): Data {
  const { chance } = story;
  if (chance.happens(0.5)) return event.data;
  const other = facts[event.type as EventType]({ chance, at: story.moment(), events: story.events });
  const kept = Object.keys(other).filter((field) => Object.hasOwn(event.data, field) && chance.happens(0.5));
  return { ...other, ...Object.fromEntries(kept.map((field) => [field, event.data[field]])) };
}

function correctedTimes(story: Story, event: FileEvent, recorded: Instant): Envelope {
  const { chance } = story;
  const recordedAt = written(chance, recorded);
  const old = timesOf(event);
  const kept = { occurred: written(chance, old.to), reportedAt: written(chance, old.reportedAt), recordedAt };
  const moved = { occurred: written(chance, story.after(old.from)), reportedAt: recordedAt, recordedAt };
  const fitting = [chance.pick([kept, moved]), kept].find((times) => disorder(timesOf(times)) === null);
  return fitting ?? { recordedAt };
}
