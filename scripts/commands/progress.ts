import { SingleBar } from 'cli-progress';

/** Progress of long work on standard error: a bar on a terminal, else nothing but the end. */
export interface ProgressBar {
  update(done: number): void;
  stop(): void;
}

export function progressBar(what: string, total: number): ProgressBar {
  if (!process.stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: `${what} [{bar}] {percentage}% | {value}/{total} | {eta_formatted}`,
    hideCursor: true,
  });
  bar.start(total, 0);
  return {
    update: (done) => {
      bar.update(done);
    },
    stop: () => {
      bar.stop();
    },
  };
}

/** One bar after the other for work in steps; without a terminal each step is told as it begins. */
export function stepBar(): {
  readonly update: (step: string, done: number, total: number) => void;
  readonly stop: () => void;
} {
  let at = '';
  let bar: ProgressBar | null = null;
  return {
    update(step, done, total) {
      if (step !== at) {
        bar?.stop();
        at = step;
        if (!process.stderr.isTTY) say(step);
        bar = progressBar(step, total);
      }
      bar?.update(done);
    },
    stop() {
      bar?.stop();
    },
  };
}

export const say = (text: string): void => {
  process.stderr.write(`waakvlam: ${text}\n`);
};
