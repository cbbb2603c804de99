import { asyncScheduler } from 'rxjs';
import type { Subscription } from 'rxjs';
import type { FamilyRow } from '../../projections/family-row.ts';
import type { Moment } from '../../projections/moment.ts';
import type { FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { deadlines } from './deadlines.ts';
import { standing } from './standing.ts';

/** The rows of lists: kept while they hold, and worked out ahead if that is asked, a family at a time. */
export interface RowsAtHand {
  of(family: FamilyId, version: number, at: Instant): FamilyRow;
  /** Those that are at hand, and how many are not; these are worked out soon. */
  atHand(families: readonly FamilyId[], at: Instant): { rows: readonly FamilyRow[]; missing: number };
  plan(families: Iterable<FamilyId>): void;
  /** When the first of the kept rows ends; `never` if none does. */
  next(): Instant;
  due(at: Instant): readonly FamilyId[];
  close(): void;
}

interface Needs {
  readonly ahead: boolean;
  readonly version: (family: FamilyId) => number;
  /** From everything that was recorded of a family. */
  readonly answer: (family: FamilyId, now: Moment) => FamilyRow;
  /** Null while the clock lies before the last recording. */
  readonly rowNow: (family: FamilyId) => FamilyRow | null;
  /** A term was set: somebody must wake at its end. */
  readonly wake: () => void;
  /** A row is another one than before, although nothing was recorded. */
  readonly changed: (family: FamilyId) => void;
}

/** Rows that are kept: a few kilobytes each, so that all families of a region fit. */
const keptRows = 20_000;
/** How many rows one question may work out; beyond these it is told how many are missing. */
const mostAtOnce = 25;
/** Between the rows that are worked out ahead others get their turn. */
const pauseMs = 2;

export function rowsAtHand({ ahead, version, answer, rowNow, wake, changed }: Needs): RowsAtHand {
  const terms = deadlines<FamilyId>();
  const toDo = new Set<FamilyId>();
  let working: Subscription | undefined;
  let closed = false;
  const kept = standing<FamilyRow>({
    most: keptRows,
    answer,
    made(family, made, before) {
      if (!ahead) return;
      terms.set(family, made.holdsUntil);
      wake();
      if (before && JSON.stringify(before) !== JSON.stringify(made.answer)) changed(family);
    },
  });

  function work(): void {
    if (working || closed || toDo.size === 0) return;
    working = asyncScheduler.schedule(() => {
      working = undefined;
      const [family] = toDo;
      if (family === undefined) return;
      toDo.delete(family);
      rowNow(family);
      work();
    }, pauseMs);
  }

  function plan(families: Iterable<FamilyId>): void {
    for (const family of families) toDo.add(family);
    work();
  }

  return {
    of: kept.of,
    atHand(families, at) {
      const rows: FamilyRow[] = [];
      const missing: FamilyId[] = [];
      let made = 0;
      for (const family of families) {
        const found = kept.kept(family, version(family), at);
        if (!found && made === mostAtOnce) {
          missing.push(family);
          continue;
        }
        if (!found) made += 1;
        const row = found ?? rowNow(family);
        if (row) rows.push(row);
      }
      plan(missing);
      return { rows, missing: missing.length };
    },
    plan,
    next: () => terms.next(),
    due: (at) => terms.due(at),
    close() {
      closed = true;
      working?.unsubscribe();
    },
  };
}
