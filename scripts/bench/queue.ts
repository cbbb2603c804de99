import { filter, firstValueFrom } from 'rxjs';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { EventId, FamilyId } from '../../src/domain/ids.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { Stored } from '../../src/log/log.ts';
import { startHost } from '../../src/read/host.ts';
import type { Entrant, Setting } from './contestants.ts';
import { clock, life } from './invented.ts';
import { median, percentile } from './measure.ts';
import { memoryLog, storedAs } from './memory-log.ts';

/** Many families in the host; then one event arrives for one of them, and the queue is asked until it tells of it. */
export async function queueOfManyFamilies({ size, eventsEach = 6 }: Setting): Promise<Entrant> {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const log = memoryLog(region(size, eventsEach));
  const started = performance.now();
  const host = await startHost({ log, policy: defaultPolicy, now: clock });
  const startMs = performance.now() - started;
  globalThis.gc?.();
  const heapMB = (process.memoryUsage().heapUsed - before) / 1e6;
  let position = host.views.position();
  const events = position;
  const queued = host.views.queue().rows.length;

  async function arrival(): Promise<{ updateMs: number; askMs: number }> {
    const family = familyName((position * 7919) % size);
    const arriving = alarming(family, (position += 1), host.views.version(family) + 1);
    const start = performance.now();
    const changed = firstValueFrom(host.views.changes.pipe(filter((change) => change.position >= position)));
    log.arrive(arriving);
    await changed;
    const asked = performance.now();
    const queue = host.views.queue();
    const end = performance.now();
    const isThere = queue.rows.some((row) => row.family === family);
    if (queue.position !== position || !isThere) throw new Error(`the queue does not tell of ${family}`);
    return { updateMs: end - start, askMs: end - asked };
  }

  return {
    ready: { rate: 0, heapMB, startMs, events, families: size, queued },
    async run(arrivals) {
      const times = [];
      for (let count = 0; count < arrivals; count += 1) times.push(await arrival());
      const updateMs = median(times.map((time) => time.updateMs));
      const p99ms = percentile(
        times.map((time) => time.updateMs),
        0.99,
      );
      return { rate: 1000 / updateMs, updateMs, p99ms, askMs: median(times.map((time) => time.askMs)) };
    },
    close() {
      host.close();
      return Promise.resolve();
    },
  };
}

const templates = 200;

/** Short lives with a plan and what came last of that which may ask for help, so that the queue is as full as in the region. */
function* region(families: number, eventsEach: number): Generator<Stored> {
  const brief = Array.from({ length: templates }, (_, number) => briefLife(life(number), eventsEach));
  let position = 0;
  for (let number = 0; number < families; number += 1) {
    let version = 0;
    for (const event of brief[number % templates] ?? [])
      yield storedAs(event, familyName(number), { position: (position += 1), version: (version += 1) });
  }
}

const signs: readonly string[] = [
  'IncidentRecorded',
  'BellRung',
  'RelapseSignalObserved',
  'AgreementBroken',
  'FamilyReported',
];

function briefLife(events: readonly PlanEvent[], most: number): PlanEvent[] {
  const plan = events.findIndex(({ type }) => type === 'PlanActivated');
  const later = events.slice(plan + 1);
  const alarming = later.filter(({ type }) => signs.includes(type)).slice(-2);
  const others = later
    .filter((event) => !alarming.includes(event))
    .slice(0, Math.max(0, most - 2 - alarming.length));
  const kept = new Set([
    ...events.slice(0, 1),
    ...events.slice(Math.max(plan, 1), plan + 1),
    ...alarming,
    ...others,
  ]);
  return events.filter((event) => kept.has(event));
}

const familyName = (number: number) => `family-${number}` as FamilyId;

function alarming(family: FamilyId, position: number, version: number): Stored {
  const event: PlanEvent = {
    id: `${family}.arrived-${position}` as EventId,
    type: 'FamilyReported',
    version: 1,
    family,
    recordedAt: formatInstant(clock()),
    by: 'party:veilig-thuis' as Extract<PlanEvent['by'], `party:${string}`>,
    source: 'observed',
    data: { relation: 'repeat_one', acute: 'yes', structural: 'yes' },
  };
  return storedAs(event, family, { position, version });
}
