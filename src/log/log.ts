import type { Observable } from 'rxjs';
import type { FamilyId, EventId } from '../domain/ids.ts';
import type { PlanEvent, Recorded } from '../domain/event.ts';
import type { Instant } from '../domain/instant.ts';

/** What every call of a log may throw, or reject with. */
export { LogUnavailable } from './unavailable.ts';

/**
 * The append-only log: one stream of events per family, one order over all. What is acknowledged is on disk.
 * `recordedAt` never decreases within a family, and is set by the log unless an import brings its own.
 */
export interface EventLog {
  /**
   * Writes several events of one command in one commit, or none.
   * Events whose ids are all stored already with the same content give the first receipt again, whatever `expected` says.
   */
  append(family: FamilyId, expected: ExpectedVersion, events: readonly Submission[]): Promise<AppendResult>;
  /** The events of one family, oldest first; empty for an unknown family. */
  readFamily(family: FamilyId, after?: Version): Iterable<Stored> | AsyncIterable<Stored>;
  /** Everything after a position (0 = from the start), in the order of the log. */
  readAll(after: Position): Iterable<Stored> | AsyncIterable<Stored>;
  /** Everything after a position, then what comes, without gap or repetition; ends when the log is closed. */
  follow(after: Position): Observable<Stored>;
  /** Whether followers have everything that was recorded; gives where it stands at once, then each change. */
  readonly freshness: Observable<Freshness>;
  /** Where the log and a family's stream stand now; 0 if empty. */
  head(): Promise<Position>;
  version(family: FamilyId): Promise<Version>;
  close(): Promise<void>;
}

/** How far behind the log its followers may be. Only an engine elsewhere can fall behind. */
export type Freshness =
  | { readonly kind: 'live' }
  /** What was recorded after `since` may be missing. */
  | {
      readonly kind: 'behind';
      readonly since: Instant;
      readonly why: 'connecting' | 'dropped' | 'stalled' | 'slow';
    };

/** Number of an event in the whole log, from 1 on; may have gaps on other engines, always increases. */
export type Position = number;
/** Number of events in a family's stream. */
export type Version = number;
/** The version that the writer decided on, or 'any' for facts that stand whatever else was written. */
export type ExpectedVersion = Version | 'any';

/** An event as it is handed in. Without recordedAt the log sets it: max(now, the last one of the family). */
export type Submission = PlanEvent extends infer E
  ? E extends PlanEvent
    ? Omit<E, 'recordedAt'> & { readonly recordedAt?: string }
    : never
  : never;

export interface Receipt {
  readonly family: FamilyId;
  /** Position and stream version of the last event of the command. */
  readonly position: Position;
  readonly version: Version;
  readonly ids: readonly EventId[];
}

export type AppendResult =
  | {
      readonly kind: 'appended';
      readonly receipt: Receipt;
      /** True if it had been written before. */ readonly repeated: boolean;
    }
  | { readonly kind: 'conflict'; readonly expected: Version; readonly actual: Version }
  /** An id that is stored already, with other content. */
  | { readonly kind: 'id-taken'; readonly id: EventId }
  /** An import brings a recordedAt that lies before what the family's stream already holds. */
  | { readonly kind: 'recorded-too-early'; readonly id: EventId; readonly last: string };

export interface Stored {
  readonly position: Position;
  readonly version: Version;
  readonly record: Recorded;
}
