import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { timesOf } from '../domain/envelope.ts';
import type { PlanEvent } from '../domain/event.ts';
import { readEvent } from '../domain/reading.ts';
import { announce, changed } from './change/change.ts';
import type { Move } from './change/dates.ts';
import { namesOf } from './change/pseudonyms.ts';
import type { ReleaseKey } from './change/pseudonyms.ts';
import { eventsOf } from './gather.ts';
import type { Grade } from './looking.ts';
import type { TimeGrain } from './parameters.ts';
import { birthsIn, leavingBefore } from './survey.ts';
import type { Instant } from '../domain/instant.ts';
import type { Workshop } from './workshop.ts';

/** Families that are written at a time: what is noted then is never written again. */
const stretch = 200;

export interface Writing {
  readonly workshop: Workshop;
  readonly key: ReleaseKey;
  readonly grade: Grade;
  readonly grain: TimeGrain;
  readonly until: Instant;
  readonly path: string;
  readonly progress: (done: number) => void;
}

export interface Written {
  readonly families: number;
  readonly persons: number;
  readonly events: number;
}

/** Writes the events of every family that may leave, in order of the pseudonyms; goes on behind the last whole stretch. */
export function writeEvents(writing: Writing): Written {
  const { workshop, path, progress } = writing;
  const begun = JSON.parse(
    workshop.note('written') ?? '{"after":"","bytes":0,"families":0,"persons":0,"events":0}',
  ) as Written & { readonly after: string; readonly bytes: number };
  let { after, bytes, families, persons, events } = begun;
  const next = workshop.db.prepare(
    `SELECT pseudonym, name, weeks FROM family WHERE standing = 'in' AND pseudonym > ? ORDER BY pseudonym LIMIT ${stretch}`,
  );
  const file = openSync(path, bytes === 0 ? 'w' : 'r+', 0o600);
  try {
    ftruncateSync(file, bytes);
    for (;;) {
      const rows = next.all(after);
      if (rows.length === 0) return { families, persons, events };
      let text = '';
      for (const row of rows) {
        const left = familyLeaving(writing, row['name'] as string, row['weeks'] as number);
        for (const event of left) text += `${JSON.stringify(event)}\n`;
        families += left.length > 0 ? 1 : 0;
        events += left.length;
        persons += new Set(left.flatMap((each) => (each.type === 'PersonJoined' ? [each.data.person] : [])))
          .size;
        after = row['pseudonym'] as string;
      }
      bytes += writeSync(file, text, bytes);
      fsyncSync(file);
      workshop.setNote('written', JSON.stringify({ after, bytes, families, persons, events }));
      progress(families);
    }
  } finally {
    closeSync(file);
  }
}

/** The events of one family as they leave, by the moved recordedAt, then id. */
export function familyLeaving(
  { workshop, key, grade, grain, until }: Pick<Writing, 'workshop' | 'key' | 'grade' | 'grain' | 'until'>,
  name: string,
  weeks: number,
): readonly PlanEvent[] {
  // Without its region a move says only that there was one, which few families have.
  const events = leavingBefore(eventsOf(workshop, name), weeks, until).filter(
    ({ type }) => grade.region === 0 || type !== 'FamilyMoved',
  );
  const move: Move = { weeks, grain };
  const names = namesOf(key, name, grain === 'exact' ? undefined : inOrderOf(events));
  for (const event of events) announce(event, names);
  const change = {
    names,
    move,
    ages: { level: grade.age, births: birthsIn(events) },
    regionOf: grade.region > 0 ? () => 'other' : grade.regionOf,
    rare: grade.rare,
  };
  return events
    .map((event) => checked(changed(event, change)))
    .sort((a, b) => a.at - b.at || (a.event.id < b.event.id ? -1 : 1))
    .map(({ event }) => event);
}

/** What leaves is read as strictly as what comes in: a fault of ours stops the release. */
function checked(event: PlanEvent): { readonly event: PlanEvent; readonly at: Instant } {
  const reading = readEvent(event);
  if (reading.kind !== 'accepted')
    throw new Error(`a ${event.type} did not leave as the contract asks (${JSON.stringify(reading)})`);
  return { event, at: timesOf(event).recordedAt };
}

/** P2: told in a coarse grain many events stand at one instant; their names then keep the order that they had. */
function inOrderOf(events: readonly PlanEvent[]): (a: string, b: string) => number {
  const sorted = events
    .map((event) => ({ id: event.id, ...timesOf(event) }))
    .sort((a, b) => a.to - b.to || a.recordedAt - b.recordedAt || (a.id < b.id ? -1 : 1));
  const places = new Map<string, number>(sorted.map(({ id }, place) => [id, place]));
  const place = (id: string) => places.get(id) ?? Infinity;
  return (a, b) => (place(a) === place(b) ? (a < b ? -1 : 1) : place(a) - place(b));
}
