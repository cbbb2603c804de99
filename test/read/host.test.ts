import { firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { familyStatusAt } from '../../projections/family-status.ts';
import { knownAt } from '../../projections/known.ts';
import type { PlanEvent, Recorded } from '../../src/domain/event.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { EventLog, Submission } from '../../src/log/log.ts';
import { openMemoryLog } from '../../src/log/sqlite.ts';
import { startHost } from '../../src/read/host.ts';
import type { Host } from '../../src/read/host.ts';
import { berk, checkIn, fact, instant, plan } from '../support/berk.ts';
import { historyFrom } from '../support/histories.ts';

let now: Instant;
let log: EventLog;
let host: Host;

const clock = () => now;
const append = (events: readonly unknown[]) => log.append(berk, 'any', events as Submission[]);
const bell = () =>
  fact('BellRung', {
    bell: 'b1',
    to: 'party:team',
    urgency: 'urgent',
    selfReport: true,
    person: 'person:child',
  });

beforeEach(async () => {
  now = instant('2025-02-10T12:00:00+01:00');
  log = openMemoryLog({ now: clock });
  await append(plan());
  host = await startHost({ log, policy: defaultPolicy, now: clock });
});
afterEach(async () => {
  host.close();
  await log.close();
  vi.useRealTimers();
});

it('answers what was replayed', () => {
  const { views } = host;
  expect([views.families(), views.version(berk), views.position(), views.queue().rows]).toEqual([
    [berk],
    7,
    7,
    [],
  ]);
  expect(views.status(berk, { at: now, knownAt: now })?.safety.status).toBe('unknown');
  expect(views.status('fam-nobody' as FamilyId, { at: now, knownAt: now })).toBeNull();
});

it('follows the log: a bell puts the family into the queue, and whoever listens is told', async () => {
  const told = firstValueFrom(host.views.changes);
  const rung = bell();
  await append([rung]);
  expect(await told).toEqual({ position: 8, at: now, families: [berk], cause: 'recorded' });
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
  const written = append([checkIn()]);
  expect(await host.views.reached(8, 2000)).toBe(true);
  await written;
  expect(host.views.version(berk)).toBe(8);
  expect(await host.views.reached(9, 20)).toBe(false);
});

it('wakes when time alone changes an answer', async () => {
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
  await host.views.reached(8, 2000);
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
    const own = openMemoryLog({ now: () => end });
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
