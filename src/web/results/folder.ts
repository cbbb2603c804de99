import { constants } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '../../domain/instant.ts';
import type { Result } from '../../release/result.ts';
import { parseResult } from './parse.ts';
import type { Refusal } from './parse.ts';

/**
 * The results that a person of operations put in a folder. They are read when they are asked for; no release is ever
 * opened here, and nothing outside the folder is: a link is not followed.
 */
export interface Results {
  list(): Promise<ResultList>;
  /** By the name of its file without `.json`; undefined if there is no such file or it is refused. */
  read(name: string): Promise<PlacedResult | undefined>;
}

export interface ResultList {
  /** The newest first. */
  readonly found: readonly (PlacedResult | RefusedFile)[];
  /** How many files have a name under which no result is known. */
  readonly misnamed: number;
  /** How many more files there are than are shown. */
  readonly left: number;
  /** The folder is there, and cannot be read. */
  readonly isUnreadable: boolean;
}

export interface PlacedResult {
  readonly kind: 'result';
  readonly name: string;
  /** When the file was put there. */
  readonly placedAt: Instant;
  readonly result: Result;
}

interface RefusedFile {
  readonly kind: 'refused';
  readonly name: string;
  readonly placedAt: Instant | undefined;
  readonly why: Refusal;
}

/** Bytes of one file: tens of tables with hundreds of cells each need less. */
export const largestResult = 1024 * 1024;
const mostListed = 100;

const fileName = /^([a-z0-9-]{1,80})[.]json$/;
const isName = (name: string): boolean => fileName.test(`${name}.json`);

export function resultsIn(folder: string): Results {
  const at = (name: string) => readResult(join(folder, `${name}.json`), name);
  return {
    async list() {
      const { files, isUnreadable } = await filesIn(folder);
      const names = files.flatMap((file) => fileName.exec(file)?.[1] ?? []);
      const found: (PlacedResult | RefusedFile)[] = [];
      // One after the other: a hundred files at once would take the memory of the server.
      for (const name of names.slice(0, mostListed)) {
        const read = await at(name);
        if (read) found.push(read);
      }
      return {
        found: found.sort(newestFirst),
        misnamed: files.length - names.length,
        left: Math.max(0, names.length - mostListed),
        isUnreadable,
      };
    },
    async read(name) {
      if (!isName(name)) return undefined;
      const read = await at(name);
      return read?.kind === 'result' ? read : undefined;
    },
  };
}

const newestFirst = (one: PlacedResult | RefusedFile, other: PlacedResult | RefusedFile): number =>
  (other.placedAt ?? 0) - (one.placedAt ?? 0) || (one.name < other.name ? -1 : 1);

async function filesIn(folder: string): Promise<{ files: readonly string[]; isUnreadable: boolean }> {
  try {
    const files = await readdir(folder);
    // What begins with a dot is being written.
    return { files: files.filter((file) => !file.startsWith('.')).sort(), isUnreadable: false };
  } catch (error) {
    return { files: [], isUnreadable: codeOf(error) !== 'ENOENT' };
  }
}

async function readResult(path: string, name: string): Promise<PlacedResult | RefusedFile | undefined> {
  const refused = (why: Refusal, placedAt?: Instant): RefusedFile => ({
    kind: 'refused',
    name,
    placedAt,
    why,
  });
  let file: FileHandle;
  try {
    // A pipe must not keep the server waiting, and a link must not lead elsewhere.
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return undefined;
    return refused(code === 'ELOOP' || code === 'ENXIO' ? 'not-a-file' : 'unreadable');
  }
  try {
    const stat = await file.stat();
    const placedAt = Math.round(stat.mtimeMs) as Instant;
    if (!stat.isFile()) return refused('not-a-file', placedAt);
    if (stat.size > largestResult) return refused('too-large', placedAt);
    const read = parseResult(await textOf(file));
    return typeof read === 'string'
      ? refused(read, placedAt)
      : { kind: 'result', name, placedAt, result: read };
  } catch {
    return refused('unreadable');
  } finally {
    await file.close();
  }
}

/** No more than was allowed, even if the file grows while it is read. */
async function textOf(file: FileHandle): Promise<string> {
  const room = Buffer.alloc(largestResult);
  let filled = 0;
  while (filled < room.length) {
    const { bytesRead } = await file.read(room, filled, room.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return room.toString('utf8', 0, filled);
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;
