import fc from 'fast-check';
import { expect, it } from 'vitest';
import { familyDetailAt } from '../../projections/family-detail.ts';
import { historyOf } from '../../projections/family-history.ts';
import { familyRowIn } from '../../projections/family-row.ts';
import { familyStatusAt } from '../../projections/family-status.ts';
import { Moment } from '../../projections/moment.ts';
import { addDays } from '../../src/domain/calendar.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import { isAboutResearch } from '../../src/domain/rights.ts';
import { histories } from '../support/histories.ts';
import type { FileEvent, History, Viewpoint } from '../support/histories.ts';
import { knownOf, runs } from './asking.ts';
import { instant } from './compare.ts';

/** What people refuse to research, and what was given to it, is read by no rule. */

it('objections, disclosures and their retractions change no status, alarm, row or detail', () => {
  fc.assert(
    fc.property(
      histories({ viewpoints: 3 }),
      fc.array(fc.nat(), { minLength: 2, maxLength: 8 }),
      (history, times) => {
        const others = history.events.filter(({ type }) => !isAboutResearch(type));
        const added = aboutResearch(history, times);
        // A retraction is a fact of its own; what it takes back is not there on the one side.
        const without = [...others, ...added.filter(({ type }) => !isAboutResearch(type))];
        for (const viewpoint of history.viewpoints)
          expect(answers({ ...history, events: [...others, ...added] }, viewpoint)).toEqual(
            answers({ ...history, events: without }, viewpoint),
          );
      },
    ),
    runs(120),
  );
});

it('a family is not known since somebody objected, but since something was known of it', () => {
  const at = '2025-03-01T10:00:00+01:00';
  const joining = {
    ...{ id: 'x1', type: 'PersonJoined', version: 1, family: 'fam-a', recordedAt: at },
    ...{
      by: 'party:team',
      source: 'observed',
      data: { person: 'person:kid', role: 'child', household: 'hh-1' },
    },
  };
  const objection = {
    ...joining,
    ...{
      id: 'x2',
      type: 'ResearchObjectionRecorded',
      occurred: '2024-01-01',
      data: { person: 'person:kid' },
    },
  };
  const known = knownOf({ events: [joining, objection], policy: undefined }, at);
  expect(familyStatusAt(known, 'fam-a', instant(at)).safety.since).toBe('2025-03-01T09:00:00.000Z');
  expect(historyOf(known)).toEqual(historyOf(knownOf({ events: [joining], policy: undefined }, at)));
});

/** An objection, a disclosure and a retraction for every number, before, between and after the other facts. */
function aboutResearch({ events }: History, numbers: readonly number[]): readonly FileEvent[] {
  const recorded = events
    .filter(({ family }) => family === 'fam-a')
    .map(({ recordedAt }) => instant(recordedAt));
  return numbers.flatMap((number, index) => {
    const near = recorded[number % recorded.length];
    if (near === undefined) return [];
    const recordedAt = formatInstant(addDays(near, (number % 41) - 20));
    const common = { version: 1, family: 'fam-a', recordedAt, by: 'system', source: 'document' };
    const objection = `research-${index}-objection`;
    return [
      {
        ...{ ...common, id: objection, type: 'ResearchObjectionRecorded' },
        data: { person: number % 2 === 0 ? 'person:kid' : 'person:mother' },
      },
      {
        ...{ ...common, id: `research-${index}-disclosure`, type: 'ResearchDisclosureRecorded' },
        data: { release: 'release-1', recipient: 'university', purpose: 'evaluation', position: number },
      },
      ...(number % 3 === 0
        ? [
            {
              ...{ ...common, id: `research-${index}-back`, type: 'EventRetracted' },
              data: { target: objection, reason: 'never_happened', approvedBy: 'party:team' },
            },
          ]
        : []),
    ];
  });
}

function answers(history: History, viewpoint: Viewpoint) {
  const known = knownOf(history, viewpoint.knownAt);
  if (known.recorded.every(({ type }) => isAboutResearch(type))) return null;
  const at = instant(viewpoint.at);
  return {
    status: familyStatusAt(known, 'fam-a', at),
    row: familyRowIn(known, 'fam-a', new Moment(at)),
    detail: familyDetailAt(known, at),
    history: historyOf(known),
  };
}
