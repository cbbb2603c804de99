import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

/** Debian's own browser; nothing else is downloaded. */
const executablePath = '/usr/bin/chromium';

export const isThere = existsSync(executablePath);

/** Says at once why the tests of a file do not run. */
export function sayIfAbsent(what: string): void {
  if (!isThere)
    process.stderr.write(
      `${what} is skipped: ${executablePath} is absent. Install it with: apt-get install chromium\n`,
    );
}

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
