import { hash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * Size of the database file and the hash of each stretch of it since its last checkpoint, kept beside it. The chain covers what is in the rows; this
 * covers every other byte as well. It is taken away before the file changes and comes back at a clean close, so a store
 * that was killed has a seal only if no checkpoint came between.
 */
export interface ClosingSeal {
  write(): void;
  remove(): void;
  /** What differs from the seal; null if nothing does, or if there is no seal. Reads the whole file. */
  fault(): string | null;
  /** The same, by size alone. */
  sizeFault(): string | null;
}

export function sealBeside(database: string): ClosingSeal {
  const path = database.replace(/\.db$/, '.seal');

  function write(): void {
    const file = openSync(`${path}.new`, 'w', 0o600);
    writeSync(file, sealText({ size: sizeOf(database), stretches: hashesOf(database) }));
    fsyncSync(file);
    closeSync(file);
    renameSync(`${path}.new`, path);
    syncFolder(dirname(path));
  }

  function remove(): void {
    if (!existsSync(path)) return;
    rmSync(path);
    // Else a power cut could bring the old seal back beside a changed database.
    syncFolder(dirname(path));
  }

  function read(): Seal | string | null {
    if (!existsSync(path)) return null;
    const text = readFileSync(path, 'utf8');
    const [, size = '', hashes = ''] = /^(\d+) ([0-9a-f,]*) [0-9a-f]{64}\n$/.exec(text) ?? [];
    const seal = { size: Number(size), stretches: hashes.split(',') };
    return text === sealText(seal) ? seal : 'the seal itself has changed';
  }

  function sizeFault(): string | null {
    const seal = read();
    if (seal === null || typeof seal === 'string') return seal;
    const size = sizeOf(database);
    return size === seal.size ? null : `the file holds ${size} bytes, and ${seal.size} when it was sealed`;
  }

  function fault(): string | null {
    const seal = read();
    if (seal === null || typeof seal === 'string') return seal;
    const changed = hashesOf(database).findIndex((each, index) => each !== seal.stretches[index]);
    if (changed < 0) return sizeFault();
    const [first, last] = [changed * stretch, Math.min((changed + 1) * stretch, seal.size) - 1];
    return sizeFault() ?? `between bytes ${first} and ${last} the file differs from what was sealed`;
  }

  return { write, remove, fault, sizeFault };
}

export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

interface Seal {
  readonly size: number;
  readonly stretches: readonly string[];
}

/** Bytes under one hash: small enough to say where a file changed, large enough to keep the seal small. */
const stretch = 65_536;

function sealText({ size, stretches }: Seal): string {
  const line = `${size} ${stretches.join(',')}`;
  return `${line} ${hash('sha256', line)}\n`;
}

const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0);

function hashesOf(path: string): readonly string[] {
  const hashes: string[] = [];
  const file = openSync(path, 'r');
  const bytes = new Uint8Array(stretch);
  for (let length = readSync(file, bytes); length > 0; length = readSync(file, bytes))
    hashes.push(hash('sha256', bytes.subarray(0, length)).slice(0, 32));
  closeSync(file);
  return hashes;
}
