import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEventFile } from '../../src/domain/event-file.ts';
import { eventTypes } from '../../src/domain/event.ts';
import { currentVersion, steps, upcast } from '../../src/domain/former-shapes.ts';
import { readEvent } from '../../src/domain/reading.ts';

const joining = {
  id: 'ad-01',
  type: 'PersonJoined',
  version: 1,
  family: 'fam-adelaar',
  recordedAt: '2025-01-06T10:00:00+01:00',
  by: 'party:team',
  source: 'observed',
  data: { person: 'person:child', role: 'child', household: 'hh-1' },
};

const rejection = (change: Record<string, unknown>) => {
  const reading = readEvent(JSON.parse(JSON.stringify({ ...joining, ...change })));
  return reading.kind === 'rejected' ? `${reading.rejection.reason} ${reading.rejection.path}` : reading.kind;
};

describe('the one parser', () => {
  it.each([
    [{}, 'accepted'],
    [{ more: null, data: { ...joining.data, more: [null] } }, 'accepted'],
    [{ type: 'ConsentGiven' }, 'ignored'],
    [{ version: 2 }, 'ignored'],
    [{ version: '1' }, 'invalid version'],
    [{ id: undefined }, 'missing id'],
    [{ id: 'a b' }, 'invalid id'],
    [{ id: '' }, 'invalid id'],
    [{ family: null }, 'invalid family'],
    [{ occurred: null }, 'invalid occurred'],
    [{ occurred: { from: '2025-01-01' } }, 'missing occurred.to'],
    [{ occurred: { from: '2025-01-32', to: '2025-01-02' } }, 'invalid occurred.from'],
    [{ recordedAt: '2025-01-06' }, 'invalid recordedAt'],
    [{ by: 'team' }, 'invalid by'],
    [{ hiddenFrom: ['person:father', 'father'] }, 'invalid hiddenFrom.1'],
    [{ sealed: { note: 'text' } }, 'invalid sealed.note'],
    [{ sealed: JSON.parse('{"__proto__":"text"}') as unknown }, 'invalid sealed.__proto__'],
    [{ data: [] }, 'invalid data'],
    [{ data: { ...joining.data, person: 'party:x' } }, 'invalid data.person'],
    [{ data: { person: 'person:child', household: 'hh-1' } }, 'missing data.role'],
    [{ data: { ...joining.data, birthMonth: '2016-13' } }, 'invalid data.birthMonth'],
    [{ occurred: '2025-01-07' }, 'order occurred'],
    [{ occurred: '2025-01-06T10:05:00+01:00' }, 'accepted'],
    [{ occurred: '2025-01-06T10:05:00.001+01:00' }, 'order occurred'],
    [{ reportedAt: '2025-01-06T10:05:00.001+01:00' }, 'order reportedAt'],
  ])('%j is %s', (change, expected) => {
    expect(rejection(change)).toBe(expected);
  });

  it('names a wrong list element at its index, and what an element lacks', () => {
    const rung = { to: 'party:team', hours: '24x7', accepted: true };
    const path = { ...joining, type: 'EscalationPathSet', data: { agreement: 'a1', rungs: [rung] } };
    expect(readEvent(path)).toEqual({
      kind: 'rejected',
      rejection: { path: 'data.rungs.0.ackMinutes', reason: 'missing' },
    });
  });

  it('never throws and always answers, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...eventTypes), (value, type) => {
        expect(['accepted', 'ignored', 'rejected']).toContain(readEvent(value).kind);
        expect(['accepted', 'rejected']).toContain(readEvent({ ...joining, type, data: value }).kind);
      }),
      { numRuns: 2000, seed: 4 },
    );
  });
});

describe('names of the contract that wait for their turn', () => {
  it.each([
    'ConsentGiven',
    'ConsentWithdrawn',
    'SubjectInformed',
    'AccessRequested',
    'AccessGranted',
    'AccessWithheld',
    'ErasureRequested',
    'ErasureDecided',
  ])('%s is still reserved: ignored, whatever it holds', (type) => {
    expect(rejection({ type })).toBe('ignored');
    expect(rejection({ type, data: null })).toBe('ignored');
  });
});

describe('research', () => {
  const shared = { release: 'release-1', recipient: 'university-a', purpose: 'evaluation' };

  it.each([
    [{ type: 'ResearchObjectionRecorded', data: { person: 'person:mother' } }, 'accepted'],
    [{ type: 'ResearchObjectionRecorded', data: {} }, 'missing data.person'],
    [{ type: 'ResearchObjectionRecorded', data: { person: 'party:school' } }, 'invalid data.person'],
    [{ type: 'ResearchDisclosureRecorded', by: 'system', data: shared }, 'accepted'],
    [{ type: 'ResearchDisclosureRecorded', data: { ...shared, position: 0 } }, 'accepted'],
    [{ type: 'ResearchDisclosureRecorded', data: { ...shared, position: -1 } }, 'invalid data.position'],
    [{ type: 'ResearchDisclosureRecorded', data: { ...shared, position: 1.5 } }, 'invalid data.position'],
    [{ type: 'ResearchDisclosureRecorded', data: { ...shared, release: undefined } }, 'missing data.release'],
    [{ type: 'ResearchDisclosureRecorded', data: { ...shared, recipient: 'a b' } }, 'invalid data.recipient'],
    [{ type: 'ResearchDisclosureRecorded', data: { ...shared, purpose: null } }, 'invalid data.purpose'],
  ])('%j is %s', (change, expected) => {
    expect(rejection(change)).toBe(expected);
  });
});

describe('an event file', () => {
  it('counts blank lines, skips an equal line, and rejects another event with the same id', () => {
    const { data, ...head } = joining;
    const shuffled = { data, ...head };
    const other = { ...joining, source: 'document' };
    const lines = [
      JSON.stringify(joining),
      '',
      JSON.stringify(shuffled),
      ' \t\r',
      JSON.stringify(other),
      '[]',
      '{',
    ];
    expect(readEventFile(lines.join('\n'))).toEqual({
      events: [joining],
      ignored: 0,
      rejections: [
        { line: 5, path: 'id', reason: 'duplicate' },
        { line: 6, path: '', reason: 'json' },
        { line: 7, path: '', reason: 'json' },
      ],
    });
  });

  it('reads any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(readEventFile(text).events).toEqual([]);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });
});

describe('former shapes', () => {
  it('every version from 1 to today has a step to the next for every type that changed', () => {
    for (const versions of Object.values(steps))
      for (let version = Math.min(...Object.keys(versions).map(Number)); version < currentVersion; version++)
        expect(versions[version]).toBeTypeOf('function');
  });

  it('every stored version of every type still reads', () => {
    // One line of every type as version 1 stored it. Add a file for a later version, and a
    // line for a type that is new; never change a line.
    const stored = readFileSync(join(import.meta.dirname, 'version-1.jsonl'), 'utf8');
    const { events, ignored, rejections } = readEventFile(stored);
    expect([ignored, rejections]).toEqual([0, []]);
    expect(events.map(({ type }) => type).sort()).toEqual([...eventTypes].sort());
  });

  it('lifts an old payload step by step, and leaves what it does not know to be ignored', () => {
    const lifting = {
      PersonJoined: {
        1: (data: Record<string, unknown>) => ({ ...data, kin: data['role'] }),
        2: (data: Record<string, unknown>) => ({ ...data, kin: [data['kin']] }),
      },
    };
    expect(upcast(joining, lifting, 3)).toEqual({
      ...joining,
      version: 3,
      data: { ...joining.data, kin: ['child'] },
    });
    expect(upcast({ ...joining, version: 4 }, lifting, 3)).toBeNull();
    expect(upcast({ ...joining, type: 'PersonLeft' }, lifting, 3)).toBeNull();
  });
});
