import { z } from 'zod';
import { EventId, PartyId, PersonId, Token } from './ids.ts';
import { DayText, Tri, Urgency, some } from './vocabulary.ts';

/** Signs that an old pattern returns, and how people judge them (events.md 4.5). */

const Level = z.enum(['green', 'orange', 'red']);

export const relapseEvents = {
  /** The signaleringsplan of a person; a later one replaces it (U9). */
  RelapsePlanSet: z.object({
    person: PersonId,
    signals: z.array(z.object({ signal: Token, level: Level, observers: z.array(PartyId) })),
    helpers: z.array(PartyId),
    rehearsedAt: DayText.optional(),
  }),
  /** A sign that an old pattern returns (R1, L5, U3). */
  RelapseSignalObserved: z.object({
    person: PersonId,
    level: Level,
    pattern: z.enum([
      'violence',
      'control',
      'addiction',
      'psychiatric',
      'debt_housing',
      'school_absence',
      'child_residual',
      'stress',
      'other',
    ]),
    selfReport: z.boolean(),
    signal: Token.optional(),
  }),
  /** A life event that raises the load (R1). */
  StressorRecorded: z.object({
    kind: z.enum([
      'job_loss',
      'move',
      'birth',
      'death',
      'separation',
      'court',
      'illness',
      'release',
      'new_partner',
      'debt',
    ]),
    person: PersonId.optional(),
  }),
  /** People judge a candidate (R4, R7). */
  RelapseJudged: z.object({
    candidate: EventId,
    relapse: Tri,
    urgency: Urgency.optional(),
    judges: some(PartyId),
    spokenAlone: z.array(PersonId),
  }),
};
