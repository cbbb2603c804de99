import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { openLog } from '../../src/log/sqlite.ts';
import { ada, bo, checkedIn, monday, range } from '../support/log-contract.ts';

export const now = () => parseInstant(monday) as Instant;

/** In memory where there is such a place: nothing here depends on a disk, and thousands of copies are made. */
export const temporary = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** A folder of one test; `[Symbol.dispose]` clears it away. */
export function temporaryFolder(): Disposable & { readonly path: string; readonly data: string } {
  const path = mkdtempSync(join(temporary, 'waakvlam-log-'));
  return {
    path,
    data: join(path, 'data'),
    [Symbol.dispose]() {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Six events of two families, closed; and as a kill would have left them, all in the write-ahead log. */
export async function smallStores(
  base: string,
): Promise<{ readonly closed: string; readonly killed: string }> {
  const [closed, killed] = [join(base, 'closed'), join(base, 'killed')];
  const log = openLog({ folder: closed, now });
  for (const index of range(6)) {
    const family = index % 2 === 0 ? ada : bo;
    await log.append(family, 'any', [checkedIn(`e-${index + 1}`, { family })]);
  }
  cpSync(closed, killed, { recursive: true });
  await log.close();
  return { closed, killed };
}

/** Mounts for the length of a test; the reason why not where the machine does not allow it. */
export function mounted(
  path: string,
  options: string,
  kind = 'tmpfs',
): { unmount(): void } | { readonly reason: string } {
  try {
    execFileSync('mount', ['-t', kind, '-o', options, 'none', path], { stdio: ['ignore', 'ignore', 'pipe'] });
    return {
      unmount() {
        execFileSync('umount', [path]);
      },
    };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
