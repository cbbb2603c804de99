import { z } from 'zod';
import { PartyId, PersonId } from './ids.ts';
import { Count, DayText, Tri } from './vocabulary.ts';

/** The informal network around a person: steunfiguur, JIM, steungezin (events.md 4.4). */

export const supportEvents = {
  /** Somebody supports a person, in a ring of closeness of which 1 is innermost (M14, M15). */
  SupportPersonNamed: z.object({
    person: PersonId,
    supporter: PartyId,
    ring: z.literal([1, 2, 3, 4]),
    support: z.array(z.enum(['emotional', 'practical', 'informational', 'normative'])),
    level: z.enum(['everyday', 'everyday_with_role', 'organised_informal', 'professional']),
    reviewDays: Count.optional(),
    until: DayText.optional(),
  }),
  /** No longer a supporter (M14, M15). */
  SupportPersonLeft: z.object({ person: PersonId, supporter: PartyId }),
  /** Carries too much, or not (M10). */
  SupporterLoadAssessed: z.object({ supporter: PartyId, overloaded: Tri }),
};
