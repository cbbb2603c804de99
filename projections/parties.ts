import { isPerson } from '../src/domain/ids.ts';
import { lastMade } from './agreements.ts';
import { users } from './intimidation.ts';
import { history, latest, question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';

/** P6: who the parties around a family are, and whose eyes count as another pair. */

/** What was recorded of each party. */
export const involvements = history(['PartyInvolved'], (record) => [record.data.party]);

/** Who a party is: the latest that was told. */
export const partyOf = question((known: Known, now: Moment, party: string) =>
  latest(now, involvements.of(known, party)),
);

/** org(p): parties of one organisation count once. */
export function organisationOf(known: Known, now: Moment, party: string): string {
  return partyOf(known, now, party)?.data.organisation ?? party;
}

/** Parties of at least so many different organisations; stops looking when there are enough. */
export function areFromOrganisations(
  known: Known,
  now: Moment,
  parties: Iterable<string>,
  atLeast: number,
): boolean {
  const passed = new Set<string>();
  const organisations = new Set<string>();
  for (const party of parties) {
    if (organisations.size >= atLeast) return true;
    if (passed.has(party)) continue;
    passed.add(party);
    organisations.add(organisationOf(known, now, party));
  }
  return organisations.size >= atLeast;
}

/** Someone who uses violence lives with the party or is tied to it. */
export function isTiedToUser(known: Known, now: Moment, party: string): boolean {
  return ties(known, now, party).some((person) => users(known, now).has(person));
}

export function ties(known: Known, now: Moment, party: string) {
  const data = partyOf(known, now, party)?.data;
  return [...(data?.livesWith ?? []), ...(data?.linkedTo ?? [])];
}

/** A party that is known, is not the actor, and is tied neither to the actor nor to someone who uses violence. */
export const isIndependent = question(
  (known: Known, now: Moment, party: string, agreement: string): boolean => {
    const made = lastMade(known, now, agreement);
    if (!made || !partyOf(known, now, party) || made.data.actor === party) return false;
    const actor = made.data.actor;
    if (isPerson(actor) && ties(known, now, party).includes(actor)) return false;
    return !isTiedToUser(known, now, party);
  },
);
