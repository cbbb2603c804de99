// Relapse candidates: R1 (triggers), R2 (terms), R5 (series), R4 (judgements).
import { plusDays, plusHours } from './calendar.ts';
import { intimidation, isHardBreak, users } from './facts.ts';
import type { Parameters } from './policy.ts';
import type { World } from './world.ts';
import { URGENCIES, byTime, compareKeys } from './types.ts';
import type { Ev, Urgency } from './types.ts';

export interface Candidate {
  ev: Ev;
  urgency: Urgency;
  since: number;
  clock: number;
  contactDue: number;
  helpDue: number;
}

const rank = (u: Urgency): number => URGENCIES.indexOf(u);
export const isHigher = (a: Urgency, b: Urgency): boolean => rank(a) > rank(b);

const contactHours = (p: Parameters, u: Urgency): number =>
  ({ acute: p.acuteContactHours, urgent: p.urgentContactHours, early: p.earlyContactHours })[u];
const helpHours = (p: Parameters, u: Urgency): number =>
  ({ acute: p.acuteHelpHours, urgent: p.urgentHelpHours, early: p.earlyHelpHours })[u];

const isSelfReport = (e: Ev): boolean =>
  e.type === 'FamilyVoiceRecorded' ||
  ((e.type === 'RelapseSignalObserved' || e.type === 'BellRung') && e.data.selfReport);

/** The levels of R1 that apply to an event, stressors left out. */
function levels(w: World, e: Ev): Urgency[] {
  const list: Urgency[] = [];
  const add = (level: Urgency, applies: boolean): void => {
    if (applies) list.push(level);
  };
  const { data } = e;
  switch (e.type) {
    case 'IncidentRecorded':
    case 'ViolencePatternRecorded':
      add('acute', true);
      break;
    case 'RelapseSignalObserved':
      add('acute', data.level === 'red');
      add(
        'urgent',
        data.level === 'orange' ||
          data.selfReport ||
          ['violence', 'control', 'addiction', 'psychiatric', 'debt_housing'].includes(data.pattern),
      );
      add('early', data.pattern === 'child_residual');
      break;
    case 'BellRung':
      add('acute', data.urgency === 'acute');
      add('urgent', data.urgency === 'urgent' || data.selfReport);
      add('early', data.urgency === 'early');
      break;
    case 'AgreementBroken':
      add('acute', data.violence === 'yes');
      add('urgent', isHardBreak(w, e));
      break;
    case 'MonitorCheckedIn':
      add('urgent', isHardBreak(w, e) || data.answers?.stillSafe === 'no');
      add(
        'early',
        data.answers?.basicConditions === 'no' || data.answers?.helpNeeded === 'yes' || data.worry === 3,
      );
      break;
    case 'ContactHeld':
      add('urgent', data.answers?.stillSafe === 'no');
      add('early', data.answers?.basicConditions === 'no' || data.answers?.helpNeeded === 'yes');
      break;
    case 'FamilyVoiceRecorded':
      add('urgent', data.helpNeeded === 'yes');
      break;
    case 'FactorReassessed': {
      const previous = w.latest(
        ['FactorReassessed'],
        (o) => byTime(o, e) < 0 && o.data.factor === data.factor && o.data.person === data.person,
      );
      add('urgent', data.state === 'active' && previous !== undefined && previous.data.state !== 'active');
      break;
    }
    case 'FamilyReported':
      add(data.acute === 'yes' ? 'acute' : 'urgent', true);
      break;
  }
  return list;
}

const TRIGGERS = [
  'IncidentRecorded',
  'ViolencePatternRecorded',
  'RelapseSignalObserved',
  'BellRung',
  'AgreementBroken',
  'MonitorCheckedIn',
  'ContactHeld',
  'FamilyVoiceRecorded',
  'FactorReassessed',
  'FamilyReported',
  'StressorRecorded',
];

/** R1: the check-in that makes a stressor a candidate: the first by another party than the very first. */
function worriedCheckIn(w: World, stressor: Ev): Ev | undefined {
  const end = plusDays(stressor.from, w.p.clusterDays);
  const worried = w
    .holding('MonitorCheckedIn')
    .filter((e) => e.data.worry >= 2 && e.from >= stressor.from && e.from < end);
  return worried.find((e) => e.data.party !== worried[0]?.data.party);
}

/** R1 and R2: candidates before R5 and R4. */
function triggers(w: World): Candidate[] {
  const p0 = w.family.ofType('PlanActivated')[0]?.to;
  if (p0 === undefined || p0 > w.V) return [];
  const list: Candidate[] = [];
  for (const ev of w.begun(...TRIGGERS)) {
    if (ev.to < p0) continue;
    const make = (urgency: Urgency, since: number, clock: number): Candidate => ({
      ev,
      urgency,
      since,
      clock,
      contactDue: 0,
      helpDue: 0,
    });
    if (ev.type === 'StressorRecorded') {
      const e = worriedCheckIn(w, ev);
      if (e !== undefined) list.push(make('early', e.to, e.reportedAt));
      continue;
    }
    const highest = levels(w, ev).sort((a, b) => rank(b) - rank(a))[0];
    if (highest !== undefined) list.push(make(highest, ev.from, ev.reportedAt));
  }
  return list;
}

/** R4: a judgement is trusted. */
export function isTrusted(w: World, judgement: Ev): boolean {
  return !intimidation(w) || judgement.data.spokenAlone.some((x) => !users(w).has(x));
}

/** The judgements of a candidate that hold, oldest first. */
export const judgementsOf = (w: World, candidate: string): readonly Ev[] =>
  w.holding('RelapseJudged').filter((j) => w.family.referred(j.data.candidate) === candidate);

function setTerms(w: World, c: Candidate): void {
  c.contactDue = plusHours(c.clock, contactHours(w.p, c.urgency));
  c.helpDue = plusHours(c.clock, helpHours(w.p, c.urgency));
}

/** R4: the effect of one judgement on level and terms. */
function judge(w: World, c: Candidate, j: Ev): void {
  if (j.data.relapse === 'no' || j.data.urgency === undefined) return;
  let wanted = j.data.urgency;
  if (isHigher(wanted, c.urgency)) {
    c.urgency = wanted;
    c.contactDue = Math.min(c.contactDue, plusHours(j.reportedAt, contactHours(w.p, wanted)));
    c.helpDue = Math.min(c.helpDue, plusHours(j.reportedAt, helpHours(w.p, wanted)));
    return;
  }
  if (isSelfReport(c.ev) && wanted === 'early') wanted = 'urgent';
  if (isHigher(c.urgency, wanted) && isTrusted(w, j) && j.to < c.helpDue) {
    c.urgency = wanted;
    setTerms(w, c);
  }
}

/** The candidates with level and terms after R5 and R4, by (since, id). */
export function candidates(w: World): Candidate[] {
  return w.once('candidates', () => {
    const list = triggers(w).sort((a, b) => compareKeys([a.since, a.ev.id], [b.since, b.ev.id]));
    const raised = list.map((c, i) => {
      // R5
      const near = list.slice(0, i).filter((e) => c.since < plusDays(e.since, w.p.clusterDays));
      return near.length >= w.p.clusterCount - 1;
    });
    for (const [i, c] of list.entries()) {
      if (raised[i] === true && c.urgency !== 'acute') c.urgency = c.urgency === 'early' ? 'urgent' : 'acute';
      setTerms(w, c);
      for (const j of judgementsOf(w, c.ev.id)) judge(w, c, j);
    }
    return list;
  });
}
