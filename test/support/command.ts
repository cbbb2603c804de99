import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const script = join(import.meta.dirname, '../../scripts/waakvlam.ts');

/** Runs the real command in a process of its own; `settings` go into its environment. */
export function waakvlam(
  args: readonly string[],
  input = '',
  settings: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [script, ...args],
      { maxBuffer: 1 << 28, env: { ...process.env, ...settings } },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        done({ code, stdout, stderr });
      },
    );
    child.stdin?.on('error', () => undefined);
    child.stdin?.end(input);
  });
}

/** Runs it until it ends or `isTime` says so, then with kill -9; true if it was killed. */
export async function killedWhen(
  args: readonly string[],
  isTime: () => boolean | Promise<boolean>,
  settings: Readonly<Record<string, string>> = {},
): Promise<boolean> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: 'ignore',
    env: { ...process.env, ...settings },
  });
  const ended = once(child, 'exit');
  while (child.exitCode === null && child.signalCode === null) {
    if (await isTime()) child.kill('SIGKILL');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  await ended;
  return child.signalCode === 'SIGKILL';
}
