import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { timesOf } from '../domain/envelope.ts';
import { mismatch } from '../domain/event-file.ts';
import type { PlanEvent, Times } from '../domain/event.ts';
import { parseInstant } from '../domain/instant.ts';
import { readEvent } from '../domain/reading.ts';
import { changed } from './contents.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { eventsName } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { ReleaseRefused } from './refused.ts';
import type { ReleasedFamily } from './released.ts';

/**
 * `events.jsonl` family by family. The hash says that it is the file that was made; every line is checked all the
 * same, because a manifest can be edited together with it.
 */

/** An event and where its line stands. */
export interface Placed {
  readonly event: PlanEvent;
  readonly times: Times;
  /** In bytes from the start of the file. */
  readonly offset: number;
}

/** Never in a release: names, who may not see something, and links to other files. */
const neverReleased = ['sealed', 'hiddenFrom', 'correlation'] as const;

export function* placedFamilies(folder: string, manifest: Manifest): Generator<readonly Placed[]> {
  const hash = createHash('sha256');
  const until = parseInstant(manifest.until) ?? -Infinity;
  const met = { families: 0, events: 0 };
  let own: Placed[] = [];
  for (const line of linesOf(join(folder, eventsName), hash)) {
    const next = placedIn(line, until);
    const before = own.at(-1);
    if (before && before.event.family !== next.event.family) {
      if (before.event.family > next.event.family) throw wrong(line, familyOutOfPlace);
      met.families += 1;
      yield whole(own);
      own = [];
    } else if (before && !isLater(before, next)) throw wrong(line, eventOutOfPlace);
    own.push(next);
    met.events += 1;
  }
  if (own.length > 0) {
    met.families += 1;
    yield whole(own);
  }
  const said = manifest.files.find(({ path }) => path === eventsName);
  if (hash.digest('hex') !== said?.sha256) throw changed(eventsName);
  for (const kind of ['families', 'events'] as const)
    if (met[kind] !== manifest.counts[kind])
      throw new ReleaseRefused(
        eventsName,
        `holds ${met[kind]} ${kind} where the manifest says ${manifest.counts[kind]}`,
      );
}

/** The same without the places. */
export function* releasedFamilies(folder: string, manifest: Manifest): Generator<ReleasedFamily> {
  for (const placed of placedFamilies(folder, manifest)) {
    const [first] = placed;
    if (first) yield { family: first.event.family, events: placed.map(({ event }) => event) };
  }
}

const familyOutOfPlace = 'is of a family that has been before, or is not in order of family';
const eventOutOfPlace =
  'does not come after the line before it in order of recordedAt and id, or is it again';

function placedIn(line: Line, until: number): Placed {
  if (line.text === null) throw wrong(line, 'is cut off, far too long or no UTF-8');
  const value = parseJson(line.text);
  const reading = readEvent(value);
  if (reading.kind === 'ignored') throw wrong(line, 'has a type or version that is not known here');
  if (reading.kind === 'rejected') {
    const { path, reason } = reading.rejection;
    throw wrong(line, `is no event of the contract (${reason}${path === '' ? '' : ` at ${path}`})`);
  }
  const { event } = reading;
  const stranger = neverReleased.find((name) => event[name] !== undefined);
  if (stranger !== undefined) throw wrong(line, `has "${stranger}", which never leaves in a release`);
  const times = timesOf(event);
  if (times.recordedAt > until) throw wrong(line, `was recorded after "until" of the manifest`);
  return { event, times, offset: line.offset };
}

const isLater = (before: Placed, next: Placed): boolean =>
  before.times.recordedAt < next.times.recordedAt ||
  (before.times.recordedAt === next.times.recordedAt && before.event.id < next.event.id);

/** Step 6 of events.md 3, and no id twice. */
function whole(own: readonly Placed[]): readonly Placed[] {
  const byId = new Map<string, PlanEvent>(own.map(({ event }) => [event.id, event]));
  const family = own[0]?.event.family ?? '';
  if (byId.size !== own.length)
    throw new ReleaseRefused(eventsName, `family ${family} has an event id twice`);
  for (const { event } of own) {
    const path = mismatch(event, (id) => byId.get(id));
    if (path !== null)
      throw new ReleaseRefused(
        eventsName,
        `event ${event.id} of family ${family}: "${path}" cannot name that`,
      );
  }
  return own;
}

const wrong = (line: Line, problem: string): ReleaseRefused =>
  new ReleaseRefused(eventsName, `line ${line.number} ${problem}`);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
