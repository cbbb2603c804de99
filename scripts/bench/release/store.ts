import { family } from '../../region/region.ts';
import { openLog } from '../../../src/log/sqlite.ts';
import type { Day } from '../../../src/domain/calendar.ts';
import { clock } from '../invented.ts';

/** Families that came in the last months, with about a hundred events each: a release of many, soon made. */
const lives = { seed: 1, from: '2026-06-21' as Day, until: '2026-11-01' as Day };
/** The first families are stories, written out to show a rule each. */
const firstOrdinary = 31;
const inFlight = 2000;

/** Puts so many families into an empty data folder; how many events they have. */
export async function fillStore(folder: string, families: number): Promise<number> {
  const log = openLog({ folder, now: clock });
  let events = 0;
  let appending: Promise<unknown>[] = [];
  for (let number = firstOrdinary; number < firstOrdinary + families; number += 1)
    for (const event of family(number, lives)) {
      appending.push(log.append(event.family, 'any', [event]));
      events += 1;
      if (appending.length < inFlight) continue;
      await Promise.all(appending);
      appending = [];
    }
  await Promise.all(appending);
  await log.close();
  return events;
}
