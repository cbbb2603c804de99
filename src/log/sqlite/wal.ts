import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * SQLite reads its write-ahead log up to the first frame with a wrong checksum and drops the rest without a word. That is
 * right for the last transaction, which a power cut may have torn before it was acknowledged. It is wrong for a byte that
 * changed in the middle: if two commits stand behind the wrong frame, at least one of them had been flushed to disk.
 * What one commit may have lost is seen by the head mark. Behind the end stand frames of an earlier round, with other
 * salts; their content is in the database already. Format: https://sqlite.org/fileformat2.html#the_write_ahead_log
 */
export type WalFinding = { readonly kind: 'whole' } | { readonly kind: 'damaged'; readonly what: string };

export function inspectWal(path: string): WalFinding {
  if (!existsSync(path)) return { kind: 'whole' };
  const file = openSync(path, 'r');
  try {
    return inspect((length, at) => readAt(file, length, at), fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

type Read = (length: number, at: number) => DataView;

const headerLength = 32;
const frameHeaderLength = 24;

function inspect(read: Read, size: number): WalFinding {
  if (size <= headerLength) return { kind: 'whole' };
  const header = headerOf(read(headerLength, 0));
  if (header === null) return { kind: 'damaged', what: 'the header of the write-ahead log is wrong' };
  const frameLength = frameHeaderLength + header.pageSize;
  const frames = Math.floor((size - headerLength) / frameLength);
  let sum = header.sum;
  let wrong: number | null = null;
  let commitsBehind = 0;
  for (let index = 0; index < frames; index += 1) {
    const { isOurs, isCommit, stored, sumAfter } = frameOf(
      read(frameLength, headerLength + index * frameLength),
      header,
    );
    if (wrong === null) sum = sumAfter(sum);
    if (!isOurs || sum.first !== stored.first || sum.second !== stored.second) wrong ??= index;
    if (wrong !== null && isOurs && isCommit) commitsBehind += 1;
  }
  if (wrong === null || commitsBehind < 2) return { kind: 'whole' };
  return { kind: 'damaged', what: `frame ${wrong + 1} of the write-ahead log is wrong` };
}

interface Sum {
  readonly first: number;
  readonly second: number;
}

interface Header {
  readonly pageSize: number;
  readonly salts: readonly [number, number];
  readonly little: boolean;
  readonly sum: Sum;
}

interface Frame {
  /** Written in the round that the header began. */
  readonly isOurs: boolean;
  readonly isCommit: boolean;
  readonly stored: Sum;
  sumAfter(before: Sum): Sum;
}

function headerOf(view: DataView): Header | null {
  const magic = view.getUint32(0);
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return null;
  const little = magic === 0x377f0682;
  const sum = add({ first: 0, second: 0 }, view, 0, 24, little);
  if (sum.first !== view.getUint32(24) || sum.second !== view.getUint32(28)) return null;
  return { pageSize: view.getUint32(8), salts: [view.getUint32(16), view.getUint32(20)], little, sum };
}

function frameOf(view: DataView, { salts, little, pageSize }: Header): Frame {
  return {
    isOurs: view.getUint32(8) === salts[0] && view.getUint32(12) === salts[1],
    isCommit: view.getUint32(4) !== 0,
    stored: { first: view.getUint32(16), second: view.getUint32(20) },
    sumAfter: (before) => add(add(before, view, 0, 8, little), view, frameHeaderLength, pageSize, little),
  };
}

function add({ first, second }: Sum, view: DataView, start: number, length: number, little: boolean): Sum {
  let [one, two] = [first, second];
  for (let at = start; at < start + length; at += 8) {
    one = (one + view.getUint32(at, little) + two) >>> 0;
    two = (two + view.getUint32(at + 4, little) + one) >>> 0;
  }
  return { first: one, second: two };
}

function readAt(file: number, length: number, at: number): DataView {
  const bytes = new Uint8Array(length);
  readSync(file, bytes, 0, length, at);
  return new DataView(bytes.buffer);
}
