import { expect, it } from 'vitest';
import type { Day } from '../../src/domain/calendar.ts';
import { readEvent } from '../../src/domain/reading.ts';
import { named } from '../../scripts/region/naming.ts';
import { region } from '../../scripts/region/region.ts';

const events = [
  ...named(region({ families: 30, seed: 1, from: '2025-01-01' as Day, until: '2025-12-31' as Day })),
];

it('names every person and every party, and stays within the contract', () => {
  for (const event of events) expect(readEvent(event).kind, event.id).toBe('accepted');
  const nameless = events.filter(
    ({ type, data, sealed = {} }) =>
      (type === 'PersonJoined' && !sealed[data.person]) || (type === 'PartyInvolved' && !sealed[data.party]),
  );
  expect(nameless).toEqual([]);
});

it('gives every agreement and every promise to monitor its own words', () => {
  const silent = events.filter(
    ({ type, sealed = {} }) =>
      (type === 'SafetyAgreementMade' || type === 'MonitorAccepted') && sealed['text'] === undefined,
  );
  expect(silent.map(({ type, data }) => [type, data])).toEqual([]);
});

it('gives the same words again', () => {
  const again = [
    ...named(region({ families: 30, seed: 1, from: '2025-01-01' as Day, until: '2025-12-31' as Day })),
  ];
  expect(again).toEqual(events);
});
