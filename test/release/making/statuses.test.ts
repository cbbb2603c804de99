import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../src/domain/calendar.ts';
import { record, timesOf } from '../../../src/domain/envelope.ts';
import type { PlanEvent } from '../../../src/domain/event.ts';
import { formatInstant, parseInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { defaultPolicy } from '../../../src/domain/parameters.ts';
import { familyStatusAt } from '../../../projections/family-status.ts';
import type { FamilyStatus } from '../../../projections/family-status.ts';
import { knownAt } from '../../../projections/known.ts';
import { familyPseudonym } from '../../../src/release/change/pseudonyms.ts';
import { makeRelease } from '../../../src/release/make.ts';
import { openRelease } from '../../../src/release/open.ts';
import { ReleaseParameters } from '../../../src/release/parameters.ts';
import { byFamily, inventedFamilies, making, newFolder, keyOfNames } from './a-making.ts';

const week = 7 * 86_400_000;

const hour = 3_600_000;

/**
 * Terms of hours that pass a change of the clock end an hour apart where only one of the calendars has that change; all
 * else must be the same to the millisecond.
 */
function expectSame(is: unknown, was: unknown): void {
  const instants: number[][] = [[], []];
  const shape = (value: unknown, side: number): unknown =>
    JSON.parse(JSON.stringify(value), (_key, part: unknown) => {
      const instant = typeof part === 'string' ? parseInstant(part) : null;
      if (instant === null) return part;
      instants[side]?.push(instant);
      return 'instant';
    });
  expect(shape(is, 0)).toEqual(shape(was, 1));
  const [ours, theirs] = instants as [number[], number[]];
  for (const [index, instant] of ours.entries())
    expect([0, hour, -hour]).toContain(instant - (theirs[index] ?? NaN));
}

/** What rules answered, without names: who is who follows from the order, which pseudonyms keep. */
function answers(status: FamilyStatus, moved: (instant: string) => string): unknown {
  const { safety, coverage, relapse, plan, continuity, alarms } = status;
  return {
    safety: [
      safety.status,
      safety.evidence,
      safety.decided,
      safety.candidate,
      safety.decidedWithoutKnowledge.length,
    ],
    since: safety.since === null ? null : moved(safety.since),
    next: safety.nextChange && [moved(safety.nextChange.at), safety.nextChange.rule, safety.nextChange.to],
    persons: safety.persons.map((person) => [
      person.role,
      person.status,
      person.evidence,
      person.decided,
      moved(person.since),
      person.reasons.map(({ rule, met, missing, events }) => [rule, met, missing, events.length]),
    ]),
    coverage: coverage.agreements.map((agreement) => [
      agreement.state,
      agreement.complete,
      agreement.monitors.map((monitor) => [
        monitor.independent,
        monitor.state,
        monitor.lastCheckIn && moved(monitor.lastCheckIn),
        monitor.due && moved(monitor.due),
      ]),
    ]),
    counts: [coverage.agreed, coverage.active, coverage.allMonitoring],
    relapse: relapse.candidates.map((candidate) => [
      candidate.urgency,
      moved(candidate.since),
      moved(candidate.helpDue),
      candidate.state,
      candidate.breaches.map(({ rule, at }) => [rule, moved(at)]),
    ]),
    plan: plan.steps.map(({ kind, state, orderViolation, deadlock }) => [
      kind,
      state,
      orderViolation,
      deadlock,
    ]),
    contact: [
      continuity.lastContact && moved(continuity.lastContact),
      continuity.contactDue && moved(continuity.contactDue),
    ],
    alarms: alarms
      .map(({ rule, urgency, since, acknowledged }) => [rule, urgency, moved(since), acknowledged])
      .sort(),
  };
}

const statusOf = (events: readonly PlanEvent[], family: string, at: Instant, known: Instant) =>
  familyStatusAt(knownAt(events.map(record), known, defaultPolicy.parameters), family, at);

/** Merged codes and age bands are read by rules; without them a release must answer as its source does. */
const withoutGeneralised = (events: readonly PlanEvent[]): PlanEvent[] =>
  events.map((event) =>
    event.type === 'PersonJoined' ? { ...event, data: { ...event.data, birthMonth: undefined } } : event,
  );

describe('given a release with exact times', () => {
  it('when any family is asked at any moment, then every rule answers as in the source, moved', async () => {
    const events = JSON.parse(JSON.stringify(withoutGeneralised(inventedFamilies(16)))) as PlanEvent[];
    const out = join(newFolder(), 'release');
    await makeRelease(making(events, out));
    const release = openRelease(out, { check: 'all' });
    const until = parseInstant(release.manifest.until) as Instant;
    const source = new Map(
      [...byFamily(events)].map(([name, own]) => [familyPseudonym(keyOfNames, name), own]),
    );
    let compared = 0;
    let safe = 0;
    for (const family of release.families()) {
      const own = source.get(family.family) ?? [];
      const first = Math.min(...own.map((event) => timesOf(event).recordedAt));
      const firstMoved = Math.min(...family.events.map((event) => timesOf(event).recordedAt));
      const weeks = Math.round((first - firstMoved) / week);
      const kinds = new Set(own.map(({ type }) => type));
      expect(kinds.size).toBeGreaterThan(5);
      const moved = (instant: string) => formatInstant(addDays(parseInstant(instant) as Instant, -weeks * 7));
      for (let day = 3; day < 190; day += 17) {
        const at = addDays(firstMoved as Instant, day);
        if (at > until) break;
        const is = statusOf(family.events, 'family', at, until);
        const was = statusOf(
          own,
          'family',
          addDays(at, weeks * 7),
          (addDays(until, weeks * 7) - 1) as Instant,
        );
        expectSame(
          answers(is, (instant) => instant),
          answers(was, moved),
        );
        compared += 1;
        if (is.safety.status === 'direct' || is.safety.status === 'durable') safe += 1;
      }
    }
    expect(compared).toBeGreaterThan(50);
    expect(safe).toBeGreaterThan(0);
  });
});

describe('given a release with times told to the week', () => {
  it('when a family is asked at the end of a week, then nobody reads safer than in the source', async () => {
    const events = JSON.parse(JSON.stringify(withoutGeneralised(inventedFamilies(16)))) as PlanEvent[];
    const out = join(newFolder(), 'release');
    const parameters = ReleaseParameters.parse({
      ...{ k: 2, l: 1, sequence: { events: 0 }, suppression: { families: 1 } },
      times: { finest: 'week', coarsest: 'week' },
    });
    await makeRelease(making(events, out, { parameters }));
    const release = openRelease(out, { check: 'all' });
    const until = parseInstant(release.manifest.until) as Instant;
    const source = new Map(
      [...byFamily(events)].map(([name, own]) => [familyPseudonym(keyOfNames, name), own]),
    );
    const height = ['unsafe', 'unknown', 'direct', 'durable'];
    let lower = 0;
    for (const family of release.families()) {
      const own = source.get(family.family) ?? [];
      const first = Math.min(...own.map((event) => timesOf(event).recordedAt)) as Instant;
      const firstMoved = Math.min(...family.events.map((event) => timesOf(event).recordedAt)) as Instant;
      const weeks = Math.ceil((first - firstMoved) / week);
      for (let at = firstMoved; at <= until; at = addDays(at, 14)) {
        const is = statusOf(family.events, 'family', at, until).safety.status;
        const was = statusOf(
          own,
          'family',
          addDays(at, weeks * 7),
          (addDays(until, weeks * 7) - 1) as Instant,
        ).safety.status;
        expect(height.indexOf(is), `${is} for ${was}`).toBeLessThanOrEqual(Math.max(1, height.indexOf(was)));
        if (height.indexOf(is) < height.indexOf(was)) lower += 1;
      }
    }
    expect(lower).toBeGreaterThan(0);
  });
});
