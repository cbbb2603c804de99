import type { FamilyId, PartyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';

/** Who asks. Nobody is recognised by anything but what is said here. */
export type Visitor = Nobody | Person | Watcher;

export interface Nobody {
  readonly kind: 'nobody';
}

/** Somebody who signed in. */
export interface Person {
  readonly kind: 'person';
  readonly account: Account;
  /** Names the session in the access log; not the secret in its cookie. */
  readonly session?: string;
}

/** A party that opened its personal link: it sees its own agreements and nothing else. */
export interface Watcher {
  readonly kind: 'watcher';
  readonly family: FamilyId;
  readonly party: PartyId;
  /** Names the link in the access log; not the secret in its address. */
  readonly link: string;
}

/** What an account may do; who has two roles may do both. */
export const roles = ['monitor', 'team', 'researcher', 'policy', 'administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];

/** Those who may open families, as far as they have a working relation with them. */
export const professionals = ['monitor', 'team'] as const satisfies readonly Role[];

export interface Account {
  readonly id: string;
  /** As colleagues know them; shown on screens and in the access log, never in a log file. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** The MDA++ team whose families this account may open in the role `team`. */
  readonly team?: string;
}

/** Why an account may open a family, and as which party it writes there. */
export interface Relation {
  readonly family: FamilyId;
  /** Stands as `by` in what this account records about the family. */
  readonly party: PartyId;
  readonly ground: 'own' | 'team' | 'emergency';
  readonly since: Instant;
  /** When it ends; an emergency opening always has an end. */
  readonly until?: Instant;
}

/** The families that an account may open now. */
export interface Relations {
  of(family: FamilyId): Relation | undefined;
  /** In code-point order. */
  families(): readonly FamilyId[];
}
