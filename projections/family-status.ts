import type { Role } from '../src/domain/family.ts';
import { formatInstant } from '../src/domain/instant.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { StepKind } from '../src/domain/plan.ts';
import type { Status, Urgency } from '../src/domain/vocabulary.ts';
import { alarms } from './alarms/all.ts';
import { continuity } from './continuity.ts';
import { decidedFor, decidedWithoutKnowledge } from './decisions.ts';
import type { Finding } from './finding.ts';
import { guaranteedSince, isPlanActive } from './guarantee.ts';
import type { CandidateState } from './help.ts';
import { earliestFrom } from './known.ts';
import type { Known } from './known.ts';
import { Moment } from './moment.ts';
import { coverage } from './monitoring-coverage.ts';
import type { AgreementCoverage, Coverage, MonitorCoverage } from './monitoring-coverage.ts';
import { candidates } from './relapse-queue.ts';
import { atRisk } from './roster.ts';
import type { Member } from './roster.ts';
import {
  evidenceFor,
  familyEvidence,
  familyStatus,
  findingsFor,
  lowest,
  nextChange,
  since,
  statusOf,
} from './safety.ts';
import { hasOrderViolation, isDeadlocked, steps } from './steps.ts';
import type { Step } from './steps.ts';

/** Everything that is asked of one family, in the shape of status.md 2: instants as text, nothing left out. */

export interface PersonStatus {
  readonly person: string;
  readonly role: Role | 'unrecorded';
  readonly status: Status;
  readonly evidence: Status;
  readonly decided: Status | null;
  readonly since: string;
  readonly reasons: readonly Finding[];
}

type Printed<T> = { readonly [K in keyof T]: Instant extends T[K] ? Exclude<T[K], Instant> | string : T[K] };
export type PrintedMonitor = Printed<MonitorCoverage>;
export type PrintedAgreement = Omit<AgreementCoverage, 'monitors'> & {
  readonly monitors: readonly PrintedMonitor[];
};

export interface FamilyStatus {
  readonly family: string;
  readonly safety: {
    readonly status: Status;
    readonly evidence: Status;
    readonly decided: Status | null;
    readonly candidate: boolean;
    readonly since: string | null;
    readonly decidedWithoutKnowledge: readonly string[];
    readonly persons: readonly PersonStatus[];
    readonly nextChange: { readonly at: string; readonly rule: string; readonly to: Status } | null;
  };
  readonly coverage: Omit<Coverage, 'agreements'> & { readonly agreements: readonly PrintedAgreement[] };
  readonly relapse: {
    readonly guaranteed: boolean;
    readonly guaranteedSince: string | null;
    readonly candidates: readonly {
      readonly candidate: string;
      readonly urgency: Urgency;
      readonly since: string;
      readonly contactDue: string;
      readonly helpDue: string;
      readonly state: CandidateState;
      readonly breaches: readonly {
        readonly rule: string;
        readonly at: string;
        readonly event: string | null;
      }[];
    }[];
  };
  readonly plan: {
    readonly active: boolean;
    readonly steps: readonly {
      readonly step: string;
      readonly person: string;
      readonly kind: StepKind;
      readonly state: Step['state'];
      readonly orderViolation: boolean;
      readonly deadlock: boolean;
    }[];
  };
  readonly continuity: {
    readonly professional: string | null;
    readonly deputy: string | null;
    readonly lastContact: string | null;
    readonly contactDue: string | null;
  };
  readonly alarms: readonly {
    readonly rule: string;
    readonly subject: string;
    readonly urgency: Urgency;
    readonly since: string;
    readonly acknowledged: boolean;
    readonly to: string | null;
  }[];
}

export function familyStatusAt(known: Known, family: string, at: Instant): FamilyStatus {
  return familyStatusIn(known, family, new Moment(at));
}

/** The same for who wants to know between which instants all of it holds. */
export function familyStatusIn(known: Known, family: string, now: Moment): FamilyStatus {
  return {
    family,
    safety: safetyAt(known, now),
    coverage: coverageAt(known, now),
    relapse: relapseAt(known, now),
    plan: planAt(known, now),
    continuity: continuityAt(known, now),
    alarms: alarms(known, now).map(({ rule, subject, urgency, since: from, acknowledged, addressee }) => ({
      rule,
      subject,
      urgency,
      since: formatInstant(from),
      acknowledged,
      to: addressee,
    })),
  };
}

function safetyAt(known: Known, now: Moment): FamilyStatus['safety'] {
  const members = atRisk(known, now);
  const persons = members.map((member) => personAt(known, now, member));
  const status = familyStatus(known, now);
  const evidence = familyEvidence(known, now);
  const change = nextChange(known, now.at);
  return {
    status,
    evidence,
    decided: lowestDecided(persons),
    candidate: evidence !== lowest(evidence, status),
    since: familySince(known, now),
    decidedWithoutKnowledge: decidedWithoutKnowledge(known, now),
    persons,
    nextChange: change && { at: formatInstant(change.at), rule: change.rule, to: change.to },
  };
}

function lowestDecided(persons: readonly PersonStatus[]): Status | null {
  const [first, ...others] = persons.map(({ decided }) => decided);
  return others.reduce<Status | null>(
    (least, decided) => (least === null || decided === null ? null : lowest(least, decided)),
    first ?? null,
  );
}

function personAt(known: Known, now: Moment, member: Member): PersonStatus {
  const { person, role } = member;
  const status = statusOf(known, now, person) ?? 'unknown';
  const from = since(
    now.at,
    (earlier) => statusOf(known, earlier, person),
    (earlier) => earlier === status,
  );
  return {
    person,
    role,
    status,
    evidence: evidenceFor(known, now, person),
    decided: decidedFor(known, now, member),
    since: formatInstant(from),
    reasons: findingsFor(known, now, member),
  };
}

/** Not before the first thing that is known of the family; null before it. */
function familySince(known: Known, now: Moment): string | null {
  const earliest = earliestFrom(known);
  if (earliest === null || !hasBegun(known, now)) return null;
  const status = familyStatus(known, now);
  const from = since(
    now.at,
    (earlier) => familyStatus(known, earlier),
    (earlier) => earlier === status,
  );
  return formatInstant(Math.max(from, earliest) as Instant);
}

/** Something that is known of the family had begun by then. */
export function hasBegun(known: Known, now: Moment): boolean {
  const earliest = earliestFrom(known);
  return earliest !== null && now.reached(earliest);
}

function coverageAt(known: Known, now: Moment): FamilyStatus['coverage'] {
  const found = coverage(known, now);
  return {
    ...found,
    agreements: found.agreements.map((agreement) => ({
      ...agreement,
      monitors: agreement.monitors.map((monitor) => ({
        ...monitor,
        lastCheckIn: printed(monitor.lastCheckIn),
        due: printed(monitor.due),
      })),
    })),
  };
}

function relapseAt(known: Known, now: Moment): FamilyStatus['relapse'] {
  const guaranteed = guaranteedSince(known, now);
  return {
    guaranteed: guaranteed !== null,
    guaranteedSince: printed(guaranteed),
    candidates: candidates(known, now).map((candidate) => ({
      candidate: candidate.event.id,
      urgency: candidate.urgency,
      since: formatInstant(candidate.since),
      contactDue: formatInstant(candidate.contactDue),
      helpDue: formatInstant(candidate.helpDue),
      state: candidate.state,
      breaches: candidate.breaches.map(({ rule, at, event }) => ({ rule, at: formatInstant(at), event })),
    })),
  };
}

function planAt(known: Known, now: Moment): FamilyStatus['plan'] {
  return {
    active: isPlanActive(known, now),
    steps: steps(known, now).map((step) => ({
      step: step.id,
      person: step.set.data.person,
      kind: step.set.data.kind,
      state: step.state,
      orderViolation: hasOrderViolation(known, now, step),
      deadlock: isDeadlocked(known, now, step),
    })),
  };
}

function continuityAt(known: Known, now: Moment): FamilyStatus['continuity'] {
  const { professional, deputy, lastContact, contactDue } = continuity(known, now);
  return { professional, deputy, lastContact: printed(lastContact), contactDue: printed(contactDue) };
}

function printed(instant: Instant | null): string | null {
  return instant === null ? null : formatInstant(instant);
}
