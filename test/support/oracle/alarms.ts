// Alarms (4.7).
import { pathOf, protectsOf } from './agreements.ts';
import { endOf, plusDays, plusHours, plusMinutes, startOf } from './calendar.ts';
import { continuity, isGuaranteed, planIsActive } from './continuity.ts';
import { hardBreaks, redFacts } from './facts.ts';
import { breaches, candidateState, countedStarts, isReoffered, validDeclines } from './guarantee.ts';
import { runStart } from './instants.ts';
import {
  activeRelations,
  checkIns,
  criticalAgreements,
  isQuiet,
  isUncovered,
  relation,
} from './monitoring.ts';
import { candidates, judgementsOf } from './relapse.ts';
import { isMeasureOpenForAnyone, isOpenForAnyone, measureIsCovered, persons } from './safety.ts';
import { deadlockFrom, hasOrderViolation, isDeadlock, steps } from './steps.ts';
import { childrenOf, partyInfo, roster } from './world.ts';
import type { World } from './world.ts';
import { URGENCIES, compareKeys } from './types.ts';
import type { Ev, Rung, Urgency } from './types.ts';

export interface Alarm {
  rule: string;
  subject: string;
  urgency: Urgency;
  since: number;
  acknowledged: boolean;
  to: string | null;
}
interface Condition {
  rule: string;
  subject: string;
}

/** The latest naming per supporter and person, in force (4.7). */
function supportersInForce(w: World): Ev[] {
  const last = new Map<string, Ev>();
  for (const e of w.holding('SupportPersonNamed', 'SupportPersonLeft'))
    last.set(`${e.data.person} ${e.data.supporter}`, e);
  return [...last.values()].filter(
    (e) => e.type === 'SupportPersonNamed' && (e.data.until === undefined || w.V < endOf(e.data.until)),
  );
}

/** The conditions of the alarms whose since is "run". */
function runConditions(w: World): Condition[] {
  return w.once('run conditions', () => {
    const list: Condition[] = [];
    const add = (rule: string, subject: string): void => {
      list.push({ rule, subject });
    };
    for (const x of persons(w)) {
      if (x.evidence === 'unsafe') add('L1', x.person);
      const d4 = x.reasons.find((r) => r.rule === 'D4');
      if ((x.decided === 'direct' || x.decided === 'durable') && d4?.met === false) add('L3', x.person);
    }
    for (const m of w.holding('CrisisMeasureSet')) {
      if (m.data.to === undefined) continue;
      const end = endOf(m.data.to);
      if (
        w.V >= plusHours(end, -w.p.crisisEndWarnHours) &&
        roster(w).has(m.data.subject) &&
        !measureIsCovered(w, m) &&
        (w.V < end || isMeasureOpenForAnyone(w, m))
      )
        add('L4', m.id);
    }
    if (planIsActive(w))
      for (const a of criticalAgreements(w)) if (isUncovered(w, a)) add('M2', a.data.agreement);

    const accepted = activeRelations(w).filter((r) => r.relation.accepted);
    const parties = [...new Set(accepted.map((r) => r.relation.party))];
    const ownOf = (party: string): typeof accepted => accepted.filter((r) => r.relation.party === party);
    const quiet = parties.filter((p) => ownOf(p).every((r) => isQuiet(r.relation)));
    if (quiet.length >= 2 && quiet.length * 100 >= w.p.silentPercent * parties.length) add('M6', 'family');
    for (const x of childrenOf(w)) {
      const around = accepted.filter((r) => protectsOf(w, r.agreement).includes(x));
      if (around.length > 0 && around.every((r) => isQuiet(r.relation))) add('M6', x);
    }

    const loads = new Map<string, Ev>();
    for (const e of w.holding('SupporterLoadAssessed')) loads.set(e.data.supporter, e);
    for (const p of new Set([...parties, ...loads.keys()])) {
      const tooMany = partyInfo(w, p)?.data.informal === true && ownOf(p).length > w.p.maxAgreementsInformal;
      if (tooMany || loads.get(p)?.data.overloaded === 'yes') add('M10', p);
    }
    for (const x of childrenOf(w)) {
      const around = supportersInForce(w).filter((e) => e.data.person === x);
      if (around.length > 0 && !around.some((e) => e.data.ring <= 2 && e.data.level !== 'professional'))
        add('M14', x);
    }
    for (const s of steps(w)) if (hasOrderViolation(w, s)) add('U6', s.data.step);
    if (isGuaranteed(w) && continuity(w).professional === null) add('C1', 'family');
    return list;
  });
}

const runUrgency: Record<string, Urgency> = {
  L1: 'acute',
  L3: 'urgent',
  L4: 'urgent',
  M2: 'urgent',
  M6: 'urgent',
  M10: 'early',
  M14: 'early',
  U6: 'early',
};

/** M11: the rungs of a bell. */
function rungsOf(w: World, bell: Ev): Pick<Rung, 'to' | 'ackMinutes'>[] {
  const agreement = bell.data.agreement as string | undefined;
  const path = agreement === undefined ? undefined : pathOf(w, agreement);
  return path?.data.rungs ?? [{ to: bell.data.to as string, ackMinutes: w.p.bellAckMinutes }];
}

/** All alarms at V, closed ones left out. */
export function alarms(w: World): Alarm[] {
  const { professional, deputy, contactDue, leaves } = continuity(w);
  const list: Alarm[] = [];
  const add = (
    rule: string,
    subject: string,
    urgency: Urgency,
    since: number,
    to = professional ?? deputy,
  ): void => {
    list.push({ rule, subject, urgency, since, acknowledged: false, to });
  };

  for (const { rule, subject } of runConditions(w)) {
    const since = runStart(w, (e) => runConditions(e).some((c) => c.rule === rule && c.subject === subject));
    const soft = deputy !== null && w.V < plusDays(since, w.p.maxDeputyDays); // C1
    add(rule, subject, runUrgency[rule] ?? (soft ? 'early' : 'urgent'), since);
  }
  for (const e of hardBreaks(w)) if (isOpenForAnyone(w, e)) add('L2', e.id, 'urgent', e.from);
  for (const e of redFacts(w)) if (isOpenForAnyone(w, e)) add('L5', e.id, 'acute', e.from);

  for (const { agreement, relation: r } of activeRelations(w)) {
    // M5
    if (!isQuiet(r) || r.lateFrom === null) continue;
    const id = agreement.data.agreement;
    const worried = (checkIns(w, id, r.party).at(-1)?.data.worry ?? 0) >= 2;
    add('M5', `${id}/${r.party}`, r.state === 'silent' || worried ? 'urgent' : 'early', r.lateFrom);
  }
  for (const e of w.holding('MonitorPaused')) {
    // M8
    const warn = plusDays(startOf(e.data.from), -w.p.pauseWarnDays);
    if (w.V < warn || w.V >= endOf(e.data.to as string)) continue;
    const gap = activeRelations(w).some(({ agreement, relation: r }) => {
      const id = agreement.data.agreement;
      const inScope = e.data.agreements === undefined || e.data.agreements.includes(id);
      return (
        inScope &&
        r.party === e.data.party &&
        r.accepted &&
        (e.data.standIn === undefined || relation(w, id, e.data.standIn)?.accepted !== true)
      );
    });
    if (gap) add('M8', e.id, 'early', Math.max(warn, e.to));
  }
  for (const e of w.holding('BellRung')) {
    // M11
    if (w.holding('BellAnswered').some((a) => a.data.bell === e.data.bell)) continue;
    let end = e.reportedAt;
    const ends = rungsOf(w, e).map((r) => ({ to: r.to, end: (end = plusMinutes(end, r.ackMinutes)) }));
    const first = ends[0];
    if (first === undefined || w.V < first.end) continue;
    const due = ends.find((r) => r.end > w.V) ?? ends.at(-1) ?? first;
    add('M11', e.id, e.data.urgency as Urgency, first.end, due.to);
  }
  for (const e of supportersInForce(w)) {
    // M15
    if (e.data.reviewDays === undefined) continue;
    const review = plusDays(e.to, e.data.reviewDays);
    if (w.V >= review) add('M15', `${e.data.person}/${e.data.supporter}`, 'early', review);
  }
  for (const s of steps(w))
    if (isDeadlock(w, s)) add('W13', s.data.step, 'urgent', deadlockFrom(w, s) as number);

  for (const c of candidates(w)) {
    const { ev, urgency } = c;
    const state = candidateState(w, ev);
    const broken = breaches(w, c);
    if (state === 'open') {
      if (w.V >= c.contactDue && judgementsOf(w, ev.id).length === 0) add('R7', ev.id, urgency, c.contactDue);
      const half = c.clock + (c.helpDue - c.clock) / 2;
      const first = broken[0];
      if (first !== undefined) add('W11', ev.id, urgency, first.at);
      else if (w.V >= half) add('W6', ev.id, urgency, half);
    }
    if (state === 'declined') {
      const decline = validDeclines(w, ev).at(-1) as Ev;
      const again = plusDays(decline.to, w.p.reofferDays);
      if (w.V >= again && !isReoffered(w, ev, decline.to)) add('W10', ev.id, 'early', again);
    }
    if (state === 'help_started') {
      const start = countedStarts(w, ev).at(-1) as Ev;
      const review = plusDays(start.to, w.p.shortReviewDays);
      if (w.V >= review && !w.holding('PlanReviewed').some((e) => e.to >= start.to))
        add('W12', ev.id, 'early', review);
    }
  }
  if (professional !== null && contactDue !== null && w.V >= contactDue)
    add('C2', professional, 'early', contactDue);
  const leave = leaves.at(-1);
  if (
    professional !== null &&
    leave !== undefined &&
    w.V < endOf(leave.data.lastDay) &&
    leave.data.successor === undefined
  )
    add('C3', professional, 'urgent', leave.to);

  const marked = (type: string, a: Alarm): boolean =>
    w.holding(type).some((e) => e.data.rule === a.rule && e.data.subject === a.subject && a.since <= e.to);
  return list
    .filter((a) => ['L1', 'M11', 'W11'].includes(a.rule) || !marked('AlarmClosed', a))
    .map((a) => ({ ...a, acknowledged: marked('AlarmAcknowledged', a) }))
    .sort((a, b) =>
      compareKeys(
        [-URGENCIES.indexOf(a.urgency), a.since, a.rule, a.subject],
        [-URGENCIES.indexOf(b.urgency), b.since, b.rule, b.subject],
      ),
    );
}
