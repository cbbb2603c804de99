import { expect, it } from 'vitest';
import { familyStatusAt } from '../../../projections/family-status.ts';
import { knownAt } from '../../../projections/known.ts';
import { statusAnswer, whatIfAnswer } from '../../../scripts/commands/answers.ts';
import { family } from '../../../scripts/region/region.ts';
import { startOfDay } from '../../../src/domain/calendar.ts';
import type { Day } from '../../../src/domain/calendar.ts';
import type { PlanEvent } from '../../../src/domain/event.ts';
import type { FamilyId } from '../../../src/domain/ids.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import type { Policy } from '../../../src/domain/parameters.ts';
import { alarmRuns, alarmsAt } from '../../../src/release/lab/alarm-runs.ts';
import { course } from '../../../src/release/lab/course.ts';
import { figuresOf } from '../../../src/release/lab/figures.ts';
import type { ReleasedFamily } from '../../../src/release/released.ts';
import { policy, recordsOf } from './families.ts';

/** What the lab says of intervals is what `status` and `what-if` answer at every instant within, asked afresh. */

const [from, end] = ['2025-01-01', '2025-05-01'] as const;
const until = startOfDay(end as Day);
const policies: readonly [Policy, Policy] = [
  policy('usual'),
  policy('strict', {
    ...{ sightDays: 10, directQuietDays: 30, gracePercent: 0, durableConfirmDays: 20, directMinParties: 3 },
    ...{ bellAckMinutes: 5, urgentHelpHours: 24, maxAgreementsInformal: 0, clusterDays: 90 },
  }),
];
const families = [2, 5, 9].map((number): ReleasedFamily => {
  const events = [...family(number, { seed: 11, from: from as Day, until: end as Day })];
  return { family: (events[0]?.family ?? '') as FamilyId, events };
});

/** The status of each person and the rules that are met, as `waakvlam status` prints them. */
function answers(events: readonly PlanEvent[], at: Instant, under: Policy) {
  const file = { events, ignored: 0, rejections: [] };
  const persons = statusAnswer(file, { at, knownAt: at }, under).families[0]?.safety.persons ?? [];
  return new Map(persons.map((each) => [each.person, each]));
}

function differencesAt(events: readonly PlanEvent[], at: Instant) {
  const [first, other] = policies.map((under) => answers(events, at, under));
  return [...new Set([...(first?.keys() ?? []), ...(other?.keys() ?? [])])].sort().flatMap((person) => {
    const [one, two] = [first?.get(person), other?.get(person)];
    if (one?.status === two?.status) return [];
    const rules = (one?.reasons ?? []).filter(({ met }, index) => met !== (two?.reasons[index]?.met ?? met));
    return [
      {
        ...{ person, first: one?.status ?? 'not_at_risk', other: two?.status ?? 'not_at_risk' },
        rules: rules.map(({ rule }) => rule),
      },
    ];
  });
}

/** Every `nth` of the instants at both ends of each interval and in its middle, and some days. */
function sample(spans: readonly { readonly from: Instant; readonly until: Instant }[], most: number) {
  const days = Array.from({ length: 17 }, (_, week) => until - (week * 7 + 1) * 86_400_000);
  const ends = spans.flatMap((span) => [
    span.from,
    span.from - 1,
    span.until - 1,
    span.until,
    Math.floor((span.from + span.until) / 2),
  ]);
  const step = Math.max(1, Math.ceil(ends.length / most));
  return [...days, ...ends.filter((_each, index) => index % step === 0)].filter(
    (at) => at < until,
  ) as Instant[];
}

it('given any instant, the policies differ as the intervals around it say, and outside of all they agree', () => {
  let inside = 0;
  for (const released of families) {
    const found = figuresOf(released, { policies, until, horizonDays: 28 })?.differences ?? [];
    for (const at of sample(found, 60)) {
      const said = found
        .filter((each) => each.from <= at && at < each.until)
        .map(({ person, first, other, rules }) => ({ person, first, other, rules }))
        .sort((a, b) => (a.person < b.person ? -1 : 1));
      expect([at, said]).toEqual([at, differencesAt(released.events, at)]);
      const file = { events: released.events, ignored: 0, rejections: [] };
      const [asked] = whatIfAnswer(file, { at, knownAt: at }, policies).families;
      if (asked && asked.a.status !== asked.b.status) expect(said.length).toBeGreaterThan(0);
      inside += said.length;
    }
  }
  expect(inside).toBeGreaterThan(50);
}, 120_000);

it('given any instant, the alarms that stand are those that status tells with the knowledge of that instant', () => {
  let standing = 0;
  for (const released of families)
    for (const under of policies) {
      const records = recordsOf(released);
      const runs = alarmRuns(
        course(records, { policies: [under.parameters], until }, ([side]) =>
          side ? alarmsAt(side) : new Map<string, never>(),
        ),
      );
      for (const at of sample(runs, 40)) {
        const said = runs.filter((run) => run.from <= at && at < run.until);
        const known = knownAt(records, at, under.parameters);
        const asked = known.recorded.length === 0 ? [] : familyStatusAt(known, 'f', at).alarms;
        expect([at, said.map(({ rule, subject }) => `${rule} ${subject}`).sort()]).toEqual([
          at,
          [...new Set(asked.map(({ rule, subject }) => `${rule} ${subject}`))].sort(),
        ]);
        standing += said.length;
      }
    }
  expect(standing).toBeGreaterThan(50);
}, 120_000);
