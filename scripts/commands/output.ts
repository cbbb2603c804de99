import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Writable } from 'node:stream';

/** A reader that has seen enough, or a disk that is full: told in one line, never as a stack. */
export function endOn(target: string): (error: NodeJS.ErrnoException) => never {
  return ({ code }) => {
    // `waakvlam ... | head` is no fault.
    if (code === 'EPIPE') process.exit(0);
    process.stderr.write(
      `waakvlam: cannot write ${target} (${code ?? 'unknown error'}); free space or choose another place\n`,
    );
    process.exit(1);
  };
}

export interface Output {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

export const standardOutput = (): Output => ({ ...outputOn(process.stdout), close: () => Promise.resolve() });

/** Adds to a file, or makes it. */
export function fileOutput(path: string, flags: 'a' | 'w'): Output {
  return outputOn(createWriteStream(path, { flags }).on('error', endOn(path)));
}

function outputOn(stream: Writable): Output {
  return {
    async write(text) {
      if (!stream.write(text)) await once(stream, 'drain');
    },
    close: () => new Promise((done) => stream.end(done)),
  };
}
