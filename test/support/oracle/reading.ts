// Reading a file: events.md sections 1 to 3.
import { isDeepStrictEqual } from 'node:util';
import { endOf, parseInstant, plusMinutes, startOf } from './calendar.ts';
import { EVENT_SHAPES, check, checkFields, shapeOf } from './shapes.ts';
import type { Shape } from './shapes.ts';
import type { Data, Ev, Rejection } from './types.ts';

export interface Reading {
  events: Ev[];
  rejections: Rejection[];
  ignored: number;
}

const HEAD = shapeOf('{ id: EventId; type: string; version: number }');
const ENVELOPE = shapeOf(`{
  family: FamilyId; occurred?: When | { from: When; to: When }; reportedAt?: Instant; recordedAt: Instant;
  by: PartyId | PersonId | 'system'; source: 'observed' | 'child_said' | 'adult_said' | 'third_party' | 'document' | 'inferred';
  hiddenFrom?: PersonId[]; supersedes?: EventId; causation?: EventId; correlation?: Token }`);
const SEALED = shapeOf("{ sealed?: Record<PersonId | PartyId | 'text', string> }");

interface Raw {
  id: string;
  type: string;
  version: number;
  family: string;
  occurred?: string | { from: string; to: string };
  reportedAt?: string;
  recordedAt: string;
  by: string;
  source: string;
  hiddenFrom?: string[];
  supersedes?: string;
  causation?: string;
  data: Data;
}
interface Accepted {
  line: number;
  raw: Raw;
  ev: Ev;
}

const isObject = (v: unknown): v is Record<string, unknown> =>
  typeof v === 'object' && v !== null && !Array.isArray(v);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Section 2: the two instants of an event. */
function times(raw: Raw): Pick<Ev, 'from' | 'to' | 'reportedAt' | 'recordedAt'> {
  const recordedAt = parseInstant(raw.recordedAt) as number;
  const reportedAt = raw.reportedAt === undefined ? recordedAt : (parseInstant(raw.reportedAt) as number);
  if (raw.occurred === undefined) return { from: reportedAt, to: reportedAt, reportedAt, recordedAt };
  const period = typeof raw.occurred === 'string' ? { from: raw.occurred, to: raw.occurred } : raw.occurred;
  const from = startOf(period.from);
  let to = endOf(period.to);
  const toIsDay = period.to.length === 10;
  if (toIsDay && to > reportedAt) to = reportedAt;
  return { from, to, reportedAt, recordedAt };
}

function toEvent(raw: Raw): Ev {
  return {
    id: raw.id,
    type: raw.type,
    family: raw.family,
    ...times(raw),
    by: raw.by,
    source: raw.source,
    hiddenFrom: raw.hiddenFrom ?? [],
    supersedes: raw.supersedes,
    causation: raw.causation,
    data: raw.data,
  };
}

/** Section 3, steps 1 to 5 for all lines, then step 6. */
export function readEvents(text: string): Reading {
  const rejections: Rejection[] = [];
  const accepted: Accepted[] = [];
  const byId = new Map<string, Accepted>();
  let ignored = 0;
  for (const [index, content] of text.split('\n').entries()) {
    const line = index + 1;
    if (content.trim() === '') continue;
    const value = parse(content);
    if (!isObject(value)) {
      // 1
      rejections.push({ line, path: '', reason: 'json' });
      continue;
    }
    const head = checkFields(HEAD, value, ''); // 2
    if (head !== null) {
      rejections.push({ line, ...head });
      continue;
    }
    const shape = EVENT_SHAPES.get(value['type'] as string);
    if (shape === undefined || value['version'] !== 1) {
      ignored++;
      continue;
    }
    const problem =
      checkFields(ENVELOPE, value, '') ?? checkFields(SEALED, value, '') ?? checkData(shape, value); // 3
    if (problem !== null) {
      rejections.push({ line, ...problem });
      continue;
    }
    const raw = value as unknown as Raw;
    const ev = toEvent(raw);
    if (ev.from > ev.to || ev.to > plusMinutes(ev.reportedAt, 5)) {
      // 4
      rejections.push({ line, path: 'occurred', reason: 'order' });
      continue;
    }
    if (ev.reportedAt > plusMinutes(ev.recordedAt, 5)) {
      rejections.push({ line, path: 'reportedAt', reason: 'order' });
      continue;
    }
    const earlier = byId.get(ev.id); // 5
    if (earlier !== undefined) {
      if (!isDeepStrictEqual(earlier.raw, raw)) rejections.push({ line, path: 'id', reason: 'duplicate' });
      continue;
    }
    const entry = { line, raw, ev };
    accepted.push(entry);
    byId.set(ev.id, entry);
  }
  const events: Ev[] = [];
  for (const { line, ev } of accepted) {
    // 6
    const path = mismatch(ev, (id) => byId.get(id)?.ev);
    if (path === null) events.push(ev);
    else rejections.push({ line, path, reason: 'mismatch' });
  }
  rejections.sort((a, b) => a.line - b.line);
  return { events, rejections, ignored };
}

function checkData(shape: Shape, value: Record<string, unknown>): ReturnType<typeof check> {
  if (!Object.hasOwn(value, 'data')) return { path: 'data', reason: 'missing' };
  return check(shape, value['data'], 'data');
}

/** Step 6: the path of a wrong correction, or null. */
function mismatch(ev: Ev, find: (id: string) => Ev | undefined): string | null {
  if (ev.supersedes !== undefined) {
    const old = find(ev.supersedes);
    if (ev.supersedes === ev.id) return 'supersedes';
    if (
      old !== undefined &&
      (old.family !== ev.family || old.type !== ev.type || old.type === 'EventRetracted')
    )
      return 'supersedes';
  }
  if (ev.type === 'EventRetracted') {
    const target = find(ev.data.target);
    if (ev.data.target === ev.id) return 'data.target';
    if (target !== undefined && (target.family !== ev.family || target.type === 'EventRetracted'))
      return 'data.target';
  }
  return null;
}
