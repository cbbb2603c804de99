import { describe, expect, it } from 'vitest';
import { all } from '../../../projections/known.ts';
import { course } from '../../../src/release/lab/course.ts';
import { figuresOf } from '../../../src/release/lab/figures.ts';
import { berk, instant, policy, recordsOf, terms, vink } from './families.ts';

const usual = policy('usual');
const until = '2025-03-03T00:00:00Z';

describe('where two policies tell different statuses', () => {
  it('given a monitor who is late a day earlier under the other policy, names that day and rules D6 and U8', () => {
    const figures = figuresOf(berk, terms([usual, policy('no grace', { gracePercent: 0 })], until));
    expect(figures?.differences).toEqual([
      {
        person: 'person:child',
        policy: 1,
        first: 'direct',
        other: 'unknown',
        rules: ['D6', 'U8'],
        from: instant('2025-02-12T14:00:00+01:00'),
        until: instant('2025-02-13T14:00:00+01:00'),
      },
    ]);
  });

  it('given more parties asked for, differs from the decision on until both are unknown, by rule D4', () => {
    const figures = figuresOf(berk, terms([usual, policy('three', { directMinParties: 3 })], until));
    expect(figures?.differences).toEqual([
      {
        person: 'person:child',
        policy: 1,
        first: 'direct',
        other: 'unknown',
        rules: ['D4'],
        from: instant('2025-02-07T09:00:00+01:00'),
        until: instant('2025-02-13T14:00:00+01:00'),
      },
    ]);
  });

  it('given a rule that begins to differ halfway, begins a new interval there', () => {
    const other = policy('both', { directMinParties: 3, gracePercent: 0 });
    const found = figuresOf(berk, terms([usual, other], until))?.differences;
    expect(found?.map(({ rules, from }) => [rules, from])).toEqual([
      [['D4'], instant('2025-02-07T09:00:00+01:00')],
      [['D4', 'D6', 'U8'], instant('2025-02-12T14:00:00+01:00')],
    ]);
  });

  it('given an end before the difference ends, ends there, because nothing later is known', () => {
    const found = figuresOf(
      berk,
      terms([usual, policy('no grace', { gracePercent: 0 })], '2025-02-13T00:00:00Z'),
    )?.differences;
    expect(found?.map((each) => each.until)).toEqual([instant('2025-02-13T00:00:00Z')]);
  });

  it('given the same policy twice, finds none', () => {
    expect(figuresOf(berk, terms([usual, policy('again')], until))?.differences).toEqual([]);
    expect(figuresOf(vink, terms([usual, policy('again')], until))?.differences).toEqual([]);
  });

  it('given three policies, compares each with the first, whatever the others are', () => {
    const [noGrace, three] = [
      policy('no grace', { gracePercent: 0 }),
      policy('three', { directMinParties: 3 }),
    ];
    const alone = figuresOf(berk, terms([usual, three], until))?.differences;
    const together = figuresOf(berk, terms([usual, noGrace, three], until))?.differences;
    expect(together?.filter((each) => each.policy === 2)).toEqual(
      alone?.map((each) => ({ ...each, policy: 2 })),
    );
  });
});

describe('what no policy changes', () => {
  it('given two policies, both know the same facts and decisions at every instant', () => {
    const policies = [usual, policy('no grace', { gracePercent: 0 })].map(({ parameters }) => parameters);
    const seen = [
      ...course(recordsOf(berk), { policies, until: instant(until) }, ([one, other]) => [
        one?.known.recorded.map(({ event }) => event),
        other?.known.recorded.map(({ event }) => event),
        one && all(one.known, 'SafetyStatusDecided').map(({ id }) => id),
        other && all(other.known, 'SafetyStatusDecided').map(({ id }) => id),
      ]),
    ];
    expect(seen.length).toBe(5);
    for (const { is } of seen) {
      expect(is[1]).toEqual(is[0]);
      expect(is[3]).toEqual(is[2]);
    }
    expect(seen.at(-1)?.is[2]).toEqual(['be-21']);
  });

  it('given a second policy beside it, says of the first what it says of it alone', () => {
    for (const family of [berk, vink]) {
      const alone = figuresOf(family, terms([usual], '2025-07-01T00:00:00Z'));
      const beside = figuresOf(
        family,
        terms([usual, policy('b', { bellAckMinutes: 180 })], '2025-07-01T00:00:00Z'),
      );
      expect(alone?.policies[0]?.alarms.size).toBeGreaterThan(1);
      expect(beside?.policies[0]).toEqual(alone?.policies[0]);
    }
  });
});
