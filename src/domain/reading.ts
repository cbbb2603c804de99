import { z } from 'zod';
import { disorder, timesOf } from './envelope.ts';
import { contracts, envelope, eventTypes, isEventType } from './event.ts';
import type { EventType, PlanEvent } from './event.ts';
import { upcast } from './former-shapes.ts';
import { isObject } from './json.ts';
import type { Json } from './json.ts';

/** Why a line is refused (events.md 3). */
export type RejectionReason = 'json' | 'missing' | 'invalid' | 'order' | 'duplicate' | 'mismatch';

export interface Rejection {
  /** Dot-separated, with array indices as numbers; empty for the whole line. */
  readonly path: string;
  readonly reason: RejectionReason;
}

export type Reading =
  | { readonly kind: 'accepted'; readonly event: PlanEvent }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** The one parser for files, API and log: steps 1 to 4 of events.md 3. The accepted event is the value itself, extra fields included. */
export function readEvent(value: unknown): Reading {
  if (!isObject(value)) return rejected('', 'json');
  const start = firstProblem(opening, value);
  if (start) return start;
  const current = upcast(value);
  if (current === null) return { kind: 'ignored' };
  const problem = firstProblem(envelope, current) ?? dataProblem(current);
  if (problem) return problem;
  const event = current as unknown as PlanEvent;
  const wrong = disorder(timesOf(event));
  return wrong === null ? { kind: 'accepted', event } : rejected(wrong, 'order');
}

const opening = envelope.pick({ id: true, type: true, version: true });

function dataProblem(value: Json): Reading | null {
  const type = value['type'];
  if (typeof type !== 'string' || !isEventType(type)) return rejected('type', 'invalid');
  if (!Object.hasOwn(value, 'data')) return rejected('data', 'missing');
  const data = value['data'];
  if (!isObject(data)) return rejected('data', 'invalid');
  return firstProblem(payloads[type], value);
}

/** Made once: making a contract costs more than using it. */
const payloads = Object.fromEntries(
  eventTypes.map((type) => [type, z.object({ data: contracts[type] })]),
) as unknown as Readonly<Record<EventType, z.ZodType>>;

function firstProblem(contract: z.ZodType, value: Json): Reading | null {
  const issue = contract.safeParse(value).error?.issues[0];
  if (!issue) return null;
  const { path } = issue;
  return rejected(path.join('.'), isAbsent(value, path) ? 'missing' : 'invalid');
}

function isAbsent(value: unknown, path: readonly PropertyKey[]): boolean {
  const [head, ...rest] = path;
  if (head === undefined) return false;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, head)) return true;
  return isAbsent((value as Record<PropertyKey, unknown>)[head], rest);
}

const rejected = (path: string, reason: RejectionReason): Reading => ({
  kind: 'rejected',
  rejection: { path, reason },
});
