import type { PlanEvent } from '../domain/event.ts';
import type { FamilyId } from '../domain/ids.ts';
import type { KeyChest } from './key-chest.ts';
import type { MasterKey } from './master-key.ts';
import { keyIdOf, unwrap, wrap } from './sealing.ts';
import type { NamedKey } from './sqlite/keys.ts';
import { LogUnavailable } from './unavailable.ts';
import { keyName } from './vault.ts';

export interface KeysToBring {
  readonly from: KeyChest;
  readonly to: KeyChest;
  /** What may have wrapped the keys of the source. */
  readonly mastersOfSource: readonly MasterKey[];
  /** What wraps the keys of the target, or null for what wrapped those of the source. */
  readonly masterOfTarget: () => MasterKey | null;
  /** The source, in the words of an error. */
  readonly place: string;
}

export interface KeyCarrier {
  /**
   * Brings all keys of a family, or those of some names. A key that was destroyed in the source is not there to be brought;
   * a name that has another key in the target keeps that one.
   */
  bring(family: FamilyId, only?: ReadonlySet<string>): Promise<void>;
}

/**
 * Keys go with the events that they seal, wrapped for the master key of the target.
 * @throws LogUnavailable if no master key at hand opens those of the source, or another one made those of the target.
 */
export async function keyCarrier(needs: KeysToBring): Promise<KeyCarrier> {
  const { from, to } = needs;
  const check = await from.check();
  if (check === null) return { bring: () => Promise.resolve() };
  const source = needs.mastersOfSource.find((master) => unwrapped(master, check) !== null);
  if (source === undefined)
    throw new LogUnavailable(
      'wrong-key',
      `No master key at hand opens the names and texts of ${needs.place}.`,
      'Set WAAKVLAM_MASTER_KEY to the key that it was made with, or leave them closed: --no-keys.',
    );
  const target = needs.masterOfTarget() ?? source;
  const isSame = Buffer.from(source).equals(Buffer.from(target));

  function rewrapped(key: NamedKey): NamedKey {
    if (isSame) return key;
    const { name, id } = key;
    const opened = unwrapped(source as MasterKey, key);
    if (opened === null)
      throw new LogUnavailable(
        'damaged',
        `The key of ${name} in ${needs.place} cannot be opened.`,
        'Put back a backup of keys.db.',
      );
    return { name, id, wrapped: wrap(target, name, opened) };
  }

  await bindTo(target, to, rewrapped(check));
  return {
    async bring(family, only) {
      const all = await from.ofFamily(family);
      const chosen = only ? all.filter(({ name }) => only.has(name)) : all;
      if (chosen.length > 0) await to.put(chosen.map(rewrapped));
    },
  };
}

/** The names of the keys that sealed an event. */
export function keyNamesOf(event: Pick<PlanEvent, 'family' | 'id' | 'sealed'>): string[] {
  return Object.entries(event.sealed ?? {}).flatMap(([holder, text]) =>
    keyIdOf(text) === null ? [] : [keyName(event, holder)],
  );
}

/** From the first key on all nodes must come with the same master key. */
async function bindTo(master: MasterKey, to: KeyChest, check: NamedKey): Promise<void> {
  const [held] = await to.put([check]);
  if (!held || unwrapped(master, held) === null)
    throw new LogUnavailable(
      'wrong-key',
      'The keys of the target were made with another master key.',
      'Set WAAKVLAM_MASTER_KEY to the one that they were made with.',
    );
}

function unwrapped(master: MasterKey, { name, id, wrapped }: NamedKey) {
  try {
    return unwrap(master, name, id, wrapped);
  } catch {
    return null;
  }
}
