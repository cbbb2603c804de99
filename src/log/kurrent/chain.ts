import { hash } from 'node:crypto';
import type { Version } from '../log.ts';
import type { Laid, Mark } from './form.ts';

/**
 * Each event carries a hash over itself and over the mark of the event before it in its family. The server's own time
 * is not known when it is made; it stands in the `floor` of the next command, and is covered from there. The server
 * keeps JSON as it was sent, so the texts are the same when they come back.
 */
export const chainStart = '0'.repeat(64);

export function link(
  previous: string,
  version: Version,
  { type, data, metadata }: Laid,
  { floor, first, last }: Pick<Mark, 'floor' | 'first' | 'last'>,
): string {
  const own = { ...metadata, log: undefined };
  return hash(
    'sha256',
    `${previous}\n${version}\n${floor}\n${first}\n${last}\n${type}\n${JSON.stringify(own)}\n${JSON.stringify(data)}`,
    'hex',
  );
}
