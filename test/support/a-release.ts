import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { timesOf } from '../../src/domain/envelope.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { Manifest } from '../../src/release/manifest.ts';
import { defaultReleaseParameters } from '../../src/release/parameters.ts';

export interface AReleaseOptions {
  /** Default: the last recording. */
  readonly until?: string;
  /** Files beside the events, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What differs from a right manifest. */
  readonly manifest?: Partial<Manifest>;
}

/** Writes a small release folder that `openRelease` accepts, of events as they are: nothing is anonymised. */
export function writeRelease(
  folder: string,
  events: Iterable<PlanEvent>,
  options: AReleaseOptions = {},
): Manifest {
  const own = [...events].map(withoutSecrets).sort(inReleaseOrder);
  const files = { 'events.jsonl': linesFrom(own), ...options.files };
  const last = own.reduce((latest, event) => Math.max(latest, timesOf(event).recordedAt), -Infinity);
  const manifest: Manifest = {
    format: 'waakvlam-release',
    version: 1,
    release: 'release-0123456789abcdef',
    software: '0.1.0',
    source: { kind: 'file', position: own.length, key: 'destroyed' },
    parameters: defaultReleaseParameters,
    policy: { name: defaultPolicy.name, parameters: defaultPolicy.parameters },
    levels: {},
    times: 'exact',
    until: options.until ?? formatInstant(last as Instant),
    counts: {
      families: new Set(own.map(({ family }) => family)).size,
      persons: new Set(own.flatMap((event) => (event.type === 'PersonJoined' ? [event.data.person] : [])))
        .size,
      events: own.length,
    },
    files: Object.entries(files)
      .map(([path, text]) => named(path, text))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...options.manifest,
  };
  for (const [path, text] of Object.entries({ ...files, 'manifest.json': JSON.stringify(manifest) })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return manifest;
}

/** One event a line, each with its end. */
export const linesFrom = (events: readonly object[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

/** How a manifest names a file. */
export const named = (path: string, text: string | Buffer): Manifest['files'][number] => ({
  path,
  bytes: Buffer.byteLength(text),
  sha256: createHash('sha256').update(text).digest('hex'),
});

function withoutSecrets(event: PlanEvent): PlanEvent {
  const { sealed: _sealed, hiddenFrom: _hiddenFrom, correlation: _correlation, ...rest } = event;
  return rest;
}

function inReleaseOrder(a: PlanEvent, b: PlanEvent): number {
  const recorded = timesOf(a).recordedAt - timesOf(b).recordedAt;
  return a.family < b.family ? -1 : a.family > b.family ? 1 : recorded || (a.id < b.id ? -1 : 1);
}
