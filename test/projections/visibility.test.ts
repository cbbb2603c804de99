import { expect, it } from 'vitest';
import { record } from '../../src/domain/envelope.ts';
import type { PlanEvent, RecordedOf } from '../../src/domain/event.ts';
import { tie, visibleTo } from '../../projections/visibility.ts';
import type { Ties } from '../../projections/visibility.ts';
import { fact } from '../support/berk.ts';

/** What is hidden from somebody does not exist for them. */

const told = (id: string, type: Parameters<typeof fact>[0], data: object, more: object = {}) =>
  record({ ...fact(type, data, more), id, recordedAt: '2025-02-10T12:00:00Z' } as PlanEvent);

const signal = { person: 'person:father', level: 'red', pattern: 'violence', selfReport: false };
const records = [
  told('open', 'RelapseSignalObserved', signal),
  told('hidden', 'RelapseSignalObserved', signal, { hiddenFrom: ['person:father'] }),
  told('corrected', 'RelapseSignalObserved', signal, { supersedes: 'hidden' }),
  told('withdrawn', 'EventRetracted', { target: 'corrected', reason: 'duplicate', approvedBy: 'party:team' }),
  told('judged', 'RelapseJudged', {
    candidate: 'hidden',
    relapse: 'yes',
    judges: ['party:team'],
    spokenAlone: [],
  }),
  told('caused', 'StressorRecorded', { kind: 'debt' }, { causation: 'judged' }),
  told('other', 'StressorRecorded', { kind: 'move' }, { hiddenFrom: ['person:mother'] }),
];
const ids = (persons: readonly string[]) => visibleTo(persons, records).map(({ id }) => id);

it('leaves out what is hidden and everything that names it, repeatedly', () => {
  expect(ids(['person:father'])).toEqual(['open', 'other']);
});

it('leaves out what is hidden from any of several persons', () => {
  expect(ids(['person:mother', 'person:father'])).toEqual(['open']);
  expect(ids(['person:mother'])).toEqual(['open', 'hidden', 'corrected', 'withdrawn', 'judged', 'caused']);
});

it('leaves out nothing for who is tied to nobody', () => {
  expect(ids([])).toHaveLength(7);
});

it('remembers every person that a party was ever tied to, also after a correction', () => {
  const ties: Ties = new Map();
  const involved = (data: object) =>
    told('p', 'PartyInvolved', {
      party: 'party:gran',
      kind: 'family',
      informal: true,
      ...data,
    }) as RecordedOf<'PartyInvolved'>;
  tie(ties, involved({ livesWith: ['person:father'] }));
  tie(ties, involved({ linkedTo: ['person:mother'] }));
  tie(ties, involved({}));
  expect([...(ties.get('party:gran') ?? [])]).toEqual(['person:father', 'person:mother']);
});
