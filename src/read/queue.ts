import { printedRow } from '../../projections/region-status.ts';
import type { PrintedQueueRow } from '../../projections/region-status.ts';
import { inQueueOrder } from '../../projections/relapse-queue.ts';
import type { QueueRow } from '../../projections/relapse-queue.ts';
import { beginning } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import { deadlines } from './deadlines.ts';

/** The relapse queue over all families, kept in order and in print: one change moves and prints one row (R8). */
export interface Queue {
  replace(family: string, row: QueueRow | null): void;
  /** `asOf` never goes back. */
  rows(asOf: Instant): readonly PrintedQueueRow[];
}

export function relapseQueue(): Queue {
  const byFamily = new Map<string, QueueRow>();
  const ordered: QueueRow[] = [];
  /** In the same order; to look at every row anew for each answer would take longer than the answer may. */
  const printed: PrintedQueueRow[] = [];
  const overdue = deadlines<string>();

  function placeOf(row: QueueRow): number {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (inQueueOrder(ordered[middle] as QueueRow, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    replace(family, row) {
      const old = byFamily.get(family);
      if (old) {
        const place = placeOf(old);
        ordered.splice(place, 1);
        printed.splice(place, 1);
      }
      byFamily.delete(family);
      if (!row) return;
      const place = placeOf(row);
      ordered.splice(place, 0, row);
      printed.splice(place, 0, printedRow(row, beginning));
      byFamily.set(family, row);
      overdue.set(family, row.helpDue);
    },
    rows(asOf) {
      for (const family of overdue.due(asOf)) {
        const row = byFamily.get(family);
        if (row) printed[placeOf(row)] = printedRow(row, asOf);
      }
      return printed.slice();
    },
  };
}
