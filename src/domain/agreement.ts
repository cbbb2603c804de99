import { z } from 'zod';
import { PartyId, PersonId, PersonOrParty, Token } from './ids.ts';
import { Count, Horizon, Tri, When, some } from './vocabulary.ts';

/** Safety conditions and the agreements that realise them (events.md 4.3). */

export const agreementEvents = {
  /** What must at least be true; a later one with the same id replaces it (D1). */
  SafetyConditionSet: z.object({
    condition: Token,
    protects: some(PersonId),
    horizon: Horizon,
    bottomLine: z.boolean(),
  }),
  /** The condition no longer holds for this family (D1). */
  SafetyConditionEnded: z.object({ condition: Token, reason: z.enum(['achieved', 'replaced', 'withdrawn']) }),
  /** Who does what when; a later one with the same id replaces it (D1, M2). */
  SafetyAgreementMade: z.object({
    agreement: Token,
    condition: Token,
    actor: PersonOrParty,
    action: Token,
    timing: z.enum(['always', 'daily', 'weekly', 'monthly', 'on_trigger']),
    critical: z.boolean(),
    minMonitors: Count.optional(),
    needsChildSight: z.boolean().optional(),
    validFrom: When.optional(),
    validTo: When.optional(),
  }),
  /** A person or party agrees, and how that was obtained (D1, Q26). */
  AgreementConsented: z.object({
    agreement: Token,
    party: PersonOrParty,
    obtained: z.enum(['alone', 'joint', 'written']),
  }),
  /** Who rings where if it threatens to go wrong; first rung first (M3, M11). */
  EscalationPathSet: z.object({
    agreement: Token,
    rungs: some(
      z.object({ to: PartyId, ackMinutes: Count, hours: z.enum(['24x7', 'office']), accepted: z.boolean() }),
    ),
  }),
  /** The agreement ends (D1). */
  AgreementEnded: z.object({
    agreement: Token,
    reason: z.enum(['achieved', 'replaced', 'unworkable', 'withdrawn']),
  }),
  /** Somebody did not keep it (P4, L2, R1). */
  AgreementBroken: z.object({ agreement: Token, by: PersonId, violence: Tri, harm: Tri.optional() }),
};
