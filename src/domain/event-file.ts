import type { PlanEvent } from './event.ts';
import { canonical } from './json.ts';
import { readEvent } from './reading.ts';
import type { Rejection } from './reading.ts';

/** A file of events, read as events.md 3 says: what was accepted, how much was ignored, and every line that was refused. */
export interface EventFile {
  readonly events: readonly PlanEvent[];
  readonly ignored: number;
  readonly rejections: readonly RejectedLine[];
}

export interface RejectedLine extends Rejection {
  /** From 1 on, blank lines included. */
  readonly line: number;
}

interface AcceptedLine {
  readonly line: number;
  readonly event: PlanEvent;
}

export function readEventFile(text: string): EventFile {
  const accepted = new Map<string, AcceptedLine>();
  const rejections: RejectedLine[] = [];
  let ignored = 0;
  text.split('\n').forEach((content, index) => {
    if (/^[ \t\r]*$/.test(content)) return;
    const line = index + 1;
    const reading = readEvent(parseJson(content));
    if (reading.kind === 'ignored') ignored += 1;
    else if (reading.kind === 'rejected') rejections.push({ line, ...reading.rejection });
    else {
      const earlier = accepted.get(reading.event.id);
      if (!earlier) accepted.set(reading.event.id, { line, event: reading.event });
      else if (canonical(earlier.event) !== canonical(reading.event))
        rejections.push({ line, path: 'id', reason: 'duplicate' });
    }
  });
  const mismatched = [...accepted.values()].flatMap(({ line, event }) => {
    const path = mismatch(event, (id) => accepted.get(id)?.event);
    return path === null ? [] : [{ line, path, reason: 'mismatch' as const, id: event.id }];
  });
  for (const { line, path, reason, id } of mismatched) {
    accepted.delete(id);
    rejections.push({ line, path, reason });
  }
  return {
    events: [...accepted.values()].map(({ event }) => event),
    ignored,
    rejections: rejections.sort((a, b) => a.line - b.line),
  };
}

/**
 * Which field names an event that it cannot be about: another family's, another type's, its own, or a retraction
 * (events.md 3, step 6). A name that nobody knows is allowed and has no effect.
 */
export function mismatch(event: PlanEvent, find: (id: string) => PlanEvent | undefined): string | null {
  if (event.supersedes !== undefined) {
    const replaced = event.supersedes === event.id ? event : find(event.supersedes);
    const fits =
      !replaced ||
      (replaced !== event &&
        replaced.family === event.family &&
        replaced.type === event.type &&
        replaced.type !== 'EventRetracted');
    if (!fits) return 'supersedes';
  }
  if (event.type === 'EventRetracted') {
    const target = event.data.target === event.id ? event : find(event.data.target);
    if (target && (target.family !== event.family || target.type === 'EventRetracted')) return 'data.target';
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
