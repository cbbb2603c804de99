import type { RecordOf } from '../src/domain/event.ts';
import type { EventId, PersonId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/instant.ts';
import { hasIntimidation, users } from './intimidation.ts';
import { history, upTo } from './known.ts';
import type { Known } from './known.ts';
import { Moment } from './moment.ts';
import { isChild, roster } from './roster.ts';
import type { Trigger } from './triggers.ts';

/** 4.5: what was asked, offered and started for a candidate, and how it stands. */

export type CandidateState = 'open' | 'help_started' | 'declined' | 'closed';
export type Judgement = RecordOf<'RelapseJudged'>;
type Start = RecordOf<'ImmediateHelpStarted'>;
type Request = RecordOf<'ImmediateHelpRequested'>;

const judgements = history(['RelapseJudged'], ({ data }, known) => [known.current(data.candidate)]);
const requests = history(['ImmediateHelpRequested'], ({ data }, known) => [known.current(data.candidate)]);
const starts = history(['ImmediateHelpStarted'], (record) => [record.data.request]);
const endings = history(['ShortTermHelpEnded'], (record) => [record.data.request]);
const declines = history(['HelpDeclined'], (record) => [record.data.request]);
const offers = history(['HelpOffered'], (record) => [record.data.request]);

/** How people judged a candidate, oldest first. */
export function judgementsOf(known: Known, now: Moment, candidate: EventId): readonly Judgement[] {
  return upTo(now, judgements.of(known, candidate));
}

/** R4: no intimidation, or someone who is not a user was spoken to alone. */
export function isTrusted(known: Known, now: Moment, { data }: Judgement): boolean {
  if (!hasIntimidation(known, now)) return true;
  const violent = users(known, now);
  return data.spokenAlone.some((person) => !violent.has(person));
}

/** What was asked for a candidate. */
export function requestsOf(known: Known, now: Moment, candidate: EventId): readonly Request[] {
  return upTo(now, requests.of(known, candidate));
}

/** Requests by their token; one token may be asked twice. */
export function requestTokens(known: Known, now: Moment, candidate: EventId): readonly string[] {
  return [...new Set(requestsOf(known, now, candidate).map(({ data }) => data.request))];
}

/** W4: real help, now; an intake, a letter or a bridge is none. */
export function countedStarts(known: Known, now: Moment, request: string): readonly Start[] {
  return upTo(now, starts.of(known, request)).filter(isCountedStart);
}

export function isCountedStart({ data }: Start): boolean {
  return !data.bridging && data.form !== 'intake_only' && data.form !== 'letter';
}

export function startsFor(known: Known, now: Moment, candidate: EventId): readonly Start[] {
  return requestTokens(known, now, candidate).flatMap((request) => countedStarts(known, now, request));
}

/** What was offered on any request for a candidate. */
export function offersFor(known: Known, now: Moment, candidate: EventId) {
  return requestTokens(known, now, candidate).flatMap((request) => upTo(now, offers.of(known, request)));
}

/** The children of the family who were hurt, saw it, or show its effect. */
export function affectedChildren(known: Known, now: Moment, { event }: Trigger): readonly PersonId[] {
  const hurt: readonly PersonId[] =
    event.type === 'IncidentRecorded'
      ? [...event.data.against, ...event.data.witnessedBy]
      : event.type === 'ViolencePatternRecorded'
        ? event.data.against
        : event.type === 'RelapseSignalObserved' && event.data.pattern === 'child_residual'
          ? [event.data.person]
          : [];
  if (hurt.length === 0) return [];
  return roster(known, now)
    .filter((member) => isChild(member) && hurt.includes(member.person))
    .map(({ person }) => person);
}

/** The state of a candidate at a moment, first that applies. */
export function stateOf(known: Known, now: Moment, trigger: Trigger): CandidateState {
  const candidate = trigger.event.id;
  const isDismissed = judgementsOf(known, now, candidate).some(
    (judgement) => judgement.data.relapse === 'no' && isTrusted(known, now, judgement),
  );
  if (isDismissed || hasEnded(known, now, trigger)) return 'closed';
  if (isHelped(known, now, trigger)) return 'help_started';
  return validDeclines(known, now, trigger).length > 0 ? 'declined' : 'open';
}

/** Help that had started came to its end and is not extended. */
function hasEnded(known: Known, now: Moment, trigger: Trigger): boolean {
  return requestTokens(known, now, trigger.event.id)
    .flatMap((request) => upTo(now, endings.of(known, request)))
    .some((ending) => ending.data.followUp !== 'extend' && isHelped(known, new Moment(ending.to), trigger));
}

/** Help counts as started when each affected child has its own part in it (W9). */
function isHelped(known: Known, now: Moment, trigger: Trigger): boolean {
  const helped = requestsOf(known, now, trigger.event.id).filter(
    ({ data }) => countedStarts(known, now, data.request).length > 0,
  );
  return (
    helped.length > 0 &&
    affectedChildren(known, now, trigger).every((child) =>
      helped.some(({ data }) => data.persons.includes(child)),
    )
  );
}

/** W10: a free no, with real alternatives; never in the name of a child. */
export function validDeclines(known: Known, now: Moment, trigger: Trigger) {
  const declined = requestTokens(known, now, trigger.event.id).flatMap((request) =>
    upTo(now, declines.of(known, request)),
  );
  if (declined.length === 0 || affectedChildren(known, now, trigger).length > 0) return [];
  const intimidated = hasIntimidation(known, now);
  return declined.filter(({ data }) => (data.alone || !intimidated) && data.alternatives >= 2);
}

/** The earliest instant up to now at which the candidate was closed, helped or declined; null if it never was. */
export function settledAt(known: Known, now: Moment, trigger: Trigger): Instant | null {
  let moment = new Moment(-Infinity as Instant);
  while (stateOf(known, moment, trigger) === 'open') {
    if (!now.reached(moment.holdsUntil)) return null;
    moment = new Moment(moment.holdsUntil);
  }
  return moment.at;
}
