import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { readEvent } from '../../src/domain/reading.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import type { EventLog } from '../../src/log/log.ts';
import type { Source } from '../../src/release/gather.ts';
import { piecesOf } from '../../src/release/lines.ts';
import { Unmakeable } from '../../src/release/unmakeable.ts';
import { UsageError } from './input.ts';

/** Where a release gets its facts: the store, or an event file. */

/** Up to a position, the end of the log if none is given. */
export async function logSource(
  log: Pick<EventLog, 'head' | 'readAll'>,
  position: number | undefined,
): Promise<Source> {
  const head = await log.head();
  if (position !== undefined && position > head)
    throw new UsageError(`--position: the log ends at ${head}; nothing was recorded after it yet`);
  const last = position ?? head;
  let fingerprint = 'empty';
  for await (const { record } of log.readAll(0)) {
    fingerprint = `log ${record.id} ${formatInstant(record.recordedAt)}`;
    break;
  }
  return {
    kind: 'log',
    position: last,
    fingerprint,
    async *events(after) {
      for await (const { position: place, record } of log.readAll(after)) {
        if (place > last) return;
        yield { place, event: record.event };
      }
    },
    async *later() {
      for await (const { record } of log.readAll(last)) yield record.event;
    },
  };
}

/** Line by line; a line that is rejected ends it, because a file with faults is mended before it is released. */
export function fileSource(path: string): Source {
  const { bytes, mark } = lookAt(path);
  return {
    kind: 'file',
    position: bytes,
    fingerprint: `file ${bytes} ${mark}`,
    async *events(after) {
      let read = 0;
      let number = 0;
      const lines = createInterface({ input: createReadStream(path), crlfDelay: Infinity });
      for await (const line of lines) {
        number += 1;
        read += Buffer.byteLength(line) + 1;
        if (read <= after || line.trim() === '') continue;
        const reading = readEvent(parsed(line));
        if (reading.kind === 'rejected')
          throw new Unmakeable(
            'source',
            `line ${number} of the file is rejected (${reading.rejection.reason} at "${reading.rejection.path}"). Ask \`waakvlam status --events FILE\` for every such line, mend them, and try again`,
          );
        if (reading.kind === 'accepted') yield { place: read, event: reading.event };
      }
    },
  };
}

function lookAt(path: string): { readonly bytes: number; readonly mark: string } {
  try {
    const hash = createHash('sha256');
    for (const piece of piecesOf(path)) hash.update(piece);
    return { bytes: statSync(path).size, mark: hash.digest('hex') };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(`--events: cannot read ${path} (${code}); check the path`);
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
