import { firstValueFrom } from 'rxjs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { familyStatusAt } from '../../projections/family-status.ts';
import { knownAt } from '../../projections/known.ts';
import type { PlanEvent, Recorded } from '../../src/domain/event.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { EventLog, Submission } from '../../src/log/log.ts';
import { startHost } from '../../src/read/host.ts';
import type { Host } from '../../src/read/host.ts';
import { berk, checkIn, fact, instant, plan } from '../support/berk.ts';
import { engines } from '../support/engines.ts';
import type { StartedEngine } from '../support/engines.ts';
import { historyFrom } from '../support/histories.ts';

let now: Instant;
let log: EventLog;
let host: Host;

const clock = () => now;
/** Recorded at the instant of the test, whatever the clock of the engine says. */
const append = (events: readonly object[]) =>
  log.append(
    berk,
    'any',
    events.map((event) => ({ ...event, recordedAt: formatInstant(now) })) as Submission[],
  );
const bell = () =>
  fact('BellRung', {
    bell: 'b1',
    to: 'party:team',
    urgency: 'urgent',
    selfReport: true,
    person: 'person:child',
  });

const fail = (why: string): never => {
  throw new Error(why);
};

describe.each(engines)('on the engine $name', ({ isEmbedded, start }) => {
  let engine: StartedEngine;
  beforeAll(async () => {
    engine = await start(clock);
  });
  afterAll(() => engine.stop());
  beforeEach(async () => {
    now = instant('2025-02-10T12:00:00+01:00');
    log = engine.emptyLog();
    await append(plan());
    host = await startHost({ log, policy: defaultPolicy, now: clock });
  });
  afterEach(async () => {
    vi.useRealTimers();
    host.close();
    await log.close();
  });

  it('answers what was replayed', async () => {
    const { views } = host;
    expect([views.families(), views.version(berk), views.position(), views.queue().rows]).toEqual([
      [berk],
      7,
      await log.head(),
      [],
    ]);
    expect(views.status(berk, { at: now, knownAt: now })?.safety.status).toBe('unknown');
    expect(views.status('fam-nobody' as FamilyId, { at: now, knownAt: now })).toBeNull();
  });

  it('follows the log: a bell puts the family into the queue, and whoever listens is told', async () => {
    const told = firstValueFrom(host.views.changes);
    const rung = bell();
    await append([rung]);
    expect(await told).toEqual({ position: await log.head(), at: now, families: [berk], cause: 'recorded' });
    expect(host.views.queue().rows).toEqual([
      {
        family: berk,
        candidate: rung.id,
        urgency: 'urgent',
        helpDue: '2025-02-13T11:00:00.000Z',
        overdue: false,
      },
    ]);
  });

  it('lets a writer read its own writes, and says when that takes too long', async () => {
    const written = await append([checkIn()]);
    const { position } = written.kind === 'appended' ? written.receipt : fail(written.kind);
    expect(await host.views.reached(position, 2000)).toBe(true);
    expect(host.views.version(berk)).toBe(8);
    expect(await host.views.reachedVersion(berk, 8, 0)).toBe(true);
    expect(await host.views.reached(position + 1, 20)).toBe(false);
    expect(await host.views.reachedVersion(berk, 9, 20)).toBe(false);
  });

  if (isEmbedded)
    it('wakes when time alone changes an answer (the clock is set, and a connection would stand still with it)', async () => {
      host.close();
      const rung = bell();
      await append([rung]);
      vi.useFakeTimers({
        now: 0,
        toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
      });
      host = await startHost({ log, policy: defaultPolicy, now: () => (now + Date.now()) as Instant });
      const change = firstValueFrom(host.views.changes);
      // The help term of an urgent candidate ends after 72 hours: that is a breach (W6), and the row becomes overdue.
      await vi.advanceTimersByTimeAsync(73 * 3_600_000);
      expect(await change).toMatchObject({ families: [berk], cause: 'time' });
      expect(host.views.queue().rows[0]?.overdue).toBe(true);
    });

  it('shows nothing before the instant of knowledge, and keeps the past as it was known', async () => {
    const before = host.views.status(berk, { at: now, knownAt: now });
    const then = now;
    now = instant('2025-02-20T12:00:00+01:00');
    const incident = { kinds: ['threat'], by: ['person:father'], against: ['person:child'], witnessedBy: [] };
    await append([fact('IncidentRecorded', incident, { occurred: '2025-02-08' })]);
    await host.views.reached(await log.head(), 2000);
    expect(host.views.status(berk, { at: then, knownAt: then })).toEqual(before);
    expect(host.views.status(berk, { at: then, knownAt: now })?.safety.status).toBe('unsafe');
    expect(host.views.timeline(berk, (then - 1) as Instant)).toBeNull();
  });

  it('live fold = replay from the log = refold of one family, for random histories', async () => {
    for (let seed = 1; seed <= 25; seed++) {
      const history = historyFrom(seed, { policy: false });
      const ordered = (history.events as unknown as readonly PlanEvent[])
        .map((event) => ({ event, at: instant(event.recordedAt) }))
        .sort((a, b) => a.at - b.at)
        .map(({ event }) => event);
      const end = (instant(ordered.at(-1)?.recordedAt ?? '') + 86_400_000) as Instant;
      const own = engine.emptyLog();
      const live = await startHost({ log: own, policy: defaultPolicy, now: () => end });
      for (const event of ordered) await own.append(event.family, 'any', [event]);
      await live.views.reached(await own.head(), 5000);
      const replayed = await startHost({ log: own, policy: defaultPolicy, now: () => end });
      for (const family of replayed.views.families()) {
        const records: Recorded[] = [];
        for await (const { record } of own.readFamily(family)) records.push(record);
        const refolded = familyStatusAt(knownAt(records, end, defaultPolicy.parameters), family, end);
        const viewpoint = { at: end, knownAt: end };
        expect(live.views.status(family, viewpoint), `seed ${seed}`).toEqual(refolded);
        expect(replayed.views.status(family, viewpoint), `seed ${seed}`).toEqual(refolded);
        // A duplicate delivery changes nothing.
        const twice = knownAt([...records, ...records], end, defaultPolicy.parameters);
        expect(familyStatusAt(twice, family, end)).toEqual(refolded);
      }
      expect(live.views.queue()).toEqual(replayed.views.queue());
      live.close();
      replayed.close();
      await own.close();
    }
  });
});
