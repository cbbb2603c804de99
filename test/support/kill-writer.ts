import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Submission } from '../../src/log/log.ts';
import { openLog, openReader } from '../../src/log/sqlite.ts';
import { verify } from '../../src/log/verify.ts';
import type { Verdict } from '../../src/log/verify.ts';

/**
 * Kills a writing process again and again on one store. The writer notes every acknowledgement in a file after its promise
 * has resolved; what is noted must be there, and of no command may there be a part.
 */
export interface Killing {
  readonly folder: string;
  readonly rounds: number;
  readonly seed: number;
  readonly writers: number;
  readonly onRound?: (state: {
    readonly round: number;
    readonly acknowledged: number;
    readonly stored: number;
  }) => void;
}

export interface Outcome {
  readonly rounds: number;
  /** Rounds in which the writer had acknowledged something before it was killed. */
  readonly rich: number;
  readonly acknowledged: number;
  readonly stored: number;
  /** Acknowledged commands that are not there, or stand elsewhere than acknowledged. */
  readonly missing: readonly string[];
  /** Commands of which only some events are there, or not in one piece. */
  readonly torn: readonly string[];
  readonly verdict: Verdict;
}

export async function killRounds({ folder, rounds, seed, writers, onRound }: Killing): Promise<Outcome> {
  const random = randomFrom(seed);
  const counts = { rich: 0, acknowledged: 0, stored: 0 };
  const missing: string[] = [];
  const torn: string[] = [];
  let next = startWriter(folder);
  for (let round = 1; round <= rounds; round += 1) {
    const notes = `${folder}.notes-${round}`;
    const child = next;
    next = startWriter(folder);
    await writeUntilKilled(child, { folder, notes, round, writers }, random);
    const acknowledged = existsSync(notes) ? notedIn(notes) : [];
    if (acknowledged.length > 0) counts.rich += 1;
    counts.acknowledged += acknowledged.length;
    const ends = await newCommands(folder, counts.stored, torn);
    counts.stored = ends.head;
    missing.push(
      ...acknowledged
        .filter(([command, position]) => ends.byCommand.get(command) !== position)
        .map(([command]) => command),
    );
    onRound?.({ round, ...counts });
  }
  next.kill('SIGKILL');
  await ended(next);
  return { rounds, ...counts, missing, torn, verdict: verdictOn(folder) };
}

/** The last position of every command that came after a position; what is not in one piece is added to `torn`. */
async function newCommands(folder: string, after: number, torn: string[]) {
  const byCommand = new Map<string, number>();
  // A writer that was killed early may not have made the store yet.
  if (!existsSync(join(folder, 'events.db'))) return { head: after, byCommand };
  const reader = openReader(folder);
  let head = after;
  let expected = 1;
  for await (const { position, record } of reader.readAll(after)) {
    const [, command = '', part, size] = /^(.*)-(\d+)of(\d+)$/.exec(record.id) ?? [];
    if (position !== head + 1 || Number(part) !== expected) torn.push(command);
    expected = part === size ? 1 : Number(part) + 1;
    if (part === size) byCommand.set(command, position);
    head = position;
  }
  if (expected !== 1) torn.push(`the last of ${head}`);
  await reader.close();
  return { head, byCommand };
}

function verdictOn(folder: string): Verdict {
  const verifying = verify(folder);
  for (;;) {
    const step = verifying.next();
    if (step.done === true) return step.value;
  }
}

/** A process that has loaded its code and waits for the word. */
function startWriter(folder: string): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(process.execPath, [fileURLToPath(import.meta.url)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: `${folder}.compiled` },
  });
}

/** Sometimes while it opens and recovers, mostly in the midst of its commits. */
function writeUntilKilled(
  child: ReturnType<typeof startWriter>,
  task: Task,
  random: () => number,
): Promise<void> {
  const kill = () => child.kill('SIGKILL');
  const isEarly = random() < 0.2;
  const pause = random() * (isEarly ? 30 : 60);
  child.stdin.write(`${JSON.stringify(task)}\n`);
  if (isEarly) setTimeout(kill, pause);
  else child.stdout.once('data', () => setTimeout(kill, pause));
  return ended(child);
}

function ended(child: ReturnType<typeof startWriter>): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (signal === 'SIGKILL') resolve();
      else reject(new Error(`the writer ended by itself with ${String(code)}`));
    });
  });
}

interface Task {
  readonly folder: string;
  readonly notes: string;
  readonly round: number;
  readonly writers: number;
}

/** Command and position of each whole line. */
function notedIn(path: string): (readonly [string, number])[] {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => {
    const [command = '', position] = line.split(' ');
    return [command, Number(position)] as const;
  });
}

/** Mulberry32: the same seed kills at the same moments, as far as a scheduler allows. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The child: writes until it is killed. */
async function write({ folder, notes, round, writers }: Task): Promise<void> {
  const log = openLog({ folder, now: () => Date.now() as Instant });
  const file = openSync(notes, 'a');
  const one = async (writer: number) => {
    for (let index = 0; ; index += 1) {
      const command = `r${round}-w${writer}-c${index}`;
      const family = `family-${writer % 5}` as FamilyId;
      const result = await log.append(family, 'any', eventsOf(command, family, 1 + (index % 4)));
      if (result.kind !== 'appended') break;
      writeSync(file, `${command} ${result.receipt.position}\n`);
      if (index === 0 && writer === 0) process.stdout.write('writing\n');
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => one(writer)));
  closeSync(file);
}

function eventsOf(command: string, family: FamilyId, size: number): Submission[] {
  return Array.from({ length: size }, (_, part) => {
    const event = {
      id: `${command}-${part + 1}of${size}`,
      type: 'PersonLeft',
      version: 1,
      family,
      by: 'party:team',
      source: 'observed',
      data: { person: 'person:ada' },
    };
    return event as Submission;
  });
}

if (import.meta.main) process.stdin.once('data', (line) => void write(JSON.parse(String(line)) as Task));
