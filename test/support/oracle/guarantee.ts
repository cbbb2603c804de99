// Candidate state and the no-waitlist guarantee: W4 to W10 (4.5), and the order of R8.
import { parseInstant } from './calendar.ts';
import { isGuaranteed } from './continuity.ts';
import { intimidation } from './facts.ts';
import { candidates, isTrusted, judgementsOf } from './relapse.ts';
import type { Candidate } from './relapse.ts';
import { isChild } from './world.ts';
import type { World } from './world.ts';
import { compare, compareKeys } from './types.ts';
import type { Ev } from './types.ts';

export type CandidateState = 'open' | 'help_started' | 'declined' | 'closed';
export interface Breach {
  rule: 'W5' | 'W6' | 'W7' | 'W8' | 'W9';
  at: number;
  event: string | null;
}

/** W4: the requests that hold and name the candidate. */
const requests = (w: World, ev: Ev): readonly Ev[] =>
  w.holding('ImmediateHelpRequested').filter((r) => w.family.referred(r.data.candidate) === ev.id);
const isRequest = (w: World, ev: Ev, request: string | undefined): boolean =>
  requests(w, ev).some((r) => r.data.request === request);

/** W4: counted starts, oldest first. */
export const countedStarts = (w: World, ev: Ev): readonly Ev[] =>
  w
    .holding('ImmediateHelpStarted')
    .filter(
      (s) =>
        isRequest(w, ev, s.data.request) &&
        ['in_person', 'video', 'phone'].includes(s.data.form) &&
        !s.data.bridging,
    );

/** 4.5: affected children. */
export function affectedChildren(w: World, ev: Ev): string[] {
  let named: string[] = [];
  if (ev.type === 'IncidentRecorded') named = [...ev.data.against, ...ev.data.witnessedBy];
  if (ev.type === 'ViolencePatternRecorded') named = ev.data.against;
  if (ev.type === 'RelapseSignalObserved' && ev.data.pattern === 'child_residual') named = [ev.data.person];
  return named.filter((x) => isChild(w, x));
}

const hasOwnHelp = (w: World, ev: Ev, child: string): boolean =>
  requests(w, ev).some(
    (r) =>
      r.data.persons.includes(child) && countedStarts(w, ev).some((s) => s.data.request === r.data.request),
  );
const helpStarted = (w: World, ev: Ev): boolean =>
  countedStarts(w, ev).length > 0 && affectedChildren(w, ev).every((x) => hasOwnHelp(w, ev, x));

function isClosed(w: World, ev: Ev): boolean {
  if (judgementsOf(w, ev.id).some((j) => j.data.relapse === 'no' && isTrusted(w, j))) return true;
  return w
    .holding('ShortTermHelpEnded')
    .some(
      (e) =>
        isRequest(w, ev, e.data.request) &&
        e.data.followUp !== 'extend' &&
        helpStarted(w.family.at(e.to), ev),
    );
}

/** W10: valid declines, oldest first. */
export const validDeclines = (w: World, ev: Ev): readonly Ev[] =>
  affectedChildren(w, ev).length > 0
    ? []
    : w
        .holding('HelpDeclined')
        .filter(
          (d) =>
            isRequest(w, ev, d.data.request) &&
            (d.data.alone || !intimidation(w)) &&
            d.data.alternatives >= 2,
        );

export function candidateState(w: World, ev: Ev): CandidateState {
  return w.once(`state ${ev.id}`, () => {
    if (isClosed(w, ev)) return 'closed';
    if (helpStarted(w, ev)) return 'help_started';
    return validDeclines(w, ev).length > 0 ? 'declined' : 'open';
  });
}

/** Settled: the earliest instant up to V at which the candidate was not open, or infinity. */
export function settledAt(w: World, ev: Ev): number {
  return w.once(`settled ${ev.id}`, () => {
    const instants = [...new Set(w.family.known.flatMap((e) => [e.from, e.to]))]
      .filter((t) => t <= w.V)
      .sort(compare);
    return instants.find((t) => candidateState(w.family.at(t), ev) !== 'open') ?? Infinity;
  });
}

/** All breaches of a candidate at V, by at, rule, event. */
export function breaches(w: World, c: Candidate): Breach[] {
  return w.once(`breaches ${c.ev.id}`, () => {
    const { ev, helpDue } = c;
    const settled = settledAt(w, ev);
    const list: Breach[] = [];
    const add = (rule: Breach['rule'], at: number, event: string | null): void => {
      list.push({ rule, at, event });
    };
    const unlessSettled = (rule: Breach['rule'], at: number, event: string | null): void => {
      if (settled > at) add(rule, at, event);
    };
    for (const e of w.begun('WaitlistPlacementRecorded', 'BarrierMet')) {
      // W5
      if (e.type === 'BarrierMet' && e.data.kind !== 'waiting_list') continue;
      if (isRequest(w, ev, e.data.ref)) unlessSettled('W5', e.from, e.id);
    }
    if (helpDue <= w.V && settled > helpDue) {
      // W6, W9
      const due = w.family.at(helpDue);
      const childLeftOut =
        countedStarts(due, ev).length > 0 && affectedChildren(due, ev).some((x) => !hasOwnHelp(due, ev, x));
      add(childLeftOut ? 'W9' : 'W6', helpDue, null);
    }
    for (const e of w.begun('BarrierMet')) {
      // W7
      if (['residence_principle', 'funding_silo'].includes(e.data.kind) && isRequest(w, ev, e.data.ref))
        unlessSettled('W7', e.from, e.id);
    }
    for (const e of w.begun('ReferralRejected')) {
      if (!isRequest(w, ev, e.data.ref)) continue;
      const atOnce = ['jurisdiction', 'funding', 'no_diagnosis'].includes(e.data.reason) || e.from >= helpDue;
      if (atOnce) {
        unlessSettled('W7', e.from, e.id);
        continue;
      }
      const otherOffer = w
        .holding('HelpOffered')
        .some(
          (o) =>
            o.data.request === e.data.ref &&
            o.data.provider !== e.data.provider &&
            o.to <= helpDue &&
            (parseInstant(o.data.startsAt) as number) <= helpDue,
        );
      if (!otherOffer) unlessSettled('W7', helpDue, e.id);
    }
    if (ev.type === 'FamilyReported' && ev.data.handledAs === 'new_case') add('W8', ev.from, ev.id); // W8
    return list
      .filter((b) => b.at <= w.V && isGuaranteed(w.family.at(b.at)))
      .sort((a, b) => compareKeys([a.at, a.rule, a.event ?? ''], [b.at, b.rule, b.event ?? '']));
  });
}

/** R8: the key of the order of the queue. */
export const queueKey = (c: Candidate): number[] => [
  c.urgency === 'acute' ? 0 : 1,
  c.ev.type === 'IncidentRecorded' && (c.ev.data.lethality ?? []).length > 0 ? 0 : 1,
  c.helpDue,
];

/** R8: the candidate that puts the family in the queue. */
export function queued(w: World): Candidate | undefined {
  return candidates(w)
    .filter((c) => c.urgency !== 'early' && candidateState(w, c.ev) === 'open')
    .sort((a, b) => compareKeys([...queueKey(a), a.ev.id], [...queueKey(b), b.ev.id]))[0];
}

/** HelpOffered on a request of the candidate with `to` later than an instant. */
export const isReoffered = (w: World, ev: Ev, after: number): boolean =>
  w.holding('HelpOffered').some((o) => isRequest(w, ev, o.data.request) && o.to > after);
