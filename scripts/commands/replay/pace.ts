import { setTimeout as sleep } from 'node:timers/promises';
import type { Instant } from '../../../src/domain/instant.ts';

/** At which moment of a replay an event is due: `speed` times faster than life, counted from the first event. */
export interface Pace {
  /** Milliseconds until an event is due; 0 if it is. */
  delay(at: Instant): number;
}

export function paced(speed: number, now: () => number): Pace {
  let first: { readonly at: Instant; readonly now: number } | null = null;
  return {
    delay(at) {
      if (speed === Infinity) return 0;
      first ??= { at, now: now() };
      return Math.max(0, first.now + (at - first.at) / speed - now());
    },
  };
}

/** A pause that is told to who waits, so that silence is not taken for the end. */
export const longPauseMs = 10_000;

export function pauseInWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `the next event comes in ${seconds} s; a higher --speed makes pauses shorter`;
}

/** Timers of Node cannot wait for more than 24.8 days at once. */
const longestSleepMs = 86_400_000;

/** Waits, or stops waiting when the signal comes. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    for (let left = ms; left > 0; left -= longestSleepMs)
      await sleep(Math.min(left, longestSleepMs), undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
