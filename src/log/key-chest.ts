import type { FamilyId } from '../domain/ids.ts';
import { openKeyFile, readKeyFile } from './sqlite/keys.ts';
import type { NamedKey } from './sqlite/keys.ts';
import { unavailable } from './unavailable.ts';
import type { SharedKeys } from './vault.ts';

/** The wrapped keys of an engine, for whoever moves events together with what opens their names and texts. */
export interface KeyChest {
  /** The key that tells which master key all others were wrapped with; null where no key was ever made. */
  check(): Promise<NamedKey | null>;
  ofFamily(family: FamilyId): Promise<readonly NamedKey[]>;
  /** Gives the keys that hold: what has a key already keeps it. On disk when it resolves. */
  put(keys: readonly NamedKey[]): Promise<readonly NamedKey[]>;
  close(): void;
}

const checkName = 'master';

/** The keys of a folder, for reading: nothing in it changes. */
export function chestToReadIn(folder: string): KeyChest {
  const file = guarded(folder, () => readKeyFile(folder));
  return {
    check: () => asked(folder, () => named(checkName, file?.find(checkName) ?? null)),
    ofFamily: (family) => asked(folder, () => file?.from(`${family}/`) ?? []),
    put: () => Promise.reject(new TypeError('these keys are open for reading')),
    close: () => file?.close(),
  };
}

export function chestIn(folder: string): KeyChest {
  const file = guarded(folder, () => openKeyFile(folder));
  return {
    check: () => asked(folder, () => named(checkName, file.find(checkName))),
    ofFamily: (family) =>
      asked(folder, () => file.namesFrom(`${family}/`).flatMap((name) => named(name, file.find(name)) ?? [])),
    put: (keys) =>
      asked(folder, () => {
        file.add(keys);
        return keys.flatMap(({ name }) => named(name, file.find(name)) ?? []);
      }),
    close() {
      file.close();
    },
  };
}

/** The keys that nodes share. They are heard once, when the first is asked for, and kept: some two hundred bytes each. */
export function sharedChest(shared: SharedKeys): KeyChest {
  const families = new Map<string, Map<string, NamedKey>>();
  let heard: Promise<void> | undefined;

  function bucket(name: string): Map<string, NamedKey> {
    const family = name.split('/', 1)[0] ?? '';
    const kept = families.get(family) ?? new Map<string, NamedKey>();
    families.set(family, kept);
    return kept;
  }

  const all = () =>
    (heard ??= shared.listen(0, {
      made: (key) => bucket(key.name).set(key.name, key),
      destroyed: (name) => bucket(name).delete(name),
      nothingUntil: () => undefined,
    }));

  return {
    async check() {
      await all();
      return bucket(checkName).get(checkName) ?? null;
    },
    async ofFamily(family) {
      await all();
      return [...(families.get(family)?.values() ?? [])].filter(({ name }) => name.includes('/'));
    },
    put: (keys) => shared.offer(keys),
    close: () => undefined,
  };
}

const named = (name: string, found: Omit<NamedKey, 'name'> | null): NamedKey | null =>
  found && { name, id: found.id, wrapped: found.wrapped };

function guarded<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unavailable(error, folder);
  }
}

function asked<T>(folder: string, work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(unavailable(error, folder));
  }
}
