import type { Recorded } from '../src/domain/event.ts';
import type { Instant } from '../src/domain/instant.ts';
import type { Status, Urgency } from '../src/domain/vocabulary.ts';
import { alarms } from './alarms/all.ts';
import { coverage } from './monitoring-coverage.ts';
import type { AgreementCoverage } from './monitoring-coverage.ts';
import type { Known } from './known.ts';
import { Moment } from './moment.ts';
import { queueRow } from './relapse-queue.ts';
import { familyStatus, statusOf } from './safety.ts';
import { atRisk } from './roster.ts';

/** What one commit made different: the same questions with the knowledge just before it and with it, at the same instant. */
export interface WhatChanged {
  readonly record: Recorded;
  readonly family: Change<Status>;
  readonly persons: readonly (Change<Status> & { readonly person: string })[];
  readonly alarms: { readonly begun: readonly Told[]; readonly ended: readonly Told[] };
  /** Whether the family stands in the relapse queue, and how urgently. */
  readonly queue: Change<'acute' | 'urgent' | 'no'>;
  readonly agreements: readonly (Change<AgreementCoverage['state'] | 'none'> & {
    readonly agreement: string;
  })[];
}

interface Change<Value> {
  readonly before: Value;
  readonly after: Value;
}

interface Told {
  readonly rule: string;
  readonly subject: string;
  readonly urgency: Urgency;
}

export function whatChanged(before: Known, after: Known, record: Recorded, at: Instant): WhatChanged {
  const earlier = new Moment(at);
  const now = new Moment(at);
  const was = alarms(before, earlier);
  const is = alarms(after, now);
  const cover = (known: Known) =>
    new Map(coverage(known, new Moment(at)).agreements.map(({ agreement, state }) => [agreement, state]));
  const [covered, covers] = [cover(before), cover(after)];
  const people = new Set([...atRisk(before, earlier), ...atRisk(after, now)].map(({ person }) => person));
  return {
    record,
    family: { before: familyStatus(before, earlier), after: familyStatus(after, now) },
    persons: [...people].sort().map((person) => ({
      person,
      before: statusOf(before, earlier, person) ?? 'unknown',
      after: statusOf(after, now, person) ?? 'unknown',
    })),
    alarms: { begun: without(is, was), ended: without(was, is) },
    queue: {
      before: queueRow(before, earlier)?.urgency ?? 'no',
      after: queueRow(after, now)?.urgency ?? 'no',
    },
    agreements: [...new Set([...covered.keys(), ...covers.keys()])].sort().map((agreement) => ({
      agreement,
      before: covered.get(agreement) ?? 'none',
      after: covers.get(agreement) ?? 'none',
    })),
  };
}

const without = (some: readonly Told[], others: readonly Told[]): readonly Told[] =>
  some
    .filter(({ rule, subject }) => !others.some((other) => other.rule === rule && other.subject === subject))
    .map(({ rule, subject, urgency }) => ({ rule, subject, urgency }));
