import { formatInstant } from '../domain/instant.ts';
import type { Freshness } from '../read/views.ts';

/** Beside every answer to a program: `live`, or until when everything that was recorded is in the answer. */
export const freshnessHeader = (freshness: Freshness): Readonly<Record<string, string>> => ({
  'Waakvlam-Freshness':
    freshness.kind === 'live' ? 'live' : `behind; since="${formatInstant(freshness.since)}"`,
});
