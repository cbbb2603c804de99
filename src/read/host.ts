import { Subject, asapScheduler, filter, firstValueFrom, map, race, startWith, timer } from 'rxjs';
import type { Subscription } from 'rxjs';
import { chronology } from '../../projections/chronology.ts';
import type { Entry } from '../../projections/chronology.ts';
import { familyDetailAt } from '../../projections/family-detail.ts';
import { familyRowIn } from '../../projections/family-row.ts';
import type { FamilyRow } from '../../projections/family-row.ts';
import { familyStatusAt, familyStatusIn } from '../../projections/family-status.ts';
import { historyOf } from '../../projections/family-history.ts';
import { knownAt } from '../../projections/known.ts';
import type { Known } from '../../projections/known.ts';
import { learned } from '../../projections/learned.ts';
import { Moment } from '../../projections/moment.ts';
import { involvements } from '../../projections/parties.ts';
import { registerAt } from '../../projections/register.ts';
import { whatChanged } from '../../projections/what-changed.ts';
import { tiedParties } from '../../projections/ties.ts';
import type { PlanEvent } from '../domain/event.ts';
import type { FamilyId, PartyId } from '../domain/ids.ts';
import { never } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Policy } from '../domain/parameters.ts';
import type { EventLog, Freshness, Position, Stored } from '../log/log.ts';
import { judging } from './judging.ts';
import { nothingKept } from './keepsake.ts';
import type { Keepsake } from './keepsake.ts';
import { namesIn } from './names.ts';
import { recently } from './recently.ts';
import type { Viewpoint } from './seen-from.ts';
import { rowsAtHand } from './rows.ts';
import { standing } from './standing.ts';
import { seenBy } from './seen-by.ts';
import type { Change, Views } from './views.ts';

export interface HostOptions {
  readonly log: Pick<EventLog, 'readAll' | 'follow' | 'freshness'>;
  readonly policy: Policy;
  readonly now: () => Instant;
  /** Makes names and free text readable; what was destroyed is left out. Absent: all of it stays sealed. */
  readonly open?: (event: PlanEvent) => PlanEvent;
  /** How often `open` has lost what it could open before: names that were kept are then opened anew. */
  readonly destructions?: () => number;
  /** Works out the rows of lists before anybody asks for them. */
  readonly ahead?: boolean;
  /** Runs each judging; whoever wants to know how long it takes measures here. */
  readonly timed?: (judge: () => void) => void;
  /** What was worked out before a restart. */
  readonly kept?: Keepsake;
  /** Called now and then while the log is replayed. */
  readonly progress?: (replayed: number) => void;
}

export interface Host {
  readonly views: Views;
  close(): void;
}

/** Families of which answers are kept in memory; a large one takes about a megabyte. */
const keptFamilies = 64;

/** Full answers that are kept: up to some 25 MB. */
const keptStatuses = 256;
/** Names that are kept: a few hundred bytes a family, so that all families of a region fit. */
const keptNames = 20_000;
/** Node fires timers beyond 2^31 ms at once, so nobody sleeps longer than a day. */
const longestSleep = 86_400_000;

/**
 * Replays the log, follows it, and wakes when time alone changes an answer. What it keeps of a family is its
 * records; what it keeps of the rules is each family's place in the queue and until when that holds.
 */
export async function startHost({
  log,
  policy,
  now,
  open = withoutSealed,
  destructions = () => 0,
  ahead = false,
  timed = (work) => {
    work();
  },
  kept = nothingKept,
  progress,
}: HostOptions): Promise<Host> {
  const families = new Map<FamilyId, Stored[]>();
  const changes = new Subject<Change>();
  const freshnessChanges = new Subject<Freshness>();
  let freshness: Freshness = { kind: 'live' };
  /** An event of a family did not come: whatever the log says, not everything is known here before a new start. */
  let hasGap = false;
  const dirty = new Set<FamilyId>();
  /** Told in full once for each state of knowledge; a reader looks at it again and again. */
  const chronologies = new WeakMap<Known, readonly Entry[]>();
  let position: Position = 0;
  let sleeper: Subscription | undefined;
  let closed = false;
  let inOrder: readonly FamilyId[] | undefined;

  /** What was known of a family at an instant; the last few are kept, because people ask about one family again and again. */
  const knownOf = recently(keptFamilies, (family: FamilyId, knowledge: Instant) => {
    const records = recordsOf(families.get(family) ?? []).filter(({ recordedAt }) => recordedAt <= knowledge);
    // Recording times never decrease within a family, so what is known is told by how many records are.
    return {
      key: `${family} ${records.length}`,
      make: () => knownAt(records, knowledge, policy.parameters),
    };
  });

  const statuses = standing({
    most: keptStatuses,
    answer: (family, at) => familyStatusIn(knownOf(family, never), family, at),
  });
  const opening = { open, destructions };
  /** Lists ask for those of many families: more than of which all that is known is kept. */
  const names = standing({
    most: keptNames,
    answer: (family) => namesIn(knownOf(family, never), opening),
  });
  let namesAs = destructions();
  const list = rowsAtHand({
    ahead,
    version: (family) => families.get(family)?.length ?? 0,
    answer: (family, at) => familyRowIn(knownOf(family, never), family, at),
    rowNow: (family) => row(family, now()),
    wake: () => {
      sleep();
    },
    changed(family) {
      changes.next({ position, at: now(), families: [family], cause: 'time' });
    },
  });

  /** Who knows everything that was recorded may be given what is kept. */
  const knowsAll = (family: FamilyId, knowledge: Instant): number | null => {
    const own = families.get(family) ?? [];
    const last = own.at(-1);
    return last && last.record.recordedAt <= knowledge ? own.length : null;
  };

  function row(family: FamilyId, at: Instant, knowledge: Instant = at): FamilyRow | null {
    const version = knowsAll(family, knowledge);
    if (version !== null) return list.of(family, version, at);
    const known = knownOf(family, knowledge);
    return known.recorded.length === 0 ? null : familyRowIn(known, family, new Moment(at));
  }

  function status(family: FamilyId, { at, knownAt: knowledge }: Viewpoint) {
    const version = knowsAll(family, knowledge);
    if (version !== null) return statuses.of(family, version, at);
    const known = knownOf(family, knowledge);
    return known.recorded.length === 0 ? null : familyStatusAt(known, family, at);
  }

  const ties = new Map<FamilyId, { readonly records: number; readonly parties: ReadonlySet<PartyId> }>();

  /** Asked at every opening, so it is read again only after something was recorded. */
  function tiesOf(family: FamilyId): ReadonlySet<PartyId> {
    const stored = families.get(family) ?? [];
    const kept = ties.get(family);
    if (kept?.records === stored.length) return kept.parties;
    const parties = tiedParties(recordsOf(stored));
    ties.set(family, { records: stored.length, parties });
    return parties;
  }

  function file(stored: Stored): void {
    const family = stored.record.family;
    const own = families.get(family);
    if (!own) {
      families.set(family, [stored]);
      inOrder = undefined;
    } else {
      const version = own.at(-1)?.version ?? 0;
      if (stored.version > version + 1) hasGap = true;
      if (stored.version > version) own.push(stored);
    }
    position = Math.max(position, stored.position);
  }

  const judgements = judging({ stored: (family) => families.get(family) ?? [], knownOf, kept });

  function judgeAll(touched: Iterable<FamilyId>, cause: Change['cause']): void {
    const at = now();
    const judged = [...touched];
    if (judged.length > 0)
      timed(() => {
        for (const family of judged) judgements.judge(family, at);
      });
    if (judged.length > 0) changes.next({ position, at, families: judged, cause });
    if (ahead) list.plan(judged);
    sleep();
  }

  function sleep(): void {
    sleeper?.unsubscribe();
    const next = Math.min(judgements.next(), list.next());
    if (next === never || closed) return;
    sleeper = timer(Math.min(Math.max(next - now(), 1), longestSleep)).subscribe(() => {
      list.plan(list.due(now()));
      judgeAll(judgements.due(now()), 'time');
    });
  }

  let replayed = 0;
  const replay = (stored: Stored) => {
    file(stored);
    replayed += 1;
    if (replayed % 10_000 === 0) progress?.(replayed);
  };
  const recorded = log.readAll(0);
  // Waiting for each of a million events that are at hand already would take longer than reading them.
  if (Symbol.iterator in recorded) for (const stored of recorded) replay(stored);
  else for await (const stored of recorded) replay(stored);
  const start = now();
  for (const family of families.keys()) judgements.recall(family, start);
  kept.started();
  if (ahead) list.plan(families.keys());
  sleep();

  const following = log.follow(position).subscribe((stored) => {
    file(stored);
    if (dirty.size === 0) asapScheduler.schedule(judgeDirty);
    dirty.add(stored.record.family);
  });

  // Later than the following: it starts behind, and is live once everything was handed over.
  const watching = log.freshness.subscribe((found) => {
    // Who hears that all is there again must find it in the answers.
    if (found.kind === 'live' && dirty.size > 0) judgeDirty();
    freshness = hasGap && found.kind === 'live' ? { kind: 'behind', since: start, why: 'stalled' } : found;
    freshnessChanges.next(freshness);
  });

  function judgeDirty(): void {
    const touched = [...dirty];
    dirty.clear();
    if (!closed) judgeAll(touched, 'recorded');
  }

  /** Events that are filed but not yet judged are not promised. */
  const answered = (): Position => (dirty.size === 0 ? position : 0);

  function arrived(isThere: () => boolean, withinMs: number): Promise<boolean> {
    if (isThere()) return Promise.resolve(true);
    const there = changes.pipe(
      startWith(null),
      filter(isThere),
      map(() => true),
    );
    return firstValueFrom(race(there, timer(withinMs).pipe(map(() => false))), { defaultValue: false });
  }

  const views: Views = {
    queue() {
      const asOf = now();
      if (judgements.next() <= asOf) judgeAll(judgements.due(asOf), 'time');
      return { asOf, position, rows: judgements.rows(asOf) };
    },
    breaches(family) {
      const asOf = now();
      if (dirty.size > 0) judgeDirty();
      if (judgements.next() <= asOf) judgeAll(judgements.due(asOf), 'time');
      return judgements.breaches(family);
    },
    families: () => (inOrder ??= [...families.keys()].sort()),
    status,
    detail(family, { at, knownAt: knowledge }) {
      const known = knownOf(family, knowledge);
      return known.recorded.length === 0 ? null : familyDetailAt(known, at);
    },
    row: (family, { at, knownAt: knowledge }) => row(family, at, knowledge),
    rows(asked) {
      const asOf = now();
      return { asOf, ...list.atHand(asked, asOf) };
    },
    recordedSince(family, instant) {
      const own = families.get(family) ?? [];
      return own.length - (own.findLastIndex(({ record }) => record.recordedAt < instant) + 1);
    },
    statusUnder(parameters, family, viewpoint) {
      const known = knownAt(recordsOf(families.get(family) ?? []), viewpoint.knownAt, parameters);
      return known.recorded.length === 0 ? null : familyStatusAt(known, family, viewpoint.at);
    },
    learned: (family, viewpoint, until) =>
      learned(recordsOf(families.get(family) ?? []), { ...viewpoint, until }),
    history(family, knowledge) {
      const known = knownOf(family, knowledge);
      return known.recorded.length === 0 ? null : historyOf(known);
    },
    timeline(family, knowledge, viewer) {
      const known = knownOf(family, knowledge);
      if (known.recorded.length === 0) return null;
      if (viewer !== undefined) return chronology(known.recorded, knowledge, viewer);
      const told = chronologies.get(known) ?? chronology(known.recorded, knowledge);
      chronologies.set(known, told);
      return told;
    },
    register: (family, viewpoint) => registerAt(knownOf(family, viewpoint.knownAt), viewpoint.at),
    changedBy(family, event) {
      const record = recordsOf(families.get(family) ?? []).find(({ id }) => id === event);
      if (!record) return null;
      const { recordedAt } = record;
      // Times are whole milliseconds: one earlier, nothing of this commit was known.
      const before = knownOf(family, (recordedAt - 1) as Instant);
      return whatChanged(before, knownOf(family, recordedAt), record, recordedAt);
    },
    changedWithout(family, event) {
      const records = recordsOf(families.get(family) ?? []);
      const record = records.find(({ id }) => id === event);
      const at = now();
      const others = records.filter(({ id }) => id !== event);
      return record
        ? whatChanged(knownOf(family, at), knownAt(others, at, policy.parameters), record, at)
        : null;
    },
    records: (family) => families.get(family) ?? [],
    names(family, knowledge) {
      if (namesAs !== destructions()) names.clear();
      namesAs = destructions();
      const version = knowsAll(family, knowledge);
      return version === null
        ? namesIn(knownOf(family, knowledge), opening)
        : names.of(family, version, knowledge);
    },
    parties: (family, knowledge) => involvements.keys(knownOf(family, knowledge)),
    tiedParties: tiesOf,
    text: ({ event }) => (event.sealed?.['text'] === undefined ? undefined : open(event).sealed?.['text']),
    ...seenBy({ recordsOf: (family) => families.get(family) ?? [], policy, opening }),
    version: (family) => families.get(family)?.at(-1)?.version ?? 0,
    position: () => position,
    reached: (wanted, withinMs) => arrived(() => answered() >= wanted, withinMs),
    reachedVersion: (family, wanted, withinMs) =>
      arrived(() => dirty.size === 0 && (families.get(family)?.at(-1)?.version ?? 0) >= wanted, withinMs),
    freshness: () => freshness,
    freshnessChanges: freshnessChanges.asObservable(),
    changes: changes.asObservable(),
    policy,
  };

  return {
    views,
    close() {
      closed = true;
      sleeper?.unsubscribe();
      list.close();
      following.unsubscribe();
      watching.unsubscribe();
      changes.complete();
      freshnessChanges.complete();
    },
  };
}

const withoutSealed = ({ sealed: _, ...event }: PlanEvent): PlanEvent => event;

const recordsOf = (stored: readonly Stored[]) => stored.map(({ record }) => record);
