import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonical } from '../../src/domain/json.ts';
import { waakvlam } from './command.ts';

/** An invented region and folders of its own for a test of moving. */
export interface MovingGround {
  readonly region: string;
  readonly events: number;
  path(name: string): string;
  clear(): void;
}

export async function movingGround(families: number): Promise<MovingGround> {
  const folder = mkdtempSync(join(tmpdir(), 'waakvlam-moving-'));
  const region = join(folder, 'region.jsonl');
  const when = ['--from', '2024-01-01', '--until', '2025-01-01'];
  const { code } = await waakvlam([
    'simulate',
    ...['--families', String(families), '--seed', '11', ...when, '--out', region],
  ]);
  if (code !== 0) throw new Error('the region could not be invented');
  return {
    region,
    events: linesOf(region).length,
    path: (name) => join(folder, name),
    clear() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const linesOf = (path: string): string[] => readFileSync(path, 'utf8').trim().split('\n');

export const writeEvents = (path: string, events: readonly object[]): void => {
  writeFileSync(path, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
};

interface Line {
  readonly family: string;
  readonly recordedAt: string;
}

/** What a file tells of each family, event by event, whatever the order of families. */
export function perFamily(path: string): Record<string, string[]> {
  const families: Record<string, string[]> = {};
  for (const line of linesOf(path)) {
    const event = JSON.parse(line) as Line;
    (families[event.family] ??= []).push(canonical(event));
  }
  return families;
}

/** The same for a store: all of it, names and texts readable. */
export async function openedEvents(
  ground: MovingGround,
  place: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<Record<string, string[]>> {
  const out = ground.path(`opened-${Math.random()}.jsonl`);
  const ran = await waakvlam(['export', out, '--open', ...place], '', settings);
  if (ran.code !== 0) throw new Error(ran.stderr);
  return perFamily(out);
}
