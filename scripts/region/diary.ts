import type { z } from 'zod';
import type { contracts, EventType, PlanEvent } from '../../src/domain/event.ts';
import { momentText } from './days.ts';
import type { DayNumber, Moment } from './days.ts';

/** The written memory of one family: every fact is put down at a moment and leaves the diary on that day, in order. */
export interface Diary {
  /** Writes a fact down at a moment, today or later; answers the id of the event. */
  write<T extends EventType>(type: T, data: DataIn<T>, when: Moment, how?: How): string;
  /** What was written on this day, in order of recordedAt; days must be asked in order. */
  pagesOf(day: DayNumber): PlanEvent[];
}

/** What the contract takes, before ids carry their brand. */
export type DataIn<T extends EventType> = z.input<(typeof contracts)[T]>;

/** The part of the envelope that differs from the usual: the team saw it and wrote it down at once. */
export interface How {
  readonly by?: string;
  readonly source?: PlanEvent['source'];
  readonly occurred?: PlanEvent['occurred'];
  readonly reported?: Moment;
  readonly hiddenFrom?: readonly string[];
  readonly supersedes?: string;
  readonly causation?: string;
  readonly correlation?: string;
  readonly sealed?: Readonly<Record<string, string>>;
}

export function diary(family: string, team: string): Diary {
  const days = new Map<DayNumber, Page[]>();
  let written = 0;
  return {
    write(type, data, when, how) {
      written += 1;
      const id = `${family}.${String(written)}`;
      const event = enveloped(id, type, family, data, momentText(when), team, how);
      const page = { minute: when.minute, event };
      const pages = days.get(when.day);
      if (pages) pages.push(page);
      else days.set(when.day, [page]);
      return id;
    },
    pagesOf(day) {
      const pages = days.get(day);
      if (!pages) return [];
      days.delete(day);
      return pages.sort((a, b) => a.minute - b.minute).map((page) => page.event);
    },
  };
}

interface Page {
  readonly minute: number;
  readonly event: PlanEvent;
}

/** The one place where plain texts become ids of the contract; a test reads every event back. */
function enveloped<T extends EventType>(
  id: string,
  type: T,
  family: string,
  data: DataIn<T>,
  recordedAt: string,
  team: string,
  how?: How,
): PlanEvent {
  const event: Record<string, unknown> = { id, type, version: 1, family };
  if (how?.occurred !== undefined) event['occurred'] = how.occurred;
  if (how?.reported !== undefined) event['reportedAt'] = momentText(how.reported);
  event['recordedAt'] = recordedAt;
  event['by'] = how?.by ?? team;
  event['source'] = how?.source ?? 'observed';
  for (const link of links) if (how?.[link] !== undefined) event[link] = how[link];
  event['data'] = data;
  return event as unknown as PlanEvent;
}

const links = ['hiddenFrom', 'supersedes', 'causation', 'correlation', 'sealed'] as const;
