import { inQueueOrder } from '../../projections/relapse-queue.ts';
import type { QueueRow } from '../../projections/relapse-queue.ts';

/** The relapse queue over all families, kept in order: one change moves one row (R8). */
export interface Queue {
  replace(family: string, row: QueueRow | null): void;
  rows(): readonly QueueRow[];
}

export function relapseQueue(): Queue {
  const byFamily = new Map<string, QueueRow>();
  const ordered: QueueRow[] = [];

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
      if (old) ordered.splice(placeOf(old), 1);
      byFamily.delete(family);
      if (!row) return;
      ordered.splice(placeOf(row), 0, row);
      byFamily.set(family, row);
    },
    rows: () => ordered,
  };
}
