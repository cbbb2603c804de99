import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { timesOf } from '../../src/domain/envelope.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { openRelease } from '../../src/release/open.ts';
import { replayOrder } from '../../src/release/replay-order.ts';
import type { Replayed } from '../../src/release/replay-order.ts';
import { writeRelease } from '../support/a-release.ts';
import { dasAndEgel, event } from './named-families.ts';

const scratch = mkdtempSync(join(tmpdir(), 'waakvlam-order-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function told(folder: string, replayed: Replayed): readonly string[] {
  const order = replayOrder(openRelease(folder, { check: 'events' }), replayed);
  const ids = Array.from({ length: order.count }, (_, place) => {
    const { id } = JSON.parse(order.line(place)) as { id: string };
    return `${id} ${new Date(order.at(place)).toISOString().slice(0, 10)}`;
  });
  order.close();
  return ids;
}

const small = join(scratch, 'small');
writeRelease(small, dasAndEgel, { until: '2025-04-01T00:00:00.000Z' });
const instant = (text: string) => parseInstant(text) as Instant;

it('recorded: over all families by recordedAt', () => {
  expect(told(small, { by: 'recorded' })).toEqual([
    'd1 2025-01-06',
    'e1 2025-01-07',
    'd2 2025-01-13',
    'e2 2025-02-03',
    'd3 2025-03-03',
  ]);
});

it('occurred: what was told late stands where it happened (P2)', () => {
  expect(told(small, { by: 'occurred' })).toEqual([
    'd1 2025-01-06',
    'e1 2025-01-07',
    'd3 2025-01-10',
    'd2 2025-01-13',
    'e2 2025-02-03',
  ]);
});

it('from an instant on and before another, by the time of the order', () => {
  const limits = { from: instant('2025-01-07T09:00:00Z'), until: instant('2025-02-03T09:00:00Z') };
  expect(told(small, { by: 'recorded', ...limits })).toEqual(['e1 2025-01-07', 'd2 2025-01-13']);
  expect(told(small, { by: 'occurred', ...limits })).toEqual([
    'e1 2025-01-07',
    'd3 2025-01-10',
    'd2 2025-01-13',
  ]);
});

it('the order is that of a plain sort by time, recordedAt, family and id, for any events', () => {
  const minute = fc.integer({ min: 0, max: 3_000_000 });
  let made = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('fa', 'fb', 'fc'), minute, minute)), (drawn) => {
      const events = drawn.map(([family, recorded, earlier], index) => {
        const recordedAt = 1_700_000_000_000 + recorded * 60_000;
        const occurred = recordedAt - (earlier % 5) * 60_000 * (earlier % 7 === 0 ? 100_000 : 1);
        return event({
          ...{ id: `x${String(index).padStart(3, '0')}`, type: 'PersonLeft', family },
          occurred: new Date(occurred).toISOString(),
          recordedAt: new Date(recordedAt).toISOString(),
          data: { person: 'person:01-aa' },
        });
      });
      const folder = join(scratch, `drawn-${String((made += 1))}`);
      writeRelease(folder, events, { until: '2040-01-01T00:00:00.000Z' });
      for (const by of ['recorded', 'occurred'] as const) {
        const keys = events.map((each) => {
          const { to, recordedAt } = timesOf(each);
          return [
            by === 'occurred' ? to : recordedAt,
            recordedAt,
            `${each.family} ${each.id}`,
            each.id,
          ] as const;
        });
        keys.sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
        expect(told(folder, { by }).map((text) => text.slice(0, 4))).toEqual(keys.map(([, , , id]) => id));
      }
    }),
    { numRuns: 40 },
  );
});
