import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Instant } from '../../src/domain/instant.ts';
import { openWork } from '../../src/log/sqlite/work.ts';
import type { Worker } from '../../src/log/work.ts';
import { randomFrom } from './kill-writer.ts';
import { mail, shortTerms, until } from './tasks.ts';

/**
 * Kills a process that offers and does tasks, again and again, on one folder. Every offer is noted after it has resolved,
 * every task when its worker begins. Each round offers the first names of the round before once more.
 */
export interface Killing {
  readonly folder: string;
  readonly rounds: number;
  readonly seed: number;
}

export interface Killed {
  readonly accepted: readonly string[];
  /** Names in the order in which workers began. */
  readonly ran: readonly string[];
  /** How many processes were killed when they had offered something. */
  readonly kills: number;
}

export async function killWorkers({ folder, rounds, seed }: Killing): Promise<Killed> {
  const random = randomFrom(seed);
  mkdirSync(dirname(folder), { recursive: true });
  let kills = 0;
  for (let round = 1; round <= rounds; round += 1) {
    await runUntilKilled(folder, round, random() * 60);
    if (notesOf(folder, 'accepted').some((name) => name.startsWith(`r${round}-`))) kills += 1;
  }
  const work = openWork({ folder, now, terms: patient });
  await work.offer(mail('last'));
  work.take('mail', noting(folder));
  await until(() => notesOf(folder, 'ran').includes('last'));
  await work.close();
  return { accepted: notesOf(folder, 'accepted'), ran: notesOf(folder, 'ran'), kills };
}

const now = () => Date.now() as Instant;
/** A kill counts as an attempt; here none may be parked for that. */
const patient = { ...shortTerms, attempts: 1000 };

function runUntilKilled(folder: string, round: number, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), folder, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: `${folder}.compiled` },
  });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`the process ended by itself with ${String(code)}`));
    });
  });
}

function notesOf(folder: string, about: 'accepted' | 'ran'): string[] {
  const path = `${folder}.${about}`;
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
}

const note = (folder: string, about: 'accepted' | 'ran', name: string) => {
  appendFileSync(`${folder}.${about}`, `${name}\n`);
};

const noting =
  (folder: string): Worker =>
  ({ name }) => {
    note(folder, 'ran', name);
    return Promise.resolve('done');
  };

/** The child. */
async function offerAndDo(folder: string, round: number): Promise<void> {
  const work = openWork({ folder, now, terms: patient });
  work.take('mail', noting(folder));
  for (let index = 0; index < 5; index += 1) await work.offer(mail(`r${round - 1}-${index}`));
  for (let index = 0; ; index += 1) {
    const name = `r${round}-${index}`;
    await work.offer(mail(name));
    note(folder, 'accepted', name);
    if (index === 0) process.stdout.write('offering\n');
  }
}

if (import.meta.main) void offerAndDo(process.argv[2] ?? '', Number(process.argv[3]));
