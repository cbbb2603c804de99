import type { Entrant, Setting } from './contestants.ts';
import { regionEvents, take } from './invented.ts';

/** The floor: JSON.parse alone, over the same events as text in memory. Nothing is read, folded or kept. */
export function replayParse({ size }: Setting): Promise<Entrant> {
  const bodies = bodiesOf(size);
  const bytes = bodies.reduce((sum, body) => sum + body.length, 0) / bodies.length;

  function run(): Promise<{ rate: number; ms: number }> {
    globalThis.gc?.();
    let fields = 0;
    const start = performance.now();
    for (const body of bodies) fields += (JSON.parse(body) as { id: string }).id.length;
    const ms = performance.now() - start;
    return Promise.resolve({ rate: (bodies.length / ms) * 1000, ms, fields });
  }

  return Promise.resolve({ ready: { rate: 0, bytes }, run, close: () => Promise.resolve() });
}

function bodiesOf(size: number): string[] {
  const events = regionEvents();
  const bodies: string[] = [];
  for (let at = 0; at < size; at += 1024)
    // Through bytes, so that they are flat one-byte strings, as those from a file are.
    for (const event of take(events, Math.min(1024, size - at)))
      bodies.push(Buffer.from(JSON.stringify(event)).toString('latin1'));
  return bodies;
}
