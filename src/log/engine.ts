import type { Instant } from '../domain/instant.ts';
import type { EventLog } from './log.ts';
import { openLog, openReader } from './sqlite.ts';
import type { LogReader } from './sqlite.ts';
import { LogUnavailable } from './unavailable.ts';
import { masterKey, openSharedVault, openVault } from './vault.ts';
import type { Vault } from './vault.ts';
import { verify } from './verify.ts';
import type { Progress, Verdict } from './verify.ts';

/** Where the events live, and the keys that open their names and texts. */
export interface Engine {
  readonly log: EventLog;
  readonly vault: Vault;
  close(): Promise<void>;
}

export interface EngineOptions {
  /** WAAKVLAM_LOG; left out, the events are in the data folder. */
  readonly address: string | undefined;
  /** The data folder of this machine. */
  readonly folder: string;
  readonly now: () => Instant;
  /** WAAKVLAM_MASTER_KEY; nodes that share a log share it. */
  readonly masterKey: string | undefined;
}

/** @throws LogUnavailable if the place cannot be opened; then nothing stays open. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { address, folder, now, masterKey: key } = options;
  if (address !== undefined) return openElsewhere({ ...options, address });
  const log = openLog({ folder, now });
  return withVault(log, () => openVault({ folder, masterKey: masterKey(folder, key) }));
}

/** A look at a log that others may be writing. */
export interface EngineReader {
  /** Opened when it is first asked for: a damaged store can be verified, and not be read. */
  readonly log: LogReader;
  /** Compares everything that is stored with itself. */
  verify(): Iterator<Progress, Verdict> | AsyncIterator<Progress, Verdict>;
}

export async function openEngineReader({
  address,
  folder,
  now,
}: Pick<EngineOptions, 'address' | 'folder' | 'now'>): Promise<EngineReader> {
  if (address === undefined) {
    let opened: LogReader | undefined;
    return {
      get log() {
        return (opened ??= openReader(folder));
      },
      verify: () => verify(folder),
    };
  }
  const { openKurrentLog } = await import('./kurrent.ts');
  const log = openKurrentLog({ address, now });
  return { log, verify: () => log.verify() };
}

/** The client of the server is loaded only by those who need it. */
async function openElsewhere(options: EngineOptions & { readonly address: string }): Promise<Engine> {
  const { address, folder, now, masterKey: key } = options;
  if (key === undefined)
    throw new LogUnavailable(
      'wrong-key',
      'Nodes that share a log must share WAAKVLAM_MASTER_KEY, and it is left out.',
      'Set it to the same key on every node.',
    );
  const { openKurrentLog } = await import('./kurrent.ts');
  const log = openKurrentLog({ address, now });
  return withVault(log, () => openSharedVault({ folder, masterKey: masterKey(folder, key) }, log.keys));
}

async function withVault(log: EventLog, open: () => Vault | Promise<Vault>): Promise<Engine> {
  try {
    const vault = await open();
    return {
      log,
      vault,
      async close() {
        vault.close();
        await log.close();
      },
    };
  } catch (error) {
    await log.close();
    throw error;
  }
}
