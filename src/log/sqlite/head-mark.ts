import { hash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Position } from '../log.ts';

/**
 * How far the log has been acknowledged, in a file of one line that is overwritten after every commit and not flushed: it
 * survives a killed process, and after a power cut it can only be behind. A log that ends before its mark has lost events,
 * which nothing else would show: SQLite drops a damaged end without a word.
 */
export interface HeadMark {
  set(head: Head): void;
  close(): void;
}

export interface Head {
  readonly position: Position;
  readonly chain: string;
}

export function openHeadMark(database: string): HeadMark {
  const path = markBeside(database);
  const file = openSync(path, existsSync(path) ? 'r+' : 'w+', 0o600);
  return {
    set(head) {
      writeSync(file, lineOf(head), 0);
    },
    close() {
      fsyncSync(file);
      closeSync(file);
    },
  };
}

/** Null if there is none: a store that never acknowledged anything. */
export function readHeadMark(database: string): Head | 'changed' | null {
  const path = markBeside(database);
  if (!existsSync(path)) return null;
  const line = readFileSync(path, 'utf8');
  if (line === '') return null;
  const [position = '', chain = ''] = line.split(' ');
  const head = { position: Number(position), chain };
  return lineOf(head) === line ? head : 'changed';
}

const markBeside = (database: string) => database.replace(/\.db$/, '.head');

/** Of fixed length, so that a shorter one never leaves the end of a longer one. */
function lineOf({ position, chain }: Head): string {
  const line = `${String(position).padStart(16, '0')} ${chain.padEnd(64, '0')}`;
  return `${line} ${hash('sha256', line)}\n`;
}
