import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Finding } from '../../projections/finding.ts';
import { histories } from '../support/histories.ts';
import type { FileEvent, History, Viewpoint } from '../support/histories.ts';
import { askedOf, isLenientInCalm, runs, timesOfFile } from './asking.ts';

/**
 * status.md 4: what a rule cites is what it rests on. Without a cited event the rule cites it no more, and what it
 * cites instead follows from how the rule chooses: facts that stand in the way, support, or the latest of a kind.
 */

interface Removal {
  readonly event: FileEvent;
  readonly before: Finding;
  readonly after: Finding;
  readonly find: (id: string) => FileEvent;
  /** There is no other event of the same type about the same agreement or step. */
  readonly isOnly: boolean;
}

type Law = (removal: Removal) => void;

const rest = ({ before, event }: Removal): readonly string[] => before.events.filter((id) => id !== event.id);
const gained = ({ before, after }: Removal): readonly string[] =>
  after.events.filter((id) => !before.events.includes(id));

/** The fact was in the way by itself: the others stay in the way, and none comes. */
const isExactly: Law = (removal) => {
  expect(removal.after.events).toEqual(rest(removal));
  expect(removal.after.met).toBe(rest(removal).length === 0);
};

/** P2 order. */
function comesBefore(a: FileEvent, b: FileEvent): boolean {
  const [first, second] = [timesOfFile(a), timesOfFile(b)];
  return (first.to - second.to || first.recordedAt - second.recordedAt || (a.id < b.id ? -1 : 1)) < 0;
}

/** The latest of its kind: older ones of the same type may take its place, and all others stay. */
const isReplacedByOlder: Law = (removal) => {
  const { after, event, find } = removal;
  for (const id of gained(removal))
    expect([id, find(id).type, comesBefore(find(id), event)]).toEqual([id, event.type, true]);
  expect(rest(removal).filter((id) => !(after.events as readonly string[]).includes(id))).toEqual([]);
};

/** An older agreement with the same id may come back; if there is none, only this one is lost. */
const losesOnlyIt: Law = (removal) => {
  if (removal.isOnly) expect(gained(removal)).toEqual([]);
};

const laws: Readonly<Record<string, Law>> = {
  L1: isExactly,
  D2: isExactly,
  D1: losesOnlyIt,
  /** A broken agreement may have watched over what follows a measure, so measures are looked at apart. */
  D3: (removal) => {
    const isMeasure = (id: string) => removal.find(id).type === 'CrisisMeasureSet';
    const facts = (ids: readonly string[]) => ids.filter((id) => !isMeasure(id));
    expect(facts(removal.after.events)).toEqual(facts(rest(removal)));
    if (removal.event.type !== 'MonitorCheckedIn') expect(gained(removal)).toEqual([]);
  },
  /** Without it less is seen; if it ended a long calm, shorter terms apply to the others. */
  D4: (removal) => {
    expect(gained(removal)).toEqual([]);
    if (!removal.before.met) expect(removal.after.met).toBe(false);
  },
  D5: isReplacedByOlder,
  D6: (removal) => {
    if (!removal.isOnly) return;
    if (removal.before.met)
      expect([removal.after.met, removal.after.events]).toEqual([rest(removal).length > 0, rest(removal)]);
    else if (!removal.after.met) expect(removal.after.events).toEqual(rest(removal));
    else expect(rest(removal)).toEqual([]);
  },
  /** The earliest decision that stood for long: a later one may take its place. */
  U1: (removal) => {
    for (const id of gained(removal)) expect(comesBefore(removal.event, removal.find(id))).toBe(true);
  },
  U2: isReplacedByOlder,
  U3: isReplacedByOlder,
  U4: isReplacedByOlder,
  U5: isReplacedByOlder,
  /** An older start of the same step may come back, and work that should have waited for this step shows. */
  U6: (removal) => {
    for (const id of gained(removal)) expect(removal.find(id).type).toBe('PlanStepStarted');
    if (removal.isOnly)
      expect(
        gained(removal).filter((id) => removal.find(id).data['step'] === removal.event.data['step']),
      ).toEqual([]);
  },
  U7: losesOnlyIt,
  U8: (removal) => {
    if (removal.isOnly) expect(removal.after.events).toEqual(rest(removal));
  },
  U9: isReplacedByOlder,
  U11: isReplacedByOlder,
};

const citing = Object.keys(laws);

/** How often each law was tried. */
const tried = new Map<string, number>();

function tryAll(history: History, viewpoint: Viewpoint): void {
  const find = (id: string) => history.events.find((each) => each.id === id) as FileEvent;
  const before = askedOf(history.events, viewpoint, history.policy);
  const cited = new Set(
    before?.safety.persons.flatMap(({ reasons }) => reasons.flatMap(({ events }) => events)),
  );
  for (const id of cited) {
    const event = find(id);
    // What it had replaced would come back.
    if (Object.hasOwn(event, 'supersedes')) continue;
    const after = askedOf(
      history.events.filter((each) => each !== event),
      viewpoint,
      history.policy,
    );
    const key = event.data['agreement'] ?? event.data['step'];
    const isOnly = !history.events.some(
      (each) =>
        each !== event && each.type === event.type && (each.data['agreement'] ?? each.data['step']) === key,
    );
    for (const { person, reasons } of before?.safety.persons ?? []) {
      const other = after?.safety.persons.find((each) => each.person === person);
      for (const [index, finding] of reasons.entries()) {
        const now = other?.reasons[index];
        if (!now || !finding.events.includes(event.id as never)) continue;
        expect(now.events).not.toContain(event.id);
        tried.set(finding.rule, (tried.get(finding.rule) ?? 0) + 1);
        laws[finding.rule]?.({ event, before: finding, after: now, find, isOnly });
      }
    }
  }
}

it(
  'P10: without an event that a rule cites, the rule rests on what is left, by its own way of choosing',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(histories({ viewpoints: 1, corrections: false }), (history) => {
        if (isLenientInCalm(history.policy))
          for (const viewpoint of history.viewpoints) tryAll(history, viewpoint);
      }),
      runs(210),
    );
    expect([...tried.keys()].filter((rule) => !citing.includes(rule))).toEqual([]);
    for (const rule of ['L1', 'D1', 'D2', 'D4', 'D5', 'D6', 'U4'])
      expect([rule, tried.get(rule) ?? 0]).not.toEqual([rule, 0]);
  },
);
