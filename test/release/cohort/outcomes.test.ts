import { describe, expect, it } from 'vitest';
import { knownAt } from '../../../projections/known.ts';
import { addMonths, clockOf } from '../../../src/domain/calendar.ts';
import { record } from '../../../src/domain/envelope.ts';
import { formatInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { defaultPolicy } from '../../../src/domain/parameters.ts';
import { followedAt, readMoments, startOfPlan } from '../../../src/release/cohort/followed.ts';
import { agreementReports, breachesIn, timesToHelp } from '../../../src/release/cohort/help.ts';
import { violenceRecorded, violenceStopped } from '../../../src/release/cohort/violence.ts';
import {
  checkIn,
  end,
  fact,
  followed,
  gp,
  incident,
  instant,
  measured,
  plan,
  seenAllYear,
  watched,
} from './bever.ts';

describe('the moments', () => {
  it.each([
    ['2024-01-31T10:00:00+01:00', 1, '2024-02-29 10:00'],
    ['2024-01-31T10:00:00+01:00', 13, '2025-02-28 10:00'],
    ['2024-01-15T10:00:00+01:00', 18, '2025-07-15 10:00'],
    ['2024-02-29T23:30:00+01:00', 12, '2025-02-28 23:30'],
    ['2024-01-15T00:30:00+01:00', -12, '2023-01-15 00:30'],
    ['2024-01-31T02:30:00+01:00', 2, '2024-03-31 03:30'],
    ['2024-12-31T12:00:00+01:00', 12, '2025-12-31 12:00'],
  ])('%s and %i months is %s on the clock of Amsterdam', (from, months, clock) => {
    expect(clockOf(addMonths(instant(from), months))).toBe(clock);
  });

  it('are read by month, each once', () => {
    expect(readMoments('T18,T0')).toEqual([
      { name: 'T0', months: 0 },
      { name: 'T18', months: 18 },
    ]);
    expect(['', 'T', 't12', 'T1.5', 'T12,T12', 'T-1', 'T0012', 'T601', 'T0,,T12'].map(readMoments)).toEqual(
      Array.from({ length: 9 }, () => null),
    );
  });

  it('T0 is when the first plan was certainly activated; a later one begins nothing anew', () => {
    const first = fact(
      ...([
        'PlanActivated',
        '2024-01-16T10:00:00+01:00',
        { plan: 'x01', agreedBy: ['party:00-aa'] },
      ] as const),
      { occurred: '2024-01-15' },
    );
    const known = knownAt(
      [first, plan('2024-06-01T10:00:00+02:00')].map(record),
      end.at,
      defaultPolicy.parameters,
    );
    expect(formatInstant(startOfPlan(known) as Instant)).toBe('2024-01-15T23:00:00.000Z');
  });

  it('a moment at the end itself is observed, one millisecond later it is not yet', () => {
    const known = knownAt([plan()].map(record), end.at, defaultPolicy.parameters);
    const start = startOfPlan(known) as Instant;
    const moments = readMoments('T12') ?? [];
    const at = (until: string) => followedAt(known, start, { moments, index: 0, until: instant(until) })?.at;
    expect([at('2025-01-15T09:00:00.000Z'), at('2025-01-15T08:59:59.999Z')]).toEqual([
      instant('2025-01-15T09:00:00Z'),
      undefined,
    ]);
  });
});

describe('violence stopped, by what members answer', () => {
  const late = '2025-02-01T10:00:00+01:00';
  it.each([
    ['nobody was asked', [], 'unknown'],
    [
      'everyone says none',
      [measured(late, 'T12', 'none'), measured(late, 'T12', 'none', 'person:03-be')],
      'stopped',
    ],
    [
      'one says some',
      [measured(late, 'T12', 'none'), measured(late, 'T12', 'some', 'person:03-be')],
      'not_stopped',
    ],
    [
      'one does not know',
      [measured(late, 'T12', 'none'), measured(late, 'T12', 'unknown', 'person:03-be')],
      'unknown',
    ],
    ['the answer is of another moment', [measured(late, 'T18', 'none')], 'unknown'],
    [
      'the latest answer of one counts',
      [measured(late, 'T12', 'some'), measured('2025-02-02T10:00:00+01:00', 'T12', 'none')],
      'stopped',
    ],
    [
      'says none, and violence of that year is recorded',
      [measured(late, 'T12', 'none'), incident('2024-03-01T10:00:00+01:00')],
      'not_stopped',
    ],
    [
      'says none, and violence is recorded from before',
      [measured(late, 'T12', 'none'), incident('2024-02-01T09:59:00+01:00')],
      'stopped',
    ],
    ['no incident is recorded, and nobody was asked', [...watched, ...seenAllYear], 'unknown'],
  ])('%s', (_name, events, answer) => {
    expect(violenceStopped(followed([plan(), ...events], 'T12'))).toBe(answer);
  });
});

describe('violence by what is recorded', () => {
  const all = [...watched, ...seenAllYear];
  it.each([
    ['nobody looked: silence is no evidence', [plan()], 'unknown'],
    ['nothing is recorded and everyone was in sight all year', all, 'no'],
    [
      'a gap of more than longSightDays in sight',
      all.filter(({ recordedAt }) => !/^2024-(07|09)/.test(recordedAt)),
      'unknown',
    ],
    ['only one party looked lately (D4)', seenAllYear.slice(0, -1).concat(watched), 'unknown'],
    ['nobody looked lately', all.filter(({ recordedAt }) => !recordedAt.startsWith('2025-01')), 'unknown'],
    ['an incident in the year', [...all, incident('2024-06-01T10:00:00+02:00')], 'yes'],
    [
      'an incident at the moment itself is of the next year',
      [...all, incident('2025-01-15T10:00:00+01:00')],
      'no',
    ],
    [
      'a vague incident that can lie in the year',
      [...all, incident('2025-01-20T10:00:00+01:00', { occurred: { from: '2025-01-14', to: '2025-01-18' } })],
      'yes',
    ],
    ['told long after', [...all, incident('2025-11-01T10:00:00+01:00', { occurred: '2024-05-01' })], 'yes'],
  ])('%s', (_name, events, answer) => {
    expect(violenceRecorded(followed(events, 'T12'))).toBe(answer);
  });
});

describe('what happened since the moment before', () => {
  const hurt = incident('2024-06-01T10:00:00+02:00');
  const asked = (persons: readonly string[]) =>
    fact('ImmediateHelpRequested', '2024-06-01T11:00:00+02:00', {
      request: 'x09',
      candidate: hurt.id,
      persons,
      help: 'crisis',
    });
  const started = (at: string, form = 'in_person') =>
    fact('ImmediateHelpStarted', at, { request: 'x09', provider: gp, form, bridging: false });
  const both = ['person:01-be', 'person:02-be'];
  const judgedNo = fact('RelapseJudged', '2024-06-01T12:00:00+02:00', {
    ...{ candidate: hurt.id, relapse: 'no', judges: ['party:00-aa'], spokenAlone: ['person:01-be'] },
  });

  it.each([
    [
      'help after 8 hours to the minute',
      [asked(both), started('2024-06-01T18:00:00+02:00')],
      ['up_to_8_hours'],
      [],
    ],
    [
      'help a minute later: also the guarantee is broken',
      [asked(both), started('2024-06-01T18:01:00+02:00')],
      ['up_to_24_hours'],
      ['W6'],
    ],
    ['help after 3 days', [asked(both), started('2024-06-04T10:00:00+02:00')], ['up_to_3_days'], ['W6']],
    ['help after 7 days', [asked(both), started('2024-06-08T10:00:00+02:00')], ['up_to_7_days'], ['W6']],
    [
      'help after the end of the year',
      [asked(both), started('2025-03-01T10:00:00+01:00')],
      ['over_7_days'],
      ['W6'],
    ],
    [
      'an intake is no help',
      [asked(both), started('2024-06-01T12:00:00+02:00', 'intake_only')],
      ['not_started'],
      ['W6'],
    ],
    [
      'the child is left out',
      [asked(['person:02-be']), started('2024-06-01T12:00:00+02:00')],
      ['not_started'],
      ['W9'],
    ],
    ['judged to be no relapse', [judgedNo], ['judged_no_relapse'], []],
  ])('%s', (_name, events, bands, reasons) => {
    const family = followed([...watched, hurt, ...events], 'T12');
    expect([timesToHelp(family, end), breachesIn(family, end)]).toEqual([bands, reasons]);
  });

  it('a thing is counted for one moment alone: T12 holds it, T18 not again, T0 never', () => {
    const events = [...watched, hurt, asked(both)];
    const counted = (['T0', 'T12', 'T18'] as const).map((name) => [
      timesToHelp(followed(events, name), end).length,
      breachesIn(followed(events, name), end).length,
    ]);
    expect(counted).toEqual([
      [0, 0],
      [1, 1],
      [0, 0],
    ]);
  });

  it('agreements: what watchers say, and each break that somebody else reports', () => {
    const broken = fact('AgreementBroken', '2025-01-15T10:00:00+01:00', {
      ...{ agreement: 'x03', by: 'person:02-be', violence: 'no' },
    });
    const events = [
      ...watched,
      checkIn('2024-03-01T10:00:00+01:00'),
      checkIn('2024-04-01T10:00:00+02:00', gp, 'could_not_observe'),
      checkIn('2024-05-01T10:00:00+02:00', gp, 'partly'),
      broken,
    ];
    expect(agreementReports(followed(events, 'T12'))).toEqual(['kept', 'could_not_observe', 'partly']);
    expect(agreementReports(followed(events, 'T18'))).toEqual(['broken']);
  });
});
