import { describe, expect, it } from 'vitest';
import { alarmRuns, alarmsAt } from '../../../src/release/lab/alarm-runs.ts';
import type { AlarmRun } from '../../../src/release/lab/alarm-runs.ts';
import { course } from '../../../src/release/lab/course.ts';
import { figuresOf } from '../../../src/release/lab/figures.ts';
import type { Violence } from '../../../src/release/lab/violence.ts';
import { isFalse, isPreceded, judgedIncidents, leadDays } from '../../../src/release/lab/warnings.ts';
import { instant, policy, recordsOf, terms, vink } from './families.ts';

const usual = policy('usual');
const slow = policy('slow bells', { bellAckMinutes: 180 });
const until = '2025-07-01T00:00:00Z';

describe('a family with two bells and an incident', () => {
  it('given bells that are late after half an hour, tells runs as people would have seen them then', () => {
    const told = course(recordsOf(vink), { policies: [usual.parameters], until: instant(until) }, ([side]) =>
      side ? alarmsAt(side) : new Map<string, never>(),
    );
    expect(alarmRuns(told)).toEqual([
      {
        ...{ rule: 'M11', subject: 'v2-rung' },
        ...{ from: instant('2025-03-10T09:30:00Z'), until: instant('2025-03-10T11:00:00Z') },
      },
      // The incident was of the day before, but nobody could have seen this alarm then.
      {
        ...{ rule: 'L1', subject: 'person:01-aa' },
        ...{ from: instant('2025-03-21T08:00:00Z'), until: instant(until) },
      },
      {
        ...{ rule: 'M11', subject: 'v4-rung' },
        ...{ from: instant('2025-05-01T09:30:00Z'), until: instant('2025-05-01T11:00:00Z') },
      },
    ]);
  });

  it('given the usual policy, the first bell warned ten days ahead, and two of three alarms were false', () => {
    const [first] = figuresOf(vink, terms([usual, slow], until))?.policies ?? [];
    expect(Object.fromEntries(first?.alarms ?? [])).toEqual({
      any: { begun: 3, judged: 3, false: 2, missed: 0, leadDays: null },
      M11: { begun: 2, judged: 2, false: 1, missed: 0, leadDays: 10 },
      L1: { begun: 1, judged: 1, false: 1, missed: 1, leadDays: null },
    });
  });

  it('given bells with three hours, there is no alarm of them and the incident was missed', () => {
    const [, second] = figuresOf(vink, terms([usual, slow], until))?.policies ?? [];
    expect(Object.fromEntries(second?.alarms ?? [])).toEqual({
      any: { begun: 1, judged: 1, false: 1, missed: 1, leadDays: null },
      L1: { begun: 1, judged: 1, false: 1, missed: 1, leadDays: null },
    });
  });

  it('given an end 27 days after the last bell, does not judge that bell', () => {
    const [first] = figuresOf(vink, terms([usual], '2025-05-28T00:00:00Z'))?.policies ?? [];
    expect(first?.alarms.get('M11')).toEqual({ begun: 2, judged: 1, false: 0, missed: 0, leadDays: 10 });
  });

  it('given an end before anything was recorded, has no figures', () => {
    expect(figuresOf(vink, terms([usual], '2025-02-03T10:00:00Z'))).toBeNull();
  });
});

const run = (from: string, to: string): AlarmRun => ({
  ...{ rule: 'M2', subject: 'x1' },
  ...{ from: instant(from), until: instant(to) },
});
const incident = (from: string, to: string, known = to, isIncident = true): Violence => ({
  ...{ from: instant(from), to: instant(to), knownFrom: instant(known), isIncident },
});

describe('a false alarm', () => {
  const alarm = run('2025-03-03T12:00:00Z', '2025-03-04T00:00:00Z');
  const judge = (violence: readonly Violence[], horizonDays = 28) =>
    isFalse(alarm, violence, { until: instant('2025-03-31T12:00:00+02:00'), horizonDays });

  it.each([
    ['an incident within the horizon', incident('2025-03-30T00:00:00Z', '2025-03-30T12:00:00Z'), false],
    [
      'a pattern within it',
      incident('2025-03-30T00:00:00Z', '2025-03-30T12:00:00Z', undefined, false),
      false,
    ],
    // 28 days on the wall clock of Amsterdam, one hour less across the change of 30 March.
    [
      'an incident at its last millisecond',
      incident('2025-03-31T10:59:59.999Z', '2025-03-31T11:30:00Z'),
      false,
    ],
    ['an incident at its end', incident('2025-03-31T11:00:00Z', '2025-03-31T11:30:00Z'), true],
    [
      'an incident before it',
      incident('2025-03-03T09:00:00Z', '2025-03-03T12:00:00Z', '2025-03-05T09:00:00Z'),
      true,
    ],
    ['one that may have been before it', incident('2025-03-01T00:00:00Z', '2025-03-05T00:00:00Z'), false],
    [
      'one that was known when it began',
      incident('2025-03-01T00:00:00Z', '2025-03-05T00:00:00Z', '2025-03-03T12:00:00Z'),
      true,
    ],
  ])('given %s', (_name, violence, expected) => {
    const end = instant('2025-04-30T00:00:00Z');
    expect(isFalse(alarm, [violence], { until: end, horizonDays: 28 })).toBe(expected);
  });

  it('given a horizon that ends after observation, is not judged, whatever happened', () => {
    expect(judge([], 28)).toBeNull();
    expect(judge([incident('2025-03-10T00:00:00Z', '2025-03-10T00:00:00Z')], 28)).toBeNull();
    expect(judge([], 27)).toBe(true);
  });
});

describe('a missed incident', () => {
  const observed = { from: instant('2025-01-06T00:00:00Z'), until: instant('2025-06-30T00:00:00Z') };

  it('given less than the horizon of observation before it, is not judged; nor is a pattern', () => {
    const early = incident('2025-02-02T23:59:00Z', '2025-02-03T12:00:00Z');
    const onTime = incident('2025-02-03T00:00:00Z', '2025-02-03T12:00:00Z');
    const pattern = incident('2025-03-03T00:00:00Z', '2025-03-03T12:00:00Z', undefined, false);
    expect(judgedIncidents([early, onTime, pattern], observed, 28)).toEqual([onTime]);
  });

  it.each([
    [
      'that began before and still stood in the horizon',
      run('2025-01-01T00:00:00Z', '2025-02-04T00:00:00Z'),
      true,
    ],
    ['that ended as the horizon began', run('2025-01-01T00:00:00Z', '2025-02-03T00:00:00Z'), false],
    ['that began with the incident', run('2025-03-03T00:00:00Z', '2025-03-09T00:00:00Z'), false],
    ['that began just before it', run('2025-03-02T23:59:00Z', '2025-03-09T00:00:00Z'), true],
  ])('given an alarm %s', (_name, alarm, expected) => {
    const day = incident('2025-03-03T00:00:00Z', '2025-03-03T23:00:00Z');
    expect(isPreceded(day, [alarm], 28)).toBe(expected);
  });
});

describe('lead time', () => {
  const alarm = run('2025-03-03T12:00:00Z', '2025-03-04T00:00:00Z');

  it('given incidents before, in doubt, already known and later, counts to the first one that surely came later', () => {
    const violence = [
      incident('2025-03-01T00:00:00Z', '2025-03-01T00:00:00Z', '2025-03-20T00:00:00Z'),
      incident('2025-03-03T00:00:00Z', '2025-03-04T00:00:00Z', '2025-03-20T00:00:00Z'),
      incident('2025-03-08T11:59:00Z', '2025-03-08T12:00:00Z', '2025-03-20T00:00:00Z'),
    ];
    expect(leadDays([alarm], violence)).toBe(4);
  });

  it('given no later incident or no alarm, there is none', () => {
    expect(leadDays([alarm], [])).toBeNull();
    expect(leadDays([], [incident('2025-03-08T00:00:00Z', '2025-03-08T00:00:00Z')])).toBeNull();
  });
});
