// Direct safety (4.1), decisions (P9), and the evaluation of a person and of the family.
import { activeAgreements, activeConditions, hasCompletePath, isComplete, protectsOf } from './agreements.ts';
import { endOf, plusDays } from './calendar.ts';
import {
  affects,
  badFacts,
  control,
  danger,
  dangerAssessments,
  hardBreaks,
  intimidation,
  isOpen,
  isSound,
  personsAtRisk,
  redFacts,
  violentFacts,
} from './facts.ts';
import type { AtRisk } from './facts.ts';
import { durableRules, u1 } from './durable.ts';
import { criticalAgreements, isUncovered, qualifying, seeings } from './monitoring.ts';
import { differentOrgs, isAloneAge, isChild, roster } from './world.ts';
import type { World } from './world.ts';
import { compare, ids, lowest } from './types.ts';
import type { Ev, Status } from './types.ts';

export interface Finding {
  met: boolean;
  events: readonly Ev[];
  missing?: string;
}
export interface PersonResult {
  person: string;
  role: AtRisk['role'];
  evidence: Status;
  decided: Status | null;
  status: Status;
  reasons: { rule: string; met: boolean; events: string[]; missing?: string }[];
}

const MET: Finding = { met: true, events: [] };
export const fresh = (w: World, e: Ev, days: number): boolean => w.V >= e.to && w.V < plusDays(e.from, days);

/** L1. */
export function l1(w: World, x: AtRisk): Finding {
  const facts = [
    ...violentFacts(w).filter((e) => affects(w, e, x.person)),
    ...dangerAssessments(w).filter((e) => danger(e, x.person) === 'yes'),
  ].filter((e) => isOpen(w, e, x.person));
  return { met: facts.length === 0, events: facts };
}

/** L4 (a): an agreement keeps the subject of an ended measure in view. */
export const measureIsCovered = (w: World, measure: Ev): boolean =>
  criticalAgreements(w).some(
    (a) =>
      !isUncovered(w, a) &&
      (a.data.actor === measure.data.subject || protectsOf(w, a).includes(measure.data.subject)),
  );

/** L4: the measure is open for x. */
export function isMeasureOpen(w: World, measure: Ev, x: string): boolean {
  if (measure.to > w.V || measure.data.to === undefined || !roster(w).has(measure.data.subject)) return false;
  const end = endOf(measure.data.to);
  if (w.V < end || measureIsCovered(w, measure)) return false;
  return !w.holding('SafetyAssessed').some((a) => isSound(w, a) && danger(a, x) === 'no' && a.from >= end);
}

function d1(w: World, x: AtRisk): Finding {
  const conditions = [...activeConditions(w)].filter(
    ([, c]) => c.data.horizon === 'direct' && c.data.protects.includes(x.person),
  );
  if (conditions.length === 0) return { met: false, events: [], missing: 'condition' };
  const complete: Ev[] = [];
  for (const [id] of conditions) {
    const agreements = [...activeAgreements(w).values()].filter((a) => a.data.condition === id);
    if (agreements.length === 0) return { met: false, events: [], missing: 'agreement' };
    if (!agreements.some((a) => hasCompletePath(w, a.data.agreement)))
      return { met: false, events: [], missing: 'path' };
    if (!agreements.some((a) => isComplete(w, a))) return { met: false, events: [], missing: 'consent' };
    complete.push(...agreements.filter((a) => isComplete(w, a)));
  }
  return { met: true, events: complete };
}

function d2(w: World): Finding {
  const events = violentFacts(w).filter((e) => w.V < plusDays(e.to, w.p.directQuietDays));
  return { met: events.length === 0, events };
}

function d3(w: World, x: AtRisk): Finding {
  const l2 = hardBreaks(w).filter((e) => isOpen(w, e, x.person));
  const l4 = w.holding('CrisisMeasureSet').filter((e) => isMeasureOpen(w, e, x.person));
  const l5 = redFacts(w).filter((e) => isOpen(w, e, x.person));
  if (l2.length + l4.length + l5.length === 0) return MET;
  return {
    met: false,
    events: [...l2, ...l4, ...l5],
    missing: l2.length > 0 ? 'L2' : l4.length > 0 ? 'L4' : 'L5',
  };
}

function d4(w: World, x: AtRisk): Finding {
  const calm = u1(w, x).met;
  const events = qualifying(w, x.person, x.join).filter((e) =>
    fresh(w, e, calm ? w.p.longSightDays : w.p.sightDays),
  );
  const needed = control(w) ? w.p.controlMinParties : w.p.directMinParties;
  if (
    differentOrgs(
      w,
      events.map((e) => e.data.party),
    ) < needed
  )
    return { met: false, events, missing: 'parties' };
  if (isChild(w, x.person)) {
    const cw = calm ? w.p.longSightDays : intimidation(w) ? w.p.childSeenDaysIntimidation : w.p.childSeenDays;
    const seen = seeings(w, x.person, x.join).filter((e) => fresh(w, e, cw));
    if (seen.length === 0) return { met: false, events, missing: 'child_seen' };
    if (isAloneAge(w, x.person) && !seen.some((e) => e.data.childAlone))
      return { met: false, events, missing: 'child_alone' };
  }
  return { met: true, events };
}

function d5(w: World, x: AtRisk): Finding {
  const a = w.latest(['SafetyAssessed'], (e) => e.from >= x.join);
  if (a === undefined) return { met: false, events: [], missing: 'none' };
  const events = [a];
  if (danger(a, x.person) !== 'no') return { met: false, events, missing: 'danger' };
  if (!isSound(w, a)) return { met: false, events, missing: 'basis' };
  const days = u1(w, x).met ? w.p.longAssessMaxAgeDays : w.p.assessMaxAgeDays;
  return fresh(w, a, days) ? { met: true, events } : { met: false, events, missing: 'stale' };
}

function d6(w: World, x: AtRisk): Finding {
  const own = criticalAgreements(w).filter((a) => protectsOf(w, a).includes(x.person));
  const uncovered = criticalAgreements(w).filter((a) => isUncovered(w, a));
  if (own.length === 0) return { met: false, events: uncovered, missing: 'critical_agreement' };
  if (uncovered.length > 0) return { met: false, events: uncovered, missing: 'uncovered' };
  return { met: true, events: own };
}

/** Decisions about x that hold, oldest first (P9, L7). */
export const decisionsAbout = (w: World, x: AtRisk): readonly Ev[] =>
  w
    .holding('SafetyStatusDecided')
    .filter((e) => (e.data.person === x.person || e.data.person === 'family') && e.to >= x.join);

/** P9: void. */
export const isVoid = (w: World, d: Ev): boolean =>
  badFacts(w).some((b) => b.reportedAt > d.to) ||
  violentFacts(w).some((b) => d.to < plusDays(b.to, w.p.directQuietDays));

/** P9 and U12: decided(x). */
export function decided(w: World, x: AtRisk): Status | null {
  const d = decisionsAbout(w, x).at(-1);
  if (d === undefined) return null;
  const { status } = d.data;
  if ((status === 'direct' || status === 'durable') && isVoid(w, d)) return null;
  const signed = differentOrgs(w, d.data.judges) >= 2 && w.V < plusDays(d.to, w.p.durableConfirmDays);
  return status === 'durable' && !signed ? 'direct' : status;
}

/** P9, P10: everything about one person at risk. */
function person(w: World, x: AtRisk): PersonResult {
  const direct: [string, Finding][] = [
    ['L1', l1(w, x)],
    ['D1', d1(w, x)],
    ['D2', d2(w)],
    ['D3', d3(w, x)],
    ['D4', d4(w, x)],
    ['D5', d5(w, x)],
    ['D6', d6(w, x)],
  ];
  const durable = durableRules(w, x);
  const all = (list: [string, Finding][]): boolean => list.every(([, f]) => f.met);
  let evidence: Status = 'unknown';
  if (!l1(w, x).met) evidence = 'unsafe';
  else if (all(direct) && all(durable)) evidence = 'durable';
  else if (all(direct)) evidence = 'direct';
  const decision = decided(w, x);
  const reasons = [...direct, ...durable].map(([rule, f]) => ({
    rule,
    met: f.met,
    events: ids(f.events),
    ...(f.met || f.missing === undefined ? {} : { missing: f.missing }),
  }));
  return {
    person: x.person,
    role: x.role,
    evidence,
    decided: decision,
    status: lowest([evidence, decision ?? 'unknown']),
    reasons,
  };
}

export const persons = (w: World): PersonResult[] =>
  w.once('persons', () => personsAtRisk(w).map((x) => person(w, x)));

/** P8: the minimum over the persons at risk. */
export function familySafety(w: World): { status: Status; evidence: Status; decided: Status | null } {
  const list = persons(w);
  const signed = list.map((x) => x.decided).filter((s) => s !== null);
  return {
    status: lowest(list.map((x) => x.status)),
    evidence: lowest(list.map((x) => x.evidence)),
    decided: list.length === 0 || signed.length < list.length ? null : lowest(signed),
  };
}

/** L6: decisions made without knowledge. */
export const decidedWithoutKnowledge = (w: World): string[] =>
  w
    .holding('SafetyStatusDecided')
    .filter(
      (d) =>
        (d.data.status === 'direct' || d.data.status === 'durable') &&
        badFacts(w).some((b) => b.from <= d.to && d.to < b.reportedAt),
    )
    .map((d) => d.id)
    .sort(compare);

/** L2 / L5: the fact is open for a person at risk. */
export const isOpenForAnyone = (w: World, fact: Ev): boolean =>
  personsAtRisk(w).some((x) => isOpen(w, fact, x.person));
export const isMeasureOpenForAnyone = (w: World, measure: Ev): boolean =>
  personsAtRisk(w).some((x) => isMeasureOpen(w, measure, x.person));
