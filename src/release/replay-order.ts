import { closeSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../domain/instant.ts';
import { changed } from './contents.ts';
import { openFile } from './lines.ts';
import { eventsName } from './manifest.ts';
import type { Release } from './open.ts';
import { placedFamilies } from './released-events.ts';

/** The events of all families one after the other, as they were recorded or as they occurred. */
export interface ReplayOrder {
  readonly count: number;
  /** By which the events are ordered: recordedAt, or the latest instant at which it occurred. */
  at(place: number): Instant;
  /** The line of the release as it is, without its end. */
  line(place: number): string;
  close(): void;
}

export interface Replayed {
  readonly by: 'recorded' | 'occurred';
  /** From here on, the end not included; by the same time as the order. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

/** No event of the contract fits in less, so a manifest cannot ask for endless memory. */
const shortestLine = 100;

/**
 * Reads the release once and keeps one instant and one place in the file per event: about 30 bytes each, outside the
 * heap. Recorded: by recordedAt, then family and id. Occurred: by `to`, then recordedAt, family and id (P2).
 * @throws ReleaseRefused
 */
export function replayOrder({ folder, manifest }: Release, { by, from, until }: Replayed): ReplayOrder {
  const size = manifest.files.find(({ path }) => path === eventsName)?.bytes ?? 0;
  const most = Math.min(manifest.counts.events, Math.ceil(size / shortestLine));
  const offsets = new Float64Array(most);
  const recorded = new Float64Array(most);
  const occurred = by === 'occurred' ? new Float64Array(most) : recorded;
  let count = 0;
  for (const placed of placedFamilies(folder, manifest))
    for (const { times, offset } of placed) {
      const at = by === 'occurred' ? times.to : times.recordedAt;
      if (at < (from ?? -Infinity) || at >= (until ?? Infinity)) continue;
      offsets[count] = offset;
      recorded[count] = times.recordedAt;
      occurred[count] = at;
      count += 1;
    }
  let order = sorted(
    Uint32Array.from({ length: count }, (_, index) => index),
    recorded,
  );
  if (by === 'occurred') order = sorted(order, occurred);
  const file = openFile(join(folder, eventsName));
  return {
    count,
    at: (place) => occurred[order[place] ?? 0] as Instant,
    line: (place) => lineAt(file, offsets[order[place] ?? 0] ?? 0),
    close: () => {
      closeSync(file);
    },
  };
}

const digits = 65_536;

/** Least digit first: what has the same key keeps its order, and 10 million events need no comparison. */
function sorted(order: Uint32Array, keys: Float64Array): Uint32Array {
  let [least, most] = [Infinity, -Infinity];
  for (const index of order) {
    least = Math.min(least, keys[index] as number);
    most = Math.max(most, keys[index] as number);
  }
  let current = order;
  let next: Uint32Array = new Uint32Array(order.length);
  for (let unit = 1; unit <= most - least; unit *= digits) {
    const digit = (index: number) => Math.floor(((keys[index] as number) - least) / unit) % digits;
    const starts = new Uint32Array(digits + 1);
    for (const index of current) starts[digit(index) + 1] = (starts[digit(index) + 1] as number) + 1;
    for (let each = 1; each <= digits; each += 1)
      starts[each] = (starts[each] as number) + (starts[each - 1] as number);
    for (const index of current) {
      const place = starts[digit(index)] as number;
      starts[digit(index)] = place + 1;
      next[place] = index;
    }
    [current, next] = [next, current];
  }
  return current;
}

let bytes = Buffer.allocUnsafe(16_384);

/** Most lines fit in what is there; for a longer one it grows. */
function lineAt(file: number, offset: number): string {
  for (;;) {
    const read = readSync(file, bytes, 0, bytes.length, offset);
    const end = bytes.subarray(0, read).indexOf(0x0a);
    if (end >= 0) return bytes.toString('utf8', 0, end);
    if (read < bytes.length) throw changed(eventsName);
    bytes = Buffer.allocUnsafe(bytes.length * 4);
  }
}
