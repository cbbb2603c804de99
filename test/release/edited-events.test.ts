import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { named } from '../support/a-release.ts';
import { again, clear, editManifest, forged, fresh, lines, refusal } from './tampering.ts';

afterAll(clear);

const [d1 = '', d2 = '', d3 = '', e1 = '', e2 = ''] = lines;

describe('events that were edited together with the manifest', () => {
  const cases: [string, readonly string[], string][] = [
    ['a line that is cut off', [d1, d2.slice(0, -9)], 'line 2 is no event of the contract (json)'],
    ['a blank line', [d1, '', d2], 'line 2 is no event of the contract (json)'],
    [
      'a wrong field',
      [d1.replace('"child"', '"king"')],
      'line 1 is no event of the contract (invalid at data.role)',
    ],
    [
      'an unknown type',
      [d1.replace('PersonJoined', 'PersonCounted')],
      'line 1 has a type or version that is not known here',
    ],
    [
      'another family between',
      [d1, e1, d2],
      'line 3 is of a family that has been before, or is not in order of family',
    ],
    [
      'families in another order',
      [e1, e2, d1],
      'line 3 is of a family that has been before, or is not in order of family',
    ],
    [
      'events in another order',
      [d2, d1],
      'line 2 does not come after the line before it in order of recordedAt and id, or is it again',
    ],
    [
      'a line twice',
      [d1, d1],
      'line 2 does not come after the line before it in order of recordedAt and id, or is it again',
    ],
    ['an id twice', [d1, d2.replace('"d2"', '"d1"')], 'family fdas has an event id twice'],
    [
      'a name',
      [d1.replace('"data"', '"sealed":{"text":"Ada"},"data"')],
      'line 1 has "sealed", which never leaves in a release',
    ],
    [
      'who may not see it',
      [d1.replace('"data"', '"hiddenFrom":["person:02-da"],"data"')],
      'line 1 has "hiddenFrom", which never leaves in a release',
    ],
    [
      'something after the end',
      [d1, d3.replace('2025-03-03', '2025-04-02')],
      'line 2 was recorded after "until" of the manifest',
    ],
    [
      'something that replaces another type',
      [d1, d2.replace('"data"', '"supersedes":"d1","data"')],
      'event d2 of family fdas: "supersedes" cannot name that',
    ],
    ['a control character', [d1.replace('child', 'chi\u{0}ld')], 'line 1 is no event of the contract (json)'],
  ];
  it.each(cases)('%s: refused with the line and the field', (_name, own, words) => {
    expect(refusal(forged(own))).toBe(`events.jsonl: ${words}; ${again}`);
  });

  it('a last line without its end', () => {
    const folder = fresh();
    const text = `${d1}\n${d2}`;
    writeFileSync(join(folder, 'events.jsonl'), text);
    editManifest(folder, (all) => ({ ...all, files: [named('events.jsonl', text)] }));
    expect(refusal(folder)).toBe(`events.jsonl: line 2 is cut off, far too long or no UTF-8; ${again}`);
  });

  it('bytes that are no UTF-8', () => {
    const folder = fresh();
    const text = Buffer.from(`${d1.replace('child', 'child\u00e9')}\n`, 'latin1');
    writeFileSync(join(folder, 'events.jsonl'), text);
    editManifest(folder, (all) => ({ ...all, files: [named('events.jsonl', text)] }));
    expect(refusal(folder)).toBe(`events.jsonl: line 1 is cut off, far too long or no UTF-8; ${again}`);
  });

  it('an endless line is refused before it fills the memory', () => {
    const folder = fresh();
    const text = 'x'.repeat(6 << 20);
    writeFileSync(join(folder, 'events.jsonl'), text);
    editManifest(folder, (all) => ({ ...all, files: [named('events.jsonl', text)] }));
    expect(refusal(folder)).toBe(`events.jsonl: line 1 is cut off, far too long or no UTF-8; ${again}`);
  });
});
