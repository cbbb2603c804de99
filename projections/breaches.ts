import type { EventId } from '../src/domain/ids.ts';
import { parseInstant } from '../src/domain/instant.ts';
import type { Instant } from '../src/domain/instant.ts';
import { isGuaranteed } from './guarantee.ts';
import { requestTokens, settledAt, startsFor } from './help.ts';
import { history, upTo } from './known.ts';
import type { Known } from './known.ts';
import { Moment } from './moment.ts';
import type { Trigger } from './triggers.ts';

/** W5-W9: where the guarantee of help without waiting was broken. Later help changes the state, not the past. */

export interface Breach {
  readonly rule: 'W5' | 'W6' | 'W7' | 'W8' | 'W9';
  readonly at: Instant;
  readonly event: EventId | null;
}

const waits = history(['WaitlistPlacementRecorded'], (record) => [record.data.ref]);
const barriers = history(['BarrierMet'], (record) =>
  record.data.ref === undefined ? [] : [record.data.ref],
);
const rejections = history(['ReferralRejected'], (record) => [record.data.ref]);
const offers = history(['HelpOffered'], (record) => [record.data.request]);

export function breachesOf(known: Known, now: Moment, trigger: Trigger, helpDue: Instant): readonly Breach[] {
  const tokens = requestTokens(known, now, trigger.event.id);
  const settled = settledAt(known, now, trigger);
  const found = [
    ...tokens.flatMap((request) => [...waited(known, request), ...refused(known, now, request, helpDue)]),
    ...missedDeadline(known, trigger, helpDue),
  ].filter(({ at }) => settled === null || settled > at);
  return [...found, ...startedAnew(trigger)]
    .filter(({ at }) => now.reached(at) && isGuaranteed(known, new Moment(at)))
    .sort(byInstant);
}

/** W5 Waitlist: the family had to wait, whatever the wait was called. */
function waited(known: Known, request: string): readonly Breach[] {
  const placed = waits.of(known, request);
  const listed = barriers.of(known, request).filter(({ data }) => data.kind === 'waiting_list');
  return [...placed, ...listed].map(({ id, from }) => ({ rule: 'W5', at: from, event: id }));
}

const systemReasons: readonly string[] = ['jurisdiction', 'funding', 'no_diagnosis'];
const systemBarriers: readonly string[] = ['residence_principle', 'funding_silo'];

/** W7 Refusal: a dispute of the system breaks the guarantee at once; a provider's no does unless another one offers help in time. */
function refused(known: Known, now: Moment, request: string, helpDue: Instant): readonly Breach[] {
  const disputes = barriers.of(known, request).filter(({ data }) => systemBarriers.includes(data.kind));
  const refusals = rejections.of(known, request).flatMap((rejection) => {
    // A refusal is a breach fact: before its earliest instant it says nothing about the deadline either.
    if (!now.reached(rejection.from)) return [];
    if (systemReasons.includes(rejection.data.reason) || rejection.from >= helpDue)
      return [{ at: rejection.from, id: rejection.id }];
    const isReplaced = upTo(now, offers.of(known, request)).some(
      ({ data, to }) =>
        data.provider !== rejection.data.provider && to <= helpDue && instantOf(data.startsAt) <= helpDue,
    );
    return isReplaced ? [] : [{ at: helpDue, id: rejection.id }];
  });
  return [...disputes.map(({ id, from }) => ({ at: from, id })), ...refusals].map(({ at, id }) => ({
    rule: 'W7',
    at,
    event: id,
  }));
}

/** W6 Deadline, or W9 Child left out if help had started by then, but not for every affected child. */
function missedDeadline(known: Known, trigger: Trigger, helpDue: Instant): readonly Breach[] {
  const hasStart = startsFor(known, new Moment(helpDue), trigger.event.id).length > 0;
  return [{ rule: hasStart ? 'W9' : 'W6', at: helpDue, event: null }];
}

/** W8 New case: a family with a plan was handled as if nobody knew it. */
function startedAnew({ event }: Trigger): readonly Breach[] {
  if (event.type !== 'FamilyReported' || event.data.handledAs !== 'new_case') return [];
  return [{ rule: 'W8', at: event.from, event: event.id }];
}

function byInstant(a: Breach, b: Breach): number {
  const text = ({ rule, event }: Breach) => `${rule} ${event ?? ''}`;
  return a.at - b.at || (text(a) < text(b) ? -1 : text(a) > text(b) ? 1 : 0);
}

const instantOf = (text: string): Instant => parseInstant(text) ?? (Infinity as Instant);
