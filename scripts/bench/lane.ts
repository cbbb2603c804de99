import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { contestants } from './contestants.ts';
import type { ContestantName, Setting } from './contestants.ts';
import type { Contestant, Figures } from './measure.ts';

/** A contestant in a process of its own: a heap that nobody else fills, and nothing of it on our standard output. */
export interface Lane extends Contestant {
  /** What it prepared, once it is ready to run. */
  readonly ready: Figures;
  close(): Promise<void>;
}

export async function startLane(name: ContestantName, setting: Setting): Promise<Lane> {
  const child = fork(fileURLToPath(import.meta.url), [name, JSON.stringify(setting)], {
    execArgv: ['--expose-gc', '--max-old-space-size=16384', '--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ready = await answerOf(child, name);
  return {
    ready,
    run(amount) {
      child.send(amount);
      return answerOf(child, name);
    },
    close() {
      return new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.disconnect();
      });
    },
  };
}

function answerOf(child: ChildProcess, name: string): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null, signal: string | null) => {
      reject(new Error(`${name} ended with ${signal ?? String(code)}; its own words stand above`));
    };
    child.once('exit', ended);
    child.once('message', (figures) => {
      child.off('exit', ended);
      resolve(figures as Figures);
    });
  });
}

/** The child: gets ready, runs when asked, and cleans up when the parent hangs up. */
async function race(name: ContestantName, setting: Setting): Promise<void> {
  // Nobody waits for what is being prepared.
  const orphaned = () => process.exit(1);
  process.once('disconnect', orphaned);
  const entrant = await contestants[name](setting);
  process.off('disconnect', orphaned);
  process.on(
    'message',
    (amount: number) => void entrant.run(amount).then((figures) => process.send?.(figures), fail),
  );
  process.once('disconnect', () => void entrant.close().then(() => process.exit(0), fail));
  process.send?.(entrant.ready);
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

if (import.meta.main) {
  const [name = '', setting = '{}'] = process.argv.slice(2);
  await race(name as ContestantName, JSON.parse(setting) as Setting).catch(fail);
}
