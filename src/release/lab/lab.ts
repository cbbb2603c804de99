import type { Policy } from '../../domain/parameters.ts';
import type { CellRule } from '../cells/rounding.ts';
import type { Manifest } from '../manifest.ts';
import { Result } from '../result.ts';
import type { Drawing } from './draws.ts';
import { labTables } from './tables.ts';
import type { Tally } from './tally.ts';

/** What the lab may give out: aggregate tables alone. Null if the release has fewer families than a cell may hold. */
export function labResult(
  tally: Tally,
  {
    manifest,
    policies,
    drawing,
    horizonDays,
  }: {
    readonly manifest: Manifest;
    readonly policies: readonly Policy[];
    readonly drawing: Drawing;
    readonly horizonDays: number;
  },
): Result | null {
  const cells: CellRule = manifest.parameters.cells;
  if (tally.tallied.families < cells.least) return null;
  return Result.parse({
    format: 'waakvlam-result',
    version: 1,
    kind: 'lab',
    release: manifest.release,
    policies: policies.map(({ name, parameters }) => ({ name, parameters })),
    bootstrap: drawing,
    horizonDays,
    cells,
    tables: labTables(
      tally,
      policies.map(({ name }) => name),
      cells,
    ),
  });
}

/** Tables tell policies apart by name, so a name that comes again gets its number. */
export function withOwnNames(policies: readonly Policy[]): readonly Policy[] {
  const taken = new Set<string>();
  return policies.map((policy) => {
    let name = policy.name;
    for (let number = 2; taken.has(name); number++) name = `${policy.name} (${number})`;
    taken.add(name);
    return { ...policy, name };
  });
}
