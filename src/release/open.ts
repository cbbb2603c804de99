import { checkContents, readManifest } from './contents.ts';
import type { OnProgress } from './contents.ts';
import { eventsName } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { releasedFamilies } from './released-events.ts';
import type { ReleasedFamily } from './released.ts';

/** A release that somebody was given: the only way in which anything here reads one. */
export interface Release {
  readonly folder: string;
  readonly manifest: Manifest;
  /**
   * The families in order of their pseudonym, one in memory at a time; may be asked for again. Lines are checked on
   * the way, and the hash once more at the end, so a fault can come after many families: an answer is good only when
   * the last one has been.
   * @throws ReleaseRefused
   */
  families(): Iterable<ReleasedFamily>;
}

export interface Opening {
  /** Of which files the SHA-256 is worked out; names and sizes of all are always checked. */
  readonly check: 'all' | 'events';
  readonly onProgress?: OnProgress;
}

/**
 * Opens a release folder after holding it against its manifest. Blocks while it reads.
 * @throws ReleaseRefused in words that name the file, what is wrong and the next step
 */
export function openRelease(folder: string, { check, onProgress = () => undefined }: Opening): Release {
  const manifest = readManifest(folder);
  checkContents(folder, manifest, (path) => check === 'all' || path === eventsName, onProgress);
  return { folder, manifest, families: () => releasedFamilies(folder, manifest) };
}
