import { printedRow } from '../../projections/region-status.ts';
import type { PrintedQueueRow } from '../../projections/region-status.ts';
import { inQueueOrder } from '../../projections/relapse-queue.ts';
import type { QueueRow } from '../../projections/relapse-queue.ts';
import { beginning } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';

/** The relapse queue over all families, kept in order and in print: one change moves and prints one row (R8). */
export interface Queue {
  replace(family: string, row: QueueRow | null): void;
  rows(asOf: Instant): readonly PrintedQueueRow[];
}

interface Place {
  readonly row: QueueRow;
  printed: PrintedQueueRow;
}

export function relapseQueue(): Queue {
  const byFamily = new Map<string, QueueRow>();
  const ordered: Place[] = [];

  function indexOf(row: QueueRow): number {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (inQueueOrder((ordered[middle] as Place).row, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    replace(family, row) {
      const old = byFamily.get(family);
      if (old) ordered.splice(indexOf(old), 1);
      byFamily.delete(family);
      if (!row) return;
      ordered.splice(indexOf(row), 0, { row, printed: printedRow(row, beginning) });
      byFamily.set(family, row);
    },
    rows(asOf) {
      return ordered.map((place) => {
        const isOverdue = asOf >= place.row.helpDue;
        if (isOverdue !== place.printed.overdue) place.printed = printedRow(place.row, asOf);
        return place.printed;
      });
    },
  };
}
