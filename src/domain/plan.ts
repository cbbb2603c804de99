import { z } from 'zod';
import { PartyId, PersonId, PersonOrParty, Token } from './ids.ts';
import { Answers, DayText, FactorName, Tri, keyed, some } from './vocabulary.ts';

/** The safety-and-recovery plan, its steps, and what recovery asks (events.md 4.3). */

export const StepKind = z.enum([
  'safety',
  'parent_trauma',
  'addiction',
  'psychiatric',
  'person_using_violence',
  'child_recovery',
  'parenting',
  'relationship',
  'debt_housing',
  'network',
]);
export type StepKind = z.infer<typeof StepKind>;

const ConditionNumber = z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);

/** The twelve conditions for a healthy development of Bartels & Heiner [S79]. */
export const basicConditions = ConditionNumber.options;

export const planEvents = {
  /** There is a safety-and-recovery plan; starts the guarantee (W1). */
  PlanActivated: z.object({ plan: Token, agreedBy: some(PersonOrParty) }),
  /** Joint review with the three questions (W12). */
  PlanReviewed: z.object({ plan: Token, answers: Answers }),
  /** The plan is no longer worked on; the guarantee stays (W1). */
  PlanClosed: z.object({ plan: Token, reason: z.enum(['goals_met', 'withdrawn', 'moved', 'other']) }),
  /** A step for one person; a later one with the same id replaces it (U3, U4, U6). */
  PlanStepSet: z.object({
    step: Token,
    person: PersonId,
    kind: StepKind,
    owner: PartyId,
    dependsOn: z.array(Token).optional(),
    neededBy: DayText.optional(),
  }),
  /** The step really started, or was resumed; a referral or indication is no start (U6). */
  PlanStepStarted: z.object({ step: Token, provider: PartyId.optional() }),
  /** The step is done (U3, U4, U6). */
  PlanStepCompleted: z.object({ step: Token, outcome: z.enum(['goal', 'partly', 'none']) }),
  /** The step stands still (U7). */
  PlanStepStalled: z.object({ step: Token, reason: z.enum(['capacity', 'no_show', 'wrong_help', 'other']) }),
  /** People decided to depart from the order (U6). */
  OrderOverridden: z.object({ step: Token, reason: Token, approvedBy: some(PartyId) }),
  /** State of a factor that keeps violence going (U5, R1). */
  FactorReassessed: z.object({
    factor: FactorName,
    person: PersonId.optional(),
    state: z.enum(['active', 'reduced', 'controlled', 'gone']),
  }),
  /** Own trauma of a parent (U4). */
  ParentTraumaScreened: z.object({ person: PersonId, present: Tri }),
  /** One or more of the twelve conditions for a child (U2). */
  BasicConditionsAssessed: z.object({
    child: PersonId,
    basis: some(z.enum(['seen', 'told', 'school', 'jgz'])),
    levels: keyed(z.partialRecord(ConditionNumber, z.enum(['insufficient', 'fragile', 'sufficient']))),
  }),
  /** What a person needs to recover; diagnosis is never read (U3, Q24). */
  RecoveryNeedAssessed: z.object({
    person: PersonId,
    need: z.enum(['none_found', 'needed', 'not_yet_clear']),
    irreparable: Tri,
    diagnosis: Tri,
    personAsked: z.boolean(),
    nextLook: DayText.optional(),
  }),
  /** Contact between an adult and a child; a record only (Q33). */
  ContactArrangementSet: z.object({
    child: PersonId,
    adult: PersonId,
    supervised: z.boolean(),
    supervisor: PartyId.optional(),
    agreements: z.array(Token),
    contraIndication: Tri,
  }),
};
