import fc from 'fast-check';
import { expect, it } from 'vitest';
import { timelineAnswer } from '../../scripts/commands/answers.ts';
import { readEventFile } from '../../src/domain/event-file.ts';
import { histories, textOf } from '../support/histories.ts';
import type { FileEvent } from '../support/histories.ts';
import { Chance } from '../support/histories/chance.ts';
import { runs, timesOfFile } from './asking.ts';
import { instant, statusOf } from './compare.ts';

/** P1: an answer depends on what was known, and on nothing else. */

const asText = (value: unknown): string => JSON.stringify(value);

it('P1, L6: what is recorded later changes nothing that was known earlier', () => {
  fc.assert(
    fc.property(histories({ viewpoints: 2 }), (history) => {
      for (const viewpoint of history.viewpoints) {
        const known = history.events.filter(
          (event) => timesOfFile(event).recordedAt <= instant(viewpoint.knownAt),
        );
        const { families, queue } = statusOf(history.events, viewpoint, history.policy);
        const earlier = statusOf(known, viewpoint, history.policy);
        expect(asText({ families, queue })).toBe(
          asText({ families: earlier.families, queue: earlier.queue }),
        );
      }
    }),
    runs(180),
  );
});

it('P1: the order of lines changes nothing', () => {
  fc.assert(
    fc.property(histories({ viewpoints: 1 }), fc.integer(), (history, seed) => {
      for (const viewpoint of history.viewpoints) {
        const shuffled = new Chance(seed).shuffled(history.events);
        expect(asText(statusOf(shuffled, viewpoint, history.policy))).toBe(
          asText(statusOf(history.events, viewpoint, history.policy)),
        );
        const timeline = (events: readonly FileEvent[]) =>
          timelineAnswer(readEventFile(textOf(events)), 'fam-a', instant(viewpoint.knownAt));
        expect(timeline(shuffled)).toEqual(timeline(history.events));
      }
    }),
    runs(180),
  );
});

it('events.md 3: a line that is delivered twice, its keys in another order, changes nothing', () => {
  fc.assert(
    fc.property(histories({ viewpoints: 1 }), fc.integer(), (history, seed) => {
      const again = new Chance(seed)
        .some(history.events, 1, 10)
        .map((event) => Object.fromEntries(Object.entries(event).reverse()));
      for (const viewpoint of history.viewpoints)
        expect(asText(statusOf([...history.events, ...again], viewpoint, history.policy))).toBe(
          asText(statusOf(history.events, viewpoint, history.policy)),
        );
    }),
    runs(120),
  );
});

it('events.md 1: who wrote it, how they knew, what is sealed, hidden or linked, severity, injury and diagnosis are read by no rule', () => {
  fc.assert(
    fc.property(histories({ viewpoints: 1 }), fc.integer(), (history, seed) => {
      const chance = new Chance(seed);
      const told = history.events.map((event) => otherwise(chance, event));
      for (const viewpoint of history.viewpoints)
        expect(asText(statusOf(told, viewpoint, history.policy))).toBe(
          asText(statusOf(history.events, viewpoint, history.policy)),
        );
    }),
    runs(120),
  );
});

function otherwise(chance: Chance, event: FileEvent): object {
  const { hiddenFrom: _, ...shown } = event as FileEvent & { hiddenFrom?: unknown };
  const data: Record<string, unknown> = { ...event.data };
  if (event.type === 'IncidentRecorded')
    Object.assign(data, { severity: chance.between(1, 4), injury: chance.pick(['yes', 'no', 'unknown']) });
  if (event.type === 'RecoveryNeedAssessed') data['diagnosis'] = chance.pick(['yes', 'no', 'unknown']);
  return {
    ...shown,
    ...(chance.happens(0.5) ? { hiddenFrom: ['person:mother', 'person:kid'] } : {}),
    by: chance.pick(['system', 'party:stranger', 'person:father']),
    source: chance.pick(['observed', 'inferred', 'third_party']),
    causation: chance.pick(['nobody-knows', event.id]),
    correlation: 'together',
    sealed: { text: 'b64:q83v' },
    data,
  };
}

it('status.md 5: what is hidden from a viewer leaves no trace in what the viewer reads', () => {
  fc.assert(
    fc.property(histories({ viewpoints: 1 }), (history) => {
      for (const { knownAt } of history.viewpoints)
        for (const viewer of ['person:father', 'person:mother']) {
          const read = (events: readonly FileEvent[]) =>
            timelineAnswer(readEventFile(textOf(events)), 'fam-a', instant(knownAt), viewer).events;
          const seen = read(history.events);
          const visible = new Set(seen.map(({ id }) => id));
          expect(read(history.events.filter(({ id }) => visible.has(id)))).toEqual(seen);
          const hidden = history.events.filter((event) =>
            (event as { hiddenFrom?: string[] }).hiddenFrom?.includes(viewer),
          );
          for (const { id } of hidden) expect(visible.has(id)).toBe(false);
        }
    }),
    runs(240),
  );
});
