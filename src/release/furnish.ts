import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseInstant } from '../domain/instant.ts';
import { readPolicy } from '../domain/parameters.ts';
import { piecesOf } from './lines.ts';
import { eventsName } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { releasedFamilies } from './released-events.ts';
import { writeFiles } from './write-files.ts';
import type { Writing } from './write-files.ts';

/**
 * Adds to a folder with the events of a release every file that follows from them: tables, OCEL, codebook. Nothing but
 * the events and the manifest is read, so nothing else can leak into a file. Goes on after an interruption.
 */
export function furnish(
  folder: string,
  manifest: Manifest,
  onProgress: NonNullable<Writing['onProgress']>,
): Promise<void> {
  const reading = readPolicy(manifest.policy);
  const until = parseInstant(manifest.until);
  if ('problem' in reading || until === null) throw new Error('the manifest of a release does not read');
  const path = join(folder, eventsName);
  const hash = createHash('sha256');
  for (const piece of piecesOf(path)) hash.update(piece);
  const events = { path: eventsName, bytes: statSync(path).size, sha256: hash.digest('hex') };
  const whole = { ...manifest, files: [events] };
  writeFiles({
    folder,
    families: () => releasedFamilies(folder, whole),
    count: manifest.counts.families,
    terms: { parameters: reading.policy.parameters, until },
    about: manifest,
    onProgress,
  });
  return Promise.resolve();
}
