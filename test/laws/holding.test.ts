import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alarms } from '../../projections/alarms/all.ts';
import { continuity } from '../../projections/continuity.ts';
import { decidedWithoutKnowledge } from '../../projections/decisions.ts';
import type { Known } from '../../projections/known.ts';
import { Moment } from '../../projections/moment.ts';
import { coverage } from '../../projections/monitoring-coverage.ts';
import { candidates, queueRow } from '../../projections/relapse-queue.ts';
import { atRisk } from '../../projections/roster.ts';
import { evidenceFor, familyStatus, findingsFor, nextChange, statusOf } from '../../projections/safety.ts';
import { hasOrderViolation, isDeadlocked, steps } from '../../projections/steps.ts';
import { never } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { histories } from '../support/histories.ts';
import type { History } from '../support/histories.ts';
import { askedOf, instantsOf, knownOf, runs } from './asking.ts';
import { instant } from './compare.ts';

/** Between the instants at which it says that it may change, an answer stays the same (P3). */

type Ask = (known: Known, now: Moment) => unknown;
const everyQuestion: Readonly<Record<string, Ask>> = {
  familyStatus,
  persons: (known, now) =>
    atRisk(known, now).map((member) => [
      member,
      statusOf(known, now, member.person),
      evidenceFor(known, now, member.person),
      findingsFor(known, now, member),
    ]),
  decidedWithoutKnowledge,
  coverage,
  candidates: (known, now) =>
    candidates(known, now).map((candidate) => ({ ...candidate, event: candidate.event.id })),
  queueRow,
  steps: (known, now) =>
    steps(known, now).map((step) => [
      step.id,
      step.state,
      hasOrderViolation(known, now, step),
      isDeadlocked(known, now, step),
    ]),
  continuity: (known, now) => ({ ...continuity(known, now), leavingWithoutSuccessor: null }),
  alarms,
};

/** Instants of [from, until) worth looking at: its ends, its middle, and where the history has something. */
function within(history: History, from: number, until: number): readonly Instant[] {
  const instants = instantsOf(history.events);
  const [first, last] = [
    Math.max(from, (instants[0] ?? 0) - 1e9),
    Math.min(until - 1, (instants.at(-1) ?? 0) + 4e10),
  ];
  if (first > last) return [];
  const inside = instants.filter((each) => each >= first && each <= last);
  const some = [0, 1, 2, 3, 4, 5].map((step) => inside[Math.floor((inside.length * step) / 6)]);
  const spread = [first, Math.floor((first + last) / 2), Math.floor(first + (last - first) * 0.9), last];
  return [...new Set([...spread, ...some.filter((each) => each !== undefined)])] as Instant[];
}

it(
  'P3: every answer is the same from holdsFrom until holdsUntil, asked anew each time',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(histories({ viewpoints: 1 }), (history) => {
        for (const { at, knownAt } of history.viewpoints)
          for (const [name, ask] of Object.entries(everyQuestion)) {
            const now = new Moment(instant(at));
            const answer = ask(knownOf(history, knownAt), now);
            for (const other of within(history, now.holdsFrom, now.holdsUntil))
              expect([name, other, ask(knownOf(history, knownAt), new Moment(other))]).toEqual([
                name,
                other,
                answer,
              ]);
          }
      }),
      runs(180),
    );
  },
);

it('status.md 3: the family status stays until nextChange, and is another one at that instant', () => {
  fc.assert(
    fc.property(histories({ viewpoints: 2 }), (history) => {
      for (const { at, knownAt } of history.viewpoints) {
        const status = (asked: Instant) => familyStatus(knownOf(history, knownAt), new Moment(asked));
        const change = nextChange(knownOf(history, knownAt), instant(at));
        const now = status(instant(at));
        for (const other of within(history, instant(at), change?.at ?? never))
          expect([other, status(other)]).toEqual([other, now]);
        if (!change) continue;
        expect(status(change.at)).toBe(change.to);
        expect(change.to).not.toBe(now);
      }
    }),
    runs(240),
  );
});

it('status.md 3: since is the first instant of a status, of each person and of the family', () => {
  fc.assert(
    fc.property(histories({ viewpoints: 2 }), (history) => {
      for (const viewpoint of history.viewpoints) {
        const family = askedOf(history.events, viewpoint, history.policy);
        for (const { person, status, since } of family?.safety.persons ?? []) {
          const statusAt = (asked: Instant) =>
            statusOf(knownOf(history, viewpoint.knownAt), new Moment(asked), person);
          for (const earlier of within(history, instant(since), instant(viewpoint.at) + 1))
            expect([person, earlier, statusAt(earlier)]).toEqual([person, earlier, status]);
          expect(statusAt((instant(since) - 1) as Instant)).not.toBe(status);
        }
        const since = family?.safety.since ?? null;
        if (since === null) continue;
        const familyAt = (asked: Instant) =>
          familyStatus(knownOf(history, viewpoint.knownAt), new Moment(asked));
        for (const earlier of within(history, instant(since), instant(viewpoint.at) + 1))
          expect(familyAt(earlier)).toBe(family?.safety.status);
        const known = knownOf(history, viewpoint.knownAt);
        const earliest = Math.min(
          ...[...known.byType.values()].flatMap((list) => list.map(({ from }) => from)),
        );
        if (instant(since) > earliest)
          expect(familyAt((instant(since) - 1) as Instant)).not.toBe(family?.safety.status);
        else expect(instant(since)).toBe(earliest);
      }
    }),
    runs(180),
  );
});
