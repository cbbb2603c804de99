// The oracle: status, timeline and what-if of the contract, computed in the plainest way.
import { activeAgreements, isComplete } from './agreements.ts';
import { alarms } from './alarms.ts';
import { iso, isoOrNull, parseInstant } from './calendar.ts';
import { continuity, guaranteedSince, planIsActive } from './continuity.ts';
import { breaches, candidateState, queueKey, queued } from './guarantee.ts';
import { nextChange, sinceFamily, sincePerson } from './instants.ts';
import {
  acceptedMonitors,
  activeRelations,
  allMonitoring,
  checkIns,
  cover,
  groups,
  isIndependent,
  isWatching,
  relations,
} from './monitoring.ts';
import { UsageError, makePolicy } from './policy.ts';
import type { Policy } from './policy.ts';
import { readEvents } from './reading.ts';
import type { Reading } from './reading.ts';
import { candidates } from './relapse.ts';
import { decidedWithoutKnowledge, familySafety, persons } from './safety.ts';
import { hasOrderViolation, isDeadlock, stepState, steps } from './steps.ts';
import { Family, corrections, partyInfo } from './world.ts';
import type { World } from './world.ts';
import { compare, compareKeys } from './types.ts';

export interface PolicyInput {
  name?: string;
  parameters: Record<string, number>;
}
export interface StatusOptions {
  at: string;
  knownAt: string;
  policy?: PolicyInput;
  strict?: boolean;
}
export interface TimelineOptions {
  family: string;
  knownAt: string;
  viewer?: string;
  strict?: boolean;
}
export interface WhatIfOptions {
  at: string;
  knownAt: string;
  policies: [PolicyInput, PolicyInput];
  strict?: boolean;
}

export function instant(text: string): number {
  const t = parseInstant(text);
  if (t === null) throw new UsageError(`not an instant: ${text}`);
  return t;
}

function counts(reading: Reading, families: number): Record<string, number> {
  return {
    events: reading.events.length,
    families,
    ignored: reading.ignored,
    rejected: reading.rejections.length,
  };
}

/** With --strict and a rejection this is the whole answer. */
function strictAnswer(reading: Reading, strict: boolean | undefined): unknown {
  return strict === true && reading.rejections.length > 0
    ? { counts: counts(reading, 0), rejections: reading.rejections }
    : undefined;
}

/** The families to print, each seen at V. */
function worlds(reading: Reading, at: number, knownAt: number, policy: Policy): World[] {
  const familyNames = new Set(reading.events.filter((e) => e.recordedAt <= knownAt).map((e) => e.family));
  return [...familyNames]
    .sort(compare)
    .map((name) => new Family(name, reading.events, knownAt, policy.parameters).at(at));
}

function safety(w: World): unknown {
  const { status, evidence, decided } = familySafety(w);
  return {
    status,
    evidence,
    decided,
    candidate: status !== evidence,
    since: isoOrNull(sinceFamily(w)),
    decidedWithoutKnowledge: decidedWithoutKnowledge(w),
    persons: persons(w).map((x) => ({
      person: x.person,
      role: x.role,
      status: x.status,
      evidence: x.evidence,
      decided: x.decided,
      since: iso(sincePerson(w, x)),
      reasons: x.reasons,
    })),
    nextChange: next(w),
  };
}

function next(w: World): unknown {
  const change = nextChange(w);
  return change === null ? null : { ...change, at: iso(change.at) };
}

function coverage(w: World): unknown {
  const watching = activeRelations(w)
    .map((r) => r.relation)
    .filter(isWatching);
  return {
    agreed: acceptedMonitors(w).size,
    active: new Set(watching.map((r) => r.party)).size,
    allMonitoring: allMonitoring(w),
    agreements: [...activeAgreements(w)].map(([id, made]) => ({
      agreement: id,
      condition: made.data.condition,
      critical: made.data.critical,
      state: cover(w, made),
      complete: isComplete(w, made),
      monitors: relations(w, id).map((r) => ({
        party: r.party,
        kind: partyInfo(w, r.party)?.data.kind ?? 'other',
        independent: isIndependent(w, r.party, id),
        state: r.state,
        lastCheckIn: isoOrNull(checkIns(w, id, r.party).at(-1)?.from ?? null),
        due: isoOrNull(r.due),
      })),
    })),
    parties: groups(w),
  };
}

function relapse(w: World): unknown {
  const since = guaranteedSince(w);
  return {
    guaranteed: since !== null,
    guaranteedSince: isoOrNull(since),
    candidates: candidates(w).map((c) => ({
      candidate: c.ev.id,
      urgency: c.urgency,
      since: iso(c.since),
      contactDue: iso(c.contactDue),
      helpDue: iso(c.helpDue),
      state: candidateState(w, c.ev),
      breaches: breaches(w, c).map((b) => ({ rule: b.rule, at: iso(b.at), event: b.event })),
    })),
  };
}

function familyOutput(w: World): unknown {
  const c = continuity(w);
  return {
    family: w.family.name,
    safety: safety(w),
    coverage: coverage(w),
    relapse: relapse(w),
    plan: {
      active: planIsActive(w),
      steps: steps(w).map((s) => ({
        step: s.data.step,
        person: s.data.person,
        kind: s.data.kind,
        state: stepState(w, s.data.step),
        orderViolation: hasOrderViolation(w, s),
        deadlock: isDeadlock(w, s),
      })),
    },
    continuity: {
      professional: c.professional,
      deputy: c.deputy,
      lastContact: isoOrNull(c.lastContact),
      contactDue: isoOrNull(c.contactDue),
    },
    alarms: alarms(w).map((a) => ({ ...a, since: iso(a.since) })),
  };
}

function queue(list: World[]): unknown {
  return list
    .flatMap((w) => {
      const c = queued(w);
      return c === undefined ? [] : [{ w, c }];
    })
    .sort((a, b) => compareKeys([...queueKey(a.c), a.w.family.name], [...queueKey(b.c), b.w.family.name]))
    .map(({ w, c }) => ({
      family: w.family.name,
      candidate: c.ev.id,
      urgency: c.urgency,
      helpDue: iso(c.helpDue),
      overdue: w.V >= c.helpDue,
    }));
}

/** status.md 2. */
export function oracleStatus(text: string, options: StatusOptions): unknown {
  const at = instant(options.at);
  const knownAt = instant(options.knownAt);
  const policy = makePolicy(options.policy);
  const reading = readEvents(text);
  const strict = strictAnswer(reading, options.strict);
  if (strict !== undefined) return strict;
  const list = worlds(reading, at, knownAt, policy);
  return {
    at: iso(at),
    knownAt: iso(knownAt),
    policy,
    counts: counts(reading, list.length),
    rejections: reading.rejections,
    families: list.map(familyOutput),
    queue: queue(list),
  };
}

/** status.md 5. */
export function oracleTimeline(text: string, options: TimelineOptions): unknown {
  const knownAt = instant(options.knownAt);
  const reading = readEvents(text);
  const strict = strictAnswer(reading, options.strict);
  if (strict !== undefined) return strict;
  const { written, retracted, superseded } = corrections(
    reading.events.filter((e) => e.family === options.family),
    knownAt,
  );
  const { viewer } = options;
  const leftOut = new Set(
    written.filter((e) => viewer !== undefined && e.hiddenFrom.includes(viewer)).map((e) => e.id),
  );
  for (let size = -1; size !== leftOut.size;) {
    size = leftOut.size;
    for (const e of written) {
      const named = [e.supersedes, e.causation];
      if (e.type === 'EventRetracted') named.push(e.data.target);
      if (e.type === 'RelapseJudged' || e.type === 'ImmediateHelpRequested') named.push(e.data.candidate);
      if (named.some((id) => id !== undefined && leftOut.has(id))) leftOut.add(e.id);
    }
  }
  const events = written
    .filter((e) => !leftOut.has(e.id))
    .sort((a, b) => compareKeys([a.from, a.to, a.recordedAt, a.id], [b.from, b.to, b.recordedAt, b.id]))
    .map((e) => ({
      id: e.id,
      type: e.type,
      from: iso(e.from),
      to: iso(e.to),
      reportedAt: iso(e.reportedAt),
      recordedAt: iso(e.recordedAt),
      by: e.by,
      source: e.source,
      state: retracted.has(e.id) ? 'retracted' : superseded.has(e.id) ? 'superseded' : 'in_effect',
    }));
  return { family: options.family, knownAt: iso(knownAt), events };
}

function side(w: World): Record<string, unknown> {
  const { status, evidence } = familySafety(w);
  return {
    status,
    evidence,
    candidate: status !== evidence,
    allMonitoring: allMonitoring(w),
    inQueue: queued(w) !== undefined,
    breaches: candidates(w).reduce((sum, c) => sum + breaches(w, c).length, 0),
  };
}

/** status.md 6. */
export function oracleWhatIf(text: string, options: WhatIfOptions): unknown {
  const at = instant(options.at);
  const knownAt = instant(options.knownAt);
  const [policyA, policyB] = [makePolicy(options.policies[0]), makePolicy(options.policies[1])];
  const reading = readEvents(text);
  const strict = strictAnswer(reading, options.strict);
  if (strict !== undefined) return strict;
  const worldsB = worlds(reading, at, knownAt, policyB);
  const families = worlds(reading, at, knownAt, policyA).map((w, i) => {
    const a = side(w);
    const b = side(worldsB[i] as World);
    return { family: w.family.name, differs: Object.keys(a).some((key) => a[key] !== b[key]), a, b };
  });
  return { at: iso(at), knownAt: iso(knownAt), policies: [policyA, policyB], families };
}
