import { z } from 'zod';
import { EventId, PartyId, PersonId } from './ids.ts';
import { InstantText, Status, some } from './vocabulary.ts';

/** What people decide, measure and take back (events.md 4.6). */

export const decisionEvents = {
  /** A human decision; only people raise a status (P9, U12). */
  SafetyStatusDecided: z.object({
    person: z.union([PersonId, z.literal('family')]),
    status: Status,
    judges: some(PartyId),
    dissent: z.array(PartyId).optional(),
    basis: z.array(EventId),
  }),
  /** Answer of one respondent about the past 12 months (U11). */
  OutcomeMeasured: z.object({
    person: PersonId,
    moment: z.enum(['T0', 'T12', 'T18', 'later']),
    violence: z.enum(['none', 'some', 'unknown']),
  }),
  /** A team looked at the timeline as known at an instant; a record only. */
  MdaReviewHeld: z.object({ participants: some(PartyId), knownAt: InstantText }),
  /** The target counts as never recorded (P1). */
  EventRetracted: z.object({
    target: EventId,
    reason: z.enum(['wrong_person', 'wrong_family', 'duplicate', 'never_happened']),
    approvedBy: PartyId,
  }),
};
