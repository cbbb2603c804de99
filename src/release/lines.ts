import { isUtf8 } from 'node:buffer';
import type { Hash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';

/** Reading files of any size in constant memory. A symbolic link in the place of a file is never followed. */

export const openFile = (path: string): number =>
  openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW || 0));

const chunkBytes = 1 << 20;

/** The bytes of a file, piece by piece; a piece is overwritten by the next one. */
export function* piecesOf(path: string): Generator<Buffer> {
  const file = openFile(path);
  const piece = Buffer.allocUnsafe(chunkBytes);
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece))
      yield piece.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

export interface Line {
  /** From 1 on. */
  readonly number: number;
  /** Where it begins in the file, in bytes. */
  readonly offset: number;
  /** Without its end; null if it is no UTF-8 or too long. */
  readonly text: string | null;
}

/** Longer than any event can reasonably be; keeps a file without line ends from filling the memory. */
const longestLine = 4 << 20;

/** The lines of a file; what was read goes into the hash. A last line without an end is given with the text null. */
export function* linesOf(path: string, hash: Hash): Generator<Line> {
  let rest = Buffer.alloc(0);
  let offset = 0;
  let number = 1;
  for (const piece of piecesOf(path)) {
    hash.update(piece);
    const bytes = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
    let start = 0;
    for (let end = bytes.indexOf(0x0a); end >= 0; end = bytes.indexOf(0x0a, start)) {
      const line = bytes.subarray(start, end);
      yield { number, offset, text: isUtf8(line) ? line.toString('utf8') : null };
      number += 1;
      offset += end + 1 - start;
      start = end + 1;
    }
    rest = Buffer.from(bytes.subarray(start));
    if (rest.length > longestLine) break;
  }
  if (rest.length > 0) yield { number, offset, text: null };
}
