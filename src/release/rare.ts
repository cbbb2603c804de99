import type { Change } from './change/change.ts';
import { hierarchies, hierarchyNames, parentOf } from './change/hierarchies.ts';
import type { Hierarchy } from './change/hierarchies.ts';
import type { Looks } from './survey.ts';
import type { Workshop } from './workshop.ts';

/** Counts again when families were left out: what was common may have become rare, and merging more costs no k or l. */
export function countCodes({ db }: Workshop, families: Iterable<{ readonly looks: Looks }>): void {
  const count = db.prepare(
    'INSERT INTO code VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET families = families + 1',
  );
  db.exec('DELETE FROM code');
  for (const { looks } of families) for (const [hierarchy, code] of looks.codes) count.run(hierarchy, code);
}

/**
 * Codes that fewer than k families have, from the leaves of each hierarchy up: a parent has at
 * least as many as what was merged into it. With `merges` the whole hierarchy of party kinds is merged, however many have a code.
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
    // A family may have both, so the sum would count it twice; so many there are at least.
    counts.set(parent, Math.max(counts.get(parent) ?? 0, count));
  }
  return rare;
}
