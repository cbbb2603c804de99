import { addDays, startOfDay } from '../../src/domain/calendar.ts';
import type { Day } from '../../src/domain/calendar.ts';
import type { RecordedOf } from '../../src/domain/event.ts';
import { activeAgreements } from '../agreements.ts';
import { continuity } from '../continuity.ts';
import { coverOf } from '../cover.ts';
import { met, notMet } from '../finding.ts';
import type { Verdict } from '../finding.ts';
import { isGuaranteed } from '../guarantee.ts';
import { history, latest, question } from '../known.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import { relationsOf } from '../monitors.ts';
import { isTiedToUser, partyOf } from '../parties.ts';
import { isChild, roster } from '../roster.ts';
import type { Member } from '../roster.ts';

/** The network that carries safety, the plan for relapse, and someone who stays (U8-U10). */

/** U8 Network: agreements for the long term are watched, for a child also by someone informal and by someone of ordinary life. */
export function isCarried(known: Known, now: Moment, member: Member): Verdict {
  const active = activeAgreements(known, now);
  const uncovered = active.filter(
    ({ id, condition }) =>
      condition.data.horizon === 'durable' && coverOf(known, now, id).state === 'uncovered',
  );
  if (uncovered.length > 0)
    return notMet(
      'U8',
      uncovered.map(({ made }) => made),
      'uncovered',
    );
  if (!isChild(member)) return met('U8');
  const around = active
    .filter(({ condition }) => condition.data.protects.includes(member.person))
    .flatMap(({ id }) => relationsOf(known, now, id))
    .filter(({ state }) => state === 'active' || state === 'paused_with_standin')
    .map(({ party }) => partyOf(known, now, party));
  const informal = new Set(
    around.flatMap((party) =>
      party?.data.informal === true && !party.data.livesWith?.includes(member.person)
        ? [party.data.party]
        : [],
    ),
  );
  if (informal.size < known.terms.durableInformal) return notMet('U8', [], 'informal');
  const isOrdinary = around.some((party) => party && ordinaryLife.includes(party.data.kind));
  return isOrdinary ? met('U8') : notMet('U8', [], 'ordinary_life');
}

const ordinaryLife: readonly string[] = ['school', 'childcare', 'youth_health_care'];

const relapsePlans = history(['RelapsePlanSet'], (record) => [record.data.person]);

/** U9 Relapse plan: the family is guaranteed help, and each partner has a rehearsed plan with observers who really are asked to watch. */
export function isPreparedForRelapse(known: Known, now: Moment): Verdict {
  const prepared = relapsePlansOf(known, now);
  const plans = prepared.map(({ plan }) => plan);
  if (!isGuaranteed(known, now)) return notMet('U9', plans, 'guarantee');
  const lacking = prepared.find(({ missing }) => missing !== null);
  return lacking?.missing ? notMet('U9', plans, lacking.missing) : met('U9', plans);
}

/** U9: the relapse plan of each parent and partner, with what it lacks. */
export function relapsePlansOf(known: Known, now: Moment) {
  return roster(known, now)
    .filter(({ role }) => role === 'parent' || role === 'partner')
    .map(({ person }) => {
      const plan = latest(now, relapsePlans.of(known, person));
      return { person, plan, missing: missingIn(known, now, plan) };
    });
}

function missingIn(known: Known, now: Moment, plan: RecordedOf<'RelapsePlanSet'> | undefined): string | null {
  if (!plan) return 'plan';
  const { signals, helpers, rehearsedAt } = plan.data;
  const monitors = acceptedMonitors(known, now);
  if (signals.length === 0) return 'signal';
  if (!signals.every(({ observers }) => observers.some((observer) => monitors.has(observer))))
    return 'observer';
  if (helpers.length === 0) return 'helper';
  const isFresh =
    rehearsedAt !== undefined &&
    !now.reached(addDays(startOfDay(rehearsedAt as Day), known.terms.rehearseMaxAgeDays));
  return isFresh ? null : 'rehearsal';
}

/** 4.7: parties with an accepted relation on an active agreement, whatever its state. */
export const acceptedMonitors = question(
  (known: Known, now: Moment): ReadonlySet<string> =>
    new Set(
      activeAgreements(known, now)
        .flatMap(({ id }) => relationsOf(known, now, id))
        .filter(({ accepted }) => accepted)
        .map(({ party }) => party),
    ),
);

/** U10 Continuity: a professional and a deputy are there, contact is kept, and the professional is free of ties to violence. */
export function isAccompanied(known: Known, now: Moment): Verdict {
  const { professional, deputy, contactDue } = continuity(known, now);
  if (professional === null) return notMet('U10', [], 'professional');
  if (deputy === null) return notMet('U10', [], 'deputy');
  if (contactDue !== null && now.reached(contactDue)) return notMet('U10', [], 'contact');
  return isTiedToUser(known, now, professional) ? notMet('U10', [], 'linked') : met('U10');
}
