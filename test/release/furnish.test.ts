import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import { furnish } from '../../src/release/furnish.ts';
import type { Manifest } from '../../src/release/manifest.ts';
import { defaultReleaseParameters } from '../../src/release/parameters.ts';
import { writtenFiles } from '../../src/release/write-files.ts';
import { otter } from './otter.ts';

const manifest: Manifest = {
  format: 'waakvlam-release',
  version: 1,
  release: 'release-0123456789abcdef',
  software: '0.1.0',
  source: { kind: 'file', position: 16, key: 'destroyed' },
  parameters: defaultReleaseParameters,
  policy: { name: 'default', parameters: { ...defaultPolicy.parameters } },
  levels: { age: 0, region: 0, partyKind: 0 },
  times: 'exact',
  until: '2025-04-01T00:00:00.000Z',
  counts: { families: 1, persons: 2, events: 16 },
  files: [],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waakvlam-furnish-'));
  const lines = otter.events.map((event) => `${JSON.stringify(event)}\n`);
  writeFileSync(join(folder, 'events.jsonl'), lines.join(''));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const names = () => readdirSync(folder, { recursive: true }).map(String).sort();

it('given the events of a release, then every other file follows from them', async () => {
  await furnish(folder, manifest, () => undefined);
  expect(names()).toEqual(['events.jsonl', 'tables', ...writtenFiles].sort());
});

it('given events that are not those of the manifest, then it is refused and no file has its name', () => {
  const other = { ...manifest, counts: { ...manifest.counts, events: 15 } };
  expect(() => furnish(folder, other, () => undefined)).toThrow('holds 16 events where the manifest says 15');
  expect(names().filter((name) => writtenFiles.includes(name))).toEqual([]);
});
