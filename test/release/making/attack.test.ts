import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dayOf } from '../../../src/domain/calendar.ts';
import type { Day } from '../../../src/domain/calendar.ts';
import { timesOf } from '../../../src/domain/envelope.ts';
import type { PlanEvent } from '../../../src/domain/event.ts';
import { makeRelease } from '../../../src/release/make.ts';
import { openRelease } from '../../../src/release/open.ts';
import { ReleaseParameters } from '../../../src/release/parameters.ts';
import { byFamily, inventedFamilies, making, newFolder } from './a-making.ts';

/**
 * Somebody has the log of one school: five things of one family with their days. Written without a word of the code
 * that measures: it looks through what left as anybody could.
 */
interface Seen {
  readonly type: string;
  readonly day: number;
}

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

const schoolLog = (events: readonly PlanEvent[]): Seen[] => {
  const schools = new Set(
    events.flatMap((event) =>
      event.type === 'PartyInvolved' && event.data.kind === 'school' ? [event.data.party] : [],
    ),
  );
  return events
    .filter((event) => event.type === 'MonitorCheckedIn' && schools.has(event.data.party))
    .map((event) => ({ type: event.type, day: dayNumber(dayOf(timesOf(event).to)) }));
};

/** Could this be the family, if its dates were moved back by some number of weeks? Each fact needs an event of its own. */
function couldBe(seen: readonly Seen[], events: readonly PlanEvent[], weeks: number): boolean {
  const told = events.map((event) => {
    const { from, to } = timesOf(event);
    return { type: event.type, first: dayNumber(dayOf(from)), last: dayNumber(dayOf(to)) };
  });
  return Array.from({ length: weeks + 1 }, (_, week) => week).some((week) => {
    const used = new Set<number>();
    return seen.every(({ type, day }) => {
      const at = told.findIndex(
        (one, index) =>
          !used.has(index) && one.type === type && one.first <= day - week * 7 && day - week * 7 <= one.last,
      );
      used.add(at);
      return at >= 0;
    });
  });
}

it('given five days on which a school saw a child, when the attacker looks, then the source betrays the family and the release never fewer than k', async () => {
  const k = 3;
  const events = inventedFamilies(150, '2023-01-02', '2024-05-06');
  const out = join(newFolder(), 'release');
  const parameters = ReleaseParameters.parse({
    ...{ k, l: 1, shiftWeeks: 26, suppression: { families: 0.9 } },
    sequence: { events: 5, knownTo: 'day', draws: 20 },
  });
  await makeRelease(making(events, out, { parameters }));
  const released = [...openRelease(out, { check: 'all' }).families()];
  const source = byFamily(events);
  let found = 0;
  let tried = 0;
  for (const own of source.values()) {
    const log = schoolLog(own);
    if (log.length < 12) continue;
    const seen = [0, 2, 3, 7, 11].map((index) => log[index] as Seen);
    tried += 1;
    if ([...source.values()].filter((other) => couldBe(seen, other, 0)).length === 1) found += 1;
    const candidates = released.filter((family) =>
      couldBe(seen, family.events, parameters.shiftWeeks),
    ).length;
    expect(candidates === 0 || candidates >= k, `${candidates} families`).toBe(true);
  }
  expect(released.length).toBeGreaterThanOrEqual(4 * k);
  expect(tried).toBeGreaterThan(20);
  expect(found).toBeGreaterThan(tried / 2);
});
