import { z } from 'zod';
import { PersonId, Token } from './ids.ts';

/** What people may refuse, and what was given to researchers. No rule of domain.md reads these. */

export const rightsEvents = {
  /**
   * This person does not want anything about them used for research, whatever the purpose; an `EventRetracted` takes it
   * back. Wmo 2015 art. 5.3.6 lid 2 allows facts to be given for research without consent only as far as the person
   * has not expressly objected (the same in BW 7:458 lid 2 c and Jeugdwet art. 7.3.12).
   */
  ResearchObjectionRecorded: z.object({ person: PersonId }),
  /**
   * Facts of this family left in a release: which one, for whom and why, and up to which position of the log. Written by
   * the software (`by` is `system`). Wmo 2015 art. 5.3.6 lid 3 asks that every disclosure for research is noted in the
   * file of the person (the same in BW 7:458 lid 3). Source: Wet maatschappelijke ondersteuning 2015, BWBR0035362.
   */
  ResearchDisclosureRecorded: z.object({
    release: Token,
    recipient: Token,
    purpose: Token,
    position: z.int().min(0).optional(),
  }),
};

/** About what was refused to or given for research: nothing of this says how the family is. */
export const isAboutResearch = (type: string): boolean => Object.hasOwn(rightsEvents, type);
