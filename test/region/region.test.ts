import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/domain/calendar.ts';
import type { Day } from '../../src/domain/calendar.ts';
import { timesOf } from '../../src/domain/envelope.ts';
import { eventTypes } from '../../src/domain/event.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { readEvent } from '../../src/domain/reading.ts';
import { region } from '../../scripts/region/region.ts';

const day = (text: string): Day => {
  const read = parseDay(text);
  if (read === null) throw new Error(`no day: ${text}`);
  return read;
};

const small = { families: 5, seed: 7, from: day('2024-01-01'), until: day('2024-07-01') };
const whole = { families: 200, seed: 1, from: day('2023-01-01'), until: day('2026-01-01') };

const lines = (options: typeof small): string =>
  [...region(options)].map((event) => `${JSON.stringify(event)}\n`).join('');
const everything = [...region(whole)];

describe('an invented region', () => {
  it('is the same, byte for byte, when it is made twice', () => {
    expect(lines(small)).toBe(lines(small));
  });

  it('is the same on every machine and at every time', () => {
    expect(createHash('sha256').update(lines(small)).digest('hex')).toBe(
      '55cce13ecf7df15208b5862c71ce8056b984bda5bd7547626d5dfc3c27e687a6',
    );
  });

  it('differs by seed', () => {
    expect(lines({ ...small, seed: 8 })).not.toBe(lines(small));
  });

  it('has families that do not depend on how many there are', () => {
    const many = [...region({ ...small, families: 12 })].filter((event) => number(event) <= 5);
    expect(many).toEqual([...region(small)]);
  });

  it('tells of a family no more than happened until then', () => {
    const longer = [...region({ ...small, until: day('2024-10-01') })];
    const end = Date.parse('2024-07-01T00:00:00+02:00');
    expect(longer.filter((event) => timesOf(event).recordedAt < end)).toEqual([...region(small)]);
  });

  it('comes family by family, each in order of recordedAt, within the period', () => {
    const from = Date.parse('2023-01-01T00:00:00+01:00');
    const until = Date.parse('2026-01-01T00:00:00+01:00');
    const outside = everything.filter(
      (event) => timesOf(event).recordedAt < from || timesOf(event).recordedAt >= until,
    );
    expect(outside).toEqual([]);
    const astray = everything.filter(
      (event, index) => index > 0 && !follows(everything[index - 1] ?? event, event),
    );
    expect(astray).toEqual([]);
  });

  it('holds only events that the contract accepts', () => {
    expect(everything.filter((event) => readEvent(event).kind !== 'accepted')).toEqual([]);
  }, 60_000);

  it('holds every event type but the one that only a release writes', () => {
    const types = new Set(everything.map((event) => event.type));
    expect(eventTypes.filter((type) => !types.has(type))).toEqual(['ResearchDisclosureRecorded']);
  });

  it('has about one family in fifty in which somebody objects to research', () => {
    const many = { ...whole, families: 1000, seed: 2, from: day('2025-01-01'), until: day('2025-08-01') };
    const objecting = new Set(
      [...region(many)]
        .filter(({ type }) => type === 'ResearchObjectionRecorded')
        .map(({ family }) => family),
    );
    expect(objecting.size).toBe(25);
  });

  it('names every event once, and refers only to events of the same family that exist', () => {
    const byId = new Map<string, PlanEvent>(everything.map((event) => [event.id, event]));
    expect(byId.size).toBe(everything.length);
    const wrong = everything.flatMap((event) =>
      references(event)
        .filter((id) => byId.get(id)?.family !== event.family)
        .map((id) => `${event.id} -> ${id}`),
    );
    expect(wrong).toEqual([]);
    const replaced = everything.filter((event) => event.supersedes !== undefined);
    expect(replaced.filter((event) => byId.get(event.supersedes ?? '')?.type !== event.type)).toEqual([]);
  });

  it('seals nothing but an invented marker', () => {
    const sealed = new Set(everything.flatMap((event) => Object.values(event.sealed ?? {})));
    expect([...sealed]).toEqual(['verzonnen tekst']);
  });
});

function number(event: PlanEvent): number {
  return Number(event.family.slice('fam-'.length));
}

function follows(before: PlanEvent, event: PlanEvent): boolean {
  if (before.family === event.family) return timesOf(before).recordedAt <= timesOf(event).recordedAt;
  return number(event) === number(before) + 1;
}

function references(event: PlanEvent): string[] {
  const links = [event.supersedes, event.causation].filter((id) => id !== undefined);
  if (event.type === 'EventRetracted') return [...links, event.data.target];
  if (event.type === 'RelapseJudged' || event.type === 'ImmediateHelpRequested')
    return [...links, event.data.candidate];
  return links;
}
