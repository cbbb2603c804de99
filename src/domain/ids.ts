import { z } from 'zod';

/** Names of things inside one family's events (events.md 1). Pseudonyms: a name never stands in an id. */

export const Token = z
  .string()
  .regex(/^[A-Za-z0-9_\-:.]{1,64}$/)
  .brand<'Token'>();
export type Token = z.infer<typeof Token>;

export const EventId = z
  .string()
  .regex(/^[A-Za-z0-9_\-:.]{1,64}$/)
  .brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;

export const FamilyId = z
  .string()
  .regex(/^[A-Za-z0-9_\-:.]{1,64}$/)
  .brand<'FamilyId'>();
export type FamilyId = z.infer<typeof FamilyId>;

export const PersonId = z
  .string()
  .regex(/^person:[a-z0-9-]{1,56}$/)
  .brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const PartyId = z
  .string()
  .regex(/^party:[a-z0-9-]{1,56}$/)
  .brand<'PartyId'>();
export type PartyId = z.infer<typeof PartyId>;

/** Who acts in an agreement: a family member or a party. */
export const PersonOrParty = z.union([PersonId, PartyId]);

export const isPerson = (id: string): id is PersonId => id.startsWith('person:');
