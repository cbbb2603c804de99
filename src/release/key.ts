import { hkdfSync, randomBytes } from 'node:crypto';
import type { ReleaseKey } from './change/pseudonyms.ts';

/**
 * The key of a release, from a seed that people keep and a secret of this installation: the same two give the same
 * pseudonyms and moves again (a repeated or a follow-up release), one of them alone gives nothing. RFC 5869.
 */
export function keyFromSeed(seed: string, installation: Uint8Array): ReleaseKey {
  return new Uint8Array(hkdfSync('sha256', seed, installation, 'waakvlam release', 32)) as ReleaseKey;
}

/** A key that nobody can make again. */
export const freshKey = (): ReleaseKey => new Uint8Array(randomBytes(32)) as ReleaseKey;

/** The key of releases that have something in common besides their seed. */
export const keyUnder = (key: ReleaseKey, common: string): ReleaseKey =>
  new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), `waakvlam release ${common}`, 32)) as ReleaseKey;
