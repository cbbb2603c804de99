import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../src/domain/calendar.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { FamilyStatus } from '../../projections/family-status.ts';
import { histories } from '../support/histories.ts';
import type { FileEvent, Viewpoint } from '../support/histories.ts';
import { Chance } from '../support/histories/chance.ts';
import { askedOf, isLenientInCalm, order, rank, runs } from './asking.ts';
import { instant } from './compare.ts';

/** P8, P9: what can and what cannot raise a status. */

it('P8, P9: a person has the lower of evidence and decision, a family the lowest of its persons', () => {
  fc.assert(
    fc.property(histories({ viewpoints: 3 }), (history) => {
      for (const viewpoint of history.viewpoints) {
        const safety = askedOf(history.events, viewpoint, history.policy)?.safety;
        if (!safety) continue;
        const { persons } = safety;
        for (const { status, evidence, decided } of persons)
          expect(rank(status)).toBe(Math.min(rank(evidence), rank(decided ?? 'unknown')));
        const lowest = (list: readonly string[]) => order[Math.min(...list.map(rank))] ?? 'unknown';
        expect(safety.status).toBe(lowest(persons.map(({ status }) => status)));
        expect(safety.evidence).toBe(lowest(persons.map(({ evidence }) => evidence)));
        expect(safety.candidate).toBe(rank(safety.evidence) > rank(safety.status));
      }
    }),
    runs(240),
  );
});

it('P9: without a decision nobody is directly or durably safe, whatever the evidence', () => {
  fc.assert(
    fc.property(histories({ viewpoints: 3 }), (history) => {
      const undecided = history.events.filter(({ type }) => type !== 'SafetyStatusDecided');
      for (const viewpoint of history.viewpoints)
        for (const { status, evidence, decided } of askedOf(undecided, viewpoint, history.policy)?.safety
          .persons ?? []) {
          expect(decided).toBeNull();
          expect(status).toBe(evidence === 'unsafe' ? 'unsafe' : 'unknown');
        }
    }),
    runs(240),
  );
});

it('P4, L1: one more incident between people who joined never raises a status, and says nothing before it began', () => {
  fc.assert(
    fc.property(histories({ viewpoints: 3 }), fc.integer(), (history, seed) => {
      if (!isLenientInCalm(history.policy)) return;
      for (const viewpoint of history.viewpoints) {
        const before = askedOf(history.events, viewpoint, history.policy);
        const joined = (before?.safety.persons ?? [])
          .filter(({ role }) => role !== 'unrecorded')
          .map(({ person }) => person);
        if (!before || joined.length === 0) continue;
        const { incident, from } = incidentNear(new Chance(seed), viewpoint, joined);
        const known = {
          at: viewpoint.at,
          knownAt: formatInstant(
            Math.max(instant(viewpoint.knownAt), instant(viewpoint.at) + 9e9) as Instant,
          ),
        };
        const without = askedOf(history.events, known, history.policy);
        const after = askedOf([...history.events, incident], known, history.policy);
        const sure = (without?.safety.persons ?? [])
          .filter(({ role }) => role !== 'unrecorded')
          .map(({ person }) => person);
        if (!joined.every((person) => sure.includes(person))) continue;
        if (from > instant(viewpoint.at)) expect(untilItChanges(after)).toEqual(untilItChanges(without));
        else expectNoneHigher(without, after);
      }
    }),
    runs(240),
  );
});

/** An incident before or after the viewpoint, told in time or weeks later. */
function incidentNear(chance: Chance, { at }: Viewpoint, persons: readonly string[]) {
  const from = addDays(instant(at), chance.pick([-300, -40, -13, -1, 0, 1, 8]));
  const reportedAt = formatInstant(addDays(from, chance.pick([0, 0, 30])));
  const data = {
    kinds: ['verbal'],
    by: [chance.pick(persons)],
    against: [chance.pick(persons)],
    witnessedBy: chance.some(persons, 0, 2),
  };
  const incident = {
    id: 'new-1',
    type: 'IncidentRecorded',
    version: 1,
    family: 'fam-a',
    occurred: formatInstant(from),
    reportedAt,
    recordedAt: reportedAt,
    by: 'party:team',
    source: 'observed',
    data,
  };
  return { incident, from };
}

function untilItChanges(family: FamilyStatus | null) {
  if (!family) return null;
  const { nextChange: _, ...safety } = family.safety;
  return { ...family, safety };
}

function expectNoneHigher(before: FamilyStatus | null, after: FamilyStatus | null): void {
  const higher = (before?.safety.persons ?? []).flatMap((person) => {
    const now = after?.safety.persons.find((each) => each.person === person.person);
    const isHigher =
      !now || rank(now.status) > rank(person.status) || rank(now.evidence) > rank(person.evidence);
    return isHigher ? [person.person] : [];
  });
  expect(higher).toEqual([]);
  if ((before?.safety.persons.length ?? 0) > 0)
    expect(rank(after?.safety.status ?? 'durable')).toBeLessThanOrEqual(
      rank(before?.safety.status ?? 'unsafe'),
    );
}

it('P7: silence in place of a check-in that kept never raises a status', () => {
  fc.assert(
    // A correction that goes would bring back what it corrected; who saw a child last is another question (M2).
    fc.property(histories({ viewpoints: 2, corrections: false }), fc.integer(), (history, seed) => {
      if (!isLenientInCalm(history.policy)) return;
      const events = history.events.map(withoutChildSight);
      const kept = events.filter(
        ({ type, data }) => type === 'MonitorCheckedIn' && data['result'] === 'kept',
      );
      const silent = new Set(new Chance(seed).some(kept, Math.min(1, kept.length), 3));
      for (const viewpoint of history.viewpoints)
        expectNoneHigher(
          askedOf(events, viewpoint, history.policy),
          askedOf(
            events.filter((event) => !silent.has(event)),
            viewpoint,
            history.policy,
          ),
        );
    }),
    runs(240),
  );
});

function withoutChildSight(event: FileEvent): FileEvent {
  const { needsChildSight: _, ...data } = event.data;
  return { ...event, data };
}
