import { hash } from 'node:crypto';
import type { Entry } from '../codec.ts';

/**
 * Every row carries a hash over itself and over the hash of the row before it: whoever changes, removes or inserts a
 * row in the middle breaks all that follow. What the chain cannot show is that rows are missing at the very end.
 */

/** What the first event is linked to. */
export const chainStart = '0'.repeat(64);

export function link(previous: string, position: number, version: number, entry: Entry): string {
  const { family, type, from, to, reportedAt, recordedAt, id, supersedes, routine, body } = entry;
  // No field but the last can hold a line break, so different rows never give the same text.
  return hash(
    'sha256',
    `${previous}\n${position}\n${family}\n${version}\n${type}\n${from}\n${to}\n${reportedAt}\n${recordedAt}\n${id}\n${supersedes ?? ''}\n${routine}\n${body}`,
    'hex',
  );
}

/** An id as the index keeps it: a text index is four times as large, and inserts fall by half at a million events. */
export function idKey(id: string): Buffer {
  return Buffer.from(hash('sha256', id, 'hex').slice(0, 32), 'hex');
}
