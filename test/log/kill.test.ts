import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killRounds } from '../support/kill-writer.ts';
import { temporary } from './data-folder.ts';

const rounds = 200;

it('given a writer that is killed 200 times, then nothing acknowledged is missing and no command is half there', async () => {
  // A killed process leaves what it wrote with the operating system, so a disk would only add time.
  const base = mkdtempSync(join(temporary, 'waakvlam-kill-'));
  const outcome = await killRounds({ folder: join(base, 'data'), rounds, seed: 20_260_302, writers: 8 });
  rmSync(base, { recursive: true });
  const { rich, acknowledged, stored, missing, torn, verdict } = outcome;
  expect({ missing, torn }).toEqual({ missing: [], torn: [] });
  expect(verdict).toEqual({ kind: 'sound', events: stored, chain: expect.any(String) as string });
  // A test in which nobody had written anything before the kill would prove nothing.
  expect(rich).toBeGreaterThan(rounds / 2);
  expect(stored).toBeGreaterThanOrEqual(acknowledged);
  expect(acknowledged).toBeGreaterThan(rounds * 10);
}, 240_000);
