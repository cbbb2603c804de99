import { record } from '../../src/domain/envelope.ts';
import type { PlanEvent } from '../../src/domain/event.ts';
import type { FamilyId } from '../../src/domain/ids.ts';
import { parseInstant } from '../../src/domain/instant.ts';
import type { Stored } from '../../src/log/log.ts';
import type { LogReader } from '../../src/log/sqlite.ts';

/** The events of a file, read like a log; all of them are in memory. */
export function fileLog(events: readonly PlanEvent[]): LogReader {
  const families = new Map<FamilyId, Stored[]>();
  const all = inOrderOfRecording(events).map((event, index): Stored => {
    const family = families.get(event.family) ?? [];
    families.set(event.family, family);
    const stored = { position: index + 1, version: family.length + 1, record: record(event) };
    family.push(stored);
    return stored;
  });
  return {
    readAll: (after) => all.slice(after),
    readFamily: (family, after = 0) => (families.get(family) ?? []).slice(after),
    head: () => Promise.resolve(all.length),
    version: (family) => Promise.resolve(families.get(family)?.length ?? 0),
    close: () => Promise.resolve(),
  };
}

/**
 * The order of lines means nothing, so a file gives the order of recording. Of events that were recorded at one instant the
 * file does not say which was first; no rule asks, and those of one command come as their lines stand.
 */
export function inOrderOfRecording(events: readonly PlanEvent[]): PlanEvent[] {
  return events
    .map((event) => ({ event, at: parseInstant(event.recordedAt) ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map(({ event }) => event);
}
