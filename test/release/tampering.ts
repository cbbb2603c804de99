import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Manifest } from '../../src/release/manifest.ts';
import { openRelease } from '../../src/release/open.ts';
import { named, writeRelease } from '../support/a-release.ts';
import { dasAndEgel } from './named-families.ts';

/** What somebody can do to a release folder before it is opened. */

export const scratch = mkdtempSync(join(tmpdir(), 'waakvlam-open-'));
export const clear = (): void => {
  rmSync(scratch, { recursive: true });
};

let made = 0;
/** A new release folder that is whole. */
export const fresh = (options: Parameters<typeof writeRelease>[2] = {}) => {
  const folder = join(scratch, `release-${String((made += 1))}`);
  writeRelease(folder, dasAndEgel, { until: '2025-04-01T00:00:00.000Z', ...options });
  return folder;
};

/** What is said when all of it is read. */
export function refusal(folder: string): string {
  try {
    expect([...openRelease(folder, { check: 'all' }).families()].length).toBeLessThan(3);
  } catch (error) {
    if (error instanceof Error && error.name === 'ReleaseRefused') return error.message;
    throw error;
  }
  return 'accepted';
}

/** Changes the manifest in the folder, and leaves everything else. */
export function editManifest(folder: string, edit: (manifest: Manifest) => object): void {
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  writeFileSync(path, JSON.stringify(edit(manifest)));
}

/** Puts other lines in the place of the events, and a manifest that fits them: somebody who knows how it works. */
export function forged(lines: readonly string[], counts: Partial<Manifest['counts']> = {}): string {
  const folder = fresh();
  const text = lines.map((line) => `${line}\n`).join('');
  writeFileSync(join(folder, 'events.jsonl'), text);
  editManifest(folder, (manifest) => ({
    ...manifest,
    counts: { ...manifest.counts, ...counts },
    files: [named('events.jsonl', text)],
  }));
  return folder;
}
export const lines = dasAndEgel.map((event) => JSON.stringify(event));
export const again = 'fetch the release again from who made it';
