import type { Task, WorkTerms } from '../../src/log/work.ts';

/** Short, so that a test sees what takes minutes. */
export const shortTerms: WorkTerms = { attempts: 3, firstRetryMs: 5, longestRetryMs: 40, leaseMs: 400 };

export const mail = (name: string, data: Task['data'] = {}): Task => ({ kind: 'mail', name, data });

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Looks again until there is an answer; a test that waits in vain ends by its own limit. */
export async function until<T>(look: () => T | Promise<T>): Promise<Exclude<T, false>> {
  for (;;) {
    const found = await look();
    if (found !== false) return found as Exclude<T, false>;
    await pause(2);
  }
}
