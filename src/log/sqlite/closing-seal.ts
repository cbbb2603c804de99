import { hash, createHash } from 'node:crypto';
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
 * Size and hash of the database file since its last checkpoint, kept beside it. The chain covers what is in the rows; this
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
    writeSync(file, sealText(sizeOf(database), fileHash(database)));
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

  function read(): { readonly size: number; readonly sha256: string } | string | null {
    if (!existsSync(path)) return null;
    const text = readFileSync(path, 'utf8');
    const [, size = '', sha256 = ''] = /^(\d+) ([0-9a-f]{64}) [0-9a-f]{64}\n$/.exec(text) ?? [];
    return text === sealText(Number(size), sha256)
      ? { size: Number(size), sha256 }
      : 'the seal itself has changed';
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
    return (
      sizeFault() ??
      (fileHash(database) === seal.sha256 ? null : 'its bytes differ from those that were sealed')
    );
  }

  return { write, remove, fault, sizeFault };
}

export function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function sealText(size: number, sha256: string): string {
  const line = `${size} ${sha256}`;
  return `${line} ${hash('sha256', line)}\n`;
}

const sizeOf = (path: string) => (existsSync(path) ? statSync(path).size : 0);

function fileHash(path: string): string {
  const sum = createHash('sha256');
  const file = openSync(path, 'r');
  const bytes = new Uint8Array(1 << 20);
  for (let length = readSync(file, bytes); length > 0; length = readSync(file, bytes))
    sum.update(bytes.subarray(0, length));
  closeSync(file);
  return sum.digest('hex');
}
