import { fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Order, Report } from './node.ts';

/** A process that is killed and comes back at the same place. */
export interface Member {
  /** As a power cut: nothing is tidied. Resolves when it is back. */
  killFor(ms: number): Promise<void>;
  end(): void;
}

export interface Server extends Member {
  readonly address: string;
  cut(): void;
  holdFor(ms: number): Promise<void>;
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const quiet = ['--disable-warning=ExperimentalWarning'];

export async function startServer(file: string): Promise<Server> {
  const script = join(import.meta.dirname, '../../../test/support/kurrent-server/main.ts');
  const start = async (port: string) => {
    const child = spawn(process.execPath, [...quiet, script, file, port, 'gate'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    return { child, address: line.toString().trim() };
  };
  let running = await start('0');
  const port = /:(\d+)\?/.exec(running.address)?.[1] ?? '';
  return {
    address: running.address,
    cut() {
      running.child.kill('SIGUSR2');
    },
    async holdFor(ms) {
      running.child.kill('SIGUSR1');
      await pause(ms);
      running.child.kill('SIGUSR1');
    },
    async killFor(ms) {
      running.child.kill('SIGKILL');
      await pause(ms);
      running = await start(port);
    },
    end() {
      running.child.kill('SIGKILL');
    },
  };
}

export interface Node extends Member {
  readonly isUp: boolean;
  send(order: Order): void;
}

export async function startNode(
  args: readonly [address: string, folder: string, masterKey: string],
  heard: (report: Report) => void,
  gone: () => void,
): Promise<Node> {
  let child: ChildProcess;
  let isUp = false;

  async function start(): Promise<void> {
    child = fork(join(import.meta.dirname, 'node.ts'), args, {
      execArgv: quiet,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const started = child;
    started.on('message', (report: Report) => {
      if (report.kind === 'ready') isUp = true;
      heard(report);
    });
    await new Promise<void>((resolve, reject) => {
      started.on('message', ({ kind }: Report) => {
        if (kind === 'ready') resolve();
      });
      started.once('exit', (code, signal) => {
        isUp = false;
        reject(new Error(`a node ended with ${signal ?? String(code)} while it started`));
      });
    });
  }

  /** A node that finds no server gives up, as `npm start` does; whoever runs it starts it again. */
  async function startUntilUp(): Promise<void> {
    for (;;) {
      try {
        await start();
        return;
      } catch {
        await pause(500);
      }
    }
  }

  await startUntilUp();
  return {
    get isUp() {
      return isUp;
    },
    send(order) {
      if (child.connected) child.send(order);
    },
    async killFor(ms) {
      isUp = false;
      child.kill('SIGKILL');
      gone();
      await pause(ms);
      await startUntilUp();
    },
    end() {
      child.kill('SIGKILL');
    },
  };
}
