import { addDays, addHours } from '../src/domain/calendar.ts';
import type { FamilyId } from '../src/domain/ids.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { Urgency } from '../src/domain/vocabulary.ts';
import { breachesOf } from './breaches.ts';
import type { Breach } from './breaches.ts';
import { isTrusted, judgementsOf, stateOf } from './help.ts';
import type { CandidateState } from './help.ts';
import { question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { isSelfReport, triggers } from './triggers.ts';
import type { Trigger } from './triggers.ts';

/** 4.4 Relapse: candidates, their terms, and which families need help now. */

export interface Candidate extends Trigger {
  readonly contactDue: Instant;
  readonly helpDue: Instant;
  readonly state: CandidateState;
  readonly breaches: readonly Breach[];
}

/** Most urgent last, so that a higher index is a higher level. */
const levels = ['early', 'urgent', 'acute'] as const satisfies readonly Urgency[];
const rank = (urgency: Urgency): number => levels.indexOf(urgency);

/** Every candidate, by since and id. */
export const candidates = question((known: Known, now: Moment): readonly Candidate[] =>
  inSeries(known, triggers(known, now)).map((trigger) => {
    const { urgency, contactDue, helpDue } = judged(known, now, trigger);
    return {
      ...trigger,
      urgency,
      contactDue,
      helpDue,
      state: stateOf(known, now, trigger),
      breaches: breachesOf(known, now, trigger, helpDue),
    };
  }),
);

/** R5 Series: what comes shortly after enough others is one level higher. The reported incident is judged within its series (Q2). */
function inSeries(known: Known, found: readonly Trigger[]): readonly Trigger[] {
  const { clusterCount, clusterDays } = known.terms;
  const ordered = [...found].sort((a, b) => a.since - b.since || (a.event.id < b.event.id ? -1 : 1));
  const ends = ordered.map(({ since }) => addDays(since, clusterDays));
  return ordered.map((trigger, index) => {
    const earlier = ends.slice(0, index).filter((end) => trigger.since < end).length;
    return earlier >= clusterCount - 1 ? { ...trigger, urgency: raised(trigger.urgency) } : trigger;
  });
}

const raised = (urgency: Urgency): Urgency => (urgency === 'early' ? 'urgent' : 'acute');

interface Terms {
  readonly urgency: Urgency;
  readonly contactDue: Instant;
  readonly helpDue: Instant;
}

/** R2: how soon someone must be spoken to and helped, from an instant on. */
function termsFrom({ terms }: Known, urgency: Urgency, clock: Instant): Terms {
  const hours = {
    acute: [terms.acuteContactHours, terms.acuteHelpHours],
    urgent: [terms.urgentContactHours, terms.urgentHelpHours],
    early: [terms.earlyContactHours, terms.earlyHelpHours],
  } as const;
  const [contact, help] = hours[urgency];
  return { urgency, contactDue: addHours(clock, contact), helpDue: addHours(clock, help) };
}

/** R4 Judgement: people may raise a level, and lower it if they could speak freely and in time. */
function judged(known: Known, now: Moment, trigger: Trigger): Terms {
  return judgementsOf(known, now, trigger.event.id).reduce(
    (terms, judgement) => {
      const { relapse, urgency } = judgement.data;
      if (relapse === 'no' || urgency === undefined || urgency === terms.urgency) return terms;
      if (rank(urgency) > rank(terms.urgency))
        return sooner(terms, termsFrom(known, urgency, judgement.reportedAt));
      if (!isTrusted(known, now, judgement) || judgement.to >= terms.helpDue) return terms;
      const floor = isSelfReport(trigger.event) && urgency === 'early' ? 'urgent' : urgency;
      return termsFrom(known, floor, trigger.clock);
    },
    termsFrom(known, trigger.urgency, trigger.clock),
  );
}

function sooner(old: Terms, raisedTo: Terms): Terms {
  return {
    urgency: raisedTo.urgency,
    contactDue: Math.min(old.contactDue, raisedTo.contactDue) as Instant,
    helpDue: Math.min(old.helpDue, raisedTo.helpDue) as Instant,
  };
}

interface Pressure {
  readonly urgency: Urgency;
  readonly isLethal: boolean;
  readonly helpDue: Instant;
}

/** A family's place in the queue: its most pressing open candidate. */
export interface QueueRow {
  readonly family: FamilyId;
  readonly candidate: string;
  readonly urgency: 'acute' | 'urgent';
  readonly isLethal: boolean;
  readonly helpDue: Instant;
}

/** R8: the first open acute or urgent candidate of a family; null if it needs no relapse help now. */
export const queueRow = question((known: Known, now: Moment): QueueRow | null => {
  const rows = candidates(known, now).flatMap(({ event, urgency, helpDue, state }): QueueRow[] => {
    if (state !== 'open' || urgency === 'early') return [];
    return [{ family: event.family, candidate: event.id, urgency, isLethal: isLethal(event), helpDue }];
  });
  return rows.sort((a, b) => byPressure(a, b) || (a.candidate < b.candidate ? -1 : 1))[0] ?? null;
});

export function isLethal(event: Trigger['event']): boolean {
  return event.type === 'IncidentRecorded' && (event.data.lethality?.length ?? 0) > 0;
}

/** Level, a sign of lethal violence, then the nearest term. */
export function byPressure(a: Pressure, b: Pressure): number {
  return (
    rank(b.urgency) - rank(a.urgency) || Number(b.isLethal) - Number(a.isLethal) || a.helpDue - b.helpDue
  );
}

/** R8: the rows of many families, most pressing first. No score. */
export function inQueueOrder(a: QueueRow, b: QueueRow): number {
  return byPressure(a, b) || (a.family < b.family ? -1 : a.family > b.family ? 1 : 0);
}
