import type { ChildProcess } from 'node:child_process';

/** How much memory a server took: the most of the process, and the least of the heap, garbage included. */
export interface MemorySample {
  readonly atS: number;
  readonly rssMB: number;
  readonly heapMB: number;
}

interface Told {
  readonly asked: 'memory' | 'collect';
  readonly rss: number;
  readonly heapUsed: number;
  readonly processorMs: number;
}

export interface MemoryWatch {
  /** What was seen since the last time, as one sample. */
  take(): MemorySample | null;
  readonly samples: readonly MemorySample[];
  /** Processor time between the first and the last that was told. */
  processorMs(): number;
  close(): void;
}

const askMs = 1000;
const megabyte = 2 ** 20;

export function watchMemory(child: ChildProcess): MemoryWatch {
  const started = performance.now();
  const samples: MemorySample[] = [];
  let seen: Told[] = [];
  let first: Told | undefined;
  let last: Told | undefined;
  child.on('message', (told) => {
    last = told as Told;
    first ??= last;
    seen.push(last);
  });
  const asking = setInterval(() => {
    if (child.connected) child.send('memory');
  }, askMs);
  return {
    samples,
    processorMs: () => (last?.processorMs ?? 0) - (first?.processorMs ?? 0),
    take() {
      if (seen.length === 0) return null;
      const sample = {
        atS: Math.round((performance.now() - started) / 1000),
        rssMB: inMB(Math.max(...seen.map(({ rss }) => rss))),
        heapMB: inMB(Math.min(...seen.map(({ heapUsed }) => heapUsed))),
      };
      seen = [];
      samples.push(sample);
      return sample;
    },
    close() {
      clearInterval(asking);
    },
  };
}

const inMB = (bytes: number) => Math.round((bytes / megabyte) * 10) / 10;

/** What is in use, in MB, once all garbage is gone; it stops the server for a moment, so never while a stopwatch runs. */
export function keptMB(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    const hear = (message: unknown) => {
      const { asked, heapUsed } = message as Told;
      if (asked !== 'collect') return;
      child.off('message', hear);
      resolve(inMB(heapUsed));
    };
    child.on('message', hear);
    child.send('collect');
  });
}

/** By how much of its mean a figure grew over the second half of the samples, along the line that fits them best. */
export function growth(samples: readonly MemorySample[], figure: 'rssMB'): number | null {
  const half = samples.slice(Math.floor(samples.length / 2));
  if (half.length < 3) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const times = half.map(({ atS }) => atS);
  const values = half.map((sample) => sample[figure]);
  const [middle, level] = [mean(times), mean(values)];
  const along = times.map((time, index) => (time - middle) * ((values[index] ?? level) - level));
  const slope = mean(along) / mean(times.map((time) => (time - middle) ** 2));
  return (slope * ((times.at(-1) ?? 0) - (times[0] ?? 0))) / level;
}
