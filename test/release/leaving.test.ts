import { expect, it } from 'vitest';
import type { PlanEvent } from '../../src/domain/event.ts';
import { readEvent } from '../../src/domain/reading.ts';
import { leavingBefore } from '../../src/release/survey.ts';
import { instant } from '../laws/compare.ts';

/** Which events of a family may leave at all. */

const fact = (id: string, type: string, day: string, data: object): PlanEvent => {
  const reading = readEvent({
    ...{ id, type, version: 1, family: 'fam-a', recordedAt: `${day}T10:00:00+01:00` },
    ...{ by: 'party:team', source: 'observed', data },
  });
  if (reading.kind !== 'accepted') throw new Error(`${id}: ${reading.kind}`);
  return reading.event;
};

const retracted = (target: string) => ({ target, reason: 'never_happened', approvedBy: 'party:team' });

it('given an objection that was taken back and an earlier disclosure, then nothing of research leaves, and what else was recorded does', () => {
  const events = [
    fact('x1', 'PersonJoined', '2025-01-06', { person: 'person:kid', role: 'child', household: 'hh-1' }),
    fact('x2', 'PersonLeft', '2025-01-07', { person: 'person:kid' }),
    fact('x3', 'EventRetracted', '2025-01-08', retracted('x2')),
    fact('x4', 'ResearchObjectionRecorded', '2025-01-09', { person: 'person:kid' }),
    fact('x5', 'EventRetracted', '2025-01-10', retracted('x4')),
    fact('x6', 'ResearchDisclosureRecorded', '2025-01-11', {
      release: 'release-1',
      recipient: 'university-a',
      purpose: 'evaluation',
    }),
    fact('x7', 'PersonLeft', '2025-02-20', { person: 'person:kid' }),
  ];
  const leaving = leavingBefore(events, 1, instant('2025-02-01T00:00:00+01:00'));
  expect(leaving.map(({ id }) => id)).toEqual(['x1', 'x2', 'x3']);
});
