import { createHash } from 'node:crypto';
import type { Recorded } from '../../domain/event.ts';

/**
 * A fingerprint of everything that was recorded of a family by an instant: SHA-256 over the SHA-256 of each event, in the
 * order of the log. An event's own is taken of its JSON with the names of all fields sorted, without its sealed words,
 * so that it can be checked after a key was destroyed.
 */
export function fingerprint(records: readonly Recorded[]): string {
  const whole = createHash('sha256');
  for (const record of records) whole.update(digestOf(record));
  return whole.digest('hex');
}

const kept = new WeakMap<Recorded, Buffer>();

function digestOf(record: Recorded): Buffer {
  const found = kept.get(record);
  if (found) return found;
  const { sealed: _, ...event } = record.event;
  const digest = createHash('sha256')
    .update(JSON.stringify(sorted(event)))
    .digest();
  kept.set(record, digest);
  return digest;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  );
}
