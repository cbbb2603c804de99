// Durable safety: U1 to U11 (4.2).
import { endOf, plusDays, startOf } from './calendar.ts';
import { activeAgreements, conditionOf, protectsOf } from './agreements.ts';
import { continuity, isGuaranteed } from './continuity.ts';
import { control, intimidation, users } from './facts.ts';
import type { AtRisk } from './facts.ts';
import { acceptedMonitors, activeRelations, isUncovered, isWatching, qualifying } from './monitoring.ts';
import { decisionsAbout, fresh, isVoid } from './safety.ts';
import type { Finding } from './safety.ts';
import { hasOrderViolation, lastCompletion, lastStart, stepState, steps, traumaScreening } from './steps.ts';
import { closePersons, isAloneAge, isChild, partyInfo, roleOf, roster } from './world.ts';
import type { World } from './world.ts';
import { byFrom } from './types.ts';
import type { Ev } from './types.ts';

const MET: Finding = { met: true, events: [] };
const some = (list: (Ev | undefined)[]): Ev[] => list.filter((e) => e !== undefined);
const no = (missing: string, events: readonly Ev[] = []): Finding => ({ met: false, events, missing });

/** U1. */
export function u1(w: World, x: AtRisk): Finding {
  return w.once(`U1 ${x.person}`, () => {
    const n = control(w) ? w.p.controlDurableMinDays : w.p.durableMinDays;
    const about = decisionsAbout(w, x);
    const good = about.find(
      (d, i) =>
        // (a)
        (d.data.status === 'direct' || d.data.status === 'durable') &&
        !isVoid(w, d) &&
        w.V >= plusDays(d.to, n) &&
        !about
          .slice(i + 1)
          .some((later) => later.data.status === 'unsafe' || later.data.status === 'unknown'),
    );
    if (good === undefined) return no('decision');
    const sight = [...qualifying(w, x.person, x.join)].sort(byFrom); // (b)
    const last = sight.at(-1);
    if (last === undefined || w.V >= plusDays(last.from, w.p.longSightDays)) return no('sight');
    let first = last;
    for (const e of sight.toReversed().slice(1)) {
      if (first.from >= plusDays(e.from, w.p.longSightDays)) break;
      first = e;
    }
    return w.V >= plusDays(first.from, n) ? { met: true, events: [good] } : no('sight');
  });
}

function u2(w: World, x: AtRisk): Finding {
  if (!isChild(w, x.person)) return MET;
  const numbers = Array.from({ length: 12 }, (_, i) => String(i + 1));
  const used = numbers.map((n) =>
    w.latest(
      ['BasicConditionsAssessed'],
      (e) => e.data.child === x.person && e.from >= x.join && Object.hasOwn(e.data.levels, n),
    ),
  );
  const levels = numbers.map((n, i) => used[i]?.data.levels[n]);
  const usable = (e: Ev | undefined): boolean =>
    e !== undefined && fresh(w, e, w.p.basicMaxAgeDays) && e.data.basis.some((b) => b !== 'told');
  const events = some(used);
  if (!used.every(usable)) return no('not_assessed', events);
  if (levels.includes('insufficient')) return no('insufficient', events);
  if (levels.filter((l) => l === 'fragile').length > w.p.maxFragile) return no('fragile', events);
  return { met: true, events };
}

function u3(w: World, x: AtRisk): Finding {
  if (!isChild(w, x.person)) return MET;
  const need = w.latest(['RecoveryNeedAssessed'], (e) => e.data.person === x.person && e.from >= x.join);
  if (need === undefined) return no('none');
  const events = [need];
  if (!fresh(w, need, w.p.recoveryMaxAgeDays)) return no('stale', events);
  if (isAloneAge(w, x.person) && !need.data.personAsked) return no('not_asked', events);
  const residual = w
    .begun('RelapseSignalObserved')
    .some((e) => e.data.pattern === 'child_residual' && e.data.person === x.person && e.reportedAt > need.to);
  if (residual) return no('residual', events);
  const helped = steps(w).some(
    (s) =>
      s.data.kind === 'child_recovery' &&
      s.data.person === x.person &&
      ['started', 'completed'].includes(stepState(w, s.data.step)),
  );
  if ((need.data.need === 'needed' || need.data.irreparable === 'yes') && !helped)
    return no('help_not_started', events);
  if (
    need.data.need === 'not_yet_clear' &&
    !(need.data.nextLook !== undefined && w.V < endOf(need.data.nextLook))
  )
    return no('next_look', events);
  return { met: true, events };
}

function u4(w: World): Finding {
  const parents = [...roster(w).keys()].filter((x) => roleOf(w, x) === 'parent');
  const events = some(parents.map((x) => traumaScreening(w, x)));
  for (const x of parents) {
    const present = traumaScreening(w, x)?.data.present;
    if (present === 'no') continue;
    if (present !== 'yes') return no('not_screened', events);
    const treated = steps(w)
      .filter((s) => s.data.kind === 'parent_trauma' && s.data.person === x)
      .some(({ data: { step } }) => {
        const state = stepState(w, step);
        if (state === 'completed')
          return ['goal', 'partly'].includes(lastCompletion(w, step)?.data.outcome ?? '');
        const start = lastStart(w, step);
        return (
          state === 'started' && start !== undefined && w.V >= plusDays(start.to, w.p.traumaProgressDays)
        );
      });
    if (!treated) return no('treatment', events);
  }
  return { met: true, events };
}

function u5(w: World): Finding {
  const keyOf = (f: { factor: string; person?: string | undefined }): string =>
    `${f.factor} ${f.person ?? ''}`;
  const latest = new Map<string, Ev>();
  for (const e of w.holding('FactorReassessed')) latest.set(keyOf(e.data), e);
  const events = [...latest.values()];
  const analysis = w.latest(['AnalysisCompleted']);
  if (analysis === undefined) return no('analysis', events);
  const keys = [...latest.keys(), ...analysis.data.factors.map(keyOf)];
  const good = keys.every((key) => {
    const e = latest.get(key);
    return (
      e !== undefined &&
      (e.data.state === 'gone' || (e.data.state === 'controlled' && fresh(w, e, w.p.factorMaxAgeDays)))
    );
  });
  return good ? { met: true, events } : no('factor', events);
}

function u6(w: World): Finding {
  const violating = steps(w).filter((s) => hasOrderViolation(w, s));
  return { met: violating.length === 0, events: some(violating.map((s) => lastStart(w, s.data.step))) };
}

function u7(w: World): Finding {
  if (!intimidation(w)) return MET;
  const running = steps(w).filter(
    (s) => s.data.kind === 'relationship' && ['started', 'stalled'].includes(stepState(w, s.data.step)),
  );
  return { met: running.length === 0, events: some(running.map((s) => lastStart(w, s.data.step))) };
}

function u8(w: World, x: AtRisk): Finding {
  const uncovered = [...activeAgreements(w).values()].filter(
    (a) => conditionOf(w, a).data.horizon === 'durable' && isUncovered(w, a),
  );
  if (uncovered.length > 0) return no('uncovered', uncovered);
  if (!isChild(w, x.person)) return MET;
  const watching = activeRelations(w).filter(
    (r) => isWatching(r.relation) && protectsOf(w, r.agreement).includes(x.person),
  );
  const parties = some([...new Set(watching.map((r) => r.relation.party))].map((p) => partyInfo(w, p)));
  const informal = parties.filter((e) => e.data.informal && e.data.livesWith?.includes(x.person) !== true);
  if (informal.length < w.p.durableInformal) return no('informal');
  if (!parties.some((e) => ['school', 'childcare', 'youth_health_care'].includes(e.data.kind)))
    return no('ordinary_life');
  return MET;
}

function u9(w: World): Finding {
  const adults = [...roster(w).keys()].filter((x) => ['parent', 'partner'].includes(roleOf(w, x) ?? ''));
  const planOf = (x: string): Ev | undefined => w.latest(['RelapsePlanSet'], (e) => e.data.person === x);
  const events = some(adults.map(planOf));
  if (!isGuaranteed(w)) return no('guarantee', events);
  for (const x of adults) {
    const plan = planOf(x)?.data;
    if (plan === undefined) return no('plan', events);
    if (plan.signals.length === 0) return no('signal', events);
    if (!plan.signals.every((s) => s.observers.some((o) => acceptedMonitors(w).has(o))))
      return no('observer', events);
    if (plan.helpers.length === 0) return no('helper', events);
    if (plan.rehearsedAt === undefined || w.V >= plusDays(startOf(plan.rehearsedAt), w.p.rehearseMaxAgeDays))
      return no('rehearsal', events);
  }
  return { met: true, events };
}

function u10(w: World): Finding {
  const { professional, deputy, contactDue } = continuity(w);
  if (professional === null) return no('professional');
  if (deputy === null) return no('deputy');
  if (contactDue === null || w.V >= contactDue) return no('contact');
  return closePersons(w, professional).some((x) => users(w).has(x)) ? no('linked') : MET;
}

function u11(w: World): Finding {
  const latest = new Map<string, Ev>();
  for (const e of w.holding('OutcomeMeasured')) if (e.data.moment !== 'T0') latest.set(e.data.person, e);
  const events = [...latest.values()];
  if (events.length === 0) return no('not_measured');
  return events.every((e) => e.data.violence === 'none') ? { met: true, events } : no('violence', events);
}

/** U1 to U11 for a person at risk, in the order of status.md 4. */
export const durableRules = (w: World, x: AtRisk): [string, Finding][] => [
  ['U1', u1(w, x)],
  ['U2', u2(w, x)],
  ['U3', u3(w, x)],
  ['U4', w.once('U4', () => u4(w))],
  ['U5', w.once('U5', () => u5(w))],
  ['U6', w.once('U6', () => u6(w))],
  ['U7', w.once('U7', () => u7(w))],
  ['U8', u8(w, x)],
  ['U9', w.once('U9', () => u9(w))],
  ['U10', u10(w)],
  ['U11', w.once('U11', () => u11(w))],
];
