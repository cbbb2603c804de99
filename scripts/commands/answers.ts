import { chronology } from '../../projections/chronology.ts';
import { familiesAt, queueAt } from '../../projections/region-status.ts';
import type { PrintedQueueRow } from '../../projections/region-status.ts';
import type { FamilyStatus } from '../../projections/family-status.ts';
import { record } from '../../src/domain/envelope.ts';
import type { EventFile } from '../../src/domain/event-file.ts';
import { formatInstant } from '../../src/domain/instant.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { Policy } from '../../src/domain/parameters.ts';
import { familiesKnownAt } from '../../src/read/seen-from.ts';
import type { Viewpoint } from '../../src/read/seen-from.ts';

/** What the commands answer about an event file, in the shapes of status.md. */

export function counts(file: EventFile, families: number) {
  return { events: file.events.length, families, ignored: file.ignored, rejected: file.rejections.length };
}

export interface StatusAnswer {
  readonly at: string;
  readonly knownAt: string;
  readonly policy: Policy;
  readonly counts: ReturnType<typeof counts>;
  readonly rejections: EventFile['rejections'];
  readonly families: readonly FamilyStatus[];
  readonly queue: readonly PrintedQueueRow[];
}

/** status.md 2. */
export function statusAnswer(file: EventFile, { at, knownAt }: Viewpoint, policy: Policy): StatusAnswer {
  const known = familiesKnownAt(file.events, knownAt, policy);
  const families = familiesAt(known, at);
  return {
    at: formatInstant(at),
    knownAt: formatInstant(knownAt),
    policy,
    counts: counts(file, families.length),
    rejections: file.rejections,
    families,
    queue: queueAt(known, at),
  };
}

/** status.md 5. */
export function timelineAnswer(file: EventFile, family: string, knownAt: Instant, viewer?: string) {
  const own = file.events.filter((event) => event.family === family).map((event) => record(event));
  return { family, knownAt: formatInstant(knownAt), events: chronology(own, knownAt, viewer) };
}

export type TimelineAnswer = ReturnType<typeof timelineAnswer>;

/** status.md 6. */
export function whatIfAnswer(file: EventFile, viewpoint: Viewpoint, policies: readonly [Policy, Policy]) {
  const [left, right] = policies.map((policy) => sides(statusAnswer(file, viewpoint, policy)));
  return {
    at: formatInstant(viewpoint.at),
    knownAt: formatInstant(viewpoint.knownAt),
    policies,
    families: (left ?? []).map((a, index) => {
      const b = right?.[index] ?? a;
      const differs = JSON.stringify(a.side) !== JSON.stringify(b.side);
      return { family: a.family, differs, a: a.side, b: b.side };
    }),
  };
}

export type WhatIfFamily = ReturnType<typeof whatIfAnswer>['families'][number];

function sides({ families, queue }: StatusAnswer) {
  const waiting = new Set<string>(queue.map(({ family }) => family));
  return families.map((status) => ({
    family: status.family,
    side: sideOf(status, waiting.has(status.family)),
  }));
}

/** What `what-if` compares of a family. */
export function sideOf({ safety, coverage, relapse }: FamilyStatus, inQueue: boolean) {
  return {
    status: safety.status,
    evidence: safety.evidence,
    candidate: safety.candidate,
    allMonitoring: coverage.allMonitoring,
    inQueue,
    breaches: relapse.candidates.reduce((sum, { breaches }) => sum + breaches.length, 0),
  };
}
