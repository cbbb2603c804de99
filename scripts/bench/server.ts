import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The real server, in a process of its own, on this machine alone. */
export interface Server {
  readonly address: string;
  readonly child: ChildProcess;
  close(): Promise<void>;
}

export interface Entered {
  readonly address: string;
  readonly cookie: string;
}

interface Setting {
  readonly data: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** For the engine of the server process. */
  readonly flags?: readonly string[];
  readonly withinMs?: number;
}

const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));

/** Null if it does not answer within the time. */
export async function startServer({
  data,
  settings = {},
  flags = [],
  withinMs = 15_000,
}: Setting): Promise<Server | null> {
  if (!existsSync(main)) return null;
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = fork(main, {
    env: {
      ...process.env,
      WAAKVLAM_PORT: String(port),
      WAAKVLAM_DATA: data,
      WAAKVLAM_LOG_LEVEL: 'error',
      WAAKVLAM_INVENTED: 'offer',
      ...settings,
    },
    execArgv: ['--disable-warning=ExperimentalWarning', ...flags],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  if (await isUp(address, withinMs)) return { address, child, close };
  await close();
  return null;
}

export async function enter(address: string, account: string, password: string): Promise<Entered> {
  const body = new URLSearchParams({ account, password });
  const told = await fetch(`${address}/login`, { method: 'POST', redirect: 'manual', body });
  await told.arrayBuffer();
  const [cookie = ''] = (told.headers.get('set-cookie') ?? '').split(';');
  if (cookie === '') throw new Error(`signing in answered ${told.status}`);
  return { address, cookie };
}

async function isUp(address: string, withinMs: number): Promise<boolean> {
  for (const end = performance.now() + withinMs; performance.now() < end;) {
    const response = await fetch(`${address}/ready`).catch(() => null);
    await response?.arrayBuffer();
    if (response?.ok) return true;
    await sleep(100);
  }
  return false;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
