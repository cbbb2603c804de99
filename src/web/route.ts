import type { Request, Response } from 'express';
import type { Link } from '../access/links.ts';
import type { Person, Relation, Relations, Role, Visitor } from '../access/visitor.ts';
import { professionals } from '../access/visitor.ts';
import type { FamilyId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Freshness } from '../read/views.ts';
import type { Answer, Showing } from './answer.ts';

/** Whom a route is for. Nothing is asked of the route before this has been found to hold (admit.ts). */
export type Needs =
  /** Needs nobody: the way in, the files of the pages, whether the process lives. */
  | { readonly scope: 'open' }
  /** One of the roles; nothing about a single family unless the person may open it. */
  | { readonly scope: 'person'; readonly roles: readonly Role[] }
  /** A professional with a working relation to the family of the address. Every opening is logged. */
  | { readonly scope: 'family'; readonly purpose: Purpose }
  /** The party to whom the personal link of the address was given. */
  | { readonly scope: 'watcher' };

/** Why a family's data are opened (NEN 7513). */
export type Purpose = 'care' | 'record' | 'decide' | 'review' | 'print' | 'account' | 'audit' | 'programme';

/** What a route is told of the visitor, by its scope. */
/** When the visit began: what a page shows is at least as new, unless the answers are behind. */
interface Begun {
  readonly at: Instant;
  /** Asked when the page is made: it may change while it waits. */
  readonly freshness: () => Freshness;
}
export interface OpenVisit extends Begun {
  readonly visitor: Visitor;
}
export interface PersonVisit extends Begun {
  readonly visitor: Person;
  readonly relations: Relations;
}
export interface FamilyVisit extends PersonVisit {
  readonly family: FamilyId;
  readonly relation: Relation;
}
export interface WatcherVisit extends Begun {
  readonly visitor: Extract<Visitor, { kind: 'watcher' }>;
  readonly link: Link;
}
export type Visit = OpenVisit | PersonVisit | FamilyVisit | WatcherVisit;

export type Ask<V extends Visit = OpenVisit, A extends Answer = Answer> = (
  request: Request,
  response: Response,
  visit: V,
) => A | Promise<A>;

/** A route for professionals that may show several families: it says which ones. */
export type AskShowing = Ask<PersonVisit, Showing>;

/** A route with whom it is for. */
export interface Gate {
  readonly needs: Needs;
  readonly ask: Ask<Visit>;
}

// The one place where a visit is taken for what admit.ts has made sure that it is.
const gate = (needs: Needs, ask: unknown): Gate => ({ needs, ask: ask as Ask<Visit> });

export const open = (ask: Ask): Gate => gate({ scope: 'open' }, ask);

export const forProfessionals = (ask: AskShowing): Gate =>
  gate({ scope: 'person', roles: professionals }, ask);

/** For roles that open no families: what they are shown is about none. */
export const forRole = (role: Role, ask: Ask<PersonVisit>): Gate => forRoles([role], ask);

export const forRoles = (roles: readonly Role[], ask: Ask<PersonVisit>): Gate =>
  gate({ scope: 'person', roles }, ask);

export const forTeam = (ask: AskShowing): Gate => gate({ scope: 'person', roles: ['team'] }, ask);

export const ofFamily = (purpose: Purpose, ask: Ask<FamilyVisit>): Gate =>
  gate({ scope: 'family', purpose }, ask);

export const ofWatcher = (ask: Ask<WatcherVisit>): Gate => gate({ scope: 'watcher' }, ask);

export interface Route {
  readonly get?: Gate;
  readonly post?: Gate;
}
