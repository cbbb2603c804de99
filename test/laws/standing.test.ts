import fc from 'fast-check';
import { NEVER, Subject } from 'rxjs';
import { expect, it } from 'vitest';
import { familyRowIn } from '../../projections/family-row.ts';
import { familyStatusAt } from '../../projections/family-status.ts';
import { knownAt } from '../../projections/known.ts';
import { Moment } from '../../projections/moment.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { Stored } from '../../src/log/log.ts';
import { startHost } from '../../src/read/host.ts';
import { histories } from '../support/histories.ts';
import { instantsOf, recordsOf, runs } from './asking.ts';

/** What is kept is what would be worked out anew: at any instant, after any event, and while time alone passes. */

const family = 'fam-a' as FamilyId;
const day = 86_400_000;

it('a kept answer is a fresh answer', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      histories({ viewpoints: 1, policy: false }),
      fc.array(fc.integer({ min: 0, max: 40 * day }), { minLength: 3, maxLength: 6 }),
      async (history, steps) => {
        const records = [...recordsOf(history.events)].sort(
          (a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1),
        );
        if (records.length < 4) return;
        const news = new Subject<Stored>();
        const stored = records.map((record, index) => ({ position: index + 1, version: index + 1, record }));
        const half = Math.floor(records.length / 2);
        let clock = records[half - 1]?.recordedAt as Instant;
        const { views, close } = await startHost({
          log: { readAll: () => stored.slice(0, half), follow: () => news, freshness: NEVER },
          policy: defaultPolicy,
          now: () => clock,
        });
        const marks = instantsOf(history.events);
        const expectFresh = (heard: number, at: Instant) => {
          const known = knownAt(
            records.slice(0, heard),
            records[heard - 1]?.recordedAt as Instant,
            defaultPolicy.parameters,
          );
          const viewpoint = { at, knownAt: clock };
          expect(views.status(family, viewpoint)).toEqual(familyStatusAt(known, family, at));
          expect(views.row(family, viewpoint)).toEqual(familyRowIn(known, family, new Moment(at)));
        };
        for (let heard = half; heard <= records.length; heard += 1) {
          const record = records[heard - 1];
          if (heard > half && record) {
            clock = record.recordedAt;
            news.next(stored[heard - 1] as Stored);
            expect(await views.reached(heard, 5000)).toBe(true);
          }
          const next = records[heard]?.recordedAt ?? Infinity;
          const later = [
            ...steps.map((step) => clock + step),
            ...marks.filter((mark) => mark > clock).slice(0, 4),
          ];
          expectFresh(heard, clock);
          expectFresh(heard, clock);
          for (const at of later.sort((a, b) => a - b).filter((each) => each < next)) {
            clock = at as Instant;
            expectFresh(heard, clock);
            expect(views.rows([family]).rows).toEqual([views.row(family, { at: clock, knownAt: clock })]);
          }
          expectFresh(heard, (clock - (steps[0] ?? 0)) as Instant);
        }
        close();
      },
    ),
    runs(60),
  );
});
