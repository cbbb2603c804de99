import { endOf, startOf } from '../src/domain/calendar.ts';
import type { RecordedOf } from '../src/domain/event.ts';
import { history, latest, question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';

/** Which safety conditions and agreements are in force (D1). */

export type Condition = RecordedOf<'SafetyConditionSet'>;
export type Made = RecordedOf<'SafetyAgreementMade'>;

export interface ActiveAgreement {
  readonly id: string;
  readonly made: Made;
  readonly condition: Condition;
}

const conditionLives = history(['SafetyConditionSet', 'SafetyConditionEnded'], (record) => [
  record.data.condition,
]);
const conditionsSet = history(['SafetyConditionSet'], (record) => [record.data.condition]);
const agreementLives = history(['SafetyAgreementMade', 'AgreementEnded'], (record) => [
  record.data.agreement,
]);
const agreementsMade = history(['SafetyAgreementMade'], (record) => [record.data.agreement]);
const paths = history(['EscalationPathSet'], (record) => [record.data.agreement]);

/** Conditions whose latest word is that they are set; by id. */
export const activeConditions = question((known: Known, now: Moment): readonly Condition[] =>
  conditionLives.keys(known).flatMap((id) => {
    const last = latest(now, conditionLives.of(known, id));
    return last?.type === 'SafetyConditionSet' ? [last] : [];
  }),
);

/** Agreements that are made, within their term, and of an active condition; by id. */
export const activeAgreements = question((known: Known, now: Moment): readonly ActiveAgreement[] =>
  agreementLives.keys(known).flatMap((id) => {
    const made = latest(now, agreementLives.of(known, id));
    if (made?.type !== 'SafetyAgreementMade') return [];
    const { validFrom, validTo } = made.data;
    if (validFrom !== undefined && !now.reached(startOf(validFrom))) return [];
    if (validTo !== undefined && now.reached(endOf(validTo))) return [];
    const condition = activeConditions(known, now).find((set) => set.data.condition === made.data.condition);
    return condition ? [{ id, made, condition }] : [];
  }),
);

/** What was last agreed under an id, still active or not. */
export const lastMade = question((known: Known, now: Moment, agreement: string) =>
  latest(now, agreementsMade.of(known, agreement)),
);

/** The condition that an agreement realises, as it was last set, still active or not. */
export function lastConditionOf(known: Known, now: Moment, agreement: string): Condition | undefined {
  const made = lastMade(known, now, agreement);
  return made && latest(now, conditionsSet.of(known, made.data.condition));
}

/** L2: an agreement of which every break is a bad fact. */
export const isHard = question((known: Known, now: Moment, agreement: string): boolean => {
  const made = lastMade(known, now, agreement);
  return (
    made !== undefined &&
    (made.data.critical || lastConditionOf(known, now, agreement)?.data.bottomLine === true)
  );
});

/** The path along which alarm is raised about an agreement, as last set. */
export function pathOf(known: Known, now: Moment, agreement: string) {
  return latest(now, paths.of(known, agreement))?.data.rungs;
}
