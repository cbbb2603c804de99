import { hash } from 'node:crypto';
import { canonical } from '../../domain/json.ts';
import type { Submission, Version } from '../log.ts';
import type { Mark } from './form.ts';

/**
 * Each event carries a hash over itself and over the mark of the event before it in its family. The server's own time
 * is not known when it is made; it stands in the `floor` of the next event, and is covered from there.
 */
export const chainStart = '0'.repeat(64);

export function link(
  previous: string,
  version: Version,
  event: Submission,
  { floor, first, last }: Omit<Mark, 'chain'>,
): string {
  return hash('sha256', `${previous}\n${version}\n${floor}\n${first}\n${last}\n${canonical(event)}`, 'hex');
}
