import type { Instant } from '../src/domain/instant.ts';
import { never } from '../src/domain/instant.ts';
import type { Status } from '../src/domain/vocabulary.ts';
import { decidedFor } from './decisions.ts';
import * as direct from './direct-safety.ts';
import { hasLongCalm } from './durable-safety/calm.ts';
import { areFactorsControlled, isNoJointWork, isOrderKept } from './durable-safety/factors.ts';
import { isAccompanied, isCarried, isPreparedForRelapse } from './durable-safety/network.ts';
import {
  areParentsTreated,
  hasBasicConditions,
  isOutcomeGood,
  isRecovering,
} from './durable-safety/recovery.ts';
import { shown } from './finding.ts';
import type { Finding, Verdict } from './finding.ts';
import { question } from './known.ts';
import type { Known } from './known.ts';
import { Moment, justBefore } from './moment.ts';
import { atRisk, memberIn } from './roster.ts';
import type { Member } from './roster.ts';

/** P8-P10: the status of each person and of the family. Evidence may lower a status; only a decision raises it. */

type RuleOfPerson = (known: Known, now: Moment, member: Member) => Verdict;

const directRules: readonly RuleOfPerson[] = [
  direct.hasAgreements,
  direct.isQuiet,
  direct.isNothingOpen,
  direct.isSeen,
  direct.isAssessed,
  direct.isCovered,
];

const durableRules: readonly RuleOfPerson[] = [
  hasLongCalm,
  hasBasicConditions,
  isRecovering,
  areParentsTreated,
  areFactorsControlled,
  isOrderKept,
  isNoJointWork,
  isCarried,
  isPreparedForRelapse,
  isAccompanied,
  isOutcomeGood,
];

/** P10: every rule for one person, met or not, with its reasons. */
export function findingsFor(known: Known, now: Moment, member: Member): readonly Finding[] {
  return [direct.isSafeNow, ...directRules, ...durableRules].map((rule) => shown(rule(known, now, member)));
}

const order: readonly Status[] = ['unsafe', 'unknown', 'direct', 'durable'];

/** The lower of two statuses. */
export function lowest(a: Status, b: Status): Status {
  return order.indexOf(a) < order.indexOf(b) ? a : b;
}

/** P9 evidence(x): what the facts support, whatever anyone decided. */
export const evidenceFor = question((known: Known, now: Moment, person: string): Status => {
  const member = memberIn(atRisk(known, now), person);
  if (!member) return 'unknown';
  const isMet = (rule: RuleOfPerson) => rule(known, now, member).met;
  if (direct.isInDanger(known, now, member)) return 'unsafe';
  if (!directRules.every(isMet)) return 'unknown';
  return durableRules.every(isMet) ? 'durable' : 'direct';
});

/** P9 status(x); null while the person is not at risk. */
export const statusOf = question((known: Known, now: Moment, person: string): Status | null => {
  const member = memberIn(atRisk(known, now), person);
  if (!member) return null;
  if (direct.isInDanger(known, now, member)) return 'unsafe';
  const decided = decidedFor(known, now, member) ?? 'unknown';
  // What is decided is the most that evidence can confirm, so the rest need not be asked.
  if (decided === 'unsafe' || decided === 'unknown') return decided;
  if (decided === 'direct')
    return directRules.every((rule) => rule(known, now, member).met) ? 'direct' : 'unknown';
  return lowest(evidenceFor(known, now, person), decided);
});

/** P8: the minimum over the persons at risk, never an average; unknown if there are none. */
export const familyStatus = question((known: Known, now: Moment): Status => {
  const members = atRisk(known, now);
  return members
    .map(({ person }) => statusOf(known, now, person) ?? 'unknown')
    .reduce(lowest, members.length === 0 ? 'unknown' : 'durable');
});

/** P9 of the family: the least that the facts support for anyone at risk; unknown if nobody is. */
export const familyEvidence = question((known: Known, now: Moment): Status => {
  const members = atRisk(known, now);
  return members
    .map(({ person }) => evidenceFor(known, now, person))
    .reduce(lowest, members.length === 0 ? 'unknown' : 'durable');
});

/** The earliest instant from which an answer has been the same without interruption, with the same knowledge. */
export function since<A>(at: Instant, ask: (now: Moment) => A, isSame: (answer: A) => boolean): Instant {
  let instant = at;
  for (;;) {
    const now = new Moment(instant);
    if (!isSame(ask(now))) return (instant + 1) as Instant;
    if (now.holdsFrom === -Infinity) return now.holdsFrom;
    instant = justBefore(now.holdsFrom);
  }
}

export interface Change {
  readonly at: Instant;
  /** The rule that changes first, or P9 if a decision or the set of persons did. */
  readonly rule: string;
  readonly to: Status;
}

/** The next time at which the family's status changes although nothing more is recorded. */
export function nextChange(known: Known, at: Instant): Change | null {
  const status = familyStatus(known, new Moment(at));
  let now = new Moment(at);
  familyStatus(known, now);
  while (now.holdsUntil !== never) {
    const before = justBefore(now.holdsUntil);
    now = new Moment(now.holdsUntil);
    const to = familyStatus(known, now);
    if (to !== status) return { at: now.at, rule: ruleThatChanges(known, before, now.at), to };
  }
  return null;
}

function ruleThatChanges(known: Known, before: Instant, after: Instant): string {
  const [earlier, later] = [new Moment(before), new Moment(after)];
  const changed = atRisk(known, earlier).find(({ person }) => {
    const status = statusOf(known, later, person);
    return status !== null && status !== statusOf(known, earlier, person);
  });
  const joined = changed && memberIn(atRisk(known, later), changed.person);
  if (!joined) return 'P9';
  const old = findingsFor(known, earlier, changed);
  const differing = findingsFor(known, later, joined).find(({ met }, index) => met !== old[index]?.met);
  return differing?.rule ?? 'P9';
}
