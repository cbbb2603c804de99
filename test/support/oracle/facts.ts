// Bad facts (P4), intimidation and control (P5), assessments and what they answer (4.1, L2, L5, L8).
import { activeConditions, lastAgreement, lastCondition } from './agreements.ts';
import { isAdult, roster } from './world.ts';
import type { World } from './world.ts';
import { compare, names } from './types.ts';
import type { Ev, Role, Tri } from './types.ts';

const VIOLENCE = ['IncidentRecorded', 'ViolencePatternRecorded'];

/** P4: violent facts that hold (by `from`). */
export const violentFacts = (w: World): readonly Ev[] =>
  w.once('violent', () =>
    w
      .begun(...VIOLENCE, 'AgreementBroken')
      .filter((e) => e.type !== 'AgreementBroken' || e.data.violence === 'yes'),
  );

/** P4: users. */
export const users = (w: World): Set<string> =>
  w.once('users', () => new Set(violentFacts(w).flatMap((e) => names(e.data.by))));

/** L2, for any event. */
export function isHardBreak(w: World, e: Ev): boolean {
  if (e.type !== 'AgreementBroken' && !(e.type === 'MonitorCheckedIn' && e.data.result === 'broken'))
    return false;
  const agreement = lastAgreement(w, e.data.agreement);
  if (agreement === undefined) return false;
  return agreement.data.critical || lastCondition(w, agreement.data.condition)?.data.bottomLine === true;
}
export const hardBreaks = (w: World): readonly Ev[] =>
  w.once('hard', () => w.begun('AgreementBroken', 'MonitorCheckedIn').filter((e) => isHardBreak(w, e)));

/** L5. */
export const redFacts = (w: World): readonly Ev[] =>
  w.once('red', () =>
    w
      .begun('RelapseSignalObserved', 'BellRung')
      .filter((e) => (e.type === 'BellRung' ? e.data.urgency === 'acute' : e.data.level === 'red')),
  );

/** L8. */
export const dangerAssessments = (w: World): readonly Ev[] =>
  w.once('danger', () =>
    w
      .begun('SafetyAssessed')
      .filter((e) => e.data.acuteDanger === 'yes' || Object.values(e.data.perPerson ?? {}).includes('yes')),
  );

/** P4: bad facts that hold (by `from`). */
export const badFacts = (w: World): readonly Ev[] =>
  w.once('bad', () => [
    ...new Set([...violentFacts(w), ...dangerAssessments(w), ...hardBreaks(w), ...redFacts(w)]),
  ]);

const insight = (w: World): Ev | undefined => w.latest(['AnalysisCompleted', 'ProfileRevised']);
/** P5. */
export function intimidation(w: World): boolean {
  const latest = insight(w)?.data;
  return (
    latest === undefined || [2, 5, 'unknown'].includes(latest.profile) || latest.coerciveControl !== 'no'
  );
}
export function control(w: World): boolean {
  const latest = insight(w)?.data;
  return latest !== undefined && (latest.profile === 2 || latest.coerciveControl === 'yes');
}

/** 4.1: danger(a,x). */
export function danger(a: Ev, person: string): Tri {
  const own = a.data.perPerson ?? {};
  return Object.hasOwn(own, person) ? (own[person] as Tri) : a.data.acuteDanger;
}
/** 4.1: sound. */
export const isSound = (w: World, a: Ev): boolean =>
  a.data.basis.includes('seen_alone') || (a.data.basis.includes('phone') && !intimidation(w));

/** 4.1: a answers b for x. */
export const answers = (w: World, a: Ev, b: Ev, x: string): boolean =>
  a.to <= w.V && isSound(w, a) && danger(a, x) === 'no' && a.from >= b.to && a.from >= b.reportedAt;
/** 4.1: b, which holds, is open for x. */
export const isOpen = (w: World, b: Ev, x: string): boolean =>
  !w.holding('SafetyAssessed').some((a) => answers(w, a, b, x));

/** L1: a violent fact affects x. */
export function affects(w: World, fact: Ev, x: string): boolean {
  if (fact.type === 'AgreementBroken') {
    const agreement = lastAgreement(w, fact.data.agreement);
    return (
      agreement !== undefined &&
      lastCondition(w, agreement.data.condition)?.data.protects.includes(x) === true
    );
  }
  return (
    fact.data.against.includes(x) || (fact.type === 'IncidentRecorded' && fact.data.witnessedBy.includes(x))
  );
}

export interface AtRisk {
  person: string;
  role: Role;
  join: number;
}

/** P8: the persons at risk, by person. */
export function personsAtRisk(w: World): AtRisk[] {
  return w.once('at risk', () => {
    const violence = w.begun(...VIOLENCE);
    const conditions = [...activeConditions(w).values()];
    const isProtected = (x: string): boolean => conditions.some((c) => c.data.protects.includes(x));
    const list: AtRisk[] = [];
    for (const [person, joined] of roster(w)) {
      const { role } = joined.data;
      const listed =
        !isAdult(w, person) || isProtected(person) || violence.some((e) => e.data.against.includes(person)); // (a), (b)
      if (listed) list.push({ person, role, join: joined.to });
    }
    const joinedOnce = new Set(w.holding('PersonJoined').map((e) => e.data.person));
    const since = new Map<string, number>(); // (c)
    const note = (x: string, instant: number): void => {
      if (!joinedOnce.has(x)) since.set(x, Math.min(instant, since.get(x) ?? Infinity));
    };
    for (const e of violence)
      for (const x of [...e.data.against, ...(e.type === 'IncidentRecorded' ? e.data.witnessedBy : [])])
        note(x, e.from);
    for (const c of conditions) for (const x of c.data.protects) note(x, c.to);
    for (const [person, join] of since) list.push({ person, role: 'unrecorded', join });
    return list.sort((a, b) => compare(a.person, b.person));
  });
}
