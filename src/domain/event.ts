import { z } from 'zod';
import { agreementEvents } from './agreement.ts';
import { analysisEvents } from './analysis.ts';
import { continuityEvents } from './continuity.ts';
import { decisionEvents } from './decision.ts';
import { familyEvents } from './family.ts';
import { guaranteeEvents } from './guarantee.ts';
import { EventId, FamilyId, PartyId, PersonId, Token } from './ids.ts';
import type { Instant } from './instant.ts';
import { monitoringEvents } from './monitoring.ts';
import { planEvents } from './plan.ts';
import { relapseEvents } from './relapse.ts';
import { rightsEvents } from './rights.ts';
import { supportEvents } from './support.ts';
import { InstantText, When, keyed } from './vocabulary.ts';

/** Everything that can be recorded about a family, by type. Their names are storage formats: never rename one. */
export const contracts = {
  ...familyEvents,
  ...analysisEvents,
  ...planEvents,
  ...agreementEvents,
  ...monitoringEvents,
  ...supportEvents,
  ...relapseEvents,
  ...guaranteeEvents,
  ...continuityEvents,
  ...decisionEvents,
  ...rightsEvents,
} as const;

export type EventType = keyof typeof contracts;
export type DataOf<T extends EventType> = z.infer<(typeof contracts)[T]>;

export const eventTypes = Object.keys(contracts) as EventType[];
export const isEventType = (type: string): type is EventType => Object.hasOwn(contracts, type);

const Span = z.object({ from: When, to: When });

/** A day, an instant, or an object of two; errors inside the object keep their own path. */
const Occurred = z.unknown().superRefine((value, context) => {
  const result = (typeof value === 'object' && value !== null ? Span : When).safeParse(value);
  for (const issue of result.error?.issues ?? [])
    context.addIssue({ code: 'custom', message: issue.message, path: [...issue.path] });
});

/** Around every event, in the order in which errors are reported (events.md 1 and 3). */
export const envelope = z.object({
  id: EventId,
  type: z.string(),
  version: z.number(),
  family: FamilyId,
  occurred: Occurred.optional(),
  reportedAt: InstantText.optional(),
  recordedAt: InstantText,
  by: z.union([PartyId, PersonId, z.literal('system')]),
  source: z.enum(['observed', 'child_said', 'adult_said', 'third_party', 'document', 'inferred']),
  hiddenFrom: z.array(PersonId).optional(),
  supersedes: EventId.optional(),
  causation: EventId.optional(),
  correlation: Token.optional(),
  sealed: keyed(z.record(z.union([PersonId, PartyId, z.literal('text')]), z.string())).optional(),
});

/** An event as it is written in a file, sent to the API and kept in the log. */
export type PlanEvent = { [T in EventType]: PlanEventOf<T> }[EventType];

export interface PlanEventOf<T extends EventType> {
  readonly id: EventId;
  readonly type: T;
  readonly version: 1;
  readonly family: FamilyId;
  readonly occurred?: string | { readonly from: string; readonly to: string };
  readonly reportedAt?: string;
  readonly recordedAt: string;
  readonly by: PartyId | PersonId | 'system';
  readonly source: z.infer<typeof envelope>['source'];
  readonly hiddenFrom?: readonly PersonId[];
  readonly supersedes?: EventId;
  readonly causation?: EventId;
  readonly correlation?: Token;
  readonly sealed?: Readonly<Record<string, string>>;
  readonly data: DataOf<T>;
}

/** The three times of a fact: it was true somewhere in [from, to], someone with a duty knew, it was written down. */
export interface Times {
  readonly from: Instant;
  readonly to: Instant;
  readonly reportedAt: Instant;
  readonly recordedAt: Instant;
}

/**
 * An event with its times worked out (events.md 2): what rules read. The log hands out records that parse `event`
 * only when somebody asks for it, so folds read the head alone.
 */
export type Recorded = { [T in EventType]: RecordedOf<T> }[EventType];

export interface RecordedOf<T extends EventType> extends Times {
  readonly id: EventId;
  readonly type: T;
  readonly family: FamilyId;
  readonly supersedes?: EventId | undefined;
  /** A check-in that asks for nothing; told in the head, so that it need not be read for relapse (R1). */
  readonly routine: boolean;
  readonly event: PlanEventOf<T>;
  readonly data: DataOf<T>;
}

/** Records of one of several types, as a union that `type` tells apart. */
export type RecordOf<T extends EventType> = T extends EventType ? RecordedOf<T> : never;
