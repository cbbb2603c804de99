import fc from 'fast-check';
import { NEVER, Subject } from 'rxjs';
import { expect, it } from 'vitest';
import { knownAt } from '../../projections/known.ts';
import { familyStatusAt } from '../../projections/family-status.ts';
import type { FamilyStatus } from '../../projections/family-status.ts';
import { queueAt } from '../../projections/region-status.ts';
import type { PrintedQueueRow } from '../../projections/region-status.ts';
import type { Recorded } from '../../src/domain/event.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { Stored } from '../../src/log/log.ts';
import { startHost } from '../../src/read/host.ts';
import { histories } from '../support/histories.ts';
import { recordsOf, runs } from './asking.ts';

/** P1: who hears of events one by one answers like who reads them all at once. */

interface Reader {
  /** One more event, at the instant at which it was written down. */
  hear(record: Recorded): Promise<void>;
  status(at: Instant): FamilyStatus | null;
  queue(): readonly PrintedQueueRow[];
  close(): void;
}

const family = 'fam-a' as FamilyId;
const { parameters } = defaultPolicy;

/** The live host, fed by a log in memory and a clock that stands at the last recording. */
async function liveHost(first: readonly Recorded[]): Promise<Reader> {
  const news = new Subject<Stored>();
  let clock = Math.max(...first.map(({ recordedAt }) => recordedAt)) as Instant;
  let position = 0;
  const stored = (record: Recorded): Stored => {
    position += 1;
    return { position, version: position, record };
  };
  const start = first.map(stored);
  const log = { readAll: () => start, follow: () => news, freshness: NEVER };
  const { views, close } = await startHost({ log, policy: defaultPolicy, now: () => clock });
  return {
    async hear(record) {
      clock = record.recordedAt;
      news.next(stored(record));
      expect(await views.reached(position, 5000)).toBe(true);
    },
    status: (at) => views.status(family, { at, knownAt: clock }),
    queue: () => views.queue().rows,
    close,
  };
}

it(
  'P1: the live host says after each event what a reading of all events says',
  { timeout: 60_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(
        histories({ viewpoints: 1, policy: false }),
        fc.integer({ min: 1, max: 5 }),
        async (history, unheard) => {
          const records = [...recordsOf(history.events)].sort(
            (a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1),
          );
          const [first, later] = [records.slice(0, -unheard), records.slice(-unheard)];
          if (first.length === 0) return;
          const reader = await liveHost(first);
          for (const [index, record] of later.entries()) {
            await reader.hear(record);
            const known = knownAt(records.slice(0, first.length + index + 1), record.recordedAt, parameters);
            expect(reader.status(record.recordedAt)).toEqual(
              familyStatusAt(known, family, record.recordedAt),
            );
            expect(reader.queue()).toEqual(queueAt(new Map([[family, known]]), record.recordedAt));
          }
          reader.close();
        },
      ),
      runs(180),
    );
  },
);
