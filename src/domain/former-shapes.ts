import { isEventType } from './event.ts';
import type { Json } from './json.ts';

/**
 * Old payload to today's payload, one function a step. Stored events are never rewritten: a reader lifts them.
 * `steps[type][n]` turns version n of a type into version n + 1. Version 1 is today's, so there are no steps yet.
 */
type Step = (data: Json) => Json;
type Steps = Readonly<Record<string, Readonly<Record<number, Step>>>>;

export const steps: Steps = {};

/** The version that today's contracts describe. */
export const currentVersion = 1;

/** The event in today's shape; null if its type or version is not known here (events.md 3, step 2: ignored). */
export function upcast(event: Json, from: Steps = steps, target: number = currentVersion): Json | null {
  const type = event['type'];
  if (typeof type !== 'string' || !isEventType(type)) return null;
  const version = event['version'];
  if (version === target) return event;
  const step = typeof version === 'number' ? from[type]?.[version] : undefined;
  const data = event['data'];
  if (!step || typeof version !== 'number' || typeof data !== 'object' || data === null) return null;
  return upcast({ ...event, version: version + 1, data: step(data as Json) }, from, target);
}
