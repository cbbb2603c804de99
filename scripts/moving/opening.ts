import type { FamilyId } from '../../src/domain/ids.ts';
import type { KeyChest } from '../../src/log/key-chest.ts';
import type { Stored } from '../../src/log/log.ts';
import { keyIdOf } from '../../src/log/sealing.ts';
import { keyName } from '../../src/log/vault.ts';

export interface Chests {
  readonly source: KeyChest;
  readonly target: KeyChest;
}

/**
 * Of each name that sealed something of a family: whether both can open it, or neither can because its key was destroyed.
 * A store in which no key was ever made, or that came without them, is not asked.
 */
export async function otherOpenings(
  { source, target }: Chests,
  family: FamilyId,
  events: readonly Stored[],
): Promise<string[]> {
  if ((await source.check()) === null) return [];
  const [ours, theirs] = await Promise.all([idsOf(source, family), idsOf(target, family)]);
  const found = new Set<string>();
  for (const { record } of events)
    for (const [holder, text] of Object.entries(record.event.sealed ?? {})) {
      const id = keyIdOf(text);
      if (id === null) continue;
      const name = keyName(record.event, holder);
      const [opensHere, opensThere] = [ours.get(name) === id, theirs.get(name) === id];
      if (opensHere && !opensThere)
        found.add(
          theirs.has(name)
            ? `${name} has another key in the target: what was sealed here stays closed there`
            : `${name} opens in the source and not in the target`,
        );
      if (!opensHere && opensThere)
        found.add(`${name} was destroyed in the source and still opens in the target; destroy it there too`);
    }
  return [...found];
}

async function idsOf(chest: KeyChest, family: FamilyId): Promise<ReadonlyMap<string, string>> {
  return new Map((await chest.ofFamily(family)).map(({ name, id }) => [name, id]));
}
