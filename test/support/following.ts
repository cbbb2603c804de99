import type { EventLog, Freshness, Stored } from '../../src/log/log.ts';

/** Somebody who follows a log, with everything that it was told. */
export function followed(log: Pick<EventLog, 'follow' | 'freshness'>, after = 0) {
  const seen: Stored[] = [];
  const states: Freshness[] = [];
  const errors: unknown[] = [];
  log.freshness.subscribe((state) => states.push(state));
  log.follow(after).subscribe({
    next: (stored) => seen.push(stored),
    error: (error: unknown) => errors.push(error),
  });
  return { seen, states, errors, last: () => states.at(-1)?.kind };
}

export const ids = (stored: readonly Stored[]) => stored.map(({ record }) => record.id as string);

/** Waits until something is so; a test that waits in vain fails. */
export async function until(condition: () => boolean, ms = 15_000): Promise<void> {
  for (const end = performance.now() + ms; !condition();) {
    if (performance.now() > end) throw new Error(`waited ${ms} ms in vain`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
