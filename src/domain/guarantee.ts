import { z } from 'zod';
import { EventId, PartyId, PersonId, Token } from './ids.ts';
import { InstantText, some } from './vocabulary.ts';

/** Help without a waiting list, and everything that stands in its way (events.md 4.5). */

export const guaranteeEvents = {
  /** Asks help for a candidate; links the request to it (W4). */
  ImmediateHelpRequested: z.object({
    request: Token,
    candidate: EventId,
    persons: some(PersonId),
    help: Token,
  }),
  /** An offer; not yet a start (W7, W10). */
  HelpOffered: z.object({ request: Token, provider: PartyId, startsAt: InstantText }),
  /** A family member says no to the help (W10). */
  HelpDeclined: z.object({
    request: Token,
    person: PersonId,
    alone: z.boolean(),
    alternatives: z.int().min(0),
    reason: Token.optional(),
  }),
  /** Help started in this form (W4). */
  ImmediateHelpStarted: z.object({
    request: Token,
    provider: PartyId,
    form: z.enum(['in_person', 'video', 'phone', 'intake_only', 'letter']),
    bridging: z.boolean(),
  }),
  /** Short-term help ended or is extended (domain.md 4.5). */
  ShortTermHelpEnded: z.object({
    request: Token,
    outcome: z.enum(['goal', 'partly', 'none']),
    followUp: z.enum(['none', 'replan', 'extend']),
  }),
  /** Somebody must wait, whatever the wait is called; ref is a request or a step (W5, W13). */
  WaitlistPlacementRecorded: z.object({
    ref: Token,
    provider: PartyId,
    named: z.enum(['waitlist', 'planned_date', 'capacity_queue', 'intake_queue']),
    expectedDays: z.int().min(0).optional(),
  }),
  /** No longer waiting (step state). */
  WaitlistLeft: z.object({ ref: Token }),
  /** A provider says no; ref is a request (W7). */
  ReferralRejected: z.object({
    ref: Token,
    provider: PartyId,
    reason: z.enum(['capacity', 'exclusion', 'jurisdiction', 'funding', 'no_diagnosis', 'other']),
  }),
  /** The system stands in the way (W5, W7). */
  BarrierMet: z.object({
    kind: z.enum([
      'residence_principle',
      'funding_silo',
      'waiting_list',
      'own_contribution',
      'no_offer',
      'exclusion_criterion',
      'privacy',
      'other',
    ]),
    ref: Token.optional(),
  }),
  /** The guarantee ends; only with the family informed (W1). */
  GuaranteeEnded: z.object({ reason: Token, endedBy: some(PartyId), familyInformed: z.boolean() }),
};
