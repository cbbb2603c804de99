import fc from 'fast-check';
import { expect, it } from 'vitest';
import { histories, historyFrom, textOf } from '../support/histories.ts';
import { Chance } from '../support/histories/chance.ts';
import { damagedText } from '../support/histories/damage.ts';
import { runs } from './asking.ts';
import { questions, readings } from './compare.ts';
import { count } from './reached.ts';
import type { Reached } from './reached.ts';
import { statusOf } from './compare.ts';

/**
 * The project against an independent, slow reading of the contract. Thousands of histories:
 * node test/laws/long-run.ts --runs 5000 --seed 1, and long-run-damaged.ts for files that cannot be read.
 */

const { status, timeline, whatIf } = questions;

it('status.md 2: the whole status is what the oracle reads in the contract', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(histories({ viewpoints: 2 }), (history) => {
      for (const viewpoint of history.viewpoints) {
        const { ours, theirs } = status(history, viewpoint);
        expect(ours).toEqual(theirs);
      }
    }),
    runs(90),
  );
});

it('status.md 5: the timeline is that of the oracle, for everyone and for each viewer', () => {
  fc.assert(
    fc.property(histories({ viewpoints: 1 }), (history) => {
      for (const viewpoint of history.viewpoints) {
        const { ours, theirs } = timeline(history, viewpoint);
        expect(ours).toEqual(theirs);
      }
    }),
    runs(120),
  );
});

it('status.md 6: both sides of what-if are those of the oracle', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(histories({ viewpoints: 1 }), (history) => {
      for (const viewpoint of history.viewpoints) {
        const { ours, theirs } = whatIf(history, viewpoint);
        expect(ours).toEqual(theirs);
      }
    }),
    runs(80),
  );
});

it('events.md 3: a damaged file is read, ignored and refused line by line as the oracle does', () => {
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const { ours, theirs } = readings(
        damagedText(new Chance(seed), historyFrom(seed, { kind: 'random' }).events),
      );
      expect(ours).toEqual(theirs);
    }),
    runs(300),
  );
});

it('the histories reach every status, so that the comparison compares something', () => {
  const reached: Reached = new Map();
  for (let seed = 1; seed <= 60; seed++) {
    const history = historyFrom(seed, { viewpoints: 2 });
    for (const viewpoint of history.viewpoints)
      count(reached, history, statusOf(history.events, viewpoint, history.policy).families);
    expect(textOf(history.events)).toBe(textOf(historyFrom(seed, { viewpoints: 2 }).events));
  }
  expect([...(reached.get('person')?.keys() ?? [])].sort()).toEqual([
    'direct',
    'durable',
    'unknown',
    'unsafe',
  ]);
});
