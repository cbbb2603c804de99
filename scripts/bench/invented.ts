import { family } from '../region/region.ts';
import type { Day } from '../../src/domain/calendar.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { Instant } from '../../src/domain/instant.ts';

/** Events of the invented region, the same on every machine, for everybody who is measured. */
const from = '2025-01-01' as Day;
const until = '2026-11-01' as Day;
const seed = 1;
/** The first families are stories, written out to show a rule each. */
const firstOrdinary = 30;

/** The clock of everybody who is measured: the day after the last event. */
export const clock = (): Instant => Date.parse('2026-11-01T00:00:00.000Z') as Instant;

/** One family's whole life, oldest recording first. */
export const life = (number: number, since: Day = from): PlanEvent[] => [
  ...family(firstOrdinary + number, { seed, from: since, until }),
];

/** How many families share their days: in a log the events of many stand between those of one. */
const together = 50;

/** Events as a log of a region holds them, the families mixed by when something was recorded; it never ends. */
export function* regionEvents(): Generator<PlanEvent> {
  for (let first = 0; ; first += together) {
    const lives = Array.from({ length: together }, (_, index) => life(first + index)).flat();
    const timed = lives.map((event) => ({ event, at: Date.parse(event.recordedAt) }));
    for (const { event } of timed.sort((a, b) => a.at - b.at)) yield event;
  }
}

/** The next events, made before the stopwatch starts. */
export function take(events: Generator<PlanEvent>, count: number): PlanEvent[] {
  return Array.from({ length: count }, () => events.next().value as PlanEvent);
}
