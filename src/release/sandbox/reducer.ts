import { z } from 'zod';

/**
 * A reducer: a JavaScript module of a researcher that says in which cells of its own tables a family counts.
 *
 *     export const tables = [
 *       { id: 'breaches', unit: 'families', dimensions: [{ id: 'number', values: ['none', 'one', 'more'] }] },
 *     ];
 *     export function family(events, { until }) {
 *       const breaches = events.filter(({ type }) => type === 'AgreementBroken').length;
 *       return [{ table: 'breaches', at: [breaches === 0 ? 'none' : breaches === 1 ? 'one' : 'more'] }];
 *     }
 *
 * `tables` names every cell that can come out before a family is seen, so that the presence of a cell tells nothing.
 * `family` gets the events of one family as they stand in the release, oldest recording first, and the instant until
 * which the release knows; it returns the cells in which that family counts, each once. So every cell counts families.
 *
 * What keeps a family from coming out:
 * - Each family meets the module anew, in an interpreter that is made for it and thrown away: nothing that was learnt
 *   from one family can reach the answer for another. So a family weighs one in each cell that it is counted in, and
 *   its history cannot be spelled out in the counts of others.
 * - The counting and `protect` happen outside: a cell with fewer than `least` families is hidden, and so is an empty
 *   one, so a cell made for one family is never told apart from an empty one.
 * - That every family was counted once is known to who wrote the reducer, so sums are taken as known.
 * - Names of tables and cells are fixed before; nothing the module prints leaves; of its errors only the kind and the
 *   line, and those only where at least `least` families fail alike.
 * - What is left: two cells that differ by one family can be rounded differently (13 against 12), so many cells made
 *   for the purpose can tell single facts about a family that is known well enough to be singled out by its events.
 *   That, and one bit from a run that is refused, is why tables and cells are few (`limits`), and why a person who
 *   holds the release reads a reducer before running it and what comes out before passing it on.
 */
export const limits = {
  /** Of the module, in UTF-16 code units. */
  module: 100_000,
  tables: 10,
  /** Of all tables together. */
  cells: 1000,
  /** What the module returns for one family, in UTF-16 code units. */
  answer: 100_000,
} as const;

const Name = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const Value = z.string().min(1).max(64);

export const DeclaredTable = z.strictObject({
  id: Name,
  unit: z.literal('families'),
  dimensions: z
    .array(z.strictObject({ id: Name, values: z.array(Value).min(1).max(limits.cells) }))
    .min(1)
    .max(3),
});
export type DeclaredTable = z.infer<typeof DeclaredTable>;

const Declaration = z.array(DeclaredTable).min(1).max(limits.tables);

/** What `tables` holds, or what is wrong with it. Nothing of a release is known when it is read. */
export function declaredTables(json: string): readonly DeclaredTable[] | string {
  const parsed = Declaration.safeParse(jsonOf(json));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return `tables${(issue?.path ?? []).map((step) => `[${String(step)}]`).join('')}: ${issue?.message ?? ''}`;
  }
  const tables = parsed.data;
  if (new Set(tables.map(({ id }) => id)).size < tables.length) return 'tables: each id once';
  for (const { id, dimensions } of tables) {
    if (new Set(dimensions.map((one) => one.id)).size < dimensions.length)
      return `table ${id}: each dimension once`;
    if (dimensions.some(({ values }) => new Set(values).size < values.length))
      return `table ${id}: each value of a dimension once`;
  }
  const cells = tables.reduce((sum, table) => sum + cellsOf(table), 0);
  return cells > limits.cells ? `tables: at most ${String(limits.cells)} cells in all` : tables;
}

export const cellsOf = ({ dimensions }: DeclaredTable): number =>
  dimensions.reduce((product, { values }) => product * values.length, 1);

/** What cannot be read is nothing. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
