import type { Known } from '../../projections/known.ts';
import { Moment } from '../../projections/moment.ts';
import { queueRow } from '../../projections/relapse-queue.ts';
import type { QueueRow } from '../../projections/relapse-queue.ts';
import { toldBreaches } from '../../projections/told-breaches.ts';
import type { ToldBreach } from '../../projections/told-breaches.ts';
import type { FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Stored } from '../log/log.ts';
import { deadlines } from './deadlines.ts';
import type { Keepsake } from './keepsake.ts';
import { relapseQueue } from './queue.ts';
import type { Queue } from './queue.ts';

/** What is known at all times of every family: its place in the queue, its broken terms, and until when these hold. */
export interface Judging {
  judge(family: FamilyId, at: Instant): void;
  /** The same, from what was kept before a restart where that still holds. */
  recall(family: FamilyId, at: Instant): void;
  readonly rows: Queue['rows'];
  /** Of one family, or of all. */
  breaches(family: FamilyId | undefined): readonly ToldBreach[];
  /** When the first of these answers ends; `never` if none does. */
  next(): Instant;
  due(at: Instant): readonly FamilyId[];
}

interface Needs {
  readonly stored: (family: FamilyId) => readonly Stored[];
  readonly knownOf: (family: FamilyId, at: Instant) => Known;
  readonly kept: Keepsake;
}

interface Judgement {
  readonly at: Instant;
  readonly until: Instant;
  readonly row: QueueRow | null;
  readonly breaches: readonly ToldBreach[];
}

export function judging({ stored, knownOf, kept }: Needs): Judging {
  const queue = relapseQueue();
  /** Of the families that have any. */
  const broken = new Map<FamilyId, readonly ToldBreach[]>();
  const terms = deadlines<FamilyId>();

  function set(family: FamilyId, { until, row, breaches }: Judgement): void {
    queue.replace(family, row);
    if (breaches.length > 0) broken.set(family, breaches);
    else broken.delete(family);
    terms.set(family, until);
  }

  function judge(family: FamilyId, at: Instant): void {
    const records = stored(family);
    const moment = new Moment(at);
    const known = knownOf(family, at);
    const row = queueRow(known, moment);
    const breaches = toldBreaches(known, moment);
    for (const { record } of records) moment.reached(record.recordedAt);
    const judgement = { at, until: moment.holdsUntil, row, breaches };
    set(family, judgement);
    kept.keep(family, records, textOf(judgement));
  }

  return {
    judge,
    recall(family, at) {
      const text = kept.recall(family, stored(family));
      const judgement = text === undefined ? undefined : judgementIn(text);
      // A clock that was put back makes what was judged later than now worth nothing.
      if (judgement && judgement.at <= at && at < judgement.until) set(family, judgement);
      else judge(family, at);
    },
    rows: queue.rows,
    breaches: (family) => (family === undefined ? [...broken.values()].flat() : (broken.get(family) ?? [])),
    next: terms.next,
    due: terms.due,
  };
}

/** JSON knows no endless instants, and would make `null` of them. */
const forever = '+forever';
const always = '-forever';

const textOf = (judgement: Judgement): string =>
  JSON.stringify(judgement, (_name, value: unknown) =>
    value === Infinity ? forever : value === -Infinity ? always : value,
  );

const judgementIn = (text: string): Judgement =>
  JSON.parse(text, (_name, value: unknown) =>
    value === forever ? Infinity : value === always ? -Infinity : value,
  ) as Judgement;
