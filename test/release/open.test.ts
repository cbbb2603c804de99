import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/release/manifest.ts';
import { openRelease } from '../../src/release/open.ts';
import { linesFrom, named, writeRelease } from '../support/a-release.ts';
import { dasAndEgel } from './named-families.ts';
import { again, clear, editManifest, forged, fresh, lines, refusal, scratch } from './tampering.ts';

afterAll(clear);

describe('a release that is whole', () => {
  it('gives its families in order, each with its events, as often as it is asked', () => {
    const release = openRelease(fresh({ files: { 'tables/persons.csv': 'person\n' } }), { check: 'all' });
    const told = () =>
      [...release.families()].map(({ family, events }) => [family, events.map(({ id }) => id)]);
    expect(told()).toEqual([
      ['fdas', ['d1', 'd2', 'd3']],
      ['fegel', ['e1', 'e2']],
    ]);
    expect(told()).toEqual(told());
    expect(release.manifest.counts).toEqual({ families: 2, persons: 2, events: 5 });
  });

  it('tells how far it is: the bytes of every file, or of the events alone', () => {
    const folder = fresh({ files: { 'README.md': 'twelve bytes' } });
    const events = Buffer.byteLength(linesFrom(dasAndEgel));
    const seen = { all: [] as number[][], events: [] as number[][] };
    for (const check of ['all', 'events'] as const)
      openRelease(folder, { check, onProgress: (...each) => seen[check].push(each) });
    expect(seen.all.at(-1)).toEqual([events + 12, events + 12]);
    expect(seen.events).toEqual([[events, events]]);
  });

  it('with `events` a changed table is not read, but a table of another length is seen', () => {
    const folder = fresh({ files: { 'tables/persons.csv': 'person\n' } });
    writeFileSync(join(folder, 'tables/persons.csv'), 'nosrep\n');
    expect(openRelease(folder, { check: 'events' }).manifest.counts.events).toBe(5);
    expect(() => openRelease(folder, { check: 'all' })).toThrow(/tables\/persons.csv: was changed/);
    writeFileSync(join(folder, 'tables/persons.csv'), 'longer now\n');
    expect(() => openRelease(folder, { check: 'events' })).toThrow(/has 11 bytes where manifest.json says 7/);
  });

  it('a release without a family has none', () => {
    const folder = join(scratch, 'empty');
    writeRelease(folder, [], { until: '2025-04-01T00:00:00.000Z' });
    expect(refusal(folder)).toBe('accepted');
  });
});

describe('a folder that is no release', () => {
  it('is not there, or not a folder', () => {
    expect(refusal(join(scratch, 'nowhere'))).toBe(
      `${join(scratch, 'nowhere')}: is no folder; check the path`,
    );
  });

  it('is still being written', () => {
    const folder = fresh();
    renameSync(folder, `${folder}.part`);
    const next = 'let `waakvlam release` finish first; run it again if it was interrupted';
    const name = folder.slice(scratch.length + 1);
    expect(refusal(`${folder}.part`)).toBe(
      `${folder}.part: is a release that is still being written; ${next}`,
    );
    expect(refusal(folder)).toBe(`${folder}: is not there yet: ${name}.part is still being written; ${next}`);
  });

  it('has no manifest', () => {
    const folder = fresh();
    rmSync(join(folder, 'manifest.json'));
    expect(refusal(folder)).toBe(
      `${folder}: has no manifest.json, so this is no whole release; give the folder that \`waakvlam release\` made`,
    );
  });
});

describe('a manifest that was edited', () => {
  const cases: [string, (manifest: Manifest) => object, string][] = [
    ['another format', (all) => ({ ...all, format: 'zip' }), '"format" does not say "waakvlam-release"'],
    ['an unknown field', (all) => ({ ...all, extra: 1 }), 'the whole is wrong (Unrecognized key: "extra")'],
    ['a field left out', ({ until: _until, ...all }) => all, '"until" is wrong'],
    [
      'its files in another order',
      (all) => ({ ...all, files: [...all.files].reverse() }),
      '"files.1.path" is not in order, or there twice',
    ],
    [
      'a file twice',
      (all) => ({ ...all, files: all.files.flatMap((file) => [file, file]) }),
      '"files.1.path" is not in order, or there twice',
    ],
    ['no events', (all) => ({ ...all, files: [] }), '"files" does not name events.jsonl'],
    [
      'a path that leaves the folder',
      (all) => ({ ...all, files: [named('a/../../passwd', ''), ...all.files] }),
      '"files.0.path" leaves the folder',
    ],
    [
      'an absolute path',
      (all) => ({ ...all, files: [named('/etc/passwd', ''), ...all.files] }),
      '"files.0.path" is wrong',
    ],
    [
      'itself',
      (all) => ({
        ...all,
        files: [...all.files, named('manifest.json', '')].sort((a, b) => (a.path < b.path ? -1 : 1)),
      }),
      'names the manifest itself',
    ],
  ];
  it.each(cases)('with %s is refused', (_name, edit, words) => {
    const folder = fresh({ files: { 'risk.json': '{}' } });
    editManifest(folder, edit);
    expect(refusal(folder).startsWith('manifest.json: ')).toBe(true);
    expect(refusal(folder)).toContain(words);
  });

  it('of another version tells to use the Waakvlam that made it', () => {
    const folder = fresh();
    editManifest(folder, (all) => ({ ...all, version: 2 }));
    expect(refusal(folder)).toBe(
      'manifest.json: "version" is 2, and only version 1 is known here; use the Waakvlam that the release was made with, or a newer one',
    );
  });

  it('that is cut off is refused', () => {
    const folder = fresh();
    writeFileSync(join(folder, 'manifest.json'), '{"format":"waak');
    expect(refusal(folder)).toBe(`manifest.json: holds no JSON; ${again}`);
  });

  it('that counts other families or events is refused', () => {
    expect(refusal(forged(lines, { families: 3 }))).toBe(
      `events.jsonl: holds 2 families where the manifest says 3; ${again}`,
    );
    expect(refusal(forged(lines, { events: 4 }))).toBe(
      `events.jsonl: holds 5 events where the manifest says 4; ${again}`,
    );
  });
});

describe('files that are not those of the manifest', () => {
  it('a byte of the events was changed', () => {
    const folder = fresh();
    const path = join(folder, 'events.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('threat', 'verbal'));
    expect(refusal(folder)).toBe(
      `events.jsonl: was changed after it was made: its SHA-256 is not that of manifest.json; ${again}`,
    );
  });

  it('the events are changed after they were opened', () => {
    const folder = fresh();
    const release = openRelease(folder, { check: 'all' });
    const path = join(folder, 'events.jsonl');
    writeFileSync(path, readFileSync(path, 'utf8').replace('threat', 'verbal'));
    expect(() => [...release.families()]).toThrow(/^events.jsonl: was changed after it was made/);
  });

  it('a file is missing', () => {
    const folder = fresh({ files: { 'risk.json': '{}' } });
    rmSync(join(folder, 'risk.json'));
    expect(refusal(folder)).toBe(`risk.json: is missing; ${again}`);
  });

  it('a file is there that the manifest does not name', () => {
    const folder = fresh();
    mkdirSync(join(folder, 'tables'));
    writeFileSync(join(folder, 'tables/names.csv'), 'name\n');
    expect(refusal(folder)).toBe(
      'tables/names.csv: is in the folder, but manifest.json does not name it; take it out of the folder if you put it there, else fetch the release again',
    );
  });

  it('a link stands in the place of a file, of the manifest, or of a folder', () => {
    const words = 'is a link or no ordinary file; a release holds files alone; fetch it again';
    for (const path of ['risk.json', 'events.jsonl']) {
      const folder = fresh({ files: { 'risk.json': '{}' } });
      const elsewhere = join(scratch, `elsewhere-${path}`);
      renameSync(join(folder, path), elsewhere);
      symlinkSync(elsewhere, join(folder, path));
      expect(refusal(folder)).toBe(`${path}: ${words}`);
    }
    const folder = fresh();
    symlinkSync(scratch, join(folder, 'tables'));
    expect(refusal(folder)).toBe(`tables: ${words}`);
    renameSync(join(folder, 'manifest.json'), join(scratch, 'manifest-elsewhere'));
    symlinkSync(join(scratch, 'manifest-elsewhere'), join(folder, 'manifest.json'));
    expect(refusal(folder)).toContain('has no manifest.json');
  });
});
