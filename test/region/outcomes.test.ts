import { describe as group, expect, it } from 'vitest';
import { familiesAt, queueAt } from '../../projections/region-status.ts';
import { absent, coverage, render } from '../../scripts/region/coverage.ts';
import { describe } from '../../scripts/region/describe.ts';
import { observed } from '../../scripts/region/observed.ts';
import { family } from '../../scripts/region/region.ts';
import { stories } from '../../scripts/region/stories/all.ts';
import { parseDay } from '../../src/domain/calendar.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import { familiesKnownAt } from '../../src/read/seen-from.ts';

/** Whoever computes it: the answer of status.md 2 about these events, with what was known at that instant. */
type Status = (events: readonly PlanEvent[], at: Instant) => unknown;

const status: Status = (events, at) => {
  const known = familiesKnownAt(events, at, defaultPolicy);
  return { families: familiesAt(known, at), queue: queueAt(known, at) };
};

const period = { seed: 1, from: parseDay('2023-01-01') ?? never(), until: parseDay('2026-01-01') ?? never() };
const told = Array.from({ length: 200 }, (_, index) => index + 1)
  .map((number) => ({ number, description: describe(number, period) }))
  .flatMap(({ number, description: { story } }) =>
    story ? [{ ...story, events: [...family(number, period)] }] : [],
  );

const seen = told.map((story) => ({
  ...story,
  looks: story.looks.map((look) => ({
    ...look,
    status: status(story.events, parseInstant(look.at) ?? never()),
  })),
}));

group('the stories of the region', () => {
  it('are all told in the first 200 families, with every look inside three years', () => {
    expect(told.map(({ name }) => name)).toEqual(stories.map(({ name }) => name));
    expect(told.map(({ looks }) => looks.length)).toEqual(stories.map(({ looks }) => looks.length));
  });

  it.each(seen)('$name: $why', ({ events, looks }) => {
    const types = new Map<string, string>(events.map((event) => [event.id, event.type]));
    const failed = looks.flatMap(({ at, shows, status: answer }) => {
      const outcomes = new Set(observed(answer, (id) => types.get(id)));
      return shows.filter((outcome) => !outcomes.has(outcome)).map((outcome) => `${at}: ${outcome}`);
    });
    expect(failed).toEqual([]);
  });

  it('reach every outcome of the rules together, and every event type but those of research', () => {
    const reached = coverage(
      seen.flatMap(({ events }) => events),
      seen.flatMap(({ looks }) => looks.map((look) => look.status)),
    );
    expect(absent(reached.outcomes)).toEqual([]);
    // No rule reads these, so no story tells of them.
    expect(absent(reached.events)).toEqual(['ResearchObjectionRecorded', 'ResearchDisclosureRecorded']);
    expect([...reached.outcomes.keys()].length).toBe(208);
  });

  it('leave a mark in the table where nothing is reached', () => {
    const table = render(coverage([], []));
    expect(table.split('\n').filter((line) => line.endsWith('<-- never')).length).toBeGreaterThan(250);
    expect(table).toContain('0 of 208 occur');
  });
});

function never(): never {
  throw new Error('not a day or an instant');
}
