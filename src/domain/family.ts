import { z } from 'zod';
import { PartyId, PersonId, Token } from './ids.ts';
import { MonthText, Tri } from './vocabulary.ts';

/** Who belongs to the family and who is involved with it (events.md 4.1). */

export const Role = z.enum(['child', 'unborn_child', 'parent', 'partner', 'ex_partner', 'other_adult']);
export type Role = z.infer<typeof Role>;

export const PartyKind = z.enum([
  'school',
  'childcare',
  'gp',
  'youth_health_care',
  'local_team',
  'family',
  'neighbour',
  'friend',
  'veilig_thuis',
  'child_protection',
  'mental_health',
  'addiction_care',
  'shelter',
  'police',
  'volunteer',
  'support_family',
  'municipality',
  'other',
]);
export type PartyKind = z.infer<typeof PartyKind>;

export const familyEvents = {
  /** Report to Veilig Thuis (R1, W8). */
  FamilyReported: z.object({
    relation: z.enum([
      'first',
      'repeat_several',
      'repeat_one',
      'follow_up_assessment',
      'follow_up_after',
      'follow_up_monitoring',
    ]),
    acute: Tri,
    structural: Tri,
    handledAs: z.enum(['existing_plan', 'new_case']).optional(),
  }),
  /** Joins, is born, returns, or changes role or household (P8, L7). */
  PersonJoined: z.object({
    person: PersonId,
    role: Role,
    household: Token,
    birthMonth: MonthText.optional(),
  }),
  /** Is no longer part of the family (P8). */
  PersonLeft: z.object({ person: PersonId }),
  /** Who the party is; a later one replaces it (P6, M12). */
  PartyInvolved: z.object({
    party: PartyId,
    kind: PartyKind,
    informal: z.boolean(),
    organisation: Token.optional(),
    livesWith: z.array(PersonId).optional(),
    linkedTo: z.array(PersonId).optional(),
  }),
  /** Leaves all its roles in this family (M1, M9, C1). */
  PartyClosedInvolvement: z.object({
    party: PartyId,
    reason: z.enum(['finished', 'no_capacity', 'refused', 'moved', 'other']),
  }),
  /** A household moves; a record only: the guarantee does not change (W1). */
  FamilyMoved: z.object({ household: Token, fromMunicipality: Token, toMunicipality: Token }),
};
