import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PlanEvent } from '../../../src/domain/event.ts';
import type { Day } from '../../../src/domain/calendar.ts';
import { defaultPolicy } from '../../../src/domain/parameters.ts';
import type { Source } from '../../../src/release/gather.ts';
import { keyFromSeed, keyUnder } from '../../../src/release/key.ts';
import type { Disclosed, Making } from '../../../src/release/make.ts';
import { ReleaseParameters } from '../../../src/release/parameters.ts';
import { region } from '../../../scripts/region/region.ts';

/** Words for tests that make releases of invented families. */

export const theKey = keyFromSeed('a seed of the tests that nobody need keep', new Uint8Array());

/** What it becomes under the default moves. */
export const keyOfNames = keyUnder(theKey, '26 false');

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'waakvlam-release-'));

/** Events that are taken in as a file with these lines would be. */
export function sourceOf(events: readonly PlanEvent[], breaksAfter = Infinity): Source {
  return {
    kind: 'file',
    position: events.length,
    fingerprint: createHash('sha256').update(JSON.stringify(events)).digest('hex'),
    async *events(after) {
      await Promise.resolve();
      for (const [index, event] of events.entries()) {
        if (index < after) continue;
        if (index >= breaksAfter) throw new Error('the power went');
        yield { place: index + 1, event };
      }
    },
  };
}

export const inventedFamilies = (
  families: number,
  from = '2023-01-02',
  until = '2024-01-08',
): PlanEvent[] => [...region({ families, seed: 11, from: from as Day, until: until as Day })];

/** Everything that a making asks for; what a test does not care about is harmless. */
export function making(events: readonly PlanEvent[], out: string, differs: Partial<Making> = {}): Making {
  return {
    source: sourceOf(events),
    out,
    key: theKey,
    parameters: ReleaseParameters.parse({
      k: 2,
      l: 1,
      sequence: { events: 0 },
      suppression: { families: 1 },
    }),
    policy: defaultPolicy,
    regions: null,
    software: '0.1.0',
    dryRun: false,
    progress: () => undefined,
    disclose: async (_release: string, families: Iterable<Disclosed>) => {
      await Promise.resolve();
      for (const { id } of families) if (id === '') throw new Error('no id');
    },
    furnish: () => Promise.resolve(),
    ...differs,
  };
}

export const eventsIn = (folder: string): PlanEvent[] =>
  readFileSync(join(folder, 'events.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as PlanEvent);

export function byFamily(events: readonly PlanEvent[]): Map<string, PlanEvent[]> {
  const families = new Map<string, PlanEvent[]>();
  for (const event of events) {
    const own = families.get(event.family) ?? [];
    own.push(event);
    families.set(event.family, own);
  }
  return families;
}
