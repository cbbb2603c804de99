import { z } from 'zod';
import { PartyId } from './ids.ts';
import { Count, DayText } from './vocabulary.ts';

/** The professional who stays available for years (events.md 4.6). */

export const continuityEvents = {
  /** Who stays available, with a deputy (C1, C2). */
  LongTermProfessionalAssigned: z.object({
    professional: PartyId,
    deputy: PartyId.optional(),
    contactDays: Count.optional(),
  }),
  /** Will leave after lastDay (C1, C3). */
  ProfessionalLeaveAnnounced: z.object({
    professional: PartyId,
    lastDay: DayText,
    successor: PartyId.optional(),
  }),
  /** Professional is the new one (C1, C4). */
  HandoverCompleted: z.object({ professional: PartyId, warm: z.boolean(), familyPresent: z.boolean() }),
};
