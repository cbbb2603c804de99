import { addDays, addHours, endOf } from '../src/domain/calendar.ts';
import type { RecordedOf } from '../src/domain/event.ts';
import { never } from '../src/domain/instant.ts';
import type { Instant } from '../src/domain/instant.ts';
import { activeAgreements, isHard, lastConditionOf } from './agreements.ts';
import { coverOf } from './cover.ts';
import { hasIntimidation } from './intimidation.ts';
import { all, history, holding, question } from './known.ts';
import type { Known } from './known.ts';
import type { Moment } from './moment.ts';
import { roster } from './roster.ts';
import { violentFacts } from './violence.ts';
import type { ViolentFact } from './violence.ts';

/** P4: facts that end or prevent safety, and what answers them. Time alone never closes one. */

export type Assessment = RecordedOf<'SafetyAssessed'>;
export type HardBreak = RecordedOf<'AgreementBroken'> | RecordedOf<'MonitorCheckedIn'>;
export type RedFact = RecordedOf<'RelapseSignalObserved'> | RecordedOf<'BellRung'>;
export type BadFact = ViolentFact | Assessment | HardBreak | RedFact;

/** danger(a, x): the word about this person, else about everyone. */
export function dangerFor(assessment: Assessment, person: string) {
  const { perPerson, acuteDanger } = assessment.data;
  return (perPerson as Record<string, typeof acuteDanger> | undefined)?.[person] ?? acuteDanger;
}

/** Made with someone seen alone; by telephone only where nobody can be listening in. */
export function isSound(known: Known, now: Moment, { data }: Assessment): boolean {
  return data.basis.includes('seen_alone') || (data.basis.includes('phone') && !hasIntimidation(known, now));
}

/** L8: a judgement that someone is in danger. */
export const isDangerous = ({ data }: Assessment): boolean =>
  data.acuteDanger === 'yes' || Object.values(data.perPerson ?? {}).includes('yes');

const broken = history(['MonitorCheckedIn'], (record) => (record.data.result === 'broken' ? ['family'] : []));
const dangers = history(['SafetyAssessed'], (record) => (isDangerous(record) ? ['family'] : []));
const reds = history(['RelapseSignalObserved', 'BellRung'], (record) => (isRed(record) ? ['family'] : []));

/** L5: a red signal or an acute bell. */
function isRed(record: RedFact): boolean {
  return record.type === 'BellRung' ? record.data.urgency === 'acute' : record.data.level === 'red';
}

/** L2: an agreement is broken that is critical or a bottom line. */
export function isHardBreak(known: Known, now: Moment, record: HardBreak): boolean {
  if (record.type === 'MonitorCheckedIn' && record.data.result !== 'broken') return false;
  return isHard(known, now, record.data.agreement);
}

const happened =
  (now: Moment) =>
  (fact: BadFact): boolean =>
    now.reached(fact.from);

export const violence = question((known: Known, now: Moment): readonly ViolentFact[] =>
  violentFacts(known).filter(happened(now)),
);

export const hardBreaks = question((known: Known, now: Moment): readonly HardBreak[] =>
  [...all(known, 'AgreementBroken'), ...broken.of(known, 'family')].filter(
    (record) => now.reached(record.from) && isHardBreak(known, now, record),
  ),
);

export const redFacts = question((known: Known, now: Moment): readonly RedFact[] =>
  reds.of(known, 'family').filter(happened(now)),
);

export const dangerAssessments = question((known: Known, now: Moment): readonly Assessment[] =>
  dangers.of(known, 'family').filter(happened(now)),
);

/** P4: every bad fact of the family that holds, by its earliest possible instant. */
export const badFacts = question((known: Known, now: Moment): readonly BadFact[] => [
  ...new Set<BadFact>([
    ...violence(known, now),
    ...dangerAssessments(known, now),
    ...hardBreaks(known, now),
    ...redFacts(known, now),
  ]),
]);

/** 4.1: open for x as long as no sound assessment of no danger, made after the fact and after it was known, holds. */
export function isOpen(known: Known, now: Moment, fact: BadFact, person: string): boolean {
  const threshold = Math.max(fact.to, fact.reportedAt) as Instant;
  const { alone, phone } = answeredAt(known, threshold, person);
  if (now.reached(alone)) return false;
  return hasIntimidation(known, now) || !now.reached(phone);
}

interface Answered {
  readonly alone: Instant;
  readonly phone: Instant;
}

const answers = new WeakMap<Known, Map<string, Answered>>();

/** Asked at every moment of a family's life, and always the same with the same knowledge. */
function answeredAt(known: Known, threshold: Instant, person: string): Answered {
  const kept = answers.get(known) ?? new Map<string, Answered>();
  answers.set(known, kept);
  const key = `${threshold} ${person}`;
  const found = kept.get(key) ?? firstAnswers(known, threshold, person);
  kept.set(key, found);
  return found;
}

/** From when on facts up to a threshold are answered for a person, by assessments with somebody seen alone and by telephone. */
function firstAnswers(known: Known, threshold: Instant, person: string): Answered {
  let alone: Instant = never;
  let phone: Instant = never;
  for (const assessment of all(known, 'SafetyAssessed')) {
    if (assessment.from < threshold || dangerFor(assessment, person) !== 'no') continue;
    const { basis } = assessment.data;
    if (basis.includes('seen_alone') && assessment.to < alone) alone = assessment.to;
    if (basis.includes('phone') && assessment.to < phone) phone = assessment.to;
  }
  return { alone, phone };
}

/** L1: whom a violent fact affects. */
export function affects(known: Known, now: Moment, fact: ViolentFact, person: string): boolean {
  const persons: readonly string[] =
    fact.type === 'IncidentRecorded'
      ? [...fact.data.against, ...fact.data.witnessedBy]
      : fact.type === 'ViolencePatternRecorded'
        ? fact.data.against
        : (lastConditionOf(known, now, fact.data.agreement)?.data.protects ?? []);
  return persons.includes(person);
}

export type Measure = RecordedOf<'CrisisMeasureSet'>;

/** L4: measures with an end whose subject is in the roster; their last days begin `warnHours` before the end. */
export function endingMeasures(known: Known, now: Moment, warnHours: number): readonly Measure[] {
  return holding(known, now, 'CrisisMeasureSet').filter(({ data }) => {
    if (data.to === undefined || !now.reached(addHours(endOf(data.to), -warnHours))) return false;
    return roster(known, now).some((member) => member.person === data.subject);
  });
}

/** L4 (a): the subject is bound or protected by a watched critical agreement. */
export function isFollowedUp(known: Known, now: Moment, { data }: Measure): boolean {
  return activeAgreements(known, now).some(
    ({ id, made, condition }) =>
      made.data.critical &&
      (made.data.actor === data.subject || condition.data.protects.includes(data.subject)) &&
      coverOf(known, now, id).state !== 'uncovered',
  );
}

/** L4: a measure ended and neither agreements nor an assessment took its place. */
export function isMeasureOpen(known: Known, now: Moment, measure: Measure, person: string): boolean {
  const end = endOf(measure.data.to ?? '');
  if (!now.reached(end) || isFollowedUp(known, now, measure)) return false;
  return !holding(known, now, 'SafetyAssessed').some(
    (assessment) =>
      assessment.from >= end && dangerFor(assessment, person) === 'no' && isSound(known, now, assessment),
  );
}

/** Fresh for n days: V in [to, from + n days). */
export function isFresh(
  now: Moment,
  fact: { readonly from: Instant; readonly to: Instant },
  days: number,
): boolean {
  return now.reached(fact.to) && !now.reached(addDays(fact.from, days));
}
