import { describe, expect, it } from 'vitest';
import { eventTypes } from '../../../src/domain/event.ts';
import type { EventType, PlanEvent } from '../../../src/domain/event.ts';
import { formatInstant, parseInstant } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import type { FamilyId, PartyId } from '../../../src/domain/ids.ts';
import { readEvent } from '../../../src/domain/reading.ts';
import { screen } from '../../../src/web/parts/screen.ts';
import type { Choice } from '../../../src/web/record/options.ts';
import type { Desk } from '../../../src/web/record/desk.ts';
import { readEntry } from '../../../src/web/record/entry.ts';
import { fillFields } from '../../../src/web/record/fill.ts';
import type { Field, Form, Known } from '../../../src/web/record/form.ts';
import { elsewhere, formOf, kindOf } from '../../../src/web/record/forms/all.ts';
import { openedAt, today } from '../../../src/web/record/times.ts';
import type { Values } from '../../../src/web/record/values.ts';

/** Every form gives an event that fits the contract, and takes it back as it was filled in. */

const now = parseInstant('2026-11-25T12:00:00Z') as Instant;

const things: Readonly<Record<Known, readonly string[]>> = {
  persons: ['person:ada', 'person:father'],
  everyone: ['person:ada', 'person:father'],
  children: ['person:ada'],
  adults: ['person:father'],
  parties: ['party:team', 'party:school'],
  people: ['person:father', 'party:team'],
  households: ['home'],
  organisations: ['org-1'],
  plans: ['plan-1'],
  conditions: ['c1'],
  agreements: ['a1', 'a2'],
  steps: ['step-1'],
  requests: ['help-1'],
  references: ['help-1', 'step-1'],
  waits: ['help-1'],
  bells: ['bell-1'],
  candidates: ['x16'],
  signals: ['s1'],
  supporters: ['party:school'],
};

const desk = (register = { violent: [] }): Desk =>
  ({
    family: 'ada' as FamilyId,
    own: 'party:team' as PartyId,
    screen: screen({
      lang: 'nl',
      isInvented: false,
      visitor: { kind: 'nobody' },
      freshness: () => ({ kind: 'live' }),
    }),
    register,
    now,
    query: {},
    back: 'family',
    text: () => undefined,
    choices: (of: Known): readonly Choice[] =>
      things[of].map((value) => ({ value, label: value, isOffered: true })),
  }) as unknown as Desk;

/** Fills in every field, or only those that must be. */
function filled(fields: readonly Field[], all: boolean, prefix = ''): Values {
  return Object.assign(
    {},
    ...fields
      .filter(({ optional }) => all || optional !== true)
      .map(({ kind, name }): Values => {
        const id = `${prefix}${name}`;
        switch (kind.is) {
          case 'choice':
          case 'choices':
            return { [id]: Object.keys(kind.of).slice(0, 1) };
          case 'yes-or-no':
            return { [id]: ['no'] };
          case 'one':
            return { [id]: things[kind.of].slice(0, 1) };
          case 'several':
            return { [id]: [...things[kind.of]] };
          case 'day':
          case 'when':
          case 'instant':
            return {
              [`${id}-day`]: ['3'],
              [`${id}-month`]: ['2'],
              [`${id}-year`]: ['2026'],
              ...(kind.is === 'instant' && { [`${id}-time`]: ['9:30'] }),
            };
          case 'month':
            return { [`${id}-month`]: ['2'], [`${id}-year`]: ['2016'] };
          case 'number':
            return { [id]: [String(kind.least)] };
          case 'code':
          case 'line':
            return { [id]: ['L1'] };
          case 'new':
            return { [id]: ['made-1'] };
          case 'group':
            return filled(kind.fields, true, `${id}.`);
          case 'rows':
            return all || kind.required === true ? filled(kind.fields, true, `${id}.0.`) : {};
          case 'each':
            return {
              [`${id}.${kind.of === 'twelve' ? '1' : (things[kind.of][0] ?? '')}`]: Object.keys(
                kind.choice,
              ).slice(0, 1),
            };
        }
      }),
  ) as Values;
}

const frame = (form: Form): Values => ({
  ...today(now),
  ...openedAt(now),
  key: ['a-key-of-a-form'],
  source: ['observed'],
  text: ['Wat er was.'],
  ...(form.names === undefined ? {} : { called: ['Ada'] }),
});

const written = eventTypes.filter((type) => !(type in elsewhere));

it('has a form for every type that is not recorded elsewhere, and none for those', () => {
  expect(written.filter((type) => !formOf(type))).toEqual([]);
  expect(Object.keys(elsewhere).filter((type) => formOf(type as EventType))).toEqual([]);
});

describe.each(written)('%s', (type) => {
  const form = formOf(type) as Form;

  it.each([true, false])('gives an event that fits the contract (every field: %s)', (all) => {
    const values = { ...frame(form), ...filled(form.fields, all) };
    const entry = readEntry(form, desk(), values);
    expect(entry.errors).toEqual([]);
    for (const event of entry.events)
      expect(readEvent({ ...event, recordedAt: formatInstant(now) }).kind).toBe('accepted');
    expect(entry.events.map((event) => (event as PlanEvent).type)).toEqual([type]);
  });

  it('is filled in with what it recorded, and then records the same', () => {
    const values = { ...frame(form), ...filled(form.fields, true) };
    const first = readEntry(form, desk(), values).events[0] as PlanEvent;
    const opened = form.sealing?.unseal(first.data, first.sealed?.['text'] ?? '') ?? first.data;
    const again = { ...frame(form), ...fillFields(form.fields, opened) };
    expect(readEntry(form, desk(), again).events[0]).toEqual(first);
  });

  it('says what is missing in an empty form, each with its field, and names the same event twice for one form', () => {
    const empty = { key: ['a-key-of-a-form'] };
    const { errors, main } = readEntry(form, desk(), empty);
    const ids = errors.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['occurred-day', 'reported-day', 'source']));
    expect(readEntry(form, desk(), empty).main).toBe(main);
    expect(readEntry(form, desk(), { key: ['another-key'] }).main).not.toBe(main);
  });

  it('has an address', () => {
    expect(kindOf(type)).toMatch(/^[a-z]+(-[a-z0-9]+)*$/);
  });
});
