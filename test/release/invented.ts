import { startOfDay } from '../../src/domain/calendar.ts';
import type { Day } from '../../src/domain/calendar.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import { defaultPolicy } from '../../src/domain/parameters.ts';
import type { ReleasedFamily } from '../../src/release/released.ts';
import type { Terms } from '../../src/release/table.ts';
import { family } from '../../scripts/region/region.ts';

/** Invented families as they could stand in a release. */
const region = { seed: 7, from: '2025-01-01' as Day, until: '2025-06-01' as Day };

export const ends: Terms = { parameters: defaultPolicy.parameters, until: startOfDay(region.until) };

export const invented: readonly ReleasedFamily[] = Array.from({ length: 12 }, (_, index) => {
  const events: readonly PlanEvent[] = [...family(index + 1, region)];
  return { family: (events[0]?.family ?? '') as FamilyId, events };
}).filter(({ events }) => events.length > 0);
