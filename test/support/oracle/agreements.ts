// Conditions and agreements: D1 (active, complete) and M3 (path).
import { endOf, startOf } from './calendar.ts';
import { intimidation } from './facts.ts';
import { isIndependent } from './monitoring.ts';
import { isAdult } from './world.ts';
import type { World } from './world.ts';
import { compare } from './types.ts';
import type { Ev } from './types.ts';

/** The latest SafetyConditionSet with an id, whether or not still active. */
export const lastCondition = (w: World, id: string): Ev | undefined =>
  w.latest(['SafetyConditionSet'], (e) => e.data.condition === id);
/** The latest SafetyAgreementMade with an id, whether or not still active. */
export const lastAgreement = (w: World, id: string): Ev | undefined =>
  w.once(`agreement ${id}`, () => w.latest(['SafetyAgreementMade'], (e) => e.data.agreement === id));

const sortedMap = (list: [string, Ev][]): Map<string, Ev> => new Map(list.sort(([a], [b]) => compare(a, b)));

/** D1: the active conditions by id. */
export function activeConditions(w: World): Map<string, Ev> {
  return w.once('conditions', () => {
    const last = new Map<string, Ev>();
    for (const e of w.holding('SafetyConditionSet', 'SafetyConditionEnded')) last.set(e.data.condition, e);
    return sortedMap([...last].filter(([, e]) => e.type === 'SafetyConditionSet'));
  });
}

/** D1: the active agreements by id. */
export function activeAgreements(w: World): Map<string, Ev> {
  return w.once('agreements', () => {
    const last = new Map<string, Ev>();
    for (const e of w.holding('SafetyAgreementMade', 'AgreementEnded')) last.set(e.data.agreement, e);
    return sortedMap(
      [...last].filter(
        ([, e]) =>
          e.type === 'SafetyAgreementMade' &&
          (e.data.validFrom === undefined || w.V >= startOf(e.data.validFrom)) &&
          (e.data.validTo === undefined || w.V < endOf(e.data.validTo)) &&
          activeConditions(w).has(e.data.condition),
      ),
    );
  });
}

/** The condition of an active agreement. */
export const conditionOf = (w: World, agreement: Ev): Ev =>
  activeConditions(w).get(agreement.data.condition) as Ev;
export const protectsOf = (w: World, agreement: Ev): string[] => conditionOf(w, agreement).data.protects;

/** The latest EscalationPathSet of an agreement. */
export const pathOf = (w: World, id: string): Ev | undefined =>
  w.latest(['EscalationPathSet'], (e) => e.data.agreement === id);

/** M3. */
export function hasCompletePath(w: World, id: string): boolean {
  const rungs = pathOf(w, id)?.data.rungs ?? [];
  return (
    rungs.length >= 2 &&
    rungs.at(-1)?.hours === '24x7' &&
    rungs.every((r) => r.accepted && isIndependent(w, r.to, id))
  );
}

/** D1: consents complete, for an active agreement. */
export function hasCompleteConsents(w: World, agreement: Ev): boolean {
  const id = agreement.data.agreement;
  const needed = [agreement.data.actor, ...protectsOf(w, agreement).filter((x) => isAdult(w, x))];
  return needed.every((who) => {
    const own = w
      .holding('AgreementConsented')
      .filter((e) => e.data.agreement === id && e.data.party === who);
    const mustBeFree = who.startsWith('person:') && intimidation(w);
    return own.some((e) => !mustBeFree || e.data.obtained === 'alone' || e.data.obtained === 'written');
  });
}

/** D1: complete, for an active agreement. */
export const isComplete = (w: World, agreement: Ev): boolean =>
  hasCompletePath(w, agreement.data.agreement) && hasCompleteConsents(w, agreement);
