import type { Table } from '../table.ts';
import { agreements, coverage } from './coverage.ts';
import { eventParts } from './event-parts.ts';
import { events } from './events.ts';
import { families } from './families.ts';
import { persons } from './persons.ts';
import { relapses } from './relapses.ts';
import { familyStatuses, statuses } from './statuses.ts';

/** Every table of a release. Rows come by family, in the order of the released events. */
export const tables: readonly Table[] = [
  families,
  persons,
  events,
  eventParts,
  familyStatuses,
  statuses,
  agreements,
  coverage,
  relapses,
];
