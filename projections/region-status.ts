import { formatInstant } from '../src/domain/instant.ts';
import type { FamilyId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/instant.ts';
import { Moment } from './moment.ts';
import type { Known } from './known.ts';
import { familyStatusAt } from './family-status.ts';
import type { FamilyStatus } from './family-status.ts';
import { inQueueOrder, queueRow } from './relapse-queue.ts';
import type { QueueRow } from './relapse-queue.ts';

/** The families of a file or a region together: each one's status, and the queue over all (R8). */

export interface PrintedQueueRow {
  readonly family: FamilyId;
  readonly candidate: string;
  readonly urgency: 'acute' | 'urgent';
  readonly helpDue: string;
  readonly overdue: boolean;
}

export function familiesAt(families: ReadonlyMap<string, Known>, at: Instant): readonly FamilyStatus[] {
  return [...families].map(([family, known]) => familyStatusAt(known, family, at));
}

export function queueAt(families: ReadonlyMap<string, Known>, at: Instant): readonly PrintedQueueRow[] {
  return [...families.values()]
    .flatMap((known) => queueRow(known, new Moment(at)) ?? [])
    .sort(inQueueOrder)
    .map((row) => printedRow(row, at));
}

export function printedRow({ family, candidate, urgency, helpDue }: QueueRow, at: Instant): PrintedQueueRow {
  return { family, candidate, urgency, helpDue: formatInstant(helpDue), overdue: at >= helpDue };
}
