import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LogUnavailable } from '../unavailable.ts';
import { lockFile } from './database.ts';

/** One writer per data folder. */
export interface Lock {
  release(): void;
}

export function takeLock(folder: string): Lock {
  const held = lockFile(lockIn(folder));
  if (held === null)
    throw new LogUnavailable(
      'in-use',
      `The log in ${folder} is open in ${holderOf(folder)}.`,
      'Stop that process, or choose another data folder.',
    );
  // Only for the message of whoever comes second: this file says who holds the lock, it is not the lock.
  const holder = join(folder, 'lock.holder');
  try {
    writeFileSync(holder, String(process.pid));
  } catch (error) {
    held.close();
    throw error;
  }
  return {
    release() {
      rmSync(holder, { force: true });
      held.close();
    },
  };
}

export function isBeingWritten(folder: string): boolean {
  try {
    const held = lockFile(lockIn(folder));
    held?.close();
    return held === null;
  } catch {
    // A folder that cannot be written: then nobody can hold our lock either.
    return false;
  }
}

const lockIn = (folder: string) => join(folder, 'lock.db');

function holderOf(folder: string): string {
  try {
    const pid = readFileSync(join(folder, 'lock.holder'), 'utf8').trim();
    return Number(pid) === process.pid ? `this same process (${pid})` : `process ${pid}`;
  } catch {
    return 'another process';
  }
}
