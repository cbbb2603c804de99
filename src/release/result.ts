import { z } from 'zod';

/**
 * What `waakvlam cohort`, `lab` and `project` give out, and what the pages show: tables whose small cells are
 * protected. A result never holds a family.
 */

/** A number that may be shown; null where it is not, and why. */
export const Cell = z.strictObject({
  value: z.number().nullable(),
  /** Bounds of a 95% interval, where there is one. */
  low: z.number().optional(),
  high: z.number().optional(),
  /** Too few, or hidden so that too few cannot be worked out from the others; `none`: there is no such number. */
  hidden: z.enum(['small', 'secondary', 'none']).optional(),
});
export type Cell = z.infer<typeof Cell>;

export const ResultTable = z.strictObject({
  /** A known name has words on the pages; another is shown as it is. */
  id: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/),
  /** What a cell counts or measures. */
  unit: z.enum([
    'families',
    'persons',
    'events',
    'breaches',
    'days',
    'hours',
    'share',
    'per_family_month',
    'number',
  ]),
  /** The table has one row for each combination of the values of its dimensions, the first one slowest. */
  dimensions: z
    .array(z.strictObject({ id: z.string(), values: z.array(z.string()).min(1) }))
    .min(1)
    .max(3),
  rows: z.array(z.strictObject({ at: z.array(z.string()).min(1).max(3), cell: Cell })),
});
export type ResultTable = z.infer<typeof ResultTable>;

export const Result = z.strictObject({
  format: z.literal('waakvlam-result'),
  version: z.literal(1),
  kind: z.enum(['cohort', 'lab', 'projection']),
  /** Of the release it was worked out from. */
  release: z.string(),
  /** In the order of the command; a cohort has one. */
  policies: z.array(z.strictObject({ name: z.string(), parameters: z.record(z.string(), z.int()) })),
  /** How often families were drawn again for the intervals, and from which seed. */
  bootstrap: z.strictObject({ draws: z.int(), seed: z.int() }).optional(),
  /** How long after the beginning of an alarm, and before an incident, the lab looked (lab/warnings.ts). */
  horizonDays: z.int().optional(),
  cells: z.strictObject({ least: z.int(), base: z.int() }),
  tables: z.array(ResultTable),
});
export type Result = z.infer<typeof Result>;
