import type { PlanEvent } from '../../src/domain/event.ts';
import { take } from './invented.ts';
import { percentile } from './measure.ts';
import type { Figures } from './measure.ts';

export interface Writing {
  readonly events: Generator<PlanEvent>;
  readonly writers: number;
  readonly append: (event: PlanEvent) => Promise<void> | void;
}

/** Writes for some milliseconds, each writer awaiting its own append before the next one. */
export function writing({ events, writers, append }: Writing): (milliseconds: number) => Promise<Figures> {
  let stock: PlanEvent[] = [];

  async function write(until: number, latencies: number[]): Promise<void> {
    for (let before = performance.now(); before < until;) {
      const event = stock.pop();
      // Used up before the time is: the rate is taken over the time that was needed.
      if (event === undefined) return;
      await append(event);
      const after = performance.now();
      latencies.push(after - before);
      before = after;
    }
  }

  return async (milliseconds) => {
    const needed = Math.ceil(milliseconds * mostPerMs[writers === 1 ? 'one' : 'many']);
    // Popped from the end, oldest first.
    if (stock.length < needed) stock = [...take(events, needed - stock.length).reverse(), ...stock];
    const latencies: number[] = [];
    const started = performance.now();
    await Promise.all(Array.from({ length: writers }, () => write(started + milliseconds, latencies)));
    const seconds = (performance.now() - started) / 1000;
    return { rate: latencies.length / seconds, events: latencies.length, p99ms: percentile(latencies, 0.99) };
  };
}

/** More than most disks take, made before the stopwatch starts. */
const mostPerMs = { one: 30, many: 150 } as const;
