import { z } from 'zod';

/**
 * What a research release must hold to, and what may be given up for it. Everything that decides about the bytes of a
 * release besides the log and the key stands here, and comes back in its manifest.
 */

/** How exactly times are told, from the finest on: in the end only the twelve weeks in which something fell. */
export const timeGrains = ['exact', 'day', 'week', 'four_weeks', 'twelve_weeks'] as const;
export type TimeGrain = (typeof timeGrains)[number];

const Share = z.number().min(0).max(1);

export const ReleaseParameters = z.strictObject({
  /** Smallest number of persons, of families and of event histories that must look the same. */
  k: z.int().min(2).max(1000).default(10),
  /** Smallest number of different sensitive values among those who look the same (distinct l-diversity). */
  l: z.int().min(1).max(20).default(2),
  sequence: z
    .strictObject({
      /** How many events of a family somebody may know; 0 leaves the event history out of the measure. */
      events: z.int().min(0).max(12).default(5),
      /** How exactly that somebody knows when they happened. */
      knownTo: z.enum(['exact', 'day', 'order']).default('day'),
      /** How many random choices of those events are tried per family when there are too many to try all. */
      draws: z.int().min(1).max(1000).default(100),
    })
    .prefault({}),
  /** The finest and the coarsest telling of times that may be chosen. */
  times: z
    .strictObject({
      finest: z.enum(timeGrains).default('exact'),
      coarsest: z.enum(timeGrains).default('twelve_weeks'),
    })
    .prefault({}),
  /** Dates of a family move back by a whole number of weeks of at most this; as much is cut off at the end of all. */
  shiftWeeks: z.int().min(0).max(520).default(26),
  /** Moves by multiples of 52 weeks alone, so that school terms and seasons stay where they were. */
  keepsSeason: z.boolean().default(false),
  /** The largest share of families that may be left out to reach k and l. Events are never left out: a history with holes reads as safety. */
  suppression: z.strictObject({ families: Share.default(0.3) }).prefault({}),
  /** Cells of tables with fewer than this are not shown; the others are rounded to a multiple of the base. */
  cells: z.strictObject({ least: z.int().min(2).default(10), base: z.int().min(1).default(5) }).prefault({}),
});
export type ReleaseParameters = z.infer<typeof ReleaseParameters>;

export const defaultReleaseParameters: ReleaseParameters = ReleaseParameters.parse({});
