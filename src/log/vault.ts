import type { PlanEvent } from '../domain/event.ts';
import type { FamilyId } from '../domain/ids.ts';
import type { Submission } from './log.ts';
import { keyIdOf, newDataKey, openText, sealText, unwrap, wrap } from './sealing.ts';
import type { DataKey } from './sealing.ts';
import type { MasterKey } from './master-key.ts';
import { groupCommit } from './sqlite/group-commit.ts';
import type { Outcome } from './sqlite/group-commit.ts';
import { openKeyFile } from './sqlite/keys.ts';
import type { NamedKey } from './sqlite/keys.ts';
import { LogUnavailable, unavailable } from './unavailable.ts';

export { masterKey } from './master-key.ts';
export type { MasterKey } from './master-key.ts';

/**
 * Names and free text (`sealed` of an event) are encrypted before they reach the log. Every person or party of a family has
 * a key, and so has every text; destroying a key makes what it sealed unreadable for ever and leaves every hash valid.
 */
export interface Vault {
  /** Resolves when the keys it needed are on disk. The same event twice gives the same result. */
  seal<E extends Submission>(event: E): Promise<E>;
  /** Seals a text that stands in no event, under a name of its own; it is destroyed with the texts of the family. */
  sealNote(place: Pick<Submission, 'family' | 'id'>, text: string): Promise<string>;
  /** Undefined if its key was destroyed. */
  openNote(place: Pick<Submission, 'family' | 'id'>, sealed: string): string | undefined;
  /** What was destroyed is left out of `sealed`. */
  open(event: PlanEvent): PlanEvent;
  /** All keys of a family, or those of one person, party or text; how many there were. What comes later gets new keys. */
  destroy(names: readonly KeyName[]): Promise<number>;
  /** How often something was destroyed since it was opened, here or on another node: who keeps what was opened looks at it. */
  destructions(): number;
  keysOf(family: FamilyId): KeyName[];
  close(): void;
}

/** Where nodes share keys: each key is made once, and destroyed for all. */
export interface SharedKeys {
  /** Tells one installation of keys from another; 0 where none was ever made. */
  place(): Promise<number>;
  /** Hands in keys that were made here, wrapped; gives the ones that hold, because another node may have been first. */
  offer(keys: readonly NamedKey[]): Promise<readonly NamedKey[]>;
  /** The same for keys from before: what was destroyed since is not brought back, and is missing in the answer. */
  bringIn(keys: readonly NamedKey[]): Promise<readonly NamedKey[]>;
  destroy(names: readonly string[]): Promise<void>;
  /** Everything that was made or destroyed after a position, then what comes, in order; resolves when the past is through. */
  listen(after: number, heard: Heard): Promise<void>;
}

export interface Heard {
  made(key: NamedKey, position: number): void;
  destroyed(name: string, position: number): void;
  /** All until here was heard. */
  nothingUntil(position: number): void;
}

/** Family, then a person, a party, or `text` with the id of its event. No id can hold a slash. */
export type KeyName = string & { readonly keyName: unique symbol };

/** The key under which a value of `sealed` is kept: `holder` is its name there. */
export function keyName({ family, id }: Pick<Submission, 'family' | 'id'>, holder: string): KeyName {
  return (holder === 'text' ? `${family}/text/${id}` : `${family}/${holder}`) as KeyName;
}

/** More keys than this in one commit would keep the first ones waiting. */
const largestGroup = 1024;
/** Opened keys that are kept in memory. */
const keptKeys = 10_000;

const startWithIts = 'Start with the key that this folder was made with.';
const shareOne = 'Set it to the same key on every node.';

interface VaultPlace {
  readonly folder: string;
  readonly masterKey: MasterKey;
}

/** The vault of one machine. */
export function openVault(place: VaultPlace): Vault {
  const { vault, checkMaster } = vaultIn(place);
  try {
    checkMaster();
  } catch (error) {
    vault.close();
    throw error;
  }
  return vault;
}

/** The same with keys that other nodes have too: `keys.db` is then a copy of what they share. */
export async function openSharedVault(place: VaultPlace, shared: SharedKeys): Promise<Vault> {
  const { vault, heard, after, handIn, adopt, checkMaster, keptPlace, keepPlace } = vaultIn(place, shared);
  try {
    // What was heard on one server says nothing about another one.
    const isHeard = after > 0 && keptPlace() === (await shared.place());
    if (!isHeard) await handIn();
    await shared.listen(isHeard ? after : 0, heard);
    await adopt(['master' as KeyName]);
    checkMaster();
    keepPlace(await shared.place());
  } catch (error) {
    vault.close();
    throw error;
  }
  return vault;
}

function vaultIn({ folder, masterKey }: VaultPlace, shared?: SharedKeys) {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw unavailable(error, folder);
    }
  };
  const file = guarded(() => openKeyFile(folder));
  const opened = new Map<KeyName, DataKey>();
  const sealing = groupCommit(
    (events: readonly Submission[]) => guarded(() => sealGroup(events)),
    largestGroup,
  );
  /** A key that seals nothing, made with the first master key: another one cannot open it. */
  function checkMaster(): void {
    const name = 'master' as KeyName;
    if (file.find(name) === null) make([name]);
    keyFor(name);
  }

  function keyFor(name: KeyName): DataKey | null {
    const known = opened.get(name);
    if (known) return known;
    const found = file.find(name);
    if (found === null) return null;
    const key = unwrapped(name, found.id, found.wrapped);
    remember(name, key);
    return key;
  }

  function unwrapped(name: KeyName, id: string, wrapped: Uint8Array): DataKey {
    try {
      return unwrap(masterKey, name, id, wrapped);
    } catch (cause) {
      const [what, next] = shared
        ? ['WAAKVLAM_MASTER_KEY does not open the keys that the nodes of this log share.', shareOne]
        : [`The master key does not open keys.db in ${folder}.`, startWithIts];
      throw new LogUnavailable('wrong-key', what, next, cause);
    }
  }

  function remember(name: KeyName, key: DataKey): void {
    if (opened.size >= keptKeys) opened.clear();
    opened.set(name, key);
  }

  function make(names: readonly KeyName[]): void {
    const keys = names.map((name) => ({ name, key: newDataKey() }));
    file.add(keys.map(({ name, key }) => ({ name, id: key.id, wrapped: wrap(masterKey, name, key) })));
    for (const { name, key } of keys) remember(name, key);
  }

  /** Keys that are missing are made, and handed in before they seal anything. */
  async function adopt(names: readonly KeyName[]): Promise<void> {
    const missing = names.filter((name) => guarded(() => keyFor(name)) === null);
    if (missing.length === 0 || !shared) return;
    const made = missing.map((name) => {
      const key = newDataKey();
      return { name, id: key.id, wrapped: wrap(masterKey, name, key) };
    });
    const held = await shared.offer(made);
    guarded(() => {
      file.add(held);
    });
  }

  /** A machine that kept its keys for itself until now brings them in. */
  async function handIn(): Promise<void> {
    const own = guarded(() => file.all());
    const check = own.find(isCheck);
    if (check) unwrapped(check.name as KeyName, check.id, check.wrapped);
    const offered = (await shared?.bringIn(own)) ?? [];
    const theirs = offered.find(isCheck);
    // The key that seals nothing may be another one, if the same master key made it.
    if (theirs) unwrapped(theirs.name as KeyName, theirs.id, theirs.wrapped);
    const held = new Map(offered.map(({ name, id }) => [name, id]));
    const gone = own.filter(({ name }) => !held.has(name));
    if (gone.length > 0) erase(gone.map(({ name }) => name as KeyName));
    const other = own.find((key) => !isCheck(key) && (held.get(key.name) ?? key.id) !== key.id);
    if (other)
      throw new LogUnavailable(
        'wrong-key',
        `keys.db in ${folder} holds another key for ${other.name} than the other nodes have.`,
        'Start this node with an empty data folder.',
      );
  }

  const heard: Heard = {
    made(key, position) {
      guarded(() => {
        file.add([key]);
        file.hear(position);
      });
    },
    destroyed(name, position) {
      guarded(() => {
        erase([name as KeyName]);
        file.hear(position);
      });
    },
    nothingUntil(position) {
      guarded(() => {
        file.hear(position);
      });
    },
  };

  function namesIn(event: Submission): KeyName[] {
    return Object.entries(event.sealed ?? {}).flatMap(([holder, text]) =>
      keyIdOf(text) === null ? [keyName(event, holder)] : [],
    );
  }

  function sealGroup(events: readonly Submission[]): readonly Outcome<Submission>[] {
    const names = new Set(events.flatMap(namesIn));
    const missing = [...names].filter((name) => keyFor(name) === null);
    // A shared key that was destroyed in this instant is made anew where all nodes get it.
    if (missing.length > 0 && !shared) make(missing);
    return events.map((event) =>
      namesIn(event).every((name) => keyFor(name) !== null)
        ? { value: { ...event, sealed: sealedOf(event) } }
        : { error: new KeyGone('a key was destroyed while it was to be used') },
    );
  }

  function sealedOf(event: Submission): Record<string, string> {
    return Object.fromEntries(
      Object.entries(event.sealed ?? {}).map(([holder, text]) => {
        // What was exported sealed comes back as it went: it fits its key here, or waits for it.
        if (keyIdOf(text) !== null) return [holder, text];
        const name = keyName(event, holder);
        return [holder, sealText(keyFor(name) as DataKey, placeOf(event, name), text)];
      }),
    );
  }

  function open(event: PlanEvent): PlanEvent {
    if (event.sealed === undefined) return event;
    const texts = Object.entries(event.sealed).flatMap(([holder, sealed]) => {
      const name = keyName(event, holder);
      const key = guarded(() => keyFor(name));
      return key?.id !== keyIdOf(sealed) ? [] : [[holder, openText(key, placeOf(event, name), sealed)]];
    });
    return { ...event, sealed: Object.fromEntries(texts) as Record<string, string> };
  }

  let destructions = 0;

  function erase(names: readonly KeyName[]): number {
    destructions += 1;
    for (const name of names) {
      opened.get(name)?.secret.fill(0);
      opened.delete(name);
    }
    return guarded(() => file.erase(names));
  }

  async function seal<E extends Submission>(event: E): Promise<E> {
    if (event.sealed === undefined) return event;
    for (let attempt = 1; ; attempt += 1) {
      if (shared) await adopt(namesIn(event));
      try {
        return (await sealing.submit(event)) as E;
      } catch (error) {
        if (!(error instanceof KeyGone) || attempt === 5) throw error;
      }
    }
  }

  const vault: Vault = {
    seal,
    async sealNote(place, text) {
      const sealed = await seal({ ...place, sealed: { text } } as unknown as Submission);
      return sealed.sealed?.['text'] ?? '';
    },
    openNote: (place, sealed) =>
      open({ ...place, sealed: { text: sealed } } as unknown as PlanEvent).sealed?.['text'],
    open,
    async destroy(names) {
      if (!shared) return erase(names);
      // Hearing of it may be quicker than the answer.
      const held = guarded(() => [...new Set(names)].filter((name) => file.find(name) !== null).length);
      await shared.destroy(names);
      erase(names);
      return held;
    },
    destructions: () => destructions,
    keysOf: (family) => file.namesFrom(`${family}/`) as KeyName[],
    close() {
      sealing.drain();
      opened.clear();
      file.close();
    },
  };
  return {
    vault,
    heard,
    handIn,
    adopt,
    after: guarded(() => file.heard()),
    checkMaster: () => {
      guarded(checkMaster);
    },
    keptPlace: () => guarded(() => file.place()),
    keepPlace(place: number) {
      guarded(() => {
        file.keepPlace(place);
      });
    },
  };
}

class KeyGone extends Error {}

const isCheck = ({ name }: NamedKey) => name === 'master';

/** A sealed text opens only in the event and under the name it was sealed for. */
const placeOf = ({ id }: Pick<Submission, 'id'>, name: KeyName) => `${id}\n${name}`;
