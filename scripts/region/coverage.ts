import { eventTypes } from '../../src/domain/event.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import { observed } from './observed.ts';
import { outcomes } from './outcomes.ts';

/** What of the contract occurs in a set of events and in the answers to them. */
interface Coverage {
  readonly events: ReadonlyMap<string, number>;
  /** In how many of the statuses an outcome shows. */
  readonly outcomes: ReadonlyMap<string, number>;
}

/** Counts each event type in the events and each rule outcome in the status outputs (status.md 2). */
export function coverage(events: Iterable<PlanEvent>, statuses: Iterable<unknown>): Coverage {
  const types = new Map<string, number>(eventTypes.map((type) => [type, 0]));
  const typeById = new Map<string, string>();
  for (const event of events) {
    add(types, event.type);
    if (isTrigger.has(event.type)) typeById.set(event.id, event.type);
  }
  const shown = new Map<string, number>(outcomes.map((outcome) => [outcome, 0]));
  for (const status of statuses)
    for (const outcome of new Set(observed(status, (id) => typeById.get(id)))) add(shown, outcome);
  return { events: types, outcomes: shown };
}

/** A plain-text table; what never occurs is marked. */
export function render({ events, outcomes: shown }: Coverage): string {
  return [...table('event type', events), '', ...table('outcome', shown), ''].join('\n');
}

/** Names that never occur. */
export const absent = (counts: ReadonlyMap<string, number>): string[] =>
  [...counts].filter(([, count]) => count === 0).map(([name]) => name);

function table(title: string, counts: ReadonlyMap<string, number>): string[] {
  const width = Math.max(title.length, ...[...counts.keys()].map((name) => name.length));
  const rows = [...counts].map(([name, count]) => row(name, count, width));
  const missing = absent(counts).length;
  return [
    `${title.padEnd(width)}  ${'count'.padStart(8)}`,
    '-'.repeat(width + 10),
    ...rows,
    `${String(counts.size - missing)} of ${String(counts.size)} occur`,
  ];
}

function row(name: string, count: number, width: number): string {
  return `${name.padEnd(width)}  ${String(count).padStart(8)}${count === 0 ? '  <-- never' : ''}`;
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

const isTrigger = new Set<string>(
  outcomes
    .filter((outcome) => outcome.startsWith('trigger '))
    .map((outcome) => outcome.slice('trigger '.length)),
);
