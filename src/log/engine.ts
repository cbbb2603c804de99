import type { Instant } from '../domain/instant.ts';
import type { Exchange } from './exchange.ts';
import type { EventLog } from './log.ts';
import { openLog, openReader } from './sqlite.ts';
import type { LogReader } from './sqlite.ts';
import { openWork, openWorkAside } from './sqlite/work.ts';
import { LogUnavailable } from './unavailable.ts';
import { masterKey, openSharedVault, openVault } from './vault.ts';
import type { Vault } from './vault.ts';
import { verify } from './verify.ts';
import type { Progress, Verdict } from './verify.ts';
import type { Work } from './work.ts';

/** Where the events live, the keys that open their names and texts, and what one node must do. */
export interface Engine {
  readonly log: EventLog;
  readonly vault: Vault;
  readonly work: Work;
  /** With the other nodes that write to the same log; none where there are no others. */
  readonly exchange?: Exchange;
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
  /** Told of each subscription that was lost, for whoever counts. */
  readonly dropped?: () => void;
  /** Told, once, of what keeps followers behind until somebody mends it. */
  readonly trouble?: (error: Error) => void;
}

/** @throws LogUnavailable if the place cannot be opened; then nothing stays open. */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { address, folder, now, masterKey: key } = options;
  if (address !== undefined) return openElsewhere({ ...options, address });
  const log = openLog({ folder, now });
  return complete(log, {
    vault: () => openVault({ folder, masterKey: masterKey(folder, key) }),
    work: () => openWork({ folder, now }),
  });
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

/** What an operator asks of the tasks while nodes take them. */
export type WorkDesk = Pick<Work, 'parked' | 'replayParked' | 'close'>;

export async function openWorkDesk({
  address,
  folder,
  now,
}: Pick<EngineOptions, 'address' | 'folder' | 'now'>): Promise<WorkDesk> {
  if (address === undefined) return openWorkAside(folder);
  const { openKurrentLog } = await import('./kurrent.ts');
  const { openKurrentWork } = await import('./kurrent/work.ts');
  const log = openKurrentLog({ address, now });
  return { ...openKurrentWork(log), close: () => log.close() };
}

/** The client of the server is loaded only by those who need it. */
async function openElsewhere(options: EngineOptions & { readonly address: string }): Promise<Engine> {
  const { address, folder, now, masterKey: key, dropped, trouble } = options;
  if (key === undefined)
    throw new LogUnavailable(
      'wrong-key',
      'Nodes that share a log must share WAAKVLAM_MASTER_KEY, and it is left out.',
      'Set it to the same key on every node.',
    );
  const { openKurrentLog } = await import('./kurrent.ts');
  const { openKurrentWork } = await import('./kurrent/work.ts');
  const log = openKurrentLog({
    address,
    now,
    ...(dropped && { dropped }),
    ...(trouble && { trouble }),
  });
  const { copied } = await import('./copy.ts');
  const withCopy = copied(log, {
    folder,
    place: `${log.connection.place} ${log.names.familyPrefix}`,
    trouble: (error) => trouble?.(error),
  });
  const engine = await complete(withCopy, {
    vault: () => openSharedVault({ folder, masterKey: masterKey(folder, key) }, log.keys),
    work: () => openKurrentWork(log),
  });
  return { ...engine, exchange: log.exchange };
}

interface Parts {
  vault(): Vault | Promise<Vault>;
  work(): Work;
}

async function complete(log: EventLog, parts: Parts): Promise<Engine> {
  const undo: (() => Promise<void> | void)[] = [() => log.close()];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const vault = await parts.vault();
    undo.push(() => {
      vault.close();
    });
    const work = parts.work();
    undo.push(() => work.close());
    return { log, vault, work, close };
  } catch (error) {
    await close();
    throw error;
  }
}
