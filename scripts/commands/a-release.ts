import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { formatInstant, parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { eventsName, manifestName } from '../../src/release/manifest.ts';
import { openRelease } from '../../src/release/open.ts';
import type { Opening, Release } from '../../src/release/open.ts';
import { UsageError, instantOption } from './input.ts';
import { progressBar } from './progress.ts';
import type { ProgressBar } from './progress.ts';

/** How commands open a release that somebody was given. */

/** A folder that is a release, or looks as if it should be one; any other folder is no event file either. */
export function isRelease(path: string): boolean {
  if (path === '-') return false;
  const name = path.replace(/\/+$/, '');
  const found = statSync(name, { throwIfNoEntry: false });
  if (!found) return existsSync(`${name}.part`);
  if (!found.isDirectory()) return false;
  return name.endsWith('.part') || [manifestName, eventsName].some((file) => existsSync(join(name, file)));
}

/** With a bar while it is read through; a release that is not whole ends the command with exit code 1. */
export function openWithProgress(folder: string, check: Opening['check']): Release {
  let bar: ProgressBar | null = null;
  try {
    return openRelease(folder, {
      check,
      onProgress: (done, total) => {
        bar ??= progressBar('bytes verified', total);
        bar.update(done);
      },
    });
  } finally {
    stop(bar);
  }
}

/** The compiler does not see that a callback may have made the bar. */
function stop(bar: ProgressBar | null): void {
  bar?.stop();
}

/** The end of what is known. */
export function endOfRelease({ manifest }: Release): Instant {
  return parseInstant(manifest.until) as Instant;
}

/** An instant within what the release knows; its end if none was given. */
export function instantInRelease(name: string, text: string | undefined, release: Release): Instant {
  const until = endOfRelease(release);
  const instant = instantOption(name, text, () => until);
  if (instant <= until) return instant;
  throw new UsageError(
    `${name}: this release ends at ${formatInstant(until)} and knows nothing after it, and silence is never safety; ask about that instant or an earlier one`,
  );
}
