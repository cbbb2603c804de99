import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { EMPTY, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Recorded } from '../../src/domain/event.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import { fingerprintOf } from '../../src/fingerprint.ts';
import type { Stored } from '../../src/log/log.ts';
import { openStartCache } from '../../src/log/start-cache.ts';
import { startHost } from '../../src/read/host.ts';
import { temporaryFolder } from '../log/data-folder.ts';
import { historyFrom, histories } from '../support/histories.ts';
import { instantsOf, recordsOf, runs } from './asking.ts';

/** A node that starts with what it kept answers like one that has nothing but the log. */

const family = 'fam-a' as FamilyId;

const inOrder = (events: readonly object[]): readonly Recorded[] =>
  [...recordsOf(events)].sort((a, b) => a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));

const storedFrom = (records: readonly Recorded[]): readonly Stored[] =>
  records.map((record, index) => ({ position: index + 1, version: index + 1, record }));

interface Start {
  readonly folder?: string;
  readonly fingerprint?: string;
}

/** Starts, asks everything that a start prepares, and stops in order. */
async function start(stored: readonly Stored[], at: Instant, options: Start = {}) {
  const { folder, fingerprint = 'rules' } = options;
  let judged = 0;
  const lines: string[] = [];
  const cache =
    folder === undefined
      ? undefined
      : openStartCache({ folder, fingerprint, trouble: (line) => lines.push(line) });
  let clock = at;
  const host = await startHost({
    log: { readAll: () => stored, follow: () => EMPTY, freshness: of({ kind: 'live' }) },
    policy: defaultPolicy,
    now: () => clock,
    ...(cache && {
      kept: {
        ...cache,
        keep(...kept: Parameters<typeof cache.keep>) {
          judged += 1;
          cache.keep(...kept);
        },
      },
    }),
  });
  const judgedAtStart = judged;
  const ask = (instant: Instant) => {
    clock = instant;
    const { views } = host;
    const viewpoint = { at: instant, knownAt: instant };
    return JSON.stringify([
      views.queue(),
      views.breaches(),
      views.row(family, viewpoint),
      views.status(family, viewpoint),
    ]);
  };
  return {
    lines,
    judged: judgedAtStart,
    ask,
    close() {
      host.close();
      cache?.close();
    },
  };
}

it(
  'given any snapshot, taken anywhere and earlier or later, then a restart answers like a replay of everything, then and when time goes on',
  { timeout: 120_000 },
  async () => {
    let recalled = 0;
    await fc.assert(
      fc.asyncProperty(
        histories({ viewpoints: 1, policy: false }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        async (history, cut, before, after) => {
          const stored = storedFrom(inOrder(history.events));
          if (stored.length === 0) return;
          using folder = temporaryFolder();
          const instants = instantsOf(history.events);
          const pick = (number: number) => instants[number % instants.length] as Instant;
          // Half of them without a tail, and with little time between: else next to nothing would still hold.
          const known = cut % 2 === 0 ? stored : stored.slice(0, 1 + (cut % stored.length));
          const first = await start(known, pick(before), {
            folder: folder.path,
          });
          first.close();
          const at = pick(cut % 2 === 0 ? before + (after % 2) : after);
          const [again, fresh] = [await start(stored, at, { folder: folder.path }), await start(stored, at)];
          recalled += 1 - again.judged;
          // The first term that ends after the start is where a kept answer would be too old.
          for (const instant of instants.filter((each) => each >= at))
            expect(again.ask(instant)).toBe(fresh.ask(instant));
          again.close();
          fresh.close();
        },
      ),
      runs(40),
    );
    expect(recalled).toBeGreaterThan(0);
  },
);

const events = storedFrom(inOrder(historyFrom(3).events));
const last = Math.max(...events.map(({ record }) => record.recordedAt)) as Instant;
const later = (last + 1) as Instant;

async function keptIn(folder: string): Promise<void> {
  (await start(events, last, { folder })).close();
}

/** How many families a start judged anew, and what it said. */
async function restarted(folder: string, options: Start = {}, stored = events, at = last) {
  const again = await start(stored, at, { folder, ...options });
  const fresh = await start(stored, at);
  expect(again.ask(later)).toBe(fresh.ask(later));
  again.close();
  fresh.close();
  return { judged: again.judged, lines: again.lines };
}

describe('what was kept', () => {
  it('given nothing has changed, then no family is judged', async () => {
    using folder = temporaryFolder();
    await keptIn(folder.path);
    expect(await restarted(folder.path)).toEqual({ judged: 0, lines: [] });
  });

  it('given a clock that stands before the judgement, then it is judged anew', async () => {
    using folder = temporaryFolder();
    await keptIn(folder.path);
    const earlier = (last - 1) as Instant;
    expect(await restarted(folder.path, {}, events, earlier)).toEqual({ judged: 1, lines: [] });
  });

  it('given a log that was put back to an earlier point, then it is judged anew', async () => {
    using folder = temporaryFolder();
    await keptIn(folder.path);
    expect(await restarted(folder.path, {}, events.slice(0, -1))).toEqual({ judged: 1, lines: [] });
  });

  it('given another log with the same ids at the same places, then it is judged anew', async () => {
    using folder = temporaryFolder();
    await keptIn(folder.path);
    const other = events.map((stored, index) => {
      if (index !== 0) return stored;
      const { record } = stored;
      const event = { ...record.event, by: 'party:other' } as typeof record.event;
      return { ...stored, record: { ...record, event } as Recorded };
    });
    expect(await restarted(folder.path, {}, other)).toEqual({ judged: 1, lines: [] });
  });

  it('given other rules, then it is made anew with one line', async () => {
    using folder = temporaryFolder();
    await keptIn(folder.path);
    expect(await restarted(folder.path, { fingerprint: 'other' })).toEqual({
      judged: 1,
      lines: ['The start cache is made anew: the rules, the policy or the software have changed.'],
    });
  });

  it('given it was deleted, then it is made anew without a word', async () => {
    using folder = temporaryFolder();
    await keptIn(folder.path);
    rmSync(join(folder.path, 'start.db'));
    expect(await restarted(folder.path)).toEqual({ judged: 1, lines: [] });
    expect(await restarted(folder.path)).toEqual({ judged: 0, lines: [] });
  });

  it(
    'given a byte that was changed anywhere, then the answers are the same',
    { timeout: 60_000 },
    async () => {
      using folder = temporaryFolder();
      await keptIn(folder.path);
      const file = join(folder.path, 'start.db');
      const whole = readFileSync(file);
      for (let place = 0; place < whole.length; place += 97) {
        const damaged = Buffer.from(whole);
        damaged[place] = (damaged[place] ?? 0) ^ 0x41;
        writeFileSync(file, damaged);
        const { lines } = await restarted(folder.path);
        expect(lines.length).toBeLessThanOrEqual(1);
      }
    },
  );

  it('given it was cut off or is something else, then it is made anew with one line', async () => {
    for (const damage of [
      (file: string) => {
        truncateSync(file, 5000);
      },
      (file: string) => {
        writeFileSync(file, 'no database, but a text that is long enough to be looked at'.repeat(20));
      },
    ]) {
      using folder = temporaryFolder();
      await keptIn(folder.path);
      damage(join(folder.path, 'start.db'));
      const { judged, lines } = await restarted(folder.path);
      expect([judged, lines.length]).toEqual([1, 1]);
      expect(await restarted(folder.path)).toEqual({ judged: 0, lines: [] });
    }
  });
});

it('the fingerprint tells policies apart, and nothing else between two starts', () => {
  const { parameters } = defaultPolicy;
  const other = {
    ...defaultPolicy,
    parameters: { ...parameters, acuteHelpHours: 1 + parameters.acuteHelpHours },
  };
  expect(fingerprintOf(defaultPolicy)).toBe(fingerprintOf(defaultPolicy));
  expect(fingerprintOf(other)).not.toBe(fingerprintOf(defaultPolicy));
});
