import type { Instant } from '../src/domain/instant.ts';
import { never } from '../src/domain/instant.ts';
import type { Status } from '../src/domain/vocabulary.ts';
import { activeAgreements } from './agreements.ts';
import { isSeen } from './direct-safety.ts';
import { countedStarts, settledAt } from './help.ts';
import { all, earliestFrom, history } from './known.ts';
import type { Known } from './known.ts';
import { Moment } from './moment.ts';
import { relation } from './monitors.ts';
import type { MonitorState } from './monitors.ts';
import { atRisk, memberIn } from './roster.ts';
import { statusOf } from './safety.ts';
import { triggers } from './triggers.ts';

/**
 * How things went, with the knowledge of one instant: what the rules answer at every V, from the first known fact on,
 * and after the last one as it will go if nothing more is recorded.
 */
export interface FamilyHistory {
  readonly persons: readonly PersonHistory[];
  readonly agreements: readonly AgreementHistory[];
  readonly watching: readonly WatchHistory[];
  readonly waits: readonly Spell[];
  readonly help: readonly Spell[];
  readonly relapses: readonly Spell[];
}

/** An answer and the interval [from, until) in which it holds; `until` may be `never`. */
export interface Stretch<A> {
  readonly is: A;
  readonly from: Instant;
  readonly until: Instant;
}

export interface PersonHistory {
  readonly person: string;
  /** P9; only while the person is at risk. */
  readonly status: readonly Stretch<Status>[];
  /** D4 is not met: nobody has fresh, independent sight of this person. */
  readonly unseen: readonly Stretch<true>[];
}

export interface AgreementHistory {
  readonly agreement: string;
  /** In force (D1), and the fact that made it. */
  readonly inForce: readonly Stretch<string>[];
}

export interface WatchHistory {
  readonly party: string;
  readonly agreement: string;
  /** M1. */
  readonly states: readonly Stretch<MonitorState>[];
}

/** Something that a fact began and that ended, or goes on. */
export interface Spell {
  /** The fact that began it. */
  readonly fact: string;
  readonly from: Instant;
  readonly until: Instant;
}

const kept = new WeakMap<Known, FamilyHistory>();

export function historyOf(known: Known): FamilyHistory {
  const found = kept.get(known) ?? tell(known);
  kept.set(known, found);
  return found;
}

function tell(known: Known): FamilyHistory {
  const start = earliestFrom(known) ?? never;
  return {
    persons: personsIn(known).flatMap((person) => personHistory(known, person, start) ?? []),
    agreements: agreementsIn(known).map((agreement) => ({
      agreement,
      inForce: course(start, (now) => {
        const active = activeAgreements(known, now).find(({ id }) => id === agreement);
        return active ? active.made.id : null;
      }),
    })),
    watching: relationsIn(known).map(([agreement, party]) => ({
      party,
      agreement,
      states: course(start, (now) => relation(known, now, agreement, party)?.state ?? null),
    })),
    waits: waitsIn(known),
    help: helpIn(known),
    relapses: relapsesIn(known),
  };
}

/** Asks from boundary to boundary, until `end`; what is null is left out, and equal answers that touch are one. */
export function course<A>(
  start: Instant,
  ask: (now: Moment) => A | null,
  end: Instant = never,
): readonly Stretch<A>[] {
  const found: { is: A; from: Instant; until: Instant }[] = [];
  for (let from = start; from < end;) {
    const now = new Moment(from);
    const is = ask(now);
    const last = found.at(-1);
    if (is !== null && last?.is === is && last.until === from) last.until = now.holdsUntil;
    else if (is !== null) found.push({ is, from, until: now.holdsUntil });
    from = now.holdsUntil;
  }
  return found;
}

function personHistory(known: Known, person: string, start: Instant): PersonHistory | null {
  const status = course(start, (now) => statusOf(known, now, person));
  if (status.length === 0) return null;
  const unseen = course(start, (now) => {
    const member = memberIn(atRisk(known, now), person);
    return member && !isSeen(known, now, member).met ? true : null;
  });
  return { person, status, unseen };
}

/** Everyone who may at some time be at risk. */
function personsIn(known: Known): readonly string[] {
  const found = new Set<string>();
  for (const { data } of all(known, 'PersonJoined')) found.add(data.person);
  for (const { data } of all(known, 'SafetyConditionSet')) for (const each of data.protects) found.add(each);
  for (const { data } of all(known, 'IncidentRecorded'))
    for (const each of [...data.against, ...data.witnessedBy]) found.add(each);
  for (const { data } of all(known, 'ViolencePatternRecorded'))
    for (const each of data.against) found.add(each);
  return [...found].sort();
}

const agreementsIn = (known: Known): readonly string[] =>
  [...new Set(all(known, 'SafetyAgreementMade').map(({ data }) => data.agreement))].sort();

function relationsIn(known: Known): readonly (readonly [string, string])[] {
  const found = new Map<string, readonly [string, string]>();
  for (const { data } of all(known, 'MonitorAccepted'))
    for (const agreement of data.agreements) found.set(`${agreement}/${data.party}`, [agreement, data.party]);
  return [...found.keys()].sort().map((key) => found.get(key) as readonly [string, string]);
}

const leavings = history(['WaitlistLeft'], ({ data }) => [data.ref]);
const begins = history(['PlanStepStarted'], ({ data }) => [data.step]);
const endings = history(['ShortTermHelpEnded'], ({ data }) => [data.request]);

/** From being put on a list until leaving it or until the real start of what was waited for. */
function waitsIn(known: Known): readonly Spell[] {
  return all(known, 'WaitlistPlacementRecorded').map(({ id, from, to, data: { ref } }) => {
    const over = [
      ...leavings.of(known, ref),
      ...countedStarts(known, new Moment(theEnd), ref),
      ...begins.of(known, ref),
    ].map((record) => record.to);
    return { fact: id, from, until: firstAfter(to, over) };
  });
}

/** From the start of help until it ended and was not extended. */
function helpIn(known: Known): readonly Spell[] {
  return all(known, 'ImmediateHelpStarted').map(({ id, to, data: { request } }) => {
    const over = endings.of(known, request).filter(({ data }) => data.followUp !== 'extend');
    return {
      fact: id,
      from: to,
      until: firstAfter(
        to,
        over.map((record) => record.to),
      ),
    };
  });
}

/** After everything that can be recorded, and yet before `never`. */
const theEnd = 253_402_300_800_000 as Instant;

/** From a sign that an old pattern returns until it was settled: closed, helped or declined (R1, W4). */
function relapsesIn(known: Known): readonly Spell[] {
  const end = new Moment(theEnd);
  return triggers(known, end).map((trigger) => ({
    fact: trigger.event.id,
    from: trigger.since,
    until: settledAt(known, end, trigger) ?? never,
  }));
}

function firstAfter(start: Instant, ends: readonly Instant[]): Instant {
  return ends.reduce((first, end) => (end >= start && end < first ? end : first), never);
}
