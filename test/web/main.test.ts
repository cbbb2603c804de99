import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { signedIn, writePeople } from './people.ts';

/** The process itself: how it starts, ends, and says why it cannot. */

let folder: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waakvlam-main-'));
  writePeople(folder);
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

const main = join(import.meta.dirname, '../../src/main.ts');

function run(environment: Readonly<Record<string, string>>, ...args: string[]) {
  const env = { PATH: process.env['PATH'], WAAKVLAM_PORT: '0', WAAKVLAM_DATA: folder, ...environment };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], {
    cwd: folder,
    env,
  });
  started.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (part: Buffer) => (out += part.toString()));
  child.stderr.on('data', (part: Buffer) => (err += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const address = async () => {
    for (;;) {
      const found = /http:\/\/\S+/.exec(out);
      if (found) return found[0];
      await new Promise((done) => setTimeout(done, 20));
    }
  };
  return { child, ended, address, out: () => out, err: () => err };
}

it.each(['SIGTERM', 'SIGINT'] as const)(
  'answers, and ends in order on %s while somebody listens',
  async (signal) => {
    const server = run({});
    const address = await server.address();
    expect((await fetch(`${address}/ready`)).status).toBe(200);
    const listening = await fetch(`${address}/api/live`, await signedIn(address));
    server.child.kill(signal);
    expect(await listening.text()).toContain('event: listening');
    expect(await server.ended).toBe(0);
    expect(server.out()).toContain('Waakvlam stops.');
  },
);

it('logs routes and results, never ids, addresses or people', async () => {
  const server = run({});
  const address = await server.address();
  await fetch(`${address}/families/fam-secret?at=2025-01-01T10:00`, await signedIn(address));
  await fetch(`${address}/login?next=/families/fam-secret`);
  server.child.kill('SIGTERM');
  await server.ended;
  expect(server.err()).toMatch(/"method":"GET","route":"\/families\/:family","status":403/);
  expect(server.err()).toMatch(/"method":"POST","route":"\/login","status":303/);
  expect(server.err()).not.toMatch(/fam-secret|2025-01-01|tester|Toos|wachtwoord/i);
});

it('says that the data folder is in use, and that the port is', async () => {
  const first = run({});
  const { port } = new URL(await first.address());
  const second = run({});
  expect(await second.ended).toBe(1);
  expect(second.err()).toMatch(
    /^waakvlam: The log in .* is open in process \d+[.] Stop that process, or choose another data folder[.]\n$/,
  );
  const third = run({ WAAKVLAM_PORT: port, WAAKVLAM_DATA: join(folder, 'other') });
  expect(await third.ended).toBe(1);
  expect(third.err()).toBe(
    `waakvlam: Port ${port} on 127.0.0.1 is in use. Stop the other program, or choose another port with WAAKVLAM_PORT.\n`,
  );
});

it('names what is wrong with settings and options, and starts nothing', async () => {
  const wrong = run({ WAAKVLAM_HOST: '0.0.0.0', WAAKVLAM_PORT: 'x' });
  expect(await wrong.ended).toBe(2);
  expect(wrong.err()).toMatch(/WAAKVLAM_PORT must be[^\n]*\n.*WAAKVLAM_PUBLIC_URL must say/);
  const option = run({}, '--invent');
  expect(await option.ended).toBe(2);
  expect(option.err()).toContain('Unknown option --invent');
});
