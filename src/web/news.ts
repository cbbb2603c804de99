import { createHash } from 'node:crypto';
import type { FamilyId } from '../domain/ids.ts';
import type { FamilyRow, Views } from '../read/views.ts';

/**
 * A short sign of what the queue page shows of each family. A page that is open compares signs: so it can say how
 * much is new for its reader, and nothing is told that the reader does not see already.
 */
export type Signs = Readonly<Record<string, string | null>>;

const kept = new WeakMap<FamilyRow, string | null>();

/** Null if the family needs no help: before the point each open signal by itself, behind it everything that is shown. */
export function signOf(row: FamilyRow): string | null {
  const found = kept.get(row);
  if (found !== undefined) return found;
  const open = row.needs.filter(({ state }) => state === 'open').map(({ candidate }) => short(candidate));
  const sign = row.needs.length === 0 ? null : `${open.join(' ')}.${short(row.needs)}`;
  kept.set(row, sign);
  return sign;
}

/** Of every family that needs help. */
export const signsOf = (rows: readonly FamilyRow[]): Signs =>
  Object.fromEntries(
    rows.flatMap((row) => {
      const sign = signOf(row);
      return sign === null ? [] : [[row.family, sign]];
    }),
  );

/** Of families that may have changed, also of those that need no help any more. */
export function signsNow(views: Views, families: readonly FamilyId[]): Signs {
  return Object.fromEntries(views.rows(families).rows.map((row) => [row.family, signOf(row)]));
}

const short = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 8);
