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

export const say = (text: string): void => {
  process.stderr.write(`waakvlam: ${text}\n`);
};
