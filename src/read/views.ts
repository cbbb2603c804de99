import type { Observable } from 'rxjs';
import type { Asked, AskedPerson } from '../../projections/asked.ts';
import type { Entry } from '../../projections/chronology.ts';
import type { FamilyDetail } from '../../projections/family-detail.ts';
import type { FamilyHistory } from '../../projections/family-history.ts';
import type { FamilyStatus } from '../../projections/family-status.ts';
import type { FamilyRow } from '../../projections/family-row.ts';
import type { HelpNeed, HelpStep } from '../../projections/help-needs.ts';
import type { Learned } from '../../projections/learned.ts';
import type { PersonPaper } from '../../projections/for-person.ts';
import type { PrintedQueueRow } from '../../projections/region-status.ts';
import type { Register } from '../../projections/register.ts';
import type { ToldBreach } from '../../projections/told-breaches.ts';
import type { WhatChanged } from '../../projections/what-changed.ts';
import type { Recorded } from '../domain/event.ts';
import type { FamilyId, PartyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Parameters, Policy } from '../domain/parameters.ts';
import type { Freshness, Position, Stored, Version } from '../log/log.ts';
import type { Viewpoint } from './seen-from.ts';

export type {
  Asked,
  AskedPerson,
  Entry,
  FamilyDetail,
  FamilyHistory,
  FamilyRow,
  FamilyStatus,
  Freshness,
  HelpNeed,
  HelpStep,
  Learned,
  PersonPaper,
  PrintedQueueRow,
  ToldBreach,
  Viewpoint,
  Register,
  WhatChanged,
};

/** The questions that the outside may ask. How they are answered stays inside `read`. */
export interface Views {
  /** R8, as of the clock and with all knowledge; `asOf` is the instant of the answer. */
  queue(): { readonly asOf: Instant; readonly position: Position; readonly rows: readonly PrintedQueueRow[] };
  /** Where the guarantee was broken (W5-W9), of one family or of all, as of the clock and with all knowledge. */
  breaches(family?: FamilyId): readonly ToldBreach[];
  /** Every family of which something is known, in code-point order. */
  families(): readonly FamilyId[];
  /** Everything about one family from a viewpoint; null if nothing was recorded of it by then. */
  status(family: FamilyId, viewpoint: Viewpoint): FamilyStatus | null;
  /** What its own pages say besides; null if nothing was recorded of it by then. */
  detail(family: FamilyId, viewpoint: Viewpoint): FamilyDetail | null;
  /** What people can choose from when they record something about a family; empty lists if nothing is known of it. */
  register(family: FamilyId, viewpoint: Viewpoint): Register;
  /** What a recorded event, with those of the same commit, made different; null if there is no such event. */
  changedBy(family: FamilyId, event: string): WhatChanged | null;
  /** What would be different now if an event had never been recorded; null if there is no such event. */
  changedWithout(family: FamilyId, event: string): WhatChanged | null;
  /** What a list shows of one family; null if nothing was recorded of it by then. */
  row(family: FamilyId, viewpoint: Viewpoint): FamilyRow | null;
  /** The rows of many families as of the clock, as far as they are at hand; the others are being worked out. */
  rows(families: readonly FamilyId[]): Rows;
  /** How many events were recorded of a family from an instant on. */
  recordedSince(family: FamilyId, instant: Instant): number;
  /** The same under other thresholds than those in force: those with which a team once looked. */
  statusUnder(parameters: Parameters, family: FamilyId, viewpoint: Viewpoint): FamilyStatus | null;
  /** What was recorded of a family after a viewpoint's knowledge and until an instant, by its bearing on that viewpoint. */
  learned(family: FamilyId, viewpoint: Viewpoint, until: Instant): readonly Learned[];
  /** How statuses, sight, agreements, watching and help went, with the knowledge of an instant; null if there was none. */
  history(family: FamilyId, knownAt: Instant): FamilyHistory | null;
  /** Records of one family as they stood at an instant of knowledge; null if there were none. */
  timeline(family: FamilyId, knownAt: Instant, viewer?: string): readonly Entry[] | null;
  /** The records themselves, for pages that show what happened; oldest recording first. */
  records(family: FamilyId): readonly Stored[];
  /** What persons and parties of a family are called, by id, as known at an instant; who has no name is absent. */
  names(family: FamilyId, knownAt: Instant): ReadonlyMap<string, string>;
  /** Every party that was ever involved, as known at an instant; in code-point order. */
  parties(family: FamilyId, knownAt: Instant): readonly string[];
  /** Parties that were ever recorded as living with or linked to somebody of the family. */
  tiedParties(family: FamilyId): ReadonlySet<PartyId>;
  /** The free text of a record; undefined if it has none, or its key was destroyed. */
  text(record: Recorded): string | undefined;
  /** With whom a party was ever recorded to live or to be linked; what is hidden from one of them is hidden from it. */
  ties(family: FamilyId, party: string): readonly string[];
  /** What a party that watches is asked at an instant, from what it may know; empty if nothing is. */
  asked(family: FamilyId, party: string, at: Instant): readonly Asked[];
  /** What a person of the family may get on paper, from what that person may know; null if nobody of that id belongs to it. */
  paperFor(family: FamilyId, person: string, at: Instant): PersonPaper | null;
  /** What people are called, from what one person may know. */
  namesFor(family: FamilyId, person: string, at: Instant): ReadonlyMap<string, string>;
  /** Number of events in a family's stream; 0 if it is unknown. */
  version(family: FamilyId): Version;
  /** The last position that the answers include. */
  position(): Position;
  /** Waits until the answers include a position; false if they do not within the time. */
  reached(position: Position, withinMs: number): Promise<boolean>;
  /** The same for a version of one family, for whoever knows that and no position. */
  reachedVersion(family: FamilyId, version: Version, withinMs: number): Promise<boolean>;
  /** Whether the answers rest on everything that was recorded; they may not while the log is away or slow. */
  freshness(): Freshness;
  /** Gives each change of it. */
  readonly freshnessChanges: Observable<Freshness>;
  /** Tells that answers may have changed: because something was recorded, or because a term ended. */
  readonly changes: Observable<Change>;
  readonly policy: Policy;
}

export interface Rows {
  readonly asOf: Instant;
  readonly rows: readonly FamilyRow[];
  /** Families whose row is not there yet: no count over rows may pass them over in silence. */
  readonly missing: number;
}

export interface Change {
  readonly position: Position;
  readonly at: Instant;
  readonly families: readonly FamilyId[];
  readonly cause: 'recorded' | 'time';
}
