import type { Change } from './change/change.ts';
import { hierarchies, hierarchyNames, parentOf } from './change/hierarchies.ts';
import type { Hierarchy } from './change/hierarchies.ts';
import type { Workshop } from './workshop.ts';

/**
 * Codes that fewer than k families have, from the leaves of each hierarchy up: a parent counts with what was merged
 * into it. With `merges` the whole hierarchy of party kinds is merged, however many have a code.
 */
export function rareCodes({ db }: Workshop, k: number, merges: boolean): Change['rare'] {
  const rows = db.prepare('SELECT hierarchy, code, families FROM code').all();
  return Object.fromEntries(
    hierarchyNames.map((name) => {
      const counts = new Map(
        rows
          .filter(({ hierarchy }) => hierarchy === name)
          .map(({ code, families }) => [code as string, families as number]),
      );
      if (merges && name === 'partyKind') return [name, new Set(Object.keys(hierarchies.partyKind))];
      return [name, rareIn(name, counts, k)];
    }),
  ) as unknown as Change['rare'];
}

function rareIn(name: Hierarchy, counts: Map<string, number>, k: number): ReadonlySet<string> {
  const rare = new Set<string>();
  for (const code of Object.keys(hierarchies[name])) {
    const parent = parentOf(name, code);
    const count = counts.get(code) ?? 0;
    if (parent === undefined || count === 0 || count >= k) continue;
    rare.add(code);
    counts.set(parent, (counts.get(parent) ?? 0) + count);
  }
  return rare;
}
