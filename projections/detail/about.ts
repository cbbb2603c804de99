import { addDays } from '../../src/domain/calendar.ts';
import { formatInstant, never } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import { violence } from '../bad-facts.ts';
import { consentsLacking } from '../completeness.ts';
import { uncoveredCritical } from '../cover.ts';
import { assessmentDays, failingCondition, partiesNeeded } from '../direct-safety.ts';
import { calmDays, decisionThatCounts } from '../durable-safety/calm.ts';
import { factorsOf } from '../durable-safety/factors.ts';
import { relapsePlansOf } from '../durable-safety/network.ts';
import { basicConditionsOf, untreatedParents } from '../durable-safety/recovery.ts';
import type { Finding } from '../finding.ts';
import { holding } from '../known.ts';
import type { Known } from '../known.ts';
import type { Moment } from '../moment.ts';
import type { Member } from '../roster.ts';
import { lastSights } from '../sight.ts';
import { hasOrderViolation, steps } from '../steps.ts';

/** What a finding is about, for sentences: whom, which agreements, and until or from when. Decides nothing. */
export interface About {
  readonly persons: readonly string[];
  readonly agreements: readonly string[];
  /** Numbers of basic conditions, factors, or steps. */
  readonly items: readonly string[];
  /** Who saw this person last, newest first. */
  readonly seen: readonly Seen[];
  readonly needed: number | null;
  /** The instant at which time alone changes this; null if it does not. */
  readonly turns: string | null;
}

export interface Seen {
  readonly party: string;
  readonly at: string;
  readonly event: string;
}

const nothing: About = { persons: [], agreements: [], items: [], seen: [], needed: null, turns: null };

export function aboutFinding(known: Known, now: Moment, member: Member, finding: Finding): About {
  switch (finding.rule) {
    case 'D1':
      return finding.met ? nothing : aboutAgreements(known, now, member);
    case 'D2':
      return { ...nothing, turns: quietFrom(known, now) };
    case 'D4':
      return aboutSight(known, now, member);
    case 'D5':
      return aboutAssessment(known, now, member, finding);
    case 'D6':
      return { ...nothing, agreements: uncoveredCritical(known, now).map(({ id }) => id) };
    case 'U1':
      return aboutCalm(known, now, member);
    case 'U2':
      return finding.met ? nothing : aboutConditions(known, now, member, finding);
    case 'U4':
      return { ...nothing, persons: untreatedParents(known, now).map(({ person }) => person) };
    case 'U5':
      return aboutFactors(known, now);
    case 'U6':
      return {
        ...nothing,
        items: steps(known, now)
          .filter((step) => hasOrderViolation(known, now, step))
          .map(({ id }) => id),
      };
    case 'U9':
      return {
        ...nothing,
        persons: relapsePlansOf(known, now)
          .filter(({ missing }) => missing === finding.missing)
          .map(({ person }) => person),
      };
    case 'U11':
      return aboutOutcome(known, now);
    case 'L1':
    case 'D3':
    case 'U3':
    case 'U7':
    case 'U8':
    case 'U10':
      return nothing;
  }
}

function aboutAgreements(known: Known, now: Moment, { person }: Member): About {
  const failing = failingCondition(known, now, person);
  if (!failing) return nothing;
  return {
    ...nothing,
    items: [failing.condition.data.condition],
    agreements: failing.active.map(({ id }) => id),
    persons: [...new Set(failing.active.flatMap((agreement) => consentsLacking(known, now, agreement)))],
  };
}

/** D2: the end of the quiet time; null if there was no violence. */
function quietFrom(known: Known, now: Moment): string | null {
  const ends = violence(known, now).map(({ to }) => addDays(to, known.terms.directQuietDays));
  return ends.length === 0 ? null : formatInstant(Math.max(...ends) as Instant);
}

function aboutSight(known: Known, now: Moment, { person }: Member): About {
  const seen = lastSights(known, now, person).map(({ id, from, data }) => ({
    party: data.party,
    at: formatInstant(from),
    event: id,
  }));
  return { ...nothing, seen, needed: partiesNeeded(known, now) };
}

function aboutAssessment(known: Known, now: Moment, member: Member, { events }: Finding): About {
  const last = holding(known, now, 'SafetyAssessed').find(({ id }) => id === events[0]);
  if (!last) return nothing;
  return { ...nothing, turns: formatInstant(addDays(last.from, assessmentDays(known, now, member))) };
}

function aboutCalm(known: Known, now: Moment, member: Member): About {
  const decision = decisionThatCounts(known, now, member);
  return {
    ...nothing,
    needed: calmDays(known, now),
    turns: decision ? formatInstant(addDays(decision.to, calmDays(known, now))) : null,
  };
}

function aboutConditions(known: Known, now: Moment, member: Member, { missing }: Finding): About {
  const items = basicConditionsOf(known, now, member)
    .filter(({ level, isStale }) => (missing === 'not_assessed' ? isStale : level === missing))
    .map(({ number }) => number);
  return { ...nothing, items, needed: known.terms.maxFragile };
}

function aboutFactors(known: Known, now: Moment): About {
  const lacking = factorsOf(known, now).filter(({ isGood }) => !isGood);
  return {
    ...nothing,
    items: [...new Set(lacking.map(({ factor }) => factor))],
    persons: [...new Set(lacking.flatMap(({ person }) => person ?? []))],
  };
}

function aboutOutcome(known: Known, now: Moment): About {
  const last = new Map(
    holding(known, now, 'OutcomeMeasured')
      .filter(({ data }) => data.moment !== 'T0')
      .map(({ data }) => [data.person as string, data.violence]),
  );
  return {
    ...nothing,
    persons: [...last].filter(([, found]) => found !== 'none').map(([person]) => person),
  };
}

export const printedOrNull = (instant: Instant | null): string | null =>
  instant === null || instant === never ? null : formatInstant(instant);
