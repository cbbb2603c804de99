import { z } from 'zod';
import { PartyId, PersonId } from './ids.ts';
import { Answers, FactorName, Profile, Tri, ViolenceKind, When, keyed, some } from './vocabulary.ts';

/** Danger and its analysis (events.md 4.2). */

export const analysisEvents = {
  /** One violent or unsafe occurrence; severity and injury are never read by a rule (P4). */
  IncidentRecorded: z.object({
    kinds: some(ViolenceKind),
    by: z.array(PersonId),
    against: some(PersonId),
    witnessedBy: z.array(PersonId),
    severity: z.literal([1, 2, 3, 4]).optional(),
    injury: Tri.optional(),
    lethality: z
      .array(z.enum(['strangulation', 'weapon', 'death_threat', 'suicide_threat', 'pregnancy']))
      .optional(),
  }),
  /** A series; `occurred` is its period (P4, Q2). */
  ViolencePatternRecorded: z.object({
    kinds: some(ViolenceKind),
    by: z.array(PersonId),
    against: some(PersonId),
    estimatedPerYear: z.number().optional(),
    trend: z.enum(['up', 'same', 'down', 'unknown']).optional(),
  }),
  /** Professional judgement of danger; perPerson overrides acuteDanger for a person (L8, D5). */
  SafetyAssessed: z.object({
    assessor: PartyId,
    acuteDanger: Tri,
    acuteProblems: Tri,
    structural: Tri.optional(),
    perPerson: keyed(z.record(PersonId, Tri)).optional(),
    basis: some(z.enum(['seen_alone', 'joint', 'phone', 'file'])),
  }),
  /** Structured analysis of the whole family (P5, U5). */
  AnalysisCompleted: z.object({
    profile: Profile,
    coerciveControl: Tri,
    violenceKinds: z.array(ViolenceKind),
    factors: z.array(z.object({ factor: FactorName, person: PersonId.optional() })),
    spokenSeparately: z.array(PersonId),
    childrenAsked: z.array(PersonId),
  }),
  /** New insight into the profile (P5). */
  ProfileRevised: z.object({ profile: Profile, coerciveControl: Tri }),
  /** Protective measure for a period; extended or shortened by a correction (L4). */
  CrisisMeasureSet: z.object({
    kind: z.enum(['home_ban', 'shelter', 'placement', 'supervision_order', 'arrest']),
    subject: PersonId,
    from: When,
    to: When.optional(),
  }),
  /** A talk of a professional with family members (C2, R1). */
  ContactHeld: z.object({
    party: PartyId,
    with: some(PersonId),
    joint: z.boolean(),
    answers: Answers.optional(),
  }),
  /** What a family member says; feelsSafe is shown, never averaged (R1, R3). */
  FamilyVoiceRecorded: z.object({
    person: PersonId,
    alone: z.boolean(),
    feelsSafe: z.int().min(0).max(10).optional(),
    helpNeeded: Tri.optional(),
  }),
};
