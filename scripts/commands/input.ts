import { readFileSync } from 'node:fs';
import { readEventFile } from '../../src/domain/event-file.ts';
import type { EventFile } from '../../src/domain/event-file.ts';
import { parseDay } from '../../src/domain/calendar.ts';
import type { Day } from '../../src/domain/calendar.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy, readPolicy } from '../../src/domain/parameters.ts';
import type { Policy } from '../../src/domain/parameters.ts';

/** What a person typed wrong, with the next step; ends a command with exit code 2 (status.md 1). */
export class UsageError extends Error {}

export function instantOption(name: string, text: string | undefined, otherwise: () => Instant): Instant {
  if (text === undefined) return otherwise();
  const instant = parseInstant(text);
  if (instant === null)
    throw new UsageError(`${name}: "${text}" is not an instant; write it like 2025-03-03T14:00:00+01:00`);
  return instant;
}

export function dayOption(name: string, text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new UsageError(`${name}: "${text}" is not a day; write it like 2025-03-03`);
  return day;
}

export function countOption(name: string, text: string, least: number): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(count) || count < least)
    throw new UsageError(`${name}: "${text}" is not a whole number of at least ${least}`);
  return count;
}

export async function eventFile(name: string, path: string): Promise<EventFile> {
  const bytes = path === '-' ? await standardInput() : bytesOf(name, path);
  if (bytes.length > largestFile)
    throw new UsageError(
      `${name}: ${path} is larger than 500 MB; cut it into files by family, or import the data folder itself`,
    );
  return readEventFile(decode(bytes));
}

/** A text cannot be much longer. */
const largestFile = 500_000_000;

/** Read as it comes: a pipe gives nothing at once when nothing is there yet. */
async function standardInput(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function policyFile(path: string): Policy {
  const text = bytesOf('--policy', path).toString('utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UsageError(`--policy: ${path} holds no JSON`);
  }
  const reading = readPolicy(value);
  if ('problem' in reading) throw new UsageError(`--policy: ${path}: ${reading.problem}`);
  return reading.policy;
}

export function policyOption(path: string | undefined): Policy {
  return path === undefined ? defaultPolicy : policyFile(path);
}

function bytesOf(name: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new UsageError(`${name}: cannot read ${path} (${code}); check the path`);
  }
}

/** Lines that are no UTF-8 become lines that are no JSON, so that each is rejected by itself. */
function decode(bytes: Buffer): string {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  try {
    return utf8.decode(bytes);
  } catch {
    return linesOf(bytes)
      .map((line) => {
        try {
          return utf8.decode(line);
        } catch {
          return 'not UTF-8';
        }
      })
      .join('\n');
  }
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; ;) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0) return [...lines, bytes.subarray(start)];
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
}
