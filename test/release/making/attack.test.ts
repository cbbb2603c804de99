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
  readonly first: number;
  readonly last: number;
}

const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** The days on which a school of the family saw a child; of a release the days on which it may have been. */
const schoolLog = (events: readonly PlanEvent[]): Seen[] => {
  const schools = new Set(
    events.flatMap((event) =>
      event.type === 'PartyInvolved' && event.data.kind === 'school' ? [event.data.party] : [],
    ),
  );
  return events
    .filter((event) => event.type === 'MonitorCheckedIn' && schools.has(event.data.party))
    .map((event) => {
      const { from, to } = timesOf(event);
      return { first: dayNumber(dayOf(from)), last: dayNumber(dayOf(to)) };
    });
};

/** Could this be the family, if its dates were moved back by some number of weeks? Each fact needs an event of its own. */
function couldBe(seen: readonly Seen[], told: readonly Seen[], weeks: number): boolean {
  return Array.from({ length: weeks + 1 }, (_, week) => week).some((week) => {
    const used = new Set<number>();
    return seen.every(({ last }) => {
      const day = last - week * 7;
      const at = told.findIndex((one, index) => !used.has(index) && one.first <= day && day <= one.last);
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
  const released = [...openRelease(out, { check: 'all' }).families()].map(({ events: own }) =>
    schoolLog(own),
  );
  const logs = [...byFamily(events).values()].map(schoolLog);
  let found = 0;
  let tried = 0;
  for (const log of logs) {
    if (log.length < 28) continue;
    const seen = [0, 6, 13, 20, 27].map((index) => log[index] as Seen);
    tried += 1;
    if (logs.filter((other) => couldBe(seen, other, 0)).length === 1) found += 1;
    const candidates = released.filter((told) => couldBe(seen, told, parameters.shiftWeeks)).length;
    expect(candidates === 0 || candidates >= k, `${candidates} families`).toBe(true);
  }
  expect(released.length).toBeGreaterThanOrEqual(4 * k);
  expect(tried).toBeGreaterThan(20);
  expect(found).toBeGreaterThan(20);
});
