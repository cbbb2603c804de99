import { addDays } from '../src/domain/calendar.ts';
import type { RecordedOf } from '../src/domain/event.ts';
import type { EventId } from '../src/domain/ids.ts';
import type { Status } from '../src/domain/vocabulary.ts';
import { badFacts, violence } from './bad-facts.ts';
import type { BadFact } from './bad-facts.ts';
import { ids } from './finding.ts';
import { holding, question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { areFromOrganisations } from './parties.ts';
import type { Member } from './roster.ts';

/** P9: what people decided about a person's safety, and when a decision no longer stands. */

export type Decision = RecordedOf<'SafetyStatusDecided'>;

/** Decisions about a person or the whole family since the person joined, oldest first. */
export function decisionsAbout(known: Known, now: Moment, member: Member): readonly Decision[] {
  return holding(known, now, 'SafetyStatusDecided').filter(
    ({ data, to }) => (data.person === member.person || data.person === 'family') && to >= member.joined,
  );
}

/** The decision in force, as a status; null if there is none or it is void. */
export function decidedFor(known: Known, now: Moment, member: Member): Status | null {
  const last = decisionsAbout(known, now, member).at(-1);
  if (!last) return null;
  if (!raises(last)) return last.data.status;
  if (isVoid(known, now, last)) return null;
  return last.data.status === 'durable' && !isSignedForDurable(known, now, last)
    ? 'direct'
    : last.data.status;
}

/** Only direct and durable claim safety. */
export function raises({ data }: Decision): boolean {
  return data.status === 'direct' || data.status === 'durable';
}

/** A bad fact could not be weighed, or it was signed before the quiet time was over. */
export function isVoid(known: Known, now: Moment, decision: Decision): boolean {
  return (
    badFacts(known, now).some(couldNotBeWeighed(decision)) ||
    violence(known, now).some(wasTooRecent(known, decision))
  );
}

const couldNotBeWeighed =
  (decision: Decision) =>
  (fact: BadFact): boolean =>
    fact.reportedAt > decision.to;

const wasTooRecent =
  (known: Known, decision: Decision) =>
  (fact: BadFact): boolean =>
    decision.to < addDays(fact.to, known.terms.directQuietDays);

/** Why a decision is void: facts that became known later, and violence that was too recent to sign. */
export function voidedBy(known: Known, now: Moment, decision: Decision) {
  return {
    unweighed: badFacts(known, now).filter(couldNotBeWeighed(decision)),
    tooRecent: violence(known, now).filter(wasTooRecent(known, decision)),
  };
}

/** U12: two organisations signed, and the signature is not older than durableConfirmDays. */
export function isSignedForDurable(known: Known, now: Moment, { data, to }: Decision): boolean {
  return (
    areFromOrganisations(known, now, data.judges, 2) &&
    !now.reached(addDays(to, known.terms.durableConfirmDays))
  );
}

/** L6: decisions of safety taken after a bad fact happened and before anyone with a duty knew of it. */
export const decidedWithoutKnowledge = question((known: Known, now: Moment): readonly EventId[] => {
  const facts = badFacts(known, now);
  return ids(
    holding(known, now, 'SafetyStatusDecided').filter(
      (decision) =>
        raises(decision) && facts.some((fact) => fact.from <= decision.to && decision.to < fact.reportedAt),
    ),
  );
});
